import { html, nothing, type Html } from '../html.ts'

export type SpreadRow = {
  /** People by level, in the scale's order. */
  counts: readonly number[]
  /** The largest count of the whole list: columns of all its lines then stand under each other. */
  most: number
  /** The counts in words, for who does not see the picture. */
  description: string
  /** Place of the level that the group agreed on, from 0. */
  agreed?: number | undefined
}

/** Drawn in tenths of a dot's place: a page holds forty of these, and whole numbers are the quickest to write. */
const step = 10
const gap = 10
const ground = 10
const pixelsPerStep = 7
const mostRows = 5

/** The spread of one question in a line of a list: one dot per answer, a ground line per level, nothing else. */
export function spreadRow({ counts, most, description, agreed }: SpreadRow): Html {
  const perRow = Math.max(4, Math.ceil(most / mostRows))
  const column = perRow * step
  const width = counts.length * (column + gap) - gap
  const height = Math.max(2, Math.ceil(Math.max(...counts) / perRow)) * step + ground
  let dots = ''
  let lines = ''
  for (const [level, count] of counts.entries()) {
    const left = level * (column + gap)
    lines += `M${left} ${height - ground / 2}h${column}`
    dots += dotsOf(count, left + step / 2, perRow, height - ground - step / 2)
  }
  const mark = agreed === undefined ? nothing : html`<path class="q-mark" d="M${agreed * (column + gap)} ${height - ground / 2}h${column}"/>`
  return html`<svg class="q-spread-row" role="img" aria-label="${description}" width="${(width / step) * pixelsPerStep}" height="${(height / step) * pixelsPerStep}" viewBox="0 0 ${width} ${height}"><path d="${lines}"/>${mark}<path class="q-dots" d="${dots}"/></svg>`
}

// Zero-length dashes with round ends are dots: one path draws them all.
function dotsOf(count: number, left: number, perRow: number, bottom: number): string {
  let path = ''
  for (let placed = 0, y = bottom; placed < count; placed += perRow, y -= step) {
    path += `M${left} ${y}h${(Math.min(perRow, count - placed) - 1) * step + 1}`
  }
  return path
}
