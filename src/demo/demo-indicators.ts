import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { demoFigures, DemoResults } from '../../demo/indicators.ts'
import { insertImport, insertRows } from '../features/indicators/imports/imports-store.ts'
import type { NewRow } from '../features/indicators/imports/imports-store.ts'
import type { IndicatorTables } from '../features/indicators/tables.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'

/** Published results of some demo schools, as if the référent had imported them. */
export async function insertResults(
  db: Db,
  results: readonly DemoResults[],
  place: { organisationId: string; personId: string; idOf: (key: string) => string },
): Promise<void> {
  const rows: NewRow[] = []
  for (const { at, sessions } of results) {
    const { rows: found } = await sql<{ uai: string }>`select uai from organisations where id = ${place.idOf(at)}`.execute(db)
    for (const [period, [presents, rate, added, access]] of Object.entries(sessions)) {
      rows.push({
        uai: found[0]?.uai ?? '',
        period,
        track: 'pro',
        public: '',
        series: '',
        line: rows.length + 2,
        measures: {
          presents,
          'taux-reussite': rate ?? 'not-published',
          'va-reussite': added ?? 'not-published',
          'taux-acces-2nde': access ?? 'not-published',
        },
      })
    }
  }
  const id = randomUUID()
  await insertImport(db, {
    id,
    organisationId: place.organisationId,
    dataset: 'ival-pro',
    fileName: 'exemple-resultats-lycees-pro.csv',
    sha256: '',
    rows: { read: rows.length, loaded: rows.length, refused: 0 },
    report: { refused: [], warnings: [], corrected: [], unknownSchools: 0 },
    personId: place.personId,
  })
  await insertRows(db, id, 'ival-pro', rows)
}

/** What one demo school keeps of its own: values, aims, a break, an appreciation, a dashboard. */
export async function insertFigures(db: Db, figures: typeof demoFigures, organisationId: string, personId: string, now: Date): Promise<void> {
  const tables = db.withTables<IndicatorTables>()
  const organisation = { organisation_id: organisationId }
  const values = figures.values.map((one) => {
    const people = 'people' in one ? one.people : null
    const value = people ? Math.round((people[0] / people[1]) * 1000) / 10 : 'value' in one ? one.value : null
    return {
      ...organisation,
      measure: one.measure,
      period: one.period,
      value,
      missing: 'missing' in one ? one.missing : null,
      numerator: people?.[0] ?? null,
      denominator: people?.[1] ?? null,
      note: one.note,
      import_id: null,
      entered_by: personId,
    }
  })
  await tables.insertInto('indicator_values').values(values).execute()
  await tables
    .insertInto('indicator_targets')
    .values(figures.targets.map((one) => ({ ...organisation, ...one, set_by: personId })))
    .execute()
  await tables
    .insertInto('indicator_breaks')
    .values(figures.breaks.map((one) => ({ ...organisation, ...one })))
    .execute()
  const said = figures.appreciations.map(({ measure, words, day }) => ({
    ...organisation,
    id: randomUUID(),
    measure,
    words,
    on_day: dayOf(new Date(now.getTime() + day * 86_400_000)),
    evidence_id: null,
    written_by: personId,
  }))
  await tables.insertInto('indicator_appreciations').values(said).execute()
  await tables
    .insertInto('indicator_boards')
    .values({ ...organisation, cards: sql`${JSON.stringify(figures.board)}::text::jsonb`, updated_by: personId })
    .execute()
}
