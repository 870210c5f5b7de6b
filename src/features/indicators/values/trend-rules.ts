import { differenceOf } from '../../surveys/release/difference.ts'
import type { Estimate } from '../../surveys/release/difference.ts'
import { wilson } from '../../surveys/release/wilson.ts'
import type { Direction, Unit } from '../pack/indicator.ts'
import { isCumulated } from '../period.ts'
import type { Point } from './series.ts'

/** Fewest earlier figures whose usual movement tells an unusual one, where nothing says how many people are behind. */
const fewestEarlier = 4
/** So many times their usual movement: rarer than one time in twenty if nothing changed. */
export const unusual = 2
/** Under so many people, one or two of them make the figure. */
export const fewPeople = 20

/** `few`: too few figures or people to conclude; `unsure`: what moved may be chance. */
export type Trend = 'up' | 'down' | 'unsure' | 'few'

/** Whether the latest figure differs from the one before by more than chance. Figures before a break are not given. */
export function trendOf(points: readonly Point[], unit: Unit): Trend {
  const known = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]))
  const [before, now] = known.slice(-2)
  if (!before || !now) return 'few'
  const people = bySamples(before, now, unit)
  return people ?? byMovement(known.map((point) => point.value))
}

interface Known extends Point {
  value: number
}

/**
 * Of two shares whose people are known: the interval of their difference leaves zero out (Newcombe 1998, method 10). Two cumulated figures share a year of
 * people, so that they are never told apart this way. Null where people are not known.
 */
function bySamples(before: Known, now: Known, unit: Unit): Trend | null {
  if (unit !== 'percent' || !before.denominator || !now.denominator) return null
  if (isCumulated(before.period) || isCumulated(now.period)) return null
  if (Math.min(before.denominator, now.denominator) < fewPeople) return 'few'
  const { low, high } = differenceOf(partOf(now), partOf(before))
  if (low > 0) return 'up'
  return high < 0 ? 'down' : 'unsure'
}

function partOf({ value, denominator }: Known): Estimate {
  const people = denominator ?? 0
  const middle = value / 100
  return { middle, ...wilson(Math.max(0, Math.min(1, middle)) * people, people) }
}

/** Of figures alone: the last step is unusual beside the earlier ones. */
function byMovement(values: readonly number[]): Trend {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  const [last = 0, earlier] = [steps.at(-1), steps.slice(0, -1)]
  if (earlier.length < fewestEarlier - 1) return 'few'
  const usual = Math.sqrt(earlier.reduce((sum, step) => sum + step * step, 0) / earlier.length)
  if (Math.abs(last) <= unusual * usual) return 'unsure'
  return last > 0 ? 'up' : 'down'
}

/** Whether a sure change goes the way that is wished; null where neither way is. */
export function isBetter(trend: Trend, direction: Direction, points: readonly Point[]): boolean | null {
  if (trend !== 'up' && trend !== 'down') return null
  if (direction === 'up') return trend === 'up'
  if (direction === 'down') return trend === 'down'
  if (direction === 'context') return null
  const [before, now] = points.flatMap((point) => point.value ?? []).slice(-2)
  return before === undefined || now === undefined ? null : Math.abs(now) < Math.abs(before)
}

interface Pooled {
  first: string
  last: string
  value: number
  people: number
}

/** Small years put together, so that one or two people no longer make the figure: the latest years whose people are known, until there are enough. */
export function poolYears(points: readonly Point[], unit: Unit): Pooled | null {
  if (unit !== 'percent') return null
  const known = points.filter((point) => point.value !== null && point.denominator && !isCumulated(point.period))
  const latest = known.at(-1)
  if (!latest || (latest.denominator ?? 0) >= fewPeople) return null
  let [people, sum, index] = [0, 0, known.length]
  while (index > 0 && people < fewPeople) {
    index -= 1
    const point = known[index]
    people += point?.denominator ?? 0
    sum += ((point?.value ?? 0) / 100) * (point?.denominator ?? 0)
  }
  const first = known[index]
  if (people < fewPeople || !first || first === latest) return null
  return { first: first.period, last: latest.period, value: Math.round((sum / people) * 1000) / 10, people }
}

/** The 95 % interval of a share whose people are known, in whole percents. */
export function intervalOf({ value, denominator }: Point, unit: Unit): { low: number; high: number } | null {
  if (unit !== 'percent' || value === null || !denominator) return null
  const { low, high } = wilson(Math.max(0, Math.min(1, value / 100)) * denominator, denominator)
  return { low: Math.round(low * 100), high: Math.round(high * 100) }
}
