/** 97.5th percentile of the normal law: two-sided 95 %. */
export const z = 1.959964

/** 95 % score interval of a proportion (Wilson 1927), as shares from 0 to 1; honest for small groups and near the ends. */
export function wilson(successes: number, people: number): { low: number; high: number } {
  if (people === 0) return { low: 0, high: 1 }
  const share = successes / people
  const middle = share + (z * z) / (2 * people)
  const spread = z * Math.sqrt((share * (1 - share)) / people + (z * z) / (4 * people * people))
  const whole = 1 + (z * z) / people
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}
