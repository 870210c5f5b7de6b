import { detectDelimiter, parseRecords } from '../../organisations/import/csv-records.ts'
import { openDecoder } from '../../organisations/import/decode-text.ts'
import type { Encoding } from '../../organisations/import/decode-text.ts'
import { readFileText } from '../../organisations/import/file-text.ts'
import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { ReadingLimits } from '../../organisations/import/refused-file.ts'
import { readWhole } from './file-kind.ts'
import type { FileKind } from './file-kind.ts'
import { headLength } from './find-header.ts'
import { readJson } from './read-json.ts'
import type { Row } from './read-json.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Sheet } from './read-workbook.ts'
import { fileTexts } from './texts.fr.ts'

export interface DatasetLimits extends ReadingLimits {
  /** Of files that have to be read at once. */
  wholeBytes: number
  /** Of a workbook’s cells, once unfolded: the reader holds ten times as much. */
  workbookBytes: number
}

/** The largest of these files has 132 000 rows; the longest titles take 3 000 characters. */
export const datasetLimits: DatasetLimits = {
  headerCharacters: 65_536,
  columns: 500,
  recordCharacters: 65_536,
  rows: 400_000,
  bytes: 512 * 1024 * 1024,
  warnings: 10_000,
  wholeBytes: 96 * 1024 * 1024,
  workbookBytes: 64 * 1024 * 1024,
}

export interface Source {
  rows: AsyncIterable<Row>
  /** Text files end each line with all its cells; sheets and JSON do not. */
  fixedWidth: boolean
  /** Null where the format settles it. */
  encoding(): Encoding | null
  /** Number of records that exist, when the file tells it. */
  total: number | null
  sheet: string | null
  otherSheets: readonly string[]
}

type Opening = { limits: DatasetLimits; onBytes(bytes: Uint8Array): void; fits(rows: readonly Row[]): boolean }

/** Opens the rows of a file; of a workbook, those of the first sheet that fits. */
export async function openSource(kind: FileKind, bytes: AsyncIterable<Uint8Array>, opening: Opening): Promise<Source> {
  if (kind === 'csv') return openText(bytes, opening)
  const whole = await readWhole(bytes, opening.limits.wholeBytes)
  opening.onBytes(whole)
  const common = { fixedWidth: false, encoding: () => null }
  if (kind === 'json') {
    const { rows, total } = readJson(whole)
    return { ...common, rows: each(rows), total, sheet: null, otherSheets: [] }
  }
  const { workbookBytes, rows, columns } = opening.limits
  const sheets = readWorkbook(whole, { expandedBytes: workbookBytes, rows, columns })
  const sheet = chooseSheet(sheets, opening)
  return { ...common, rows: each(sheet.rows), total: null, sheet: sheet.name, otherSheets: sheets.filter((other) => other !== sheet).map(({ name }) => name) }
}

async function openText(bytes: AsyncIterable<Uint8Array>, { limits, onBytes }: Opening): Promise<Source> {
  const decoder = openDecoder()
  const text = readFileText(bytes, { decoder, onBytes, limits, texts: fileTexts })
  const detected = await detectDelimiter(text, limits, fileTexts)
  const rows = parseRecords(detected.text, detected.delimiter, { limits, texts: fileTexts })
  return { rows, fixedWidth: true, encoding: () => decoder.encoding(), total: null, sheet: null, otherSheets: [] }
}

function chooseSheet(sheets: readonly Sheet[], { fits }: Opening): Sheet {
  const chosen = sheets.find(({ rows }) => fits(rows.slice(0, headLength))) ?? sheets[0]
  if (chosen === undefined) throw new RefusedFile(null, fileTexts.file.empty)
  return chosen
}

async function* each(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
