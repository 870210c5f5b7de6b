import type { Direction } from '../pack/indicator.ts'
import { comparePeriods } from '../period.ts'
import type { Target } from './own-store.ts'
import { comparableOf, latestOf } from './series.ts'
import type { Series } from './series.ts'

/** What a figure may propose to a team, which decides: what was aimed at is reached, is nearer than before, or is not. */
type Proposal = 'reached' | 'nearer' | 'not-yet'

export interface Proposed {
  proposal: Proposal
  target: Target
}

/**
 * From what the school itself said that it aims at: the first aim for the latest figure's period or later. Without an aim, or where neither way is
 * better, a figure proposes nothing: a number alone is neither good nor bad.
 */
export function proposalOf(series: Series, targets: readonly Target[], direction: Direction): Proposed | null {
  const latest = latestOf(series)
  if (!latest || latest.value === null || direction === 'context') return null
  const target = targets
    .filter(({ measure, period }) => measure === series.measure && comparePeriods(period, latest.period) >= 0)
    .sort((one, other) => comparePeriods(one.period, other.period))[0]
  if (!target) return null
  if (isReached(latest.value, target.value, direction)) return { proposal: 'reached', target }
  const before = comparableOf(series).findLast((point) => point.value !== null && point.period !== latest.period)
  const nearer =
    before?.value !== undefined && before.value !== null && distance(latest.value, target.value, direction) < distance(before.value, target.value, direction)
  return { proposal: nearer ? 'nearer' : 'not-yet', target }
}

function isReached(value: number, target: number, direction: Direction): boolean {
  if (direction === 'up') return value >= target
  return direction === 'down' ? value <= target : Math.abs(value) <= Math.abs(target)
}

const distance = (value: number, target: number, direction: Direction): number =>
  direction === 'towards-zero' ? Math.abs(value) - Math.abs(target) : Math.abs(value - target)
