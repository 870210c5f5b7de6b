import { endOf } from '../period.ts'
import type { Point } from '../values/series.ts'

/** The last figure before an action began ('YYYY-MM-DD'), and the latest after; either may be missing. Of an action without a beginning, only the latest. */
export function aroundAction(points: readonly Point[], startedOn: string | null): { before: Point | null; after: Point | null } {
  const known = points.filter((point) => point.value !== null)
  if (startedOn === null) return { before: null, after: known.at(-1) ?? null }
  const start = endOf(startedOn)
  return { before: known.findLast((point) => endOf(point.period) <= start) ?? null, after: known.findLast((point) => endOf(point.period) > start) ?? null }
}
