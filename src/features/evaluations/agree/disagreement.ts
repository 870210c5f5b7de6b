/** Fewer people than this on the scale, and there is no spread to speak of: one alone agrees with herself. */
export const fewestForSpread = 2

/** From this share of the people on one level, the group leans there; at both ends, it is split. */
export const leaningShare = 2 / 3
export const splitShare = 1 / 3

/** From this share of all the answers, « je ne sais pas » is worth saying beside the finding. */
export const unknownShare = 1 / 3

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/**
 * How far apart people stand on an ordered scale, from 0 (all on one level) to 1 (half at each end); null under fewestForSpread.
 * `counts`: people by level, in the scale's order. « I do not know » and « not concerned » are no positions and stay out.
 *
 * It is the mean number of levels between two people taken at random, divided by the largest possible for as many people: the index of
 * ordinal variation of Berry and Mielke (1992, Perceptual and Motor Skills 74), which Blair and Lacy (2000, Sociological Methods & Research
 * 28) call 1 − l². Chosen because it can be said in one sentence, needs no mean of ranks nor any distance between levels other than
 * their order (it is a sum over cumulative counts), is the same read from either end, and is highest for two opposed camps, where
 * a deviation from the median or an entropy would put answers scattered at random first.
 */
export function disagreement(counts: readonly number[]): number | null {
  const people = total(counts)
  if (people < fewestForSpread || counts.length < 2) return null
  const half = Math.floor(people / 2)
  let below = 0
  let apart = 0
  for (const count of counts.slice(0, -1)) {
    below += count
    apart += below * (people - below)
  }
  return apart / ((counts.length - 1) * half * (people - half))
}

/** What the counts say, to be put in words. `low`, `high`, `level`: places in the scale, from 0. */
export type Finding =
  | { kind: 'nobody' }
  | { kind: 'alone'; level: number }
  | { kind: 'same'; level: number; people: number }
  | { kind: 'split'; low: number; high: number }
  | { kind: 'leaning'; level: number; count: number; people: number }
  | { kind: 'near'; low: number; high: number }
  | { kind: 'wide'; low: number; high: number }

export function findingOf(counts: readonly number[]): Finding {
  const people = total(counts)
  if (people === 0) return { kind: 'nobody' }
  const low = counts.findIndex((count) => count > 0)
  const high = counts.findLastIndex((count) => count > 0)
  if (people < fewestForSpread) return { kind: 'alone', level: low }
  if (low === high) return { kind: 'same', level: low, people }
  const [first = 0, last = 0] = [counts[0], counts.at(-1)]
  if (Math.min(first, last) >= people * splitShare) return { kind: 'split', low: first, high: last }
  const most = Math.max(...counts)
  if (most >= people * leaningShare) return { kind: 'leaning', level: counts.indexOf(most), count: most, people }
  return high - low === 1 ? { kind: 'near', low, high } : { kind: 'wide', low, high }
}
