import { differenceOf } from '../release/difference.ts'
import type { Estimate } from '../release/difference.ts'
import type { PartFigures, QuestionFigures, QuestionResult, Share } from '../release/document.ts'

/** An interval wider than this says too little to conclude, in points of a hundred. */
export const widestToConclude = 30
/** A strong point: even the low end of its interval is above; a weak one: even its high end is below. */
const strongFrom = 66
const weakUpTo = 50
/** Texts of one question and one audience are shown from so many up, whatever the survey's own threshold. */
const leastTexts = 11

export const fewestTexts = (threshold: number): number => Math.max(leastTexts, threshold)

/** Points put on top of a page, of each kind. */
const mostPoints = 3

/** Whether its interval is narrow enough to say where the share stands. */
export const canConclude = ({ favourable }: QuestionFigures): boolean => favourable !== undefined && favourable.high - favourable.low <= widestToConclude

/** Even the low end of its interval is above. */
export const isStrong = ({ favourable }: QuestionFigures): boolean => favourable !== undefined && favourable.low >= strongFrom
/** Even the high end of its interval is below. */
export const isWeak = ({ favourable }: QuestionFigures): boolean => favourable !== undefined && favourable.high <= weakUpTo

export interface Point {
  code: string
  figures: QuestionFigures
}

const shownPoints = (figures: PartFigures): Point[] =>
  Object.entries(figures.questions).flatMap(([code, result]) => (result.shown && result.figures.favourable ? [{ code, figures: result.figures }] : []))

/** The strongest points, the surest first: by the low end of the interval, so that a small group does not come first by luck. */
export const strongPoints = (figures: PartFigures): Point[] =>
  shownPoints(figures)
    .filter((point) => isStrong(point.figures))
    .sort((one, other) => (other.figures.favourable?.low ?? 0) - (one.figures.favourable?.low ?? 0))
    .slice(0, mostPoints)

/** The weakest points, the surest first. */
export const weakPoints = (figures: PartFigures): Point[] =>
  shownPoints(figures)
    .filter((point) => isWeak(point.figures))
    .sort((one, other) => (one.figures.favourable?.high ?? 0) - (other.figures.favourable?.high ?? 0))
    .slice(0, mostPoints)

export type Change = 'up' | 'down' | 'unsure'

/** Whether favourable answers changed since last time: only when the interval of the difference leaves zero out. Null where one of the two is not shown. */
export function changeSince(now: QuestionResult | undefined, before: QuestionResult | undefined): Change | null {
  if (!now?.shown || !before?.shown) return null
  const difference = favourableDifference(now.figures, before.figures)
  if (!difference) return null
  if (difference.low > 0) return 'up'
  return difference.high < 0 ? 'down' : 'unsure'
}

/** Between the favourable shares of two samples, in points of a hundred; null where one of them has none. */
export const favourableDifference = (one: QuestionFigures, other: QuestionFigures): Estimate | null =>
  one.favourable && other.favourable ? differenceOf(estimateOf(one.favourable), estimateOf(other.favourable)) : null

const estimateOf = ({ share, low, high }: NonNullable<QuestionFigures['favourable']>): Estimate => ({
  middle: typeof share === 'number' ? share : (low + high) / 2,
  low,
  high,
})

/** For drawing only: the middle of what a masked share may be. */
export function lengthOf(share: Share): number {
  if (share === 'low') return 2.5
  return share === 'high' ? 97.5 : share
}
