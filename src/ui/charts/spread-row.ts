import { attributes, html, nothing, type Html } from '../html.ts'

export type SpreadRow = {
  /** People by level, in the scale's order. */
  counts: readonly number[]
  /** The counts in words, for who does not see the picture. */
  description: string
  /** Place of the level that the group agreed on, from 0. */
  agreed?: number | undefined
}

const step = 7
const gap = 8
const mostRows = 5
const ground = 4

/** The spread of one question in a line of a list: one dot per answer, a ground line per level, nothing else. */
export function spreadRow({ counts, description, agreed }: SpreadRow): Html {
  const most = Math.max(1, ...counts)
  const perRow = Math.max(4, Math.ceil(most / mostRows))
  const rows = Math.max(2, Math.ceil(most / perRow))
  const column = perRow * step
  const [width, height] = [counts.length * (column + gap) - gap, rows * step + ground]
  const dots = counts.map((count, level) => dotsOf(count, level * (column + gap), perRow, height - ground))
  const lines = counts.map((_, level) => `M${level * (column + gap)} ${height - 1}h${column}`)
  const mark = agreed === undefined ? nothing : html`<path class="q-spread-row__agreed" d="M${agreed * (column + gap)} ${height - 1}h${column}"/>`
  return html`<svg class="q-chart q-spread-row"${attributes({ role: 'img', 'aria-label': description, width, height, viewBox: `0 0 ${width} ${height}` })}><path class="q-spread-row__ground" d="${lines.join('')}"/>${mark}<path class="q-dots" stroke-width="5" stroke-dasharray="0 ${step}" d="${dots.join('')}"/></svg>`
}

// Zero-length dashes with round ends are dots: one path draws them all.
function dotsOf(count: number, left: number, perRow: number, bottom: number): string {
  return Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
    const inRow = Math.min(perRow, count - row * perRow)
    return `M${left + step / 2} ${bottom - step / 2 - row * step}h${(inRow - 1) * step + 0.01}`
  }).join('')
}
