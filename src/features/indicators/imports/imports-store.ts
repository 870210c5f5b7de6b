import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables, ImportReport, Measures } from '../tables.ts'

const tables = (db: Db) => db.withTables<IndicatorTables>()

interface NewImport {
  id: string
  organisationId: string
  dataset: string
  fileName: string
  sha256: string
  rows: { read: number; loaded: number; refused: number }
  report: ImportReport
  personId: string
}

/** Notes that a file was read; its rows or values are added apart, in the same transaction. */
export async function insertImport(db: Db, { id, organisationId, dataset, fileName, sha256, rows, report, personId }: NewImport): Promise<void> {
  await tables(db)
    .insertInto('indicator_imports')
    .values({
      id,
      organisation_id: organisationId,
      dataset,
      file_name: fileName,
      file_sha256: sha256,
      rows_read: rows.read,
      rows_loaded: rows.loaded,
      rows_refused: rows.refused,
      report,
      person_id: personId,
      undone_at: null,
      undone_by: null,
    })
    .execute()
}

export interface NewRow {
  uai: string
  period: string
  track: string
  public: string
  series: string
  line: number
  measures: Measures
}

/** Rows as published, in one statement. */
export async function insertRows(db: Db, importId: string, dataset: string, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into published_rows (import_id, dataset, uai, period, track, public, series, line, measures)
    select ${importId}, ${dataset}, uai, period, track, public, series, line, measures::jsonb
    from unnest(${rows.map((row) => row.uai)}::text[], ${rows.map((row) => row.period)}::text[], ${rows.map((row) => row.track)}::text[],
      ${rows.map((row) => row.public)}::text[], ${rows.map((row) => row.series)}::text[], ${rows.map((row) => row.line)}::integer[],
      ${rows.map((row) => JSON.stringify(row.measures))}::text[]) r (uai, period, track, public, series, line, measures)`.execute(db)
}

/** Of these UAI, those that the directory of schools knows. */
export async function listKnownUais(db: Db, uais: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ uai: string }>`select distinct uai from organisations where uai = any (${[...uais]}::text[])`.execute(db)
  return new Set(rows.map((row) => row.uai))
}

export interface ListedImport {
  id: string
  organisationId: string
  dataset: string
  fileName: string
  rowsRead: number
  rowsLoaded: number
  rowsRefused: number
  report: ImportReport
  by: string
  at: Date
  undoneAt: Date | null
  undoneBy: string | null
}

/** The imports of an organisation, the latest first. */
export async function listImports(db: Db, organisationId: string): Promise<ListedImport[]> {
  const { rows } = await sql<ListedImport>`${columns} where i.organisation_id = ${organisationId} order by i.sequence desc limit 200`.execute(db)
  return rows
}

/** Null when there is none, and for a file of another school's own. */
export async function findImport(db: Db, id: string): Promise<ListedImport | null> {
  const { rows } = await sql<ListedImport>`${columns} where i.id = ${id}`.execute(db)
  return rows[0] ?? null
}

const columns = sql`select i.id, i.organisation_id as "organisationId", i.dataset, i.file_name as "fileName", i.rows_read as "rowsRead", i.rows_loaded as "rowsLoaded",
  i.rows_refused as "rowsRefused", i.report, coalesce(p.name, '') as by, i.at, i.undone_at as "undoneAt", u.name as "undoneBy"
  from indicator_imports i left join persons p on p.id = i.person_id left join persons u on u.id = i.undone_by`

/** What an import said is said no more; where an earlier one spoke of the same, that one is heard again. */
export async function undoImport(db: Db, id: string, personId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('indicator_imports')
    .set({ undone_at: now, undone_by: personId })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tables(db).deleteFrom('published_rows').where('import_id', '=', id).execute()
  return true
}
