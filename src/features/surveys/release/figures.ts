import type { Share, QuestionFigures, QuestionResult } from './document.ts'
import { answeredOf } from './atoms.ts'
import type { Sum } from './atoms.ts'
import { noiseVariance } from './noise.ts'
import { wilson, z } from './wilson.ts'

/** Numbers of people are told rounded down to this, so that two surveys cannot be compared person by person. */
export const roundedTo = 5
/** Below this share, and above its complement, only that is told. */
export const figuresEdge = 0.05

/** To a multiple of five. */
export const roundDown = (people: number): number => Math.floor(people / roundedTo) * roundedTo

/** Whole percent of a base, or that it is extreme; of no base, « low ». */
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
  return { shown: true, figures: { base: roundDown(answeredOf(sum)), shares, ...(exact ? scaleFigures(sum, drawn) : {}) } }
}

/** What shares are computed of: no count under nought; of several answers, each lies between nobody and all who answered. */
export function toldCounts(sum: Sum, several: boolean): { answers: number[]; base: number } {
  const answers = [...sum.counts.subarray(1)].map((some) => Math.max(0, some))
  if (!several) return { answers, base: answers.reduce((total, some) => total + some, 0) }
  const base = Math.max(1, answeredOf(sum))
  return { answers: answers.map((some) => Math.min(some, base)), base }
}

/** What only the levels of a scale can say: « je ne sais pas » is on neither side. */
function scaleFigures(sum: Sum, { levels, values }: Drawn): Pick<QuestionFigures, 'favourable' | 'mean'> {
  if (levels === null) return {}
  const given = [...sum.counts.subarray(1, levels + 1)]
  const first = Math.ceil(levels / 2)
  // Levels are put together before what the noise took under nought is cut off: of many small counts, cutting each would add people.
  const [other, good] = [given.slice(0, first), given.slice(first)].map((some) => Math.max(0, total(some))) as [number, number]
  const positioned = other + good
  const part = positioned === 0 ? 0 : Math.round((good / positioned) * 100) / 100
  const favourable = { share: shareOf(good, positioned), ...intervalOf(part, roundDown(positioned), levels, sum.atoms) }
  const counted = given.map((some) => Math.max(0, some))
  if (!values || total(counted) === 0) return { favourable }
  const mean = total(counted.map((some, level) => some * (values[level] ?? 0))) / total(counted)
  return { favourable, mean: Math.round(mean * 10) / 10 }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/**
 * 95 % interval of a favourable part of so many people, in whole percents: Wilson's, widened on each side by what the noise of their atoms may have moved
 * (both are independent, so their widths add like the sides of a right angle; Newcombe 1998 puts two intervals together the same way).
 */
export function intervalOf(part: number, people: number, levels: number, atoms: number): { low: number; high: number } {
  if (people === 0) return { low: 0, high: 100 }
  // Two of each added (Agresti, Coull 1998), so that the noise does not vanish at nought.
  const middle = (part * people + 2) / (people + 4)
  const good = Math.floor(levels / 2)
  const spread = (z * Math.sqrt(noiseVariance * atoms * (good * (1 - middle) ** 2 + (levels - good) * middle ** 2))) / people
  const { low, high } = wilson(part * people, people)
  const percent = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100)
  return { low: percent(part - Math.hypot(part - low, spread)), high: percent(part + Math.hypot(high - part, spread)) }
}
