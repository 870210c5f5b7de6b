import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { read } from '@e965/xlsx'
import type { CellObject, WorkBook } from '@e965/xlsx'
import type { Grid } from './grid.ts'
import { mostItems, RefusedFile } from './refusal.ts'

/** A framework of 3 000 items makes 6 MB of sheets; what unfolds into more is not one. */
const mostExpanded = 16 * 1024 * 1024
const mostEntries = 200
const mostColumns = 60
const mostRows = 5500

/** The sheets of a workbook (XLSX or ODS) as texts. Throws a refusal for what is damaged, or unfolds into more than a framework needs. */
export function readGrids(bytes: Uint8Array): Grid[] {
  const book = parse(unfold(bytes))
  return book.SheetNames.map((name) => ({ name, rows: rowsOf(book, name) }))
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellDates: true, UTC: true, sheetRows: mostRows + 1 })
  } catch {
    throw new RefusedFile({ kind: 'archive', problem: 'broken' })
  }
}

interface Entry {
  name: string
  method: number
  encrypted: boolean
  packed: Uint8Array
}

/** The same archive with nothing in it but the parts that say something, each unfolded under watch: sizes told by an archive are not believed. */
function unfold(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {}
  let room = mostExpanded
  for (const { name, method, encrypted, packed } of entriesOf(bytes)) {
    if (encrypted) throw new RefusedFile({ kind: 'encrypted' })
    if (!/\.(xml|rels)$/.test(name) && name !== 'mimetype') continue
    if (/(^|\/)(drawings|media|theme|printerSettings|Thumbnails)\//.test(name)) continue
    const content = method === 0 ? packed : inflate(packed, room)
    room -= content.length
    if (room < 0) throw new RefusedFile({ kind: 'archive', problem: 'expands-too-much' })
    refuseManyRows(content)
    parts[name] = [name === 'content.xml' ? withoutEscapes(content) : content, { level: 0 }]
  }
  return zipSync(parts)
}

/** Rows are counted before they are read: reading them takes seconds. */
function refuseManyRows(content: Uint8Array): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (const mark of ['<row ', '<row>', '<table:table-row']) {
    let count = 0
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) count += 1
    if (count > mostRows) throw new RefusedFile({ kind: 'too-many-items', count, most: mostItems })
  }
}

/** The reader takes _x0041_ for a character code in every format; OpenDocument means these signs as they stand. */
function withoutEscapes(content: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(content)
  return new TextEncoder().encode(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))
}

function inflate(packed: Uint8Array, room: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    const tooMuch = error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw new RefusedFile({ kind: 'archive', problem: tooMuch ? 'expands-too-much' : 'broken' })
  }
}

const marks = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = (): never => {
    throw new RefusedFile({ kind: 'archive', problem: 'broken' })
  }
  try {
    let end = bytes.length - 22
    while (end >= 0 && view.getUint32(end, true) !== marks.end) end -= 1
    if (end < 0) return broken()
    const count = view.getUint16(end + 10, true)
    if (count > mostEntries) throw new RefusedFile({ kind: 'archive', problem: 'too-many-entries' })
    const entries: Entry[] = []
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== marks.central) return broken()
      const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
      const local = view.getUint32(at + 42, true)
      if (view.getUint32(local, true) !== marks.local) return broken()
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      })
      at += 46 + nameLength + extraLength + commentLength
    }
    return entries
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    return broken()
  }
}

function rowsOf(book: WorkBook, name: string): string[][] {
  const data: unknown = book.Sheets[name]?.['!data']
  const rows = Array.isArray(data) ? data : []
  if (rows.length > mostRows) throw new RefusedFile({ kind: 'too-many-items', count: rows.length, most: mostItems })
  return Array.from(rows, (row: (CellObject | undefined)[] | undefined) => Array.from((row ?? []).slice(0, mostColumns), cellText))
}

function cellText(cell: CellObject | undefined): string {
  const value = cell?.v
  if (value === undefined || value === null || cell?.t === 'e') return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return String(value).replaceAll('\r\n', '\n')
}
