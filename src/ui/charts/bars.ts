import { scaleLinear } from 'd3-scale'
import { classes, html, when, type Content, type Html } from '../html.ts'
import { figure, percent, type Chart } from './figure.ts'

/** `value` null: unknown, drawn as no bar and said in words by `text`. */
export type Bar = { label: Content; value: number | null; text: Content; tone?: 'main' | 'quiet' | 'plan' | 'do' | 'check' | 'act' }

export type Bars = Chart & { bars: readonly Bar[]; /** The end of the axis; the largest value when absent. */ max?: number }

/** From zero, one bar a line, its figure written beside it. */
export function bars(chart: Bars): Html {
  const largest = chart.max ?? Math.max(0, ...chart.bars.map((bar) => bar.value ?? 0))
  const width = scaleLinear([0, largest || 1], [0, 1]).clamp(true)
  return figure(
    chart,
    'bars',
    html`<ul class="q-bars" aria-label="${chart.description}">${chart.bars.map(
      (bar) => html`<li class="q-bars__line"><span class="q-bars__label">${bar.label}</span>
<svg class="q-chart q-bars__bar" width="100%" height="18" aria-hidden="true" focusable="false"><rect class="q-bars__track" width="100%" height="18" rx="3"/>${when(
        bar.value !== null,
        () => html`<rect class="${classes('q-bars__fill', `q-tone-${bar.tone ?? 'main'}`)}" width="${percent(width(bar.value ?? 0))}" height="18" rx="3"/>`,
      )}</svg>
<span class="q-bars__text">${bar.text}</span></li>`,
    )}</ul>`,
  )
}
