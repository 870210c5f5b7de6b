import { scaleUtc } from 'd3-scale'
import { attributes, html, when, type Content, type Html } from '../html.ts'
import { figure, percent, type Chart } from './figure.ts'

export type TimelineRow = {
  label: Content
  /** ISO days. A period has both, a due date has only `to`; null: not dated, the words say so. */
  from?: string | null
  to: string | null
  /** What is said of it: « du 2 septembre au 18 octobre ». */
  text: Content
  state: 'done' | 'active' | 'next' | 'late'
}

export type Timeline = Chart & {
  /** ISO days: the ends of the axis. */
  from: string
  to: string
  today?: { day: string; label: string } | undefined
  /** Marks of the axis, such as the months. */
  ticks: readonly { day: string; label: string }[]
  rows: readonly TimelineRow[]
}

type Place = (day: string) => string

export function timeline(chart: Timeline): Html {
  const scale = scaleUtc([new Date(chart.from), new Date(chart.to)], [0, 1]).clamp(true)
  const place: Place = (day) => percent(scale(new Date(day)))
  const marks = html`${chart.ticks.map((tick) => html`<line class="q-timeline__tick" x1="${place(tick.day)}" x2="${place(tick.day)}" y2="100%"/>`)}
${when(chart.today, () => html`<line class="q-timeline__today" x1="${place(chart.today?.day ?? '')}" x2="${place(chart.today?.day ?? '')}" y2="100%"/>`)}`
  return figure(
    chart,
    'timeline',
    html`<ul class="q-timeline" aria-label="${chart.description}"><li class="q-timeline__axis" aria-hidden="true">${axis(chart, place)}</li>
${chart.rows.map(
  (row) => html`<li class="q-timeline__row"><span class="q-timeline__label">${row.label} <span class="q-timeline__text">${row.text}</span></span>
<svg class="q-chart q-timeline__line" width="100%" height="52" aria-hidden="true" focusable="false">${marks}${mark(row, place, scale)}</svg></li>`,
)}</ul>`,
  )
}

function axis({ ticks, today }: Timeline, place: Place): Html {
  return html`<svg class="q-chart" width="100%" height="${today ? 46 : 24}" focusable="false">${ticks.map(
    (tick) => html`<text class="q-timeline__month" x="${place(tick.day)}" y="16" dx="4">${tick.label}</text>`,
  )}${when(today, () => todayLabel(today?.day ?? '', today?.label ?? '', place))}</svg>`
}

function todayLabel(day: string, label: string, place: Place): Html {
  const x = place(day)
  // Near the right end the word is written to the left of its line, so that it stays inside.
  const list = attributes({ x, y: 40, 'text-anchor': Number.parseFloat(x) > 70 ? 'end' : 'start', dx: Number.parseFloat(x) > 70 ? -6 : 6 })
  return html`<line class="q-timeline__today" x1="${x}" x2="${x}" y1="26" y2="100%"/><text class="q-timeline__today-label"${list}>${label}</text>`
}

function mark(row: TimelineRow, place: Place, scale: (day: Date) => number): Html | string {
  if (!row.to) return ''
  if (!row.from)
    return html`<svg x="${place(row.to)}" y="50%" overflow="visible"><path class="q-timeline__due q-timeline--${row.state}" d="M0-9 9 0 0 9-9 0Z"/></svg>`
  const [start, end] = [scale(new Date(row.from)), scale(new Date(row.to))]
  const width = percent(Math.max(end - start, 0.01))
  return html`<svg y="50%" overflow="visible"><rect class="q-timeline__period q-timeline--${row.state}" x="${percent(start)}" y="-8" width="${width}" height="16" rx="8"/></svg>`
}
