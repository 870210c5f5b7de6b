import { answeringWords } from '../questionnaire/answering-words.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { inAskedOrder } from '../questionnaire/definition.ts'
import type { Definition, Localized, Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { NotCarried } from './carried.ts'
import { placeOf } from './draft.ts'
import type { Words } from './draft.ts'
import type { LimeChoice, LimeGroup, LimeQuestion, LimeSurvey } from './limesurvey.ts'
import { lostOnTheWayOut } from './lost-going-out.ts'

/** Texts are HTML there. */
const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />')

interface Coded {
  question: Question
  code: string
  /** Their codes by ours. */
  answers: ReadonlyMap<string, string>
}

/** A questionnaire of ours as LimeSurvey has it, with what it cannot hold. */
export function toLimeSurvey(asked: Definition): { survey: LimeSurvey; notCarried: NotCarried[] } {
  const definition = inAskedOrder(asked)
  const tags = definition.languages.map((language) => language.tag)
  const words = (localized: Localized): Words => new Map(tags.map((tag) => [tag, html(localized[tag] ?? '')]))
  const coded = codesOf(definition.questions)
  const loose: Localized = definition.sections.length === 0 ? definition.title : { fr: 'Autres questions', en: 'Other questions' }
  const groups = bySection(
    definition.sections,
    coded.map((one) => ({ section: one.question.section, one })),
  ).map(({ section, questions }): LimeGroup => ({
    name: words(section?.words ?? loose),
    description: new Map(),
    relevance: '1',
    questions: questions.map(({ one }) => questionOf(one, coded, words, tags)),
  }))
  const survey = {
    base: 'fr',
    tags,
    title: words(definition.title),
    description: new Map(),
    welcome: words(definition.intro),
    groups,
    quotas: false,
    assessments: false,
  }
  return { survey, notCarried: [...lostOnTheWayOut(definition), ...renamed(coded), ...asksMore(definition)] }
}

/** Letters and digits only, a letter first, at most twenty; two that differ by capitals alone are one there. */
function plainCode(wanted: string, letter: string, most: number, taken: Set<string>): string {
  const bare = wanted.replace(/[^A-Za-z0-9]/g, '')
  const base = (/^[A-Za-z]/.test(bare) || letter === '' ? bare : `${letter}${bare}`).slice(0, most) || 'A'
  let free = base
  for (let turn = 2; taken.has(free.toLowerCase()); turn++) free = `${base.slice(0, most - String(turn).length)}${turn}`
  taken.add(free.toLowerCase())
  return free
}

function codesOf(questions: readonly Question[]): Coded[] {
  const taken = new Set<string>()
  return questions.map((question) => ({ question, code: plainCode(question.code, 'Q', 20, taken), answers: answerCodes(question) }))
}

function answerCodes(question: Question): Map<string, string> {
  if (question.kind === 'scale') return new Map((findScale(question.scale)?.levels ?? []).map((_, index) => [String(index + 1), String(index + 1)]))
  if (question.kind !== 'single' && question.kind !== 'multiple') return new Map()
  const taken = new Set<string>(question.kind === 'multiple' ? ['other', 'comment'] : [])
  return new Map(question.options.map(({ code }) => [code, plainCode(code, '', question.kind === 'multiple' ? 20 : 5, taken)]))
}

const types = { scale: 'L', single: 'L', multiple: 'M', number: 'N', date: 'D', text: 'T' } as const

function questionOf(coded: Coded, all: readonly Coded[], words: (localized: Localized) => Words, tags: readonly string[]): LimeQuestion {
  const { question, code, answers } = coded
  const choices = (options: readonly { code: string; words: Localized }[]): LimeChoice[] =>
    options.map((option) => ({ code: answers.get(option.code) ?? option.code, words: words(option.words) }))
  return {
    numbered: '',
    type: types[question.kind],
    code,
    words: words(question.words),
    help: question.help ? words(question.help) : new Map(),
    other: false,
    mandatory: false,
    validated: false,
    relevance: relevanceOf(question, all),
    attributes: attributesOf(coded),
    suffix: question.kind === 'number' && question.unit ? words(question.unit) : new Map(),
    rows: question.kind === 'multiple' ? choices(question.options) : [],
    answers: question.kind === 'single' ? choices(question.options) : question.kind === 'scale' ? levelsOf(question.scale, words, tags) : [],
  }
}

function levelsOf(scale: string, words: (localized: Localized) => Words, tags: readonly string[]): LimeChoice[] {
  const levels = (findScale(scale)?.levels ?? []).map((level, index) => ({ code: String(index + 1), words: words(level) }))
  return [...levels, { code: 'NSP', words: new Map(tags.map((tag) => [tag, answeringWords(tag, 'staff').dontKnow])) }]
}

function relevanceOf({ when }: Question, all: readonly Coded[]): string {
  const asked = all.find((one) => one.question.code === when?.question)
  if (!when || !asked) return '1'
  const parts = when.answers.map((answer) => {
    const value = asked.answers.get(answer) ?? answer
    return asked.question.kind === 'multiple' ? `${asked.code}_${value}.NAOK == "Y"` : `${asked.code}.NAOK == "${value}"`
  })
  return `((${parts.join(' or ')}))`
}

function attributesOf({ question, answers }: Coded): Map<string, string> {
  if (question.kind === 'multiple') {
    const alone = question.options.filter((option) => option.alone).map((option) => answers.get(option.code) ?? option.code)
    return new Map(alone.length > 0 ? [['exclude_all_others', alone.join(';')]] : [])
  }
  if (question.kind === 'date') {
    return new Map([
      ['date_format', question.by === 'year' ? 'yyyy' : 'mm/yyyy'],
      ['date_min', `${question.first}-01`],
      ['date_max', lastDay(question.last)],
    ])
  }
  return new Map()
}

/** The last day of a month, as 'YYYY-MM-DD'. */
export const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

const renamed = (coded: readonly Coded[]): NotCarried[] =>
  coded
    .filter(({ question, code }) => question.code !== code)
    .map(({ question, code }) => ({
      place: placeOf(question.code, question.words.fr),
      what: 'Son code',
      why: `LimeSurvey n’y veut que des lettres et des chiffres : il devient ${code}.`,
    }))

const asksMore = ({ sections, questions }: Definition): NotCarried[] =>
  sections.length > 0 && questions.some((question) => question.section === '')
    ? [
        {
          place: 'À la fin',
          what: 'Les questions hors des parties',
          why: 'LimeSurvey range toute question dans une partie : elles vont dans « Autres questions ».',
        },
      ]
    : []
