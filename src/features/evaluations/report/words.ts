import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import type { QuarterName, Quarters } from '../../../platform/documents/document.ts'
import { spreadOf } from '../agree/rules.ts'
import type { CountedItem } from '../agree/rules.ts'
import { scaleLevels } from '../../frameworks/scale.ts'
import type { ActionSheet } from '../diagnosis/action-sheet.ts'
import { positionWords } from '../diagnosis/position-words.ts'
import type { AgreedItem } from '../diagnosis/store.ts'
import { textsIn as diagnosisTexts } from '../diagnosis/texts.en.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { cycleWheel } from '../wheel.ts'
import { fewestForCounts } from './facts.ts'
import type { ReportFacts } from './facts.ts'
import { textsIn } from './texts.en.ts'

export const positionOf = (item: AgreedItem, language: Language): string => positionWords(item.scale, item.agreed, diagnosisTexts(language))

/** The wheel of the cycle as documents draw it; beside a quarter that is not full, what it still needs first. */
export function quartersOf(facts: ReportFacts, language: Language): Quarters {
  const words = commonTexts(language)
  const { quarters, missing } = cycleWheel(facts.cycle)
  const of = (name: QuarterName) => {
    const first = missing[name][0]
    return { label: words.phases[name], fill: quarters[name], ...(first ? { note: words.missing(first) } : {}) }
  }
  return { plan: of('plan'), do: of('do'), check: of('check'), act: of('act') }
}

export interface Answers {
  /** All answers, with or without a position. */
  total: number
  /** Null under the smallest number that may be shown, and without a scale. */
  levels: { label: string; count: number }[] | null
  others: { label: string; count: number }[]
}

/** What was answered to a question, as far as it may be told; null when the reader is not told. */
export function answersTo(item: AgreedItem, counts: ReadonlyMap<string, CountedItem> | null, language: Language): Answers | null {
  if (!counts) return null
  const counted = counts.get(item.id)
  const t = textsIn(language).doc
  if (!counted) return { total: 0, levels: null, others: [] }
  const spread = spreadOf(counted)
  const total = counted.counts.reduce((sum, [, , people]) => sum + people, 0)
  const others = [
    { label: t.notApplicable, count: spread.notApplicable },
    { label: t.unknown, count: spread.unknown },
    { label: t.inWords, count: spread.inWords },
  ]
  const levels = scaleLevels(item.scale).map((level, index) => ({ label: level.label, count: spread.levels[index] ?? 0 }))
  const shown = total >= fewestForCounts && levels.length > 0
  return { total, levels: shown ? levels : null, others: shown ? others.filter((other) => other.count > 0) : [] }
}

/** « du 3 mars 2026 au 4 avril 2026 », or the one that is known; null without any. */
export function whenOf(action: Pick<ActionSheet, 'startsOn' | 'dueOn'>, language: Language): string | null {
  const t = textsIn(language).doc
  const { startsOn, dueOn } = action
  if (startsOn && dueOn) return t.between(formatDate(startsOn, language), formatDate(dueOn, language))
  if (startsOn) return t.since(formatDate(startsOn, language))
  return dueOn ? t.until(formatDate(dueOn, language)) : null
}

export function actionState(action: Pick<ActionSheet, 'state' | 'progress'>, language: Language): string {
  const t = textsIn(language).doc
  const state = t.actionStates[action.state]
  return action.state === 'under_way' && action.progress !== null ? t.stateAt(state, action.progress) : state
}

/** Numbers that questions have in the questionnaire, from 1. */
export const numbersOf = (facts: ReportFacts): Map<string, number> => new Map(facts.items.map((item, index) => [item.id, index + 1]))

/** « D'après les questions 3, 5. », or '' for a finding that comes from elsewhere. */
export function fromWords(facts: ReportFacts, itemIds: readonly string[], language: Language): string {
  const t = textsIn(language).doc
  const numbers = numbersOf(facts)
  const list = itemIds.flatMap((id) => numbers.get(id) ?? []).sort((one, other) => one - other)
  if (list.length === 0) return ''
  return list.length === 1 ? t.fromQuestion(String(list[0])) : t.fromQuestions(list.join(', '))
}

export const lines = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join('\n')
