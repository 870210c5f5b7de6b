import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables, Missing } from '../tables.ts'

const tables = (db: Db) => db.withTables<IndicatorTables>()

/** One value that a school gave, with who gave it. */
export interface OwnValue {
  id: string
  measure: string
  period: string
  section: string
  value: number | null
  missing: Missing | null
  numerator: number | null
  denominator: number | null
  note: string
  by: string
  at: Date
  /** Of the file that it was read from; null when it was typed. */
  fileName: string | null
}

const selected = sql`v.id, v.measure, v.period, v.section, v.value::float as value, v.missing, v.numerator::float as numerator, v.denominator::float as denominator,
  v.note, p.name as by, v.entered_at as at, i.file_name as "fileName"`
const joined = sql`indicator_values v join persons p on p.id = v.entered_by left join indicator_imports i on i.id = v.import_id`

/** The latest value of each measure, period and section; those of an import that was undone do not count. */
export async function listOwnValues(db: Db, organisationId: string, measures: readonly string[]): Promise<OwnValue[]> {
  if (measures.length === 0) return []
  const { rows } = await sql<OwnValue>`
    select distinct on (v.measure, v.period, v.section) ${selected} from ${joined}
    where v.organisation_id = ${organisationId} and v.measure = any (${[...measures]}::text[]) and i.undone_at is null
    order by v.measure, v.period, v.section, v.id desc`.execute(db)
  return rows
}

/** Every value that was ever given for a measure, the latest first. */
export async function listHistory(db: Db, organisationId: string, measure: string): Promise<OwnValue[]> {
  const { rows } = await sql<OwnValue>`
    select ${selected} from ${joined} where v.organisation_id = ${organisationId} and v.measure = ${measure} and i.undone_at is null
    order by v.id desc limit 200`.execute(db)
  return rows
}

export interface NewValue {
  measure: string
  period: string
  section: string
  value: number | null
  missing: Missing | null
  numerator: number | null
  denominator: number | null
  note: string
}

export async function insertValues(
  db: Db,
  organisationId: string,
  personId: string,
  values: readonly NewValue[],
  importId: string | null = null,
): Promise<void> {
  if (values.length === 0) return
  await tables(db)
    .insertInto('indicator_values')
    .values(values.map((value) => ({ ...value, organisation_id: organisationId, entered_by: personId, import_id: importId })))
    .execute()
}

export interface Target {
  measure: string
  period: string
  value: number
  note: string
}

export async function listTargets(db: Db, organisationId: string, measures: readonly string[]): Promise<Target[]> {
  const rows = await tables(db)
    .selectFrom('indicator_targets')
    .select(['measure', 'period', 'value', 'note'])
    .where('organisation_id', '=', organisationId)
    .where('measure', 'in', [...measures, ''])
    .orderBy('period')
    .execute()
  return rows.map((row) => ({ ...row, value: Number(row.value) }))
}

export async function saveTarget(db: Db, organisationId: string, personId: string, { measure, period, value, note }: Target): Promise<void> {
  await tables(db)
    .insertInto('indicator_targets')
    .values({ organisation_id: organisationId, measure, period, value, note, set_by: personId })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'measure', 'period']).doUpdateSet({ value, note, set_by: personId, set_at: new Date() }))
    .execute()
}

export async function deleteTarget(db: Db, organisationId: string, measure: string, period: string): Promise<void> {
  await tables(db)
    .deleteFrom('indicator_targets')
    .where('organisation_id', '=', organisationId)
    .where('measure', '=', measure)
    .where('period', '=', period)
    .execute()
}

export interface OwnBreak {
  measure: string
  period: string
  sentence: string
}

export async function listOwnBreaks(db: Db, organisationId: string, measures: readonly string[]): Promise<OwnBreak[]> {
  return tables(db)
    .selectFrom('indicator_breaks')
    .select(['measure', 'period', 'sentence'])
    .where('organisation_id', '=', organisationId)
    .where('measure', 'in', [...measures, ''])
    .execute()
}

export async function saveBreak(db: Db, organisationId: string, { measure, period, sentence }: OwnBreak): Promise<void> {
  await tables(db)
    .insertInto('indicator_breaks')
    .values({ organisation_id: organisationId, measure, period, sentence })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'measure', 'period']).doUpdateSet({ sentence }))
    .execute()
}

export interface Appreciation {
  id: string
  onDay: string
  words: string
  by: string
  evidence: { id: string; title: string } | null
  version: number
}

/** What was said of an indicator in words, the latest first. */
export async function listAppreciations(db: Db, organisationId: string, measure: string): Promise<Appreciation[]> {
  const { rows } = await sql<Omit<Appreciation, 'evidence'> & { evidenceId: string | null; title: string | null }>`
    select a.id, a.on_day as "onDay", a.words, p.name as by, e.id as "evidenceId", e.title, a.version
    from indicator_appreciations a join persons p on p.id = a.written_by left join evidence e on e.id = a.evidence_id
    where a.organisation_id = ${organisationId} and a.measure = ${measure} order by a.on_day desc, a.id`.execute(db)
  return rows.map(({ evidenceId, title, ...row }) => ({ ...row, evidence: evidenceId && title ? { id: evidenceId, title } : null }))
}

/** The latest words on each of these measures: they stand where there is no figure, and count as much. */
export async function listLatestWords(db: Db, organisationId: string, measures: readonly string[]): Promise<Map<string, { words: string; onDay: string }>> {
  const { rows } = await sql<{ measure: string; words: string; onDay: string }>`
    select distinct on (measure) measure, words, on_day as "onDay" from indicator_appreciations
    where organisation_id = ${organisationId} and measure = any (${[...measures]}::text[]) order by measure, on_day desc, id`.execute(db)
  return new Map(rows.map(({ measure, ...row }) => [measure, row]))
}

export async function insertAppreciation(
  db: Db,
  personId: string,
  made: { id: string; organisationId: string; measure: string; onDay: string; words: string; evidenceId: string | null },
): Promise<void> {
  await tables(db)
    .insertInto('indicator_appreciations')
    .values({
      id: made.id,
      organisation_id: made.organisationId,
      measure: made.measure,
      on_day: made.onDay,
      words: made.words,
      evidence_id: made.evidenceId,
      written_by: personId,
    })
    .execute()
}

/** The school's proofs that the caller may see, the latest first, to be named beside an appreciation. */
export async function listProofTitles(db: Db, organisationId: string, limit: number): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from evidence where organisation_id = ${organisationId} order by added_at desc, id limit ${limit}`.execute(db)
  return rows
}
