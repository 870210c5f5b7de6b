import { createHash } from 'node:crypto'
import { readHeader } from './columns.ts'
import type { Header } from './columns.ts'
import { detectDelimiter, parseRecords } from './csv-records.ts'
import { openDecoder } from './decode-text.ts'
import type { Encoding } from './decode-text.ts'
import { readRow } from './directory-row.ts'
import type { DirectoryRow, RowReading } from './directory-row.ts'
import { readFileText } from './file-text.ts'
import type { ByteSource } from './file-text.ts'
import { RefusedFile, readingLimits } from './refused-file.ts'
import type { ReadingLimits } from './refused-file.ts'
import { shorten } from './row-cells.ts'
import type { Finding } from './row-cells.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'
import { parseUai } from './uai.ts'

type Rows = {
  /** Lines that describe a school or try to: `rows` and `refused` together. */
  read: number
  rows: DirectoryRow[]
  refused: Finding[]
  /** UAI of refused rows: these schools are not absent from the file. */
  refusedUais: string[]
  warnings: Finding[]
  /** Warnings beyond the limit, counted and not kept. */
  furtherWarnings: number
  /** Known columns that this file does not have, by their name in the 2023 layout. */
  absentColumns: readonly string[]
}

export type DirectoryReading = Rows & { encoding: Encoding; delimiter: string; sha256: string }
export type FileReading = ({ ok: true } & DirectoryReading) | { ok: false; line: number | null; reason: string }

export type ReadingOptions = {
  texts?: Texts
  limits?: ReadingLimits
  /** Called every thousand lines with the number of lines read. */
  onProgress?: (read: number) => void
}

/**
 * Reads a directory of schools as a stream: the national directory (2023 layout and later) or the simplified national list.
 * A file that cannot be one is refused with a sentence; a row that cannot be used is refused alone, with its line.
 */
export async function readDirectoryFile(source: ByteSource, options: ReadingOptions = {}): Promise<FileReading> {
  const { texts = fr, limits = readingLimits, onProgress = () => {} } = options
  const decoder = openDecoder()
  const hash = createHash('sha256')
  const text = readFileText(source, { decoder, onBytes: (slice) => void hash.update(slice), limits, texts })
  try {
    const detected = await detectDelimiter(text, limits, texts)
    const rows = await readRows(detected.text, detected.delimiter, { texts, limits, onProgress })
    const { delimiter } = detected
    return { ok: true, ...rows, encoding: decoder.encoding(), delimiter, sha256: hash.digest('hex') }
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, line: error.line, reason: error.message }
    throw error
  } finally {
    await text.return(undefined)
  }
}

async function readRows(
  text: AsyncGenerator<string>,
  delimiter: string,
  { texts, limits, onProgress }: { texts: Texts; limits: ReadingLimits; onProgress(read: number): void },
): Promise<Rows> {
  const rows: Rows = { read: 0, rows: [], refused: [], refusedUais: [], warnings: [], furtherWarnings: 0, absentColumns: [] }
  let header: Header | null = null
  for await (const { cells, line } of parseRecords(text, delimiter, { limits, texts })) {
    if (header === null) {
      header = checkHeader(cells, limits, texts)
      continue
    }
    rows.read += 1
    if (rows.read > limits.rows) throw new RefusedFile(line, texts.file.tooManyRows(limits.rows))
    if (rows.read % 1000 === 0) onProgress(rows.read)
    keep(rows, readCells(cells, header, line, texts), limits)
  }
  if (rows.read === 0) throw new RefusedFile(null, header === null ? texts.file.empty : texts.file.noRows)
  onProgress(rows.read)
  return { ...rows, absentColumns: header?.absent ?? [] }
}

function keep(rows: Rows, reading: RowReading, limits: ReadingLimits): void {
  if (!reading.ok) {
    rows.refused.push(reading.refusal)
    if (reading.uai !== null) rows.refusedUais.push(reading.uai)
    return
  }
  rows.rows.push(reading.row)
  const room = limits.warnings - rows.warnings.length
  rows.warnings.push(...reading.warnings.slice(0, room))
  rows.furtherWarnings += Math.max(0, reading.warnings.length - room)
}

function checkHeader(cells: readonly string[], limits: ReadingLimits, texts: Texts): Header {
  if (cells.length > limits.columns) throw new RefusedFile(1, texts.file.tooManyColumns(cells.length, limits.columns))
  const header = readHeader(cells)
  if (header.missing.length > 0) throw new RefusedFile(1, texts.file.missingColumns(header.missing))
  if (header.repeated.length > 0) throw new RefusedFile(1, texts.file.repeatedColumns(header.repeated))
  return header
}

function readCells(cells: readonly string[], header: Header, line: number, texts: Texts): RowReading {
  // Spreadsheets add empty cells at the end of lines: only a filled cell too many shifts the columns.
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (filled <= header.width && cells.length >= header.width) return readRow(cells, header, line, texts)
  const reason = texts.row.wrongWidth(cells.length, header.width)
  const uai = parseUai(cells[header.positions.get('uai') ?? -1] ?? '')
  return { ok: false, refusal: { line, column: null, value: shorten(cells.join(' ; ')), reason }, uai: uai.ok ? uai.uai : null }
}
