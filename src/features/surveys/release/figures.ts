import type { Share, QuestionFigures, QuestionResult } from './document.ts'
import { blur } from './noise.ts'
import type { Noise } from './noise.ts'
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
  /** Several answers may be given: each is a share of those who answered. */
  several: boolean
  levels: number | null
  /** Values of the levels where they are equal steps of a number. */
  values: readonly number[] | null
}

/** How figures are told of what was counted. */
export interface Telling {
  /** By question. */
  drawn: readonly Drawn[]
  threshold: number
  noise: Noise
}

const plain: Drawn = { several: false, levels: null, values: null }

export const drawnAt = ({ drawn }: Telling, question: number): Drawn => drawn[question] ?? plain

/**
 * `counts`: place 0 people without an answer, then people by answer. They are blurred before anything is computed. `exact` false: all answered nearly the
 * same, and only that is told, where it is true of every answer that it was given by at most five or at least ninety-five in a hundred.
 */
export function resultOf(counts: Int32Array, people: number, drawn: Drawn, exact: boolean, noise: Noise): QuestionResult {
  const base = people - (counts[0] ?? 0)
  const blurred = blur(counts, drawn.several, base, noise)
  const shares = blurred.answers.map((some) => shareOf(some, blurred.base))
  if (!exact && shares.some((share) => typeof share === 'number')) return { shown: false, why: 'alike' }
  return { shown: true, figures: figuresOf(blurred.answers, base, shares, drawn, exact) }
}

function figuresOf(answers: readonly number[], base: number, shares: readonly Share[], drawn: Drawn, exact: boolean): QuestionFigures {
  const figures: QuestionFigures = { base: roundDown(base), shares }
  if (drawn.levels === null || !exact) return figures
  const levels = answers.slice(0, drawn.levels)
  const positioned = levels.reduce((sum, some) => sum + some, 0)
  const good = levels.slice(Math.ceil(drawn.levels / 2)).reduce((sum, some) => sum + some, 0)
  const rounded = roundDown(positioned)
  const { low, high } = wilson(rounded * (positioned === 0 ? 0 : Math.round((good / positioned) * 100) / 100), rounded)
  const favourable = { share: shareOf(good, positioned), low: Math.round(low * 100), high: Math.round(high * 100) }
  if (!drawn.values || positioned === 0) return { ...figures, favourable }
  const mean = levels.reduce((sum, some, level) => sum + some * (drawn.values?.[level] ?? 0), 0) / positioned
  return { ...figures, favourable, mean: Math.round(mean * 10) / 10 }
}
