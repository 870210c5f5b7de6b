import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables } from '../tables.ts'

/** By measure, since when. */
export async function listDecided(db: Db, authorityId: string): Promise<Map<string, Date>> {
  const rows = await db
    .withTables<IndicatorTables>()
    .selectFrom('published_indicators')
    .select(['measure', 'decided_at'])
    .where('organisation_id', '=', authorityId)
    .execute()
  return new Map(rows.map((row) => [row.measure, row.decided_at]))
}

export interface Decision {
  authorityId: string
  personId: string
  now: Date
  added: readonly string[]
  removed: readonly string[]
}

/** What stays published keeps the day on which it was decided. */
export async function saveDecision(db: Db, { authorityId, personId, now, added, removed }: Decision): Promise<void> {
  const tables = db.withTables<IndicatorTables>()
  if (removed.length > 0) await tables.deleteFrom('published_indicators').where('organisation_id', '=', authorityId).where('measure', 'in', removed).execute()
  if (added.length === 0) return
  await tables
    .insertInto('published_indicators')
    .values(added.map((measure) => ({ organisation_id: authorityId, measure, decided_by: personId, decided_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
