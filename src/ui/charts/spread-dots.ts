import { html, type Html } from '../html.ts'
import { figure, type Chart } from './figure.ts'

export type SpreadLevel = { value: string; label: string; count: number }

export type SpreadDots = Chart & {
  /** The scale, in its own order. */
  levels: readonly SpreadLevel[]
  /** For two contrasting statements: what stands at each end. Absent: the first and last labels. */
  ends?: readonly [string, string]
  /** « Non concerné », « Je ne sais pas »: counted apart, never on the scale. */
  apart?: readonly { label: string; count: number }[]
  /** The position agreed by the group: value of a level, and what to call it. */
  agreed?: { value: string; label: string } | undefined
}

/** One dot per answer, always of the same size, so that 5 answers look like 5 and 60 like 60. */
export function spreadDots(chart: SpreadDots): Html {
  return figure(chart, html`${chart.levels.map((level) => level.count)}`, 'spread')
}
