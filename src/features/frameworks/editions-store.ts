import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** Another edition of a framework, joined to it by a conversion table. */
export interface Edition {
  id: string
  version: string
  isNewer: boolean
}

/** Editions before and after this one, the newest first. */
export async function listEditions(db: Db, frameworkId: string): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select f.id, f.version, c.from_id = ${frameworkId} as "isNewer"
    from framework_conversions c join frameworks f on f.id = case when c.from_id = ${frameworkId} then c.to_id else c.from_id end
    where ${frameworkId} in (c.from_id, c.to_id)
    order by f.valid_from desc nulls last, f.version desc`.execute(db)
  return rows
}
