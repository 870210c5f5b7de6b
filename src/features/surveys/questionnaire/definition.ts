/** What is asked of one audience. The same shape in the bank of ready questionnaires (surveys/*.yaml), in the database and on the page. */

export const audiences = ['pupil', 'family', 'staff', 'company', 'former'] as const
export type Audience = (typeof audiences)[number]

/** A text by language tag ('fr', 'ar', 'pt'…). French is always there; another that is missing is told, never replaced in silence. */
export type Localized = { readonly fr: string } & Readonly<Record<string, string>>

export const questionKinds = ['scale', 'single', 'multiple', 'number', 'date', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Option {
  /** Stable within the question. */
  code: string
  words: Localized
  /** Of a multiple choice: ticked alone (« none of these »). */
  alone?: boolean
}

/** Shown only to those who answered one of these to an earlier question (levels of a scale by their number, options by their code). */
export interface Condition {
  question: string
  answers: readonly string[]
}

interface Asked {
  /** Stable within the questionnaire: letters, digits and hyphens, at most 32. */
  code: string
  /** Code of its section. */
  section: string
  words: Localized
  /** The same in plain language: short sentences, one idea (FALC). */
  plain?: Localized
  help?: Localized
  /** One emoji that says what it is about. */
  pictogram?: string
  when?: Condition
  /** The item of a framework that it asks about: the same question asked to all, and to the team itself, can be set side by side. */
  item?: { framework: string; code: string }
}

export type Question =
  | (Asked & { kind: 'scale'; scale: string })
  | (Asked & { kind: 'single' | 'multiple'; options: readonly Option[] })
  /** Kept as one of these intervals, never as the number itself: lower bounds, ascending; the last has no upper bound. */
  | (Asked & { kind: 'number'; unit?: Localized; from: readonly number[] })
  /** Kept as a month or a year between these two, 'YYYY-MM', both included. */
  | (Asked & { kind: 'date'; by: 'month' | 'year'; first: string; last: string })
  | (Asked & { kind: 'text' })

export interface Section {
  code: string
  words: Localized
}

export interface Language {
  /** BCP 47. */
  tag: string
  /** Whether somebody whose language it is has read it. */
  reviewed: boolean
}

export interface Definition {
  title: Localized
  /** Said before the first question. */
  intro: Localized
  sections: readonly Section[]
  questions: readonly Question[]
  /** French first, then those that exist. */
  languages: readonly Language[]
}

/** At most so many questions, so that a ballot stays small and a person stays willing. */
export const mostQuestions = 80
/** At most so many answers to choose from: a multiple choice is kept in sixteen bits, one of which says that it was answered. */
export const mostOptions = 15

/** As people meet it: questions part by part, those of no part last. What is numbered, moved or made conditional follows this order. */
export function inAskedOrder(definition: Definition): Definition {
  const rank = new Map(definition.sections.map((section, index) => [section.code, index]))
  const rankOf = ({ section }: Question): number => rank.get(section) ?? rank.size
  return { ...definition, questions: definition.questions.toSorted((one, other) => rankOf(one) - rankOf(other)) }
}

/** The same text with its translations where the French did not change; new words have none yet. */
export const reworded = (fr: string, before: Localized | undefined): Localized => (before?.fr === fr ? before : { fr })

/** An item whatever the version of its framework: « qualeduc QF06-P3 ». */
export const itemName = ({ framework, code }: NonNullable<Question['item']>): string => `${framework} ${code}`

/** « pt », « pt-BR », « zh-Hant »: how a language is named. */
export const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)

export const isQuestionCode = (code: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(code)

/** The text in a language; French, and said to be missing, where there is none. */
export function textIn(words: Localized, tag: string): { text: string; missing: boolean } {
  const text = words[tag]
  return text ? { text, missing: false } : { text: words.fr, missing: tag !== 'fr' }
}
