import { html, type Html } from '../html.ts'
import { figure, type Chart } from './figure.ts'

export type TimelineRow = {
  label: string
  /** ISO days. A period has both, a due date has only `to`. */
  from?: string | null
  to: string | null
  /** What is said of it: « du 2 septembre au 18 octobre ». */
  text: string
  state: 'done' | 'active' | 'next' | 'late'
  href?: string
}

export type Timeline = Chart & {
  /** ISO days: the ends of the axis. */
  from: string
  to: string
  /** ISO day and word. */
  today?: { day: string; label: string } | undefined
  /** Marks of the axis, such as the months. */
  ticks: readonly { day: string; label: string }[]
  rows: readonly TimelineRow[]
}

export function timeline(chart: Timeline): Html {
  return figure(chart, html`${chart.rows.map((row) => row.text)}`, 'timeline')
}
