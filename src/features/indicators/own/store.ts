import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables, OwnDefinition } from '../tables.ts'

export interface OwnIndicator {
  id: string
  organisationId: string
  code: string
  definition: OwnDefinition
  retired: boolean
  version: number
}

const tables = (db: Db) => db.withTables<IndicatorTables>()
const columns = ['id', 'organisation_id as organisationId', 'code', 'definition', 'retired', 'version'] as const

/** Of any organisation, retired or not; null when there is none. */
export async function findOwn(db: Db, id: string): Promise<OwnIndicator | null> {
  return (await tables(db).selectFrom('own_indicators').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

/** What these organisations added to the directory and did not retire, by code. */
export async function listDefined(db: Db, organisationIds: readonly string[]): Promise<OwnIndicator[]> {
  return tables(db)
    .selectFrom('own_indicators')
    .select(columns)
    .where('organisation_id', 'in', organisationIds)
    .where('retired', '=', false)
    .orderBy('code')
    .orderBy('organisation_id')
    .execute()
}

/** Adds an indicator at version 1. Throws when the organisation has its code already: freeCode gives one. */
export async function insertOwn(db: Db, personId: string, own: Pick<OwnIndicator, 'id' | 'organisationId' | 'code' | 'definition'>): Promise<void> {
  await tables(db)
    .insertInto('own_indicators')
    .values({ id: own.id, organisation_id: own.organisationId, code: own.code, definition: own.definition, updated_by: personId })
    .execute()
}

/** False when somebody changed it since this version. */
export async function updateOwn(db: Db, personId: string, own: OwnIndicator, definition: OwnDefinition, retired: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('own_indicators')
    .set({ definition, retired, version: own.version + 1, updated_by: personId, updated_at: new Date() })
    .where('id', '=', own.id)
    .where('version', '=', own.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** « L01 », « L02 »…: the first code that neither the directory nor the organisation has, retired ones included. */
export async function freeCode(db: Db, organisationId: string, taken: ReadonlySet<string>): Promise<string> {
  const rows = await tables(db).selectFrom('own_indicators').select('code').where('organisation_id', '=', organisationId).execute()
  const own = new Set(rows.map((row) => row.code))
  for (let number = 1; ; number++) {
    const code = `L${String(number).padStart(2, '0')}`
    if (!taken.has(code) && !own.has(code)) return code
  }
}
