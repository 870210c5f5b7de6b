import type { Scale } from '../../frameworks/scale.ts'
import { scaleForItem } from '../../frameworks/scale.ts'
import type { Item, ListedTheme } from '../../frameworks/store.ts'
import type { Phase } from '../../../ui/phases.ts'
import type { EvaluationItem } from '../store.ts'
import type { ModelQuestion } from '../tables.ts'
import type { ReferenceKind } from '../../organisations/tables.ts'

/** Most questions that one questionnaire holds: far beyond what a team answers, within what a page shows. */
export const longestQuestionnaire = 150

/** Longest statement, in characters. */
export const longestStatement = 600

/** A question of the bank as it enters a questionnaire: the sheet's own scale, or the school's where the sheet has none. */
export function questionFromBank(item: Item, theme: Pick<ListedTheme, 'title' | 'scale'>, schoolScale: Scale): ModelQuestion {
  return {
    origin: 'bank',
    frameworkId: item.frameworkId,
    originCode: item.code,
    originStatement: item.statement,
    themeCode: item.themeCode,
    themeTitle: theme.title,
    phase: item.phase ?? 'plan',
    statement: item.statement,
    help: item.help,
    scale: scaleForItem(theme.scale.kind === 'none' ? schoolScale : theme.scale, item),
    evidence: item.evidence,
    indicators: item.indicators,
  }
}

const unknownOrigin = { frameworkId: null, originCode: null, originStatement: null, themeCode: null, themeTitle: '', evidence: [], indicators: [] }

export const ownQuestion = (own: { statement: string; help: string; phase: Phase; scale: Scale }): ModelQuestion => ({
  ...unknownOrigin,
  origin: 'own',
  ...own,
})

export interface SchoolReference {
  id: string
  kind: ReferenceKind
  label: string
  description: string
}

/** Where on the wheel a value, a rule or a body is usually looked at. */
export const referencePhases: Record<ReferenceKind, Phase> = { value: 'plan', norm: 'do', body: 'check' }

/** A question about what the school holds dear; `statement` says how, in the words of the person who adds it. */
export const questionFromReference = (reference: SchoolReference, statement: string, scale: Scale): ModelQuestion => ({
  ...unknownOrigin,
  origin: 'value',
  originCode: reference.id,
  originStatement: statement,
  themeTitle: reference.label,
  phase: referencePhases[reference.kind],
  statement,
  help: reference.description,
  scale,
})

/** A question of a model or of an earlier evaluation, its origin kept; the scale that the school had chosen there becomes that of here. */
export const copiedQuestion = (question: ModelQuestion, from: Scale | null, to: Scale): ModelQuestion => ({
  ...question,
  scale: from !== null && isSameScale(question.scale, from) ? to : question.scale,
})

export const questionOf = (item: EvaluationItem): ModelQuestion => ({
  origin: item.origin,
  frameworkId: item.frameworkId,
  originCode: item.originCode,
  originStatement: item.originStatement,
  themeCode: item.themeCode,
  themeTitle: item.themeTitle,
  phase: item.phase,
  statement: item.statement,
  help: item.help,
  scale: item.scale,
  evidence: item.evidence,
  indicators: item.indicators,
})

/** The same question: the same line of the same sheet, or the same words. */
export function isSameQuestion(one: ModelQuestion, other: ModelQuestion): boolean {
  if (one.originCode !== null && other.originCode !== null) return one.frameworkId === other.frameworkId && one.originCode === other.originCode
  return one.statement === other.statement
}

/** Those that the questionnaire does not hold yet, each once. */
export function newQuestions(present: readonly ModelQuestion[], wanted: readonly ModelQuestion[]): ModelQuestion[] {
  const added: ModelQuestion[] = []
  for (const question of wanted) if (![...present, ...added].some((one) => isSameQuestion(one, question))) added.push(question)
  return added
}

/** The database does not keep the order of keys, so scales are compared by what they say. */
export function isSameScale(one: Scale, other: Scale): boolean {
  if (one.kind === 'levels' && other.kind === 'levels') {
    return (
      one.levels.length === other.levels.length &&
      one.levels.every((level, index) => level.value === other.levels[index]?.value && level.label === other.levels[index]?.label)
    )
  }
  if (one.kind === 'statements' && other.kind === 'statements') return one.low === other.low && one.high === other.high
  return one.kind === other.kind
}
