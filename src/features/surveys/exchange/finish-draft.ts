import { isLanguageTag, mostOptions, mostQuestions } from '../questionnaire/definition.ts'
import type { Condition, Localized, Option, Question } from '../questionnaire/definition.ts'
import { acceptDefinition, everywhere, refuse } from './carried.ts'
import type { NotCarried, ReadOutcome } from './carried.ts'
import { anyText } from './draft.ts'
import type { Draft, DraftOption, DraftQuestion, Words } from './draft.ts'
import { recogniseScale } from './recognise-scale.ts'

/** Beyond, it is a list of towns or of pupils, and no questionnaire. */
export const mostInFile = 1000
const longestText = 4000

interface Finished {
  question: Question
  draft: DraftQuestion
  /** The answer of ours that an option's code means. */
  answerOf: ReadonlyMap<string, string>
}

type Localize = (words: Words, otherwise?: string) => Localized

/** A draft as a questionnaire of ours: what it holds too much of is left aside and said; what cannot be asked at all is refused. */
export function finishDraft(draft: Draft, notCarried: NotCarried[]): ReadOutcome {
  refuseImmense(draft)
  const { localize, languages, told } = languagesOf(draft)
  notCarried.unshift(...told())
  const finished = withConditions(withinLimits(draft, localize, notCarried), notCarried)
  if (finished.length === 0) refuse('Ce fichier ne contient aucune question que l’on puisse reprendre.')
  const sections = draft.sections.map(({ code, words }, index) => ({ code, words: localize(words, `Partie ${index + 1}`) }))
  const definition = {
    title: localize(draft.title, 'Questionnaire sans titre'),
    intro: localize(draft.intro),
    sections,
    questions: finished,
    languages,
  }
  notCarried.push(...shortened(draft), ...replaced(draft))
  return acceptDefinition(definition, notCarried)
}

function refuseImmense({ questions, sections }: Draft): void {
  const long = questions.find((one) => 'options' in one && one.options.length > mostInFile)
  if (long) refuse(`${long.place} : elle propose plus de ${mostInFile} réponses. Un tel fichier ne peut pas être repris.`)
  if (questions.length > mostInFile || sections.length > mostQuestions) {
    refuse('Ce fichier contient beaucoup trop de questions ou de parties pour un questionnaire que l’on puisse poser.')
  }
}

const nameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames(['fr'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** French from French where it is there; else from the language it was written in, and this is said. */
function languagesOf({ base, tags }: Draft): { localize: Localize; languages: { tag: string; reviewed: boolean }[]; told: () => NotCarried[] } {
  const french = tags.find((tag) => tag === 'fr') ?? tags.find((tag) => tag.startsWith('fr-'))
  const source = french ?? base
  const others = [...new Set(tags)].filter((tag) => tag !== french && isLanguageTag(tag) && tag.length <= 35 && tag !== 'fr')
  const localize: Localize = (words, otherwise = '') => {
    const fr = (words.get(source) || words.get(base) || anyText(words) || otherwise).slice(0, longestText).toWellFormed()
    const translated = others.flatMap((tag) => {
      const text = words.get(tag)
      return text ? [[tag, text.slice(0, longestText).toWellFormed()] as const] : []
    })
    return { fr, ...Object.fromEntries(translated) }
  }
  const languages = [{ tag: 'fr', reviewed: french !== undefined }, ...others.map((tag) => ({ tag, reviewed: false }))]
  const told = (): NotCarried[] =>
    french === undefined
      ? [
          {
            place: everywhere,
            what: 'Le français',
            why: `Il n’y en a pas dans ce fichier : les textes sont dans cette langue : ${nameOf(base)}. Traduisez-les.`,
          },
        ]
      : []
  return { localize, languages, told }
}

function withinLimits(draft: Draft, localize: Localize, notCarried: NotCarried[]): Finished[] {
  const taken = new Set<string>()
  const finished: Finished[] = []
  const beyond: string[] = []
  for (const one of draft.questions) {
    const hindrance = hindranceOf(one)
    if (hindrance) notCarried.push({ place: one.place, what: 'La question', why: hindrance })
    else if (finished.length === mostQuestions) beyond.push(one.place)
    else finished.push(finish(one, freeCode(one.code, taken), localize, notCarried))
  }
  if (beyond.length > 0) {
    const what = beyond.length === 1 ? 'Une question' : `${beyond.length} questions`
    notCarried.push({
      place: `À partir de : ${beyond[0]}`,
      what,
      why: `Un questionnaire compte ${mostQuestions} questions au plus ; les dernières sont laissées.`,
    })
  }
  return finished
}

function hindranceOf(question: DraftQuestion): string | null {
  if (!('options' in question)) return null
  const count = question.options.length
  if (count < 2) return 'Elle n’a pas au moins deux réponses à choisir.'
  const fits = count <= mostOptions || (question.kind === 'choice' && recogniseScale(question.options) !== null)
  return fits ? null : `Elle propose ${count} réponses ; ${mostOptions} au plus peuvent être proposées ici. Regroupez-les, puis ajoutez la question.`
}

function finish(draft: DraftQuestion, code: string, localize: Localize, notCarried: NotCarried[]): Finished {
  if (anyText(draft.words) === '') {
    notCarried.push({ place: draft.place, what: 'Le texte de la question', why: 'Il est vide dans le fichier ; son code en tient lieu. Écrivez-le.' })
  }
  const asked = {
    code,
    section: draft.section,
    words: localize(draft.words, draft.code || code),
    ...(draft.help && anyText(draft.help) !== '' ? { help: localize(draft.help) } : {}),
  }
  switch (draft.kind) {
    case 'choice': {
      const known = recogniseScale(draft.options)
      if (known) return { draft, question: { ...asked, kind: 'scale', scale: known.scale }, answerOf: known.levels }
      const { options, answerOf } = optionsOf(draft.options, localize)
      return { draft, question: { ...asked, kind: 'single', options }, answerOf }
    }
    case 'multiple': {
      const { options, answerOf } = optionsOf(draft.options, localize)
      return { draft, question: { ...asked, kind: 'multiple', options }, answerOf }
    }
    case 'number': {
      const unit = draft.unit && anyText(draft.unit) !== '' ? { unit: localize(draft.unit) } : {}
      return { draft, question: { ...asked, kind: 'number', from: draft.from, ...unit }, answerOf: new Map() }
    }
    case 'date':
      return { draft, question: { ...asked, kind: 'date', by: draft.by, first: draft.first, last: draft.last }, answerOf: new Map() }
    case 'text':
      return { draft, question: { ...asked, kind: 'text' }, answerOf: new Map() }
  }
}

function optionsOf(drafts: readonly DraftOption[], localize: Localize): { options: Option[]; answerOf: Map<string, string> } {
  const taken = new Set<string>()
  const answerOf = new Map<string, string>()
  const options = drafts.map(({ code, words, alone }) => {
    const free = freeCode(code, taken)
    if (!answerOf.has(code)) answerOf.set(code, free)
    return { code: free, words: localize(words, code || free), ...(alone ? { alone } : {}) }
  })
  return { options, answerOf }
}

/** Letters, digits and hyphens, at most 32, as near as may be to what was there; never twice. */
export function freeCode(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 32)
      .replace(/-+$/, '') || 'Q'
  let free = base
  for (let turn = 2; taken.has(free); turn++) free = `${base.slice(0, 27)}-${turn}`
  taken.add(free)
  return free
}

function withConditions(finished: readonly Finished[], notCarried: NotCarried[]): Question[] {
  return finished.map(({ question, draft }, place) => {
    if (!draft.when) return question
    const when = conditionOf(draft, finished.slice(0, place))
    if (when) return { ...question, when }
    const why = 'Elle dépend d’une réponse qui ne peut pas être reprise ici, ou de plusieurs questions à la fois : elle sera posée à tout le monde.'
    notCarried.push({ place: draft.place, what: 'Ce qui décide si elle est posée', why })
    return question
  })
}

function conditionOf({ when }: DraftQuestion, earlier: readonly Finished[]): Condition | null {
  let asked: Finished | undefined
  const answers = new Set<string>()
  for (const { name, value } of when ?? []) {
    const one = earlier.find(({ draft }) => draft.answers?.has(name))
    const option = one?.draft.answers?.get(name)?.get(value)
    const answer = option === undefined ? undefined : one?.answerOf.get(option)
    if (!one || answer === undefined || (asked && asked !== one)) return null
    asked = one
    answers.add(answer)
  }
  return asked && answers.size > 0 ? { question: asked.question.code, answers: [...answers] } : null
}

function shortened({ questions, title, intro }: Draft): NotCarried[] {
  const told = (place: string, words: readonly (Words | undefined)[]): NotCarried[] =>
    words.some((one) => [...(one?.values() ?? [])].some((text) => text.length > longestText))
      ? [{ place, what: 'La fin d’un texte', why: `Il dépasse ${longestText} signes.` }]
      : []
  return [...told(everywhere, [title, intro]), ...questions.flatMap((one) => told(one.place, [one.words, one.help]))]
}

/** Words that the other tool put in by itself: a first name, an earlier answer. */
function replaced({ questions, title, intro }: Draft): NotCarried[] {
  const told = (place: string, words: readonly (Words | undefined)[]): NotCarried[] => {
    const text = words.map((one) => anyText(one ?? new Map())).join(' ')
    const found = /\$?\{[^{}\n]{1,200}\}/.exec(text)?.[0]
    return found ? [{ place, what: 'Un mot que l’autre outil remplace de lui-même', why: `« ${found} » y reste tel quel : réécrivez la phrase.` }] : []
  }
  return [...told(everywhere, [title, intro]), ...questions.flatMap((one) => told(one.place, [one.words, one.help]))]
}
