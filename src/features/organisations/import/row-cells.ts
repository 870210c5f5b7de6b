import type { Column, Header } from './columns.ts'

/** Something to say about one place of the file. `column` is the title as the file writes it; null for the line as a whole. */
export type Finding = { line: number; column: string | null; value: string; reason: string }

export type RowCells = {
  /** The cell as written, without the spaces around it; empty when the file has no such column. */
  raw(column: Column): string
  /** The cell in one line; null when the file says nothing there. */
  text(column: Column): string | null
  finding(column: Column, reason: string): Finding
  warn(column: Column, reason: string): void
  warnings: readonly Finding[]
}

// Long values are cut in reports: a hostile cell must not fill the page or the memory.
const shownLimit = 120

// What official files write when they have nothing to say.
const nothing: readonly string[] = ['', 'ND', 'N/A']

export function openCells(cells: readonly string[], header: Header, line: number): RowCells {
  const warnings: Finding[] = []
  const raw = (column: Column) => {
    const position = header.positions.get(column)
    return position === undefined ? '' : (cells[position] ?? '').trim()
  }
  const finding = (column: Column, reason: string): Finding => ({
    line,
    column: header.titles.get(column) ?? null,
    value: shorten(raw(column)),
    reason,
  })
  return {
    raw,
    text(column) {
      const value = raw(column).replace(/\s+/g, ' ')
      return nothing.includes(value.toUpperCase()) ? null : value
    },
    finding,
    warn(column, reason) {
      warnings.push(finding(column, reason))
    },
    warnings,
  }
}

export function shorten(value: string): string {
  const oneLine = value.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return oneLine.length <= shownLimit ? oneLine : `${oneLine.slice(0, shownLimit - 1)}…`
}
