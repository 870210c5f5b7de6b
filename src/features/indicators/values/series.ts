import type { Missing } from '../tables.ts'
import { comparePeriods } from '../period.ts'

/** Where one figure comes from: what « D’où vient ce chiffre ? » says. */
export type Provenance =
  | { kind: 'published'; dataset: string; importId: string; fileName: string; importedAt: Date; line: number; column: string }
  | { kind: 'typed'; by: string; at: Date; note: string }
  | { kind: 'file'; by: string; at: Date; fileName: string; note: string }
  /** Counted by the site when it is shown. */
  | { kind: 'counted'; counts: string }
  | { kind: 'survey'; surveyId: string; partId: string; title: string; questions: number }
  /** « 77 % = 154 / 200 », each with where it comes from. */
  | { kind: 'computed'; trace: string }

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

/** Those comparable with the latest: after the last break that has figures on both sides. */
export function comparableOf({ points, breaks }: Series): Point[] {
  const last = breaks
    .filter(({ from }) => points.some((point) => comparePeriods(point.period, from) >= 0))
    .sort((one, other) => comparePeriods(one.from, other.from))
    .at(-1)
  return points.filter((point) => !last || comparePeriods(point.period, last.from) >= 0)
}
