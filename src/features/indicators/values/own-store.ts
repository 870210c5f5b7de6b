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

/** The latest 200 values given for a measure, the latest first, corrections and absences among them; those of an import that was undone are left out. */
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

/** Gives values, each with who gives it; those before stay in the history. `importId`: the file that they were read from; null when they were typed. */
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

/** What a school aims at for a period, in the unit of the measure. */
export interface Target {
  measure: string
  period: string
  value: number
  note: string
}

/** What a school aims at for these measures, by period as it is written. */
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

/** What a person saw of a target before changing it: null where there was none. */
type SeenTarget = Pick<Target, 'value' | 'note'> | null

/** Sets what is aimed at, in the place of what was seen. False, and nothing saved, when something else is aimed at for this period. */
export async function saveTarget(db: Db, organisationId: string, personId: string, target: Target, seen: SeenTarget): Promise<boolean> {
  const { measure, period, value, note } = target
  const { rows } = await sql`
    insert into indicator_targets as t (organisation_id, measure, period, value, note, set_by)
    values (${organisationId}, ${measure}, ${period}, ${value}, ${note}, ${personId})
    on conflict (organisation_id, measure, period) do update
      set value = excluded.value, note = excluded.note, set_by = excluded.set_by, set_at = now()
      where t.value = ${seen?.value ?? null}::numeric and t.note = ${seen?.note ?? null}::text
    returning period`.execute(db)
  return rows.length === 1
}

/** False, and nothing taken out, when what is aimed at is no longer what was seen. */
export async function deleteTarget(db: Db, organisationId: string, { measure, period, value, note }: Target): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('indicator_targets')
    .where('organisation_id', '=', organisationId)
    .where('measure', '=', measure)
    .where('period', '=', period)
    .where('value', '=', value)
    .where('note', '=', note)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Where a series of a school changes, as the school says it. */
export interface OwnBreak {
  measure: string
  /** First period that is not comparable with those before. */
  period: string
  sentence: string
}

/** Where these series change, as the school says it. */
export async function listOwnBreaks(db: Db, organisationId: string, measures: readonly string[]): Promise<OwnBreak[]> {
  return tables(db)
    .selectFrom('indicator_breaks')
    .select(['measure', 'period', 'sentence'])
    .where('organisation_id', '=', organisationId)
    .where('measure', 'in', [...measures, ''])
    .execute()
}

/** Notes a break, in the place of the sentence that was seen; null where there was none. False, and nothing saved, when another stands there. */
export async function saveBreak(db: Db, organisationId: string, { measure, period, sentence }: OwnBreak, seen: string | null): Promise<boolean> {
  const { rows } = await sql`
    insert into indicator_breaks as b (organisation_id, measure, period, sentence) values (${organisationId}, ${measure}, ${period}, ${sentence})
    on conflict (organisation_id, measure, period) do update set sentence = excluded.sentence where b.sentence = ${seen}::text
    returning period`.execute(db)
  return rows.length === 1
}

interface Appreciation {
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

/** Adds words of a day to those said before. `evidenceId`: the proof that they rest on. */
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

/** So many of a school's proofs are offered to be named; another one cannot be. */
const mostProofs = 200

/** The school's proofs that the caller may see, the latest 200 first, to be named beside an appreciation. */
export async function listProofTitles(db: Db, organisationId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from evidence where organisation_id = ${organisationId} order by added_at desc, id limit ${mostProofs}`.execute(db)
  return rows
}
