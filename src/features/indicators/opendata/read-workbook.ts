import { read } from '@e965/xlsx'
import type { CellObject, WorkBook } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { Row } from './read-json.ts'
import { fileTexts, fr } from './texts.fr.ts'

export interface Sheet {
  name: string
  rows: Row[]
}

interface WorkbookLimits {
  expandedBytes: number
  rows: number
  columns: number
}

/** The sheets of a workbook (XLSX or ODS) that hold something, in order; lines are numbered as the spreadsheet does. */
export function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Sheet[] {
  const book = parse(unfold(bytes, limits), limits)
  return book.SheetNames.map((name) => ({ name, rows: rowsOf(book, name, limits) })).filter(({ rows }) => rows.length > 0)
}

/** Only the parts that hold cells, once it is known that they fit: the reader would unfold anything. */
function unfold(bytes: Uint8Array, limits: WorkbookLimits): Uint8Array {
  let expanded = 0
  const tooLarge = new RefusedFile(null, fr.file.workbookTooLarge(Math.floor(limits.expandedBytes / 1024 / 1024)))
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/.test(name) && name !== 'mimetype') return false
        if (/(^|\/)(drawings|media|theme|printerSettings|Thumbnails)\//.test(name)) return false
        expanded += originalSize
        if (expanded > limits.expandedBytes) throw tooLarge
        return true
      },
    })
    if (parts['content.xml'] !== undefined) refuseRepeats(parts['content.xml'], tooLarge)
    const stored: Zippable = {}
    for (const [name, content] of Object.entries(parts)) stored[name] = [content, { level: 0 }]
    return zipSync(stored)
  } catch (error) {
    throw error === tooLarge ? tooLarge : new RefusedFile(null, fr.file.badWorkbook)
  }
}

const mostRepeated = 5000
const longestRow = 20_000

/** OpenDocument says « this cell, a million times » in a few letters; the reader would write them all. */
function refuseRepeats(content: Uint8Array, refusal: RefusedFile): void {
  const text = new TextDecoder().decode(content)
  let repeated = 0
  for (const { 1: count = '', 2: end, index } of text.matchAll(/<table:table-cell\b[^<>]*number-columns-repeated="(\d+)"[^<>]*?(\/?)>/g)) {
    if (end === '' || text.slice(index, text.indexOf('>', index)).includes('office:value')) repeated += Number(count) > 100 ? Number(count) : 0
  }
  for (const { 1: count = '', index } of text.matchAll(/<table:table-row\b[^<>]*number-rows-repeated="(\d+)"/g)) {
    const [row = ''] = text.slice(index, index + longestRow).split('</table:table-row>', 1)
    if (row.includes('<text:p') || row.includes('office:value')) repeated += Number(count)
  }
  if (repeated > mostRepeated) throw refusal
}

function parse(bytes: Uint8Array, { rows }: WorkbookLimits): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellDates: true,
      UTC: true,
      sheetRows: rows + 2,
    })
  } catch {
    throw new RefusedFile(null, fr.file.badWorkbook)
  }
}

function rowsOf(book: WorkBook, name: string, limits: WorkbookLimits): Row[] {
  const data: unknown = book.Sheets[name]?.['!data']
  const grid: readonly (readonly (CellObject | undefined)[] | undefined)[] = Array.isArray(data) ? data : []
  if (grid.length > limits.rows) throw new RefusedFile(null, fileTexts.file.tooManyRows(limits.rows))
  const rows: Row[] = []
  for (const [index, row] of Array.from(grid).entries()) {
    // A row is as long as its last cell that holds something.
    if ((row?.length ?? 0) > limits.columns) throw new RefusedFile(index + 1, fileTexts.file.tooManyColumns(row?.length ?? 0, limits.columns))
    const cells = Array.from(row ?? [], writeCell)
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: index + 1 })
  }
  return rows
}

function writeCell(cell: CellObject | undefined): string {
  const value = cell?.v
  if (cell === undefined || value === undefined || value === null || cell.t === 'e') return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  // A percentage is held as a fraction: 0.817 is shown and published as 81,7 %.
  if (typeof value === 'number') return typeof cell.z === 'string' && cell.z.includes('%') ? `${round(value * 100)}%` : String(round(value))
  return String(value)
}

/** Binary fractions hold 8.8 as 8.800000000000001. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
