import type { Share, QuestionFigures, QuestionResult } from './document.ts'
import { answeredOf } from './atoms.ts'
import type { Sum } from './atoms.ts'
import { noiseVariance } from './noise.ts'
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

/** A closed question in a ballot. `several`: each answer is ticked or not, and counts as a question of its own. */
export interface CountedQuestion {
  code: string
  categories: number
  several: boolean
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
}

const plain: Drawn = { several: false, levels: null, values: null }

export const drawnAt = ({ drawn }: Telling, question: number): Drawn => drawn[question] ?? plain

/**
 * Figures of blurred counts. `exact` false: all answered nearly the same, and only that is told, where it is true of every answer that it was given by at most
 * five or at least ninety-five in a hundred.
 */
export function resultOf(sum: Sum, drawn: Drawn, exact: boolean): QuestionResult {
  const { answers, base } = toldCounts(sum, drawn.several)
  const shares = answers.map((some) => shareOf(some, base))
  if (!exact && shares.some((share) => typeof share === 'number')) return { shown: false }
  return { shown: true, figures: { base: roundDown(answeredOf(sum)), shares, ...(exact ? scaleFigures(answers, sum.atoms, drawn) : {}) } }
}

/** What shares are computed of: no count under nought; of several answers, each lies between nobody and all who answered. */
export function toldCounts(sum: Sum, several: boolean): { answers: number[]; base: number } {
  const answers = [...sum.counts.subarray(1)].map((some) => Math.max(0, some))
  if (!several) return { answers, base: answers.reduce((total, some) => total + some, 0) }
  const base = Math.max(1, answeredOf(sum))
  return { answers: answers.map((some) => Math.min(some, base)), base }
}

/** What only the levels of a scale can say: « je ne sais pas » is on neither side. */
function scaleFigures(answers: readonly number[], atoms: number, { levels, values }: Drawn): Pick<QuestionFigures, 'favourable' | 'mean'> {
  if (levels === null) return {}
  const given = answers.slice(0, levels)
  const positioned = given.reduce((sum, some) => sum + some, 0)
  const good = given.slice(Math.ceil(levels / 2)).reduce((sum, some) => sum + some, 0)
  const part = positioned === 0 ? 0 : Math.round((good / positioned) * 100) / 100
  const favourable = { share: shareOf(good, positioned), ...intervalOf(part, roundDown(positioned), levels, atoms) }
  if (!values || positioned === 0) return { favourable }
  const mean = given.reduce((sum, some, level) => sum + some * (values[level] ?? 0), 0) / positioned
  return { favourable, mean: Math.round(mean * 10) / 10 }
}

/**
 * Wilson's 95 % interval of a favourable part of so many people, in whole percents. The noise of their atoms counts as so many people fewer: those among whom
 * chance alone would leave the part as unsure.
 */
export function intervalOf(part: number, people: number, levels: number, atoms: number): { low: number; high: number } {
  // Two of each added (Agresti, Coull 1998), so that a part of nought has a variance.
  const middle = (part * people + 2) / (people + 4)
  const good = Math.floor(levels / 2)
  const byChance = middle * (1 - middle)
  const byNoise = people === 0 ? 0 : ((noiseVariance * atoms) / people) * (good * (1 - middle) ** 2 + (levels - good) * middle ** 2)
  const like = (people * byChance) / (byChance + byNoise)
  const { low, high } = wilson(part * like, like)
  return { low: Math.round(low * 100), high: Math.round(high * 100) }
}
