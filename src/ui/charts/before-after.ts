import { html, type Html } from '../html.ts'
import { figure, type Chart } from './figure.ts'

/** Positions are indexes in `levels` from 0; null is unknown and stays blank. */
export type BeforeAfterRow = { label: string; before: number | null; after: number | null; text: string }

export type BeforeAfter = Chart & { levels: readonly string[]; beforeLabel: string; afterLabel: string; rows: readonly BeforeAfterRow[] }

/** Agreed positions of the last cycle and of this one, item by item. */
export function beforeAfter(chart: BeforeAfter): Html {
  return figure(chart, html`${chart.rows.map((row) => row.text)}`, 'before-after')
}
