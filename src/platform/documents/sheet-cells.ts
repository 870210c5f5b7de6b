import { isDay } from '../days.ts'
import { cleanText } from './clean-text.ts'
import type { SheetCell, SheetColumn, SheetModel } from './document.ts'

export type TypedCell = { kind: 'empty' } | { kind: 'number'; value: number } | { kind: 'date'; day: string } | { kind: 'text'; text: string }

/** The cell as its column means it; what does not fit becomes text, which no program takes for a formula. */
export function typedCell(cell: SheetCell | undefined, kind: SheetColumn['kind']): TypedCell {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (kind === 'number' && typeof cell === 'number' && Number.isFinite(cell)) return { kind: 'number', value: cell }
  if (kind === 'date' && typeof cell === 'string' && isDay(cell)) return { kind: 'date', day: cell }
  const text = cleanText(String(cell))
  return text === '' ? { kind: 'empty' } : { kind: 'text', text }
}

/** In characters: as asked, or as wide as the first rows need, between 8 and 60. */
export function columnWidths({ columns, rows }: SheetModel): number[] {
  return columns.map(({ header, width }, index) => {
    if (width !== undefined) return Math.min(Math.max(width, 1), 255)
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, firstLine(row[index]).length), header.length)
    return Math.min(Math.max(longest + 2, 8), 60)
  })
}

function firstLine(cell: SheetCell | undefined): string {
  return String(cell ?? '').split('\n', 1)[0] ?? ''
}

/** Names that both formats take: 31 characters, none of []:*?/\ nor a quote at the ends, never empty, never twice. */
export function sheetNames(sheets: SheetModel[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, index) => {
    const base =
      cleanText(name)
        .replace(/[[\]:*?/\\\n]/g, ' ')
        .replace(/^['\s]+|['\s]+$/g, '') || String(index + 1)
    let free = shorten(base, 31)
    for (let turn = 2; taken.has(free.toLowerCase()); turn++) free = `${shorten(base, 26)} ${turn}`
    taken.add(free.toLowerCase())
    return free
  })
}

/** At most `length` UTF-16 units, never half a character. */
export function shorten(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
