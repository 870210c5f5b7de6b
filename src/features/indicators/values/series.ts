import type { Missing } from '../tables.ts'
import { comparePeriods } from '../period.ts'
import type { Trace } from '../formula/formula.ts'

/** Where one figure comes from: what « D’où vient ce chiffre ? » says. */
export type Provenance =
  | { kind: 'published'; dataset: string; importId: string; fileName: string; importedAt: Date; line: number; column: string }
  | { kind: 'typed'; by: string; at: Date; note: string }
  | { kind: 'file'; by: string; at: Date; fileName: string; note: string }
  /** Counted by the site when it is shown. */
  | { kind: 'counted'; counts: string }
  | { kind: 'survey'; surveyId: string; partId: string; title: string; questions: number }
  /** « 77 % = 154 / 200 », each with its name: said by formula/say-trace.ts. */
  | { kind: 'computed'; trace: Trace; percent: boolean; nameOf: (code: string) => string }

/** One figure of one period; `value` is null exactly when `missing` is not. */
export interface Point {
  period: string
  value: number | null
  missing: Missing | null
  /** Why it is missing, where somebody or something says so. */
  reason?: string
  /** People counted, where they are known: they tell how sure a share is. */
  numerator: number | null
  denominator: number | null
  provenance: Provenance
}

export interface Break {
  /** First period that is not comparable with those before. */
  from: string
  sentence: string
}

/** One measure over time, oldest first. */
export interface Series {
  measure: string
  points: readonly Point[]
  breaks: readonly Break[]
}

/** One point a period, the first given winning; in the order of time. */
export function orderPoints(points: readonly Point[]): Point[] {
  const byPeriod = new Map<string, Point>()
  for (const point of points) if (!byPeriod.has(point.period)) byPeriod.set(point.period, point)
  return [...byPeriod.values()].sort((one, other) => comparePeriods(one.period, other.period))
}

/** The latest figure that is there; null when none is. */
export const latestOf = ({ points }: Series): Point | null => points.findLast((point) => point.value !== null) ?? null

/** Places of the given periods, oldest first, before which a break is drawn: the first at or after each; never the very first, which has nothing before it. */
export const placesOfBreaks = (breaks: readonly Break[], periods: readonly string[]): Set<number> =>
  new Set(breaks.map(({ from }) => periods.findIndex((period) => comparePeriods(period, from) >= 0)).filter((place) => place > 0))

/** Those comparable with the latest: after the last break that has figures on both sides. */
export function comparableOf({ points, breaks }: Series): Point[] {
  const last = breaks
    .filter(({ from }) => points.some((point) => comparePeriods(point.period, from) >= 0))
    .sort((one, other) => comparePeriods(one.from, other.from))
    .at(-1)
  return points.filter((point) => !last || comparePeriods(point.period, last.from) >= 0)
}
