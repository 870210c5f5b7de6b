/** A questionnaire on its way in, whatever tool it comes from: nothing is settled yet about languages, codes and limits. */

/** A text by the language tags of the file. */
export type Words = ReadonlyMap<string, string>

export interface DraftOption {
  code: string
  words: Words
  alone?: boolean
}

/** What must have been answered: any of these is enough. Names and values as the other tool writes them. */
export type DraftCondition = readonly { name: string; value: string }[]

interface Asked {
  code: string
  /** As its author knows it. */
  place: string
  section: string
  words: Words
  help?: Words
  when?: DraftCondition
  /** Under which names conditions speak of it, and which of its options each value means. */
  answers?: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export type DraftQuestion = Asked &
  (
    | { kind: 'choice' | 'multiple'; options: readonly DraftOption[] }
    | { kind: 'number'; from: readonly number[]; unit?: Words }
    | { kind: 'date'; by: 'month' | 'year'; first: string; last: string }
    | { kind: 'text' }
  )

export interface Draft {
  /** The language in which it was written first. */
  base: string
  tags: readonly string[]
  title: Words
  intro: Words
  sections: readonly { code: string; words: Words }[]
  questions: readonly DraftQuestion[]
}

/** Several texts one under the other, language by language. */
export function joined(parts: readonly (Words | undefined)[], by = '\n'): Words {
  const tags = new Set(parts.flatMap((part) => [...(part?.keys() ?? [])]))
  return new Map([...tags].map((tag) => [tag, parts.flatMap((part) => part?.get(tag) || []).join(by)]))
}

export const mapWords = (words: Words, change: (text: string) => string): Words => new Map([...words].map(([tag, text]) => [tag, change(text)]))

/** Where in a questionnaire, as its author reads it: its first words, or its code where it has none. */
export function placeOf(code: string, text: string, kind = 'Question'): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return `${kind} ${code}`
  return `« ${line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line} »`
}

/** The text that a person here would recognise. */
export const anyText = (words: Words): string => words.get('fr') || ([...words.values()].find((text) => text !== '') ?? '')
