import type { Arithmetic, Comparison, Reason } from './formula.ts'
import { comparedDigits } from './limits.ts'

export type Computed = { value: number | boolean } | { reason: Reason }

/** Nothing divides by zero: the reason is given instead. May give what is not finite, which is told apart (compute-formula.ts). */
export function calculate(operator: Arithmetic, left: number, right: number): Computed {
  if (operator === '/') return right === 0 ? { reason: 'no-denominator' } : { value: left / right }
  if (operator === '*') return { value: left * right }
  return { value: operator === '+' ? left + right : left - right }
}

/** As a reader compares: 0,1 + 0,2 equals 0,3. */
export function compare(operator: Comparison, left: number, right: number): boolean {
  const difference = near(left) - near(right)
  if (operator === '=') return difference === 0
  if (operator === '≠') return difference !== 0
  if (operator === '<') return difference < 0
  if (operator === '≤') return difference <= 0
  return operator === '>' ? difference > 0 : difference >= 0
}

const near = (value: number): number => Number(value.toPrecision(comparedDigits))

/** In percent. */
export const shareOf = (numerator: number, denominator: number): Computed =>
  denominator === 0 ? { reason: 'no-denominator' } : { value: (numerator * 100) / denominator }

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
/** Zero for none. */
export const sumOf = (values: readonly number[]): Computed => ({ value: add(values) })
/** Of none, no mean. */
export const meanOf = (values: readonly number[]): Computed => (values.length === 0 ? { reason: 'no-denominator' } : { value: add(values) / values.length })

/** Half goes away from zero, as people round: 2,5 gives 3 and -2,5 gives -3. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  // 1,005 × 100 is 100,499… for the machine: what it shows is rounded, not what it holds.
  const shown = Number((Math.abs(value) * scale).toPrecision(15))
  return (Math.sign(value) * Math.round(shown)) / scale
}
