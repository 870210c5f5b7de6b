import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables } from '../tables.ts'
import type { RememberedMapping } from './mapping-rules.ts'

const tables = (db: Db) => db.withTables<IndicatorTables>()

/** How a file with these titles was read the last time in this organisation; null where none was. `key`: of headersKey. */
export async function findRemembered(db: Db, organisationId: string, key: string): Promise<RememberedMapping | null> {
  const row = await tables(db)
    .selectFrom('figure_mappings')
    .select('mapping')
    .where('organisation_id', '=', organisationId)
    .where('headers_key', '=', key)
    .executeTakeFirst()
  return row?.mapping ?? null
}

/** Remembers it in the place of what was remembered for the same titles. */
export async function saveRemembered(db: Db, organisationId: string, key: string, mapping: RememberedMapping, now: Date): Promise<void> {
  await tables(db)
    .insertInto('figure_mappings')
    .values({ organisation_id: organisationId, headers_key: key, mapping, used_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'headers_key']).doUpdateSet({ mapping, used_at: now }))
    .execute()
}
