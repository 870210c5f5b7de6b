import { RefusedFile } from '../../organisations/import/refused-file.ts'
import { openFile } from '../opendata/file-kind.ts'
import { datasetLimits, openSource } from '../opendata/open-source.ts'
import type { Row } from '../opendata/read-json.ts'
import { fr } from './texts.fr.ts'

export const largestOwnFile = 5 * 1024 * 1024
export const mostRows = 20_000
export const mostColumns = 200

// Columns are counted here, so that the refusal does not speak of the ministry's files.
const limits = { ...datasetLimits, columns: 16_384, rows: mostRows, bytes: largestOwnFile, wholeBytes: largestOwnFile, workbookBytes: 32 * 1024 * 1024 }

interface OwnTable {
  rows: readonly Row[]
  /** Sheets that are not read: only the first that holds something is. */
  otherSheets: readonly string[]
}

/** The rows of a school's file, CSV, XLSX or ODS. Throws a RefusedFile that says what is wrong with it. */
export async function readOwnTable(bytes: Uint8Array): Promise<OwnTable> {
  if (bytes.length > largestOwnFile) throw new RefusedFile(null, fr.limits.bytes)
  const { kind, bytes: pieces } = await openFile([bytes])
  const source = await openSource(kind, pieces, { limits, onBytes: () => {}, fits: () => true })
  const rows: Row[] = []
  for await (const { cells, line } of source.rows) {
    if (rows.length > mostRows) throw new RefusedFile(null, fr.limits.rows)
    if (cells.length > mostColumns) throw new RefusedFile(line, fr.limits.columns)
    rows.push({ cells: cells.map((cell) => cell.trim()), line })
  }
  if (rows.length < 2) throw new RefusedFile(null, fr.limits.empty)
  return { rows, otherSheets: source.otherSheets }
}
