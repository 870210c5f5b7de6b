/** Under this many schools a count could point at one of them (architecture.md: aggregates only). */
export const fewestSchools = 5

export type Counted = { say: 'few' } | { say: 'most' } | { say: 'exact'; number: number }

/**
 * How a count among the schools of an académie is said. Fewer than five schools are not counted, nor are the fewer than five that would
 * be left over: they would be found by taking away.
 */
export function sayCount(number: number, total: number): Counted {
  if (number < fewestSchools) return { say: 'few' }
  return total - number < fewestSchools ? { say: 'most' } : { say: 'exact', number }
}
