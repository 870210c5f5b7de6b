import { html, type Html } from '../html.ts'
import { figure, type Chart } from './figure.ts'

/** `value` null: unknown, drawn as no bar and said in words. */
export type Bar = { label: string; value: number | null; text: string; href?: string; tone?: 'main' | 'quiet' | 'plan' | 'do' | 'check' | 'act' }

export type Bars = Chart & { bars: readonly Bar[]; /** The end of the axis; the largest value when absent. */ max?: number }

export function bars(chart: Bars): Html {
  return figure(chart, html`${chart.bars.map((bar) => bar.text)}`, 'bars')
}
