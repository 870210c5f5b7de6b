import { parseUai } from '../../organisations/import/uai.ts'
import { datasets } from './datasets.ts'
import { joinHeaderRows, normaliseHeader } from './normalise-header.ts'
import { readNumber } from './read-number.ts'
import type { Row } from './read-json.ts'

/** Titles may stand below a few lines that name the table: they are looked for in so many rows. */
export const headLength = 14

export interface Head {
  titles: readonly string[]
  /** What stands above the titles. */
  preface: string
  /** The line of the (last) title row. */
  line: number
  /** Number of rows, titles included, that are not figures. */
  length: number
}

const uaiNames = new Set(datasets.flatMap(({ roles }) => roles.uai))

/** Finds the row of titles, or the two of them, among the first rows of a table. */
export function findHeader(rows: readonly Row[]): Head | null {
  const place = rows.findIndex(({ cells }) => cells.some((cell) => uaiNames.has(normaliseHeader(cell))))
  const row = rows[place]
  if (row === undefined) return null
  const above = rows[place - 1]
  const below = rows[place + 1]
  const writePreface = (before: readonly Row[]) => before.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== '')).join(' ')
  if (above !== undefined && countFilled(above.cells) >= 2) {
    return { titles: joinHeaderRows(above.cells, row.cells), preface: writePreface(rows.slice(0, place - 1)), line: row.line, length: place + 1 }
  }
  const preface = writePreface(rows.slice(0, place))
  if (below !== undefined && isSecondRow(row.cells, below.cells)) {
    return { titles: joinHeaderRows(row.cells, below.cells), preface, line: below.line, length: place + 2 }
  }
  return { titles: row.cells, preface, line: row.line, length: place + 1 }
}

/** Under the titles, a row without UAI or figure that names a measure holds more titles. */
function isSecondRow(titles: readonly string[], cells: readonly string[]): boolean {
  const uai = parseUai(cells[titles.findIndex((title) => uaiNames.has(normaliseHeader(title)))] ?? '')
  const filled = cells.filter((cell) => cell.trim() !== '')
  return !uai.ok && uai.reason === 'empty' && filled.some(namesMeasure) && filled.every((cell) => readNumber(cell).kind === 'unreadable')
}

const measureNames = new Set(datasets.flatMap(({ measures }) => measures.flatMap(({ parts }) => parts.flatMap(({ columns }) => columns))))

function namesMeasure(cell: string): boolean {
  return measureNames.has(normaliseHeader(cell))
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}
