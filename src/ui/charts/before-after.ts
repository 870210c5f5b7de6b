import { scalePoint } from 'd3-scale'
import { html, when, type Content, type Html } from '../html.ts'
import { figure, percent, type Chart } from './figure.ts'

/** Positions are indexes in `levels` from 0; null is unknown and stays blank. `text` says both in words. */
export type BeforeAfterRow = { label: Content; before: number | null; after: number | null; text: Content }

export type BeforeAfter = Chart & { levels: readonly string[]; beforeLabel: string; afterLabel: string; rows: readonly BeforeAfterRow[] }

/** Agreed positions of the last cycle and of this one, item by item: a hollow dot, a line, a full dot. */
export function beforeAfter(chart: BeforeAfter): Html {
  const scale = scalePoint(
    chart.levels.map((_, index) => index),
    [0.06, 0.94],
  )
  const place = (index: number): string => percent(scale(index) ?? 0)
  const guides = chart.levels.map((_, index) => html`<line class="q-before-after__guide" x1="${place(index)}" x2="${place(index)}" y2="100%"/>`)
  const [first, last] = [chart.levels.at(0) ?? '', chart.levels.at(-1) ?? '']
  return figure(
    chart,
    'before-after',
    html`<p class="q-before-after__key"><span>${sign('before')} ${chart.beforeLabel}</span> <span>${sign('after')} ${chart.afterLabel}</span></p>
<ul class="q-before-after" aria-label="${chart.description}"><li class="q-before-after__ends" aria-hidden="true"><span></span><span class="q-before-after__scale"><span>${first}</span><span>${last}</span></span></li>
${chart.rows.map(
  (row) => html`<li class="q-before-after__row"><span class="q-before-after__label">${row.label} <span class="q-before-after__text">${row.text}</span></span>
<svg class="q-chart" width="100%" height="52" aria-hidden="true" focusable="false">${guides}${positions(row, place)}</svg></li>`,
)}</ul>`,
  )
}

function positions({ before, after }: BeforeAfterRow, place: (index: number) => string): Html {
  const moved = before !== null && after !== null && before !== after
  return html`${when(moved, () => html`<line class="q-before-after__way" x1="${place(before ?? 0)}" x2="${place(after ?? 0)}" y1="50%" y2="50%"/>`)}
${when(before !== null, () => html`<circle class="q-before-after__before" cx="${place(before ?? 0)}" cy="50%" r="${before === after ? 12 : 8}"/>`)}
${when(after !== null, () => html`<circle class="q-before-after__after" cx="${place(after ?? 0)}" cy="50%" r="8"/>`)}`
}

function sign(kind: 'before' | 'after'): Html {
  return html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle class="q-before-after__${kind}" cx="10" cy="10" r="8"/></svg>`
}
