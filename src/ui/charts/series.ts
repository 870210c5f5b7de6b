import { scaleLinear, scalePoint } from 'd3-scale'
import { html, when, type Html } from '../html.ts'
import { figure, percent, type Chart } from './figure.ts'

/** One period. `value` null: a gap, and the line is not drawn through it. `low` and `high`: between what and what it may be. */
export type SeriesPoint = {
  label: string
  value: number | null
  /** The value as it is written beside its dot. */
  text: string
  low?: number | undefined
  high?: number | undefined
  /** Where other schools stand, as a range. */
  range?: { low: number; high: number } | undefined
  /** What is aimed at. */
  target?: number | undefined
  /** Not comparable with what came before. */
  breaks?: boolean | undefined
}

export type SeriesChart = Chart & {
  points: readonly SeriesPoint[]
  /** Words of the marks that are really there: « autres établissements », « visé »… */
  key: { value: string; range: string; target: string; break: string }
  small?: boolean
}

const height = { large: 180, small: 96 }
/** So many labels of periods stay apart: on a telephone, and on a small card. */
const mostLabels = { large: 6, small: 3 }

/** Figures over time. Read in grey as well: a full dot is a value, a hollow one is aimed at, a band is others, a dashed upright is a break. */
export function seriesChart(chart: SeriesChart): Html {
  const { points } = chart
  const values = points.flatMap(({ value, low, high, range, target }) =>
    [value, low, high, range?.low, range?.high, target].filter((one) => typeof one === 'number'),
  )
  const tall = chart.small ? height.small : height.large
  const y = scaleLinear([Math.min(...values, Infinity), Math.max(...values, -Infinity)], [tall - 14, 22])
  const x = scalePoint(
    points.map((_, index) => index),
    [0.06, 0.94],
  )
  const left = (index: number): string => percent(x(index) ?? 0.5)
  // One value alone, or all the same, stands in the middle.
  const top = (value: number): number => (values.length > 0 && Math.min(...values) < Math.max(...values) ? y(value) : tall / 2)
  const drawn = html`${points.map((point, index) => behind(point, left(index), top, tall))}${points.map((point, index) => lineTo(points[index - 1], point, left(index - 1), left(index), top))}
${points.map((point, index) => dots(point, left(index), top, index === points.length - 1))}`
  const step = Math.ceil(points.length / (chart.small ? mostLabels.small : mostLabels.large))
  const axis = points.map((point, index) =>
    (points.length - 1 - index) % step === 0 ? html`<text class="q-series__period" x="${left(index)}" y="15" text-anchor="middle">${point.label}</text>` : '',
  )
  const picture = html`<svg class="q-chart q-series" role="img" aria-label="${chart.description}" width="100%" height="${tall}" focusable="false">${drawn}</svg>
<svg class="q-chart" width="100%" height="22" aria-hidden="true" focusable="false">${axis}</svg>${legend(chart)}`
  return figure(chart, 'series', picture)
}

type Top = (value: number) => number

function behind({ range, low, high, breaks }: SeriesPoint, x: string, top: Top, tall: number): Html {
  return html`${when(breaks, () => html`<line class="q-series__break" x1="${x}" x2="${x}" y1="0" y2="${tall}" transform="translate(-14 0)"/>`)}
${when(range, () => html`<line class="q-series__range" x1="${x}" x2="${x}" y1="${top(range?.low ?? 0)}" y2="${top(range?.high ?? 0)}"/>`)}
${when(low !== undefined && high !== undefined, () => html`<line class="q-series__interval" x1="${x}" x2="${x}" y1="${top(low ?? 0)}" y2="${top(high ?? 0)}"/>`)}`
}

const lineTo = (before: SeriesPoint | undefined, now: SeriesPoint, from: string, to: string, top: Top): Html | '' =>
  before?.value === null || before === undefined || now.value === null || now.breaks
    ? ''
    : html`<line class="q-series__line" x1="${from}" x2="${to}" y1="${top(before.value)}" y2="${top(now.value)}"/>`

function dots({ value, text, target }: SeriesPoint, x: string, top: Top, last: boolean): Html {
  return html`${when(target !== undefined, () => html`<circle class="q-series__target" cx="${x}" cy="${top(target ?? 0)}" r="7"/>`)}
${when(value !== null, () => html`<circle class="q-series__dot" cx="${x}" cy="${top(value ?? 0)}" r="${last ? 6 : 4}"/><text class="q-series__value" x="${x}" y="${top(value ?? 0) - 10}" text-anchor="middle">${text}</text>`)}`
}

function legend({ points, key, small }: SeriesChart): Html | '' {
  if (small) return ''
  const marks: [string, string, boolean][] = [
    ['dot', key.value, points.some((point) => point.value !== null)],
    ['range', key.range, points.some((point) => point.range)],
    ['target', key.target, points.some((point) => point.target !== undefined)],
    ['break', key.break, points.some((point) => point.breaks)],
  ]
  const shown = marks.filter(([, , there]) => there)
  return shown.length < 2
    ? ''
    : html`<p class="q-series__key">${shown.map(([mark, words]) => html`<span><span class="q-series__mark q-series__mark--${mark}" aria-hidden="true"></span> ${words}</span> `)}</p>`
}
