import { attributes, classes, html, nothing, when, type Html } from '../html.ts'
import { figure, type Chart } from './figure.ts'

export type SpreadLevel = { value: string; label: string; count: number }

export type SpreadDots = Chart & {
  /** The scale, in its own order: 2 to 10 levels. */
  levels: readonly SpreadLevel[]
  /** For two contrasting statements: what stands at each end. Absent: the first and last labels. */
  ends?: readonly [string, string]
  /** « Non concerné », « Je ne sais pas »: counted apart, never on the scale. */
  apart?: readonly { label: string; count: number }[]
  /** The position agreed by the group: value of a level, and what to call it. */
  agreed?: { value: string; label: string } | undefined
}

const step = 14
const radius = 5.5

/** One dot per answer, always of the same size, so that 5 answers look like 5 and 60 like 60. */
export function spreadDots(chart: SpreadDots): Html {
  const perRow = dotsPerRow(chart.levels.length)
  const tallest = Math.max(2, ...chart.levels.map((level) => Math.ceil(level.count / perRow)))
  const column = (level: SpreadLevel): Html => {
    const agreed = chart.agreed?.value === level.value
    return html`<li class="${classes('q-spread__level', agreed && 'q-spread__level--agreed')}">${dots(level.count, perRow, tallest)}
<span class="q-spread__count">${level.count}</span><span class="q-spread__name"><span class="q-spread__value">${level.value}</span>${when(!chart.ends, () => html`<span class="q-spread__label"> – ${level.label}</span>`)}</span>${when(agreed, marker)}</li>`
  }
  const [first, last] = chart.ends ?? [chart.levels.at(0)?.label ?? '', chart.levels.at(-1)?.label ?? '']
  return figure(
    chart,
    'spread',
    html`<div role="img" aria-label="${chart.description}"><ol class="q-spread q-spread--${chart.levels.length}">${chart.levels.map(column)}</ol>
<p class="${classes('q-spread__ends', chart.ends && 'q-spread__ends--always')}"><span>${first}</span><span>${last}</span></p>
${when(chart.agreed, () => html`<p class="q-spread__agreed">${marker()} ${chart.agreed?.label}</p>`)}
${when(chart.apart?.length, () => html`<ul class="q-spread__apart">${(chart.apart ?? []).map(apart)}</ul>`)}</div>`,
  )
}

/** As many side by side as the narrowest column of a telephone holds. */
function dotsPerRow(levels: number): number {
  const narrowest = 320
  return Math.max(2, Math.min(7, Math.floor(narrowest / levels / step)))
}

/** Rows of dots from the ground up. A row is one dotted line: zero-length dashes with round ends are dots, and weigh nothing. */
function dots(count: number, perRow: number, tallest: number): Html {
  const [width, height] = [perRow * step, tallest * step]
  const rows = Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
    const inRow = Math.min(perRow, count - row * perRow)
    const x = (width - (inRow - 1) * step) / 2
    return `M${x} ${height - step / 2 - row * step}h${(inRow - 1) * step + 0.01}`
  })
  const path = rows.length === 0 ? nothing : html`<path class="q-dots" stroke-width="${radius * 2}" stroke-dasharray="0 ${step}" d="${rows.join('')}"/>`
  return html`<svg class="q-chart"${attributes({ width, height, viewBox: `0 0 ${width} ${height}` })} aria-hidden="true" focusable="false">${path}</svg>`
}

function apart({ label, count }: { label: string; count: number }): Html {
  const line = Math.max(0, count - 1) * step
  const width = line + step
  return html`<li>${label} <span class="q-spread__apart-count">${count}</span>${when(
    count > 0,
    () =>
      html`<svg class="q-chart q-spread__hollow" width="${width}" height="${step}" viewBox="0 0 ${width} ${step}" aria-hidden="true" focusable="false"><path class="q-dots q-dots--apart" stroke-width="${radius * 2}" stroke-dasharray="0 ${step}" d="M${step / 2} ${step / 2}h${line + 0.01}"/><path class="q-dots q-dots--hole" stroke-width="${radius * 2 - 3}" stroke-dasharray="0 ${step}" d="M${step / 2} ${step / 2}h${line + 0.01}"/></svg>`,
  )}</li>`
}

function marker(): Html {
  return html`<svg class="q-spread__marker" width="16" height="14" viewBox="0 0 16 14" aria-hidden="true" focusable="false"><path d="M8 1l7 12H1z"/></svg>`
}
