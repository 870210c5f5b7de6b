import type { Share, QuestionFigures, QuestionResult } from './document.ts'
import { wilson } from './wilson.ts'

/** Numbers of people are told rounded down to this, so that two surveys cannot be compared person by person. */
export const roundedTo = 5
/** Below this share, and above its complement, only that is told. */
export const figuresEdge = 0.05

export const roundDown = (people: number): number => Math.floor(people / roundedTo) * roundedTo

export function shareOf(people: number, base: number): Share {
  const share = base === 0 ? 0 : people / base
  if (share < figuresEdge) return 'low'
  return share > 1 - figuresEdge ? 'high' : Math.round(share * 100)
}

/** What a question's figures are drawn as. `levels`: of a scale, its levels, « je ne sais pas » being the answer after them. */
export interface Drawn {
  levels: number | null
  /** Values of the levels where they are equal steps of a number. */
  values: readonly number[] | null
}

/**
 * `counts`: place 0 people without an answer, then people by answer. `exact` false: all answered nearly the same, and only that is told, where it is true
 * of every answer that it was given by at most five or at least ninety-five in a hundred.
 */
export function resultOf(counts: Int32Array, people: number, drawn: Drawn, exact: boolean): QuestionResult {
  const base = people - (counts[0] ?? 0)
  const shares = [...counts.subarray(1)].map((some) => shareOf(some, base))
  if (!exact && shares.some((share) => typeof share === 'number')) return { shown: false, why: 'alike' }
  return { shown: true, figures: figuresOf(counts, base, shares, drawn, exact) }
}

function figuresOf(counts: Int32Array, base: number, shares: readonly Share[], drawn: Drawn, exact: boolean): QuestionFigures {
  const answers = [...counts.subarray(1)]
  const figures: QuestionFigures = { base: roundDown(base), shares }
  if (drawn.levels === null || !exact) return figures
  const levels = answers.slice(0, drawn.levels)
  const positioned = levels.reduce((sum, some) => sum + some, 0)
  const good = levels.slice(Math.ceil(drawn.levels / 2)).reduce((sum, some) => sum + some, 0)
  // On the rounded base and the whole percent: from exact counts the two ends would give the number of people back.
  const rounded = roundDown(positioned)
  const { low, high } = wilson(rounded * (positioned === 0 ? 0 : Math.round((good / positioned) * 100) / 100), rounded)
  const favourable = { share: shareOf(good, positioned), low: Math.round(low * 100), high: Math.round(high * 100) }
  if (!drawn.values || positioned === 0) return { ...figures, favourable }
  const mean = levels.reduce((sum, some, level) => sum + some * (drawn.values?.[level] ?? 0), 0) / positioned
  return { ...figures, favourable, mean: Math.round(mean * 10) / 10 }
}
