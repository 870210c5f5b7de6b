import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import type { Question } from '../questionnaire/definition.ts'
import { accesses } from '../tables.ts'
import type { Access, Breakdown } from '../tables.ts'
import { mostBreakdowns } from './survey-rules.ts'

/** One breakdown as it is typed: nothing, groups given with the invitations, or the answers to a closed question. */
export interface TypedBreakdown {
  kind: string
  title: string
  /** One group a line. */
  groups: string
  question: string
}

export interface TypedPart {
  questionnaireId: string
  access: string
  freeText: boolean
  breakdowns: readonly TypedBreakdown[]
}

/** Groups of one breakdown at most: more would leave too few people in each. */
export const mostGroups = 60
const longestName = 60

const places = Array.from({ length: mostBreakdowns }, (_, index) => index + 1)

export const readPart = (form: Form): TypedPart => ({
  questionnaireId: form.text('questionnaire'),
  access: form.text('access'),
  freeText: form.text('freeText') === 'yes',
  breakdowns: places.map((place) => ({
    kind: form.text(`kind${place}`) || 'none',
    title: form.text(`title${place}`).replace(/\s+/g, ' '),
    groups: form.text(`groups${place}`),
    question: form.text(`question${place}`),
  })),
})

export const typedBreakdowns = (breakdowns: readonly Breakdown[]): TypedBreakdown[] =>
  places.map((place) => {
    const known = breakdowns[place - 1]
    if (!known) return { kind: 'none', title: '', groups: '', question: '' }
    return { kind: known.source, title: known.title, groups: known.groups.join('\n'), question: known.source === 'question' ? known.code : '' }
  })

const groupLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')

/** Questions whose answers can tell groups apart. */
export const closedQuestions = (questions: readonly Question[]): Question[] =>
  questions.filter((question) => question.kind === 'single' || question.kind === 'scale')

interface PartErrorWords {
  questionnaire: string
  access: string
  breakdownTitle: string
  groupsMissing: string
  groupsMany: (most: number) => string
  groupTwice: (name: string) => string
  groupLong: (most: number) => string
  question: string
  questionTwice: string
}

export interface PartValues {
  access: Access
  freeText: boolean
  breakdowns: Breakdown[]
}

/** `questions`: of the questionnaire that is chosen. */
export function checkPart(typed: TypedPart, questions: readonly Question[], t: PartErrorWords): { values: PartValues; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const access = accesses.find((one) => one === typed.access)
  if (!access) errors['access'] = t.access
  const breakdowns: Breakdown[] = []
  for (const [index, one] of typed.breakdowns.entries()) {
    const place = index + 1
    if (one.kind === 'group') {
      const groups = groupLines(one.groups)
      const problem = groupsProblem(groups, t)
      if (one.title === '') errors[`title${place}`] = t.breakdownTitle
      if (problem) errors[`groups${place}`] = problem
      breakdowns.push({ code: freeCode(place, questions), title: one.title.slice(0, longestName), source: 'group', groups })
    } else if (one.kind === 'question') {
      const question = closedQuestions(questions).find(({ code }) => code === one.question)
      if (!question) errors[`question${place}`] = t.question
      else if (breakdowns.some((other) => other.code === question.code)) errors[`question${place}`] = t.questionTwice
      else breakdowns.push({ code: question.code, title: one.title || question.words.fr, source: 'question', groups: [] })
    }
  }
  return { values: { access: access ?? 'personal', freeText: typed.freeText, breakdowns }, errors }
}

function groupsProblem(groups: readonly string[], t: PartErrorWords): string | null {
  if (groups.length < 2) return t.groupsMissing
  if (groups.length > mostGroups) return t.groupsMany(mostGroups)
  const twice = groups.find((name, index) => groups.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== index)
  if (twice) return t.groupTwice(twice)
  return groups.some((name) => name.length > longestName) ? t.groupLong(longestName) : null
}

// A code of ours must be no question's.
function freeCode(place: number, questions: readonly Question[]): string {
  let code = `groupe-${place}`
  while (questions.some((question) => question.code === code)) code = `${code}-g`
  return code
}

/** Breakdowns whose groups come with the invitation or the session. */
export const groupBreakdowns = (breakdowns: readonly Breakdown[]): Breakdown[] => breakdowns.filter((one) => one.source === 'group')
