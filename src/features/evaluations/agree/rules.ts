import { isValue, scaleLevels } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { longestText } from '../../../platform/web/form.ts'
import type { Phase } from '../../../ui/phases.ts'
import type { AgreedChoice, Choice, EvaluationState } from '../tables.ts'
import { disagreement } from './disagreement.ts'

/** One question with what people answered, counted; no person, no text. */
export interface CountedItem {
  id: string
  position: number
  phase: Phase
  themeTitle: string
  statement: string
  scale: Scale
  agreedChoice: AgreedChoice | null
  agreedValue: number | null
  /** Explanations that can be read on the question's page. */
  reasons: number
  /** People by choice and value. */
  counts: readonly (readonly [choice: Choice | null, value: number | null, people: number])[]
}

export interface Spread {
  item: CountedItem
  /** People by level, in the scale's order. */
  levels: number[]
  notApplicable: number
  unknown: number
  /** Answers in words, without a position. */
  inWords: number
  /** 0 to 1; null when there are too few positions. */
  disagreement: number | null
}

export function spreadOf(item: CountedItem): Spread {
  const scale = scaleLevels(item.scale)
  const levels = scale.map(() => 0)
  let [notApplicable, unknown, inWords] = [0, 0, 0]
  for (const [choice, value, people] of item.counts) {
    if (choice === 'not_applicable') notApplicable += people
    else if (choice === 'unknown') unknown += people
    else if (choice === null) inWords += people
    else {
      const place = scale.findIndex((level) => level.value === value)
      if (place >= 0) levels[place] = (levels[place] ?? 0) + people
    }
  }
  return { item, levels, notApplicable, unknown, inWords, disagreement: disagreement(levels) }
}

/** Widest disagreement first; then where most people do not know; then in the questionnaire's order. */
export const byDisagreement = (spreads: readonly Spread[]): Spread[] =>
  [...spreads].sort(
    (one, other) => (other.disagreement ?? -1) - (one.disagreement ?? -1) || other.unknown - one.unknown || one.item.position - other.item.position,
  )

export const isAgreed = (item: Pick<CountedItem, 'agreedChoice'>): boolean => item.agreedChoice !== null

export interface Filter {
  phase: Phase | null
  theme: string | null
  openOnly: boolean
}

export const passes = ({ item }: Spread, filter: Filter): boolean =>
  (filter.phase === null || item.phase === filter.phase) && (filter.theme === null || item.themeTitle === filter.theme) && !(filter.openOnly && isAgreed(item))

/** What a group notes of one question. */
export interface Agreed {
  choice: AgreedChoice | null
  value: number | null
  reason: string
  minorityView: string
}

export const nothingAgreed: Agreed = { choice: null, value: null, reason: '', minorityView: '' }

/** Reads an agreed position as forms send it: a value of the scale, 'not_applicable', 'unknown', 'worded'; anything else is none yet. */
export function readAgreed(scale: Scale, choice: string, texts: { reason: string; minorityView: string }): Agreed {
  if (choice === 'not_applicable' || choice === 'unknown' || choice === 'worded') return { choice, value: null, ...texts }
  const value = /^\d{1,4}$/.test(choice) ? Number(choice) : null
  return value !== null && isValue(scale, value) ? { choice: 'rated', value, ...texts } : { choice: null, value: null, ...texts }
}

export const agreedField = (agreed: Agreed): string => (agreed.choice === 'rated' ? String(agreed.value) : (agreed.choice ?? ''))

export const sameAgreed = (one: Agreed, other: Agreed): boolean =>
  one.choice === other.choice && one.value === other.value && one.reason === other.reason && one.minorityView === other.minorityView

export const tooLongFields = (agreed: Agreed): ('reason' | 'minorityView')[] =>
  (['reason', 'minorityView'] as const).filter((name) => agreed[name].length > longestText)

/** Why an agreed position cannot be taken. */
export type Refusal = 'not-lead' | 'still-answering' | 'validated' | 'no-question' | 'too-long' | 'conflict'

export function agreeObstacle(state: EvaluationState): Refusal | null {
  switch (state) {
    case 'composing':
    case 'answering':
      return 'still-answering'
    case 'agreeing':
      return null
    case 'validated':
      return 'validated'
  }
}
