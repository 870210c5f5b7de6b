import { createHash } from 'node:crypto'
import type { Encoding } from '../../organisations/import/decode-text.ts'
import type { ByteSource } from '../../organisations/import/file-text.ts'
import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { Dataset } from './dataset.ts'
import { openFile } from './file-kind.ts'
import type { FileKind } from './file-kind.ts'
import { findHeader, headLength } from './find-header.ts'
import { openLedger } from './ledger.ts'
import type { Account, Ledger } from './ledger.ts'
import type { Observation } from './observation.ts'
import { datasetLimits, openSource } from './open-source.ts'
import type { DatasetLimits, Source } from './open-source.ts'
import { MissingAnswer, openTable } from './open-table.ts'
import type { Answers, Need, OpenedTable } from './open-table.ts'
import type { Row } from './read-json.ts'
import { columnName, readRow } from './read-row.ts'
import { recogniseDataset } from './recognise.ts'
import { fileTexts, fr } from './texts.fr.ts'

export interface DatasetOptions extends Answers {
  /** The figures of one row; the next row waits for it. */
  onRow?: (observations: readonly Observation[]) => void | Promise<void>
  /** Called every thousand rows. */
  onProgress?: (rows: number) => void
  limits?: DatasetLimits
  /** What somebody says instead of a cell of the file, by « line column »: « 12 Taux de réussite ». */
  corrections?: ReadonlyMap<string, string>
}

export interface DatasetReading extends Account {
  ok: true
  dataset: Dataset
  kind: FileKind
  encoding: Encoding | null
  sha256: string
  /** Titles that nobody reads, and names of measures that the data set may have and this file has not. */
  unknown: readonly string[]
  missingColumns: readonly string[]
  /** Positions, from 0, of columns that hold something and have no title. */
  untitled: readonly number[]
}

export type DatasetOutcome = DatasetReading | { ok: false; line: number | null; reason: string; needs: readonly Need[] }

/**
 * Reads one of the ministry’s files — CSV, answer of the portal’s interface, XLSX or ODS — into observations, row by row.
 * Rows in the file = rows loaded + rows refused, each with its line and its reason. Never throws for what a file holds.
 */
export async function readDataset(source: ByteSource, options: DatasetOptions = {}): Promise<DatasetOutcome> {
  const { limits = datasetLimits } = options
  const hash = createHash('sha256')
  const { kind, bytes } = await openFile(source)
  try {
    const fits = (rows: readonly Row[]) => recogniseDataset(findHeader(rows)?.titles ?? []) !== null
    const opened = await openSource(kind, bytes, { limits, onBytes: (part) => void hash.update(part), fits })
    const { table, account } = await readRows(opened, { ...options, limits })
    const { unknown, missingColumns, untitled } = table.recognition
    const reading = { dataset: table.dataset, kind, encoding: opened.encoding(), unknown, missingColumns, untitled }
    return { ok: true, ...account, ...reading, sha256: hash.digest('hex') }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    return { ok: false, line: error.line, reason: error.message, needs: error instanceof MissingAnswer ? error.needs : [] }
  } finally {
    await bytes.return(undefined)
  }
}

type ReadingOptions = DatasetOptions & { limits: DatasetLimits }

async function readRows(source: Source, options: ReadingOptions): Promise<{ table: OpenedTable; account: Account }> {
  const { limits, onRow, onProgress, corrections } = options
  const ledger = openLedger(limits.warnings)
  const head: Row[] = []
  let table: OpenedTable | null = null
  const enter = async (row: Row, opened: OpenedTable) => {
    const rows = ledger.rows()
    if (rows >= limits.rows) throw new RefusedFile(row.line, fileTexts.file.tooManyRows(limits.rows))
    if (rows > 0 && rows % 1000 === 0) onProgress?.(rows)
    const observations = ledger.enter(row.line, readRow(corrected(row, opened.titles, corrections), { ...opened, fixedWidth: source.fixedWidth }))
    const waiting = observations.length > 0 ? onRow?.(observations) : undefined
    if (waiting !== undefined) await waiting
  }
  const settle = async () => {
    const opened = openTable(head, options)
    warnAtFirst(ledger, source, opened, head)
    for (const row of head.slice(opened.headLength)) await enter(row, opened)
    return opened
  }
  for await (const row of source.rows) {
    if (table !== null) await enter(row, table)
    else {
      refuseManyColumns(row, limits)
      head.push(row)
      if (head.length >= headLength) table = await settle()
    }
  }
  table ??= await settle()
  if (ledger.rows() === 0) throw new RefusedFile(null, fileTexts.file.noRows)
  warnAtLast(ledger, source)
  return { table, account: ledger.close() }
}

/** A cell is named as its refusal names it. */
function corrected(row: Row, titles: readonly string[], corrections: ReadonlyMap<string, string> | undefined): Row {
  if (!corrections || corrections.size === 0) return row
  const cells = row.cells.map((cell, position) => corrections.get(`${row.line} ${columnName(titles, position)}`) ?? cell)
  return { ...row, cells }
}

function refuseManyColumns({ cells, line }: Row, { columns }: DatasetLimits): void {
  if (cells.length > columns) throw new RefusedFile(line, fileTexts.file.tooManyColumns(cells.length, columns))
}

function warnAtFirst(ledger: Ledger, source: Source, { recognition, repeated, headerLine, headLength: start }: OpenedTable, head: readonly Row[]): void {
  for (const title of repeated) ledger.warn({ line: headerLine, column: title.slice(0, 120), value: '', sentence: fr.warning.repeated })
  for (const position of recognition.untitled) {
    if (!head.slice(start).some(({ cells }) => (cells[position] ?? '').trim() !== '')) continue
    ledger.warn({ line: headerLine, column: `colonne ${position + 1}`, value: '', sentence: fr.warning.untitled(position + 1) })
  }
  if (source.sheet !== null && source.otherSheets.length > 0) {
    ledger.warn({ line: headerLine, column: '', value: source.otherSheets.join(', ').slice(0, 120), sentence: fr.warning.otherSheets(source.sheet) })
  }
}

function warnAtLast(ledger: Ledger, source: Source): void {
  if (source.total === null || source.total <= ledger.rows()) return
  ledger.warn({ line: 0, column: '', value: '', sentence: fr.warning.partial(ledger.rows(), source.total) })
}
