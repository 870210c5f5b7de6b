import type { PartFigures, QuestionFigures, QuestionResult, Share } from '../release/document.ts'

/** An interval wider than this says too little to conclude, in points of a hundred. */
export const widestToConclude = 30
/** A strong point: even the low end of its interval is above; a weak one: even its high end is below. */
export const strongFrom = 66
export const weakUpTo = 50
/** Points put on top of a page, of each kind. */
export const mostPoints = 3

export const canConclude = ({ favourable }: QuestionFigures): boolean => favourable !== undefined && favourable.high - favourable.low <= widestToConclude

export interface Point {
  code: string
  figures: QuestionFigures
}

const shownPoints = (figures: PartFigures): Point[] =>
  Object.entries(figures.questions).flatMap(([code, result]) => (result.shown && result.figures.favourable ? [{ code, figures: result.figures }] : []))

/** The strongest points, the surest first: by the low end of the interval, so that a small group does not come first by luck. */
export const strongPoints = (figures: PartFigures): Point[] =>
  shownPoints(figures)
    .filter(({ figures: one }) => (one.favourable?.low ?? 0) >= strongFrom)
    .sort((one, other) => (other.figures.favourable?.low ?? 0) - (one.figures.favourable?.low ?? 0))
    .slice(0, mostPoints)

export const weakPoints = (figures: PartFigures): Point[] =>
  shownPoints(figures)
    .filter(({ figures: one }) => (one.favourable?.high ?? 100) <= weakUpTo)
    .sort((one, other) => (one.figures.favourable?.high ?? 0) - (other.figures.favourable?.high ?? 0))
    .slice(0, mostPoints)

export type Change = 'up' | 'down' | 'unsure'

/**
 * Whether favourable answers changed since last time: only when the interval of the difference leaves zero out (Newcombe 1998, method 10, from the two
 * Wilson intervals). Null where one of the two is not shown.
 */
export function changeSince(now: QuestionResult | undefined, before: QuestionResult | undefined): Change | null {
  if (!now?.shown || !before?.shown || !now.figures.favourable || !before.figures.favourable) return null
  const [one, other] = [boundsOf(now.figures.favourable), boundsOf(before.figures.favourable)]
  const difference = one.middle - other.middle
  const low = difference - Math.hypot(one.middle - one.low, other.high - other.middle)
  const high = difference + Math.hypot(one.high - one.middle, other.middle - other.low)
  if (low > 0) return 'up'
  return high < 0 ? 'down' : 'unsure'
}

function boundsOf({ share, low, high }: { share: Share; low: number; high: number }): { middle: number; low: number; high: number } {
  return { middle: typeof share === 'number' ? share : (low + high) / 2, low, high }
}

/** For drawing only: the middle of what a masked share may be. */
export function lengthOf(share: Share): number {
  if (share === 'low') return 2.5
  return share === 'high' ? 97.5 : share
}
