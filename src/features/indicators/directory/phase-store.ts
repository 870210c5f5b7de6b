import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Phase } from '../../../ui/phases.ts'

/** « framework code » of every item of one phase, whatever the version. */
export async function listItemsOfPhase(db: Db, phase: Phase): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct f.framework || ' ' || i.code as name from framework_items i join frameworks f on f.id = i.framework_id where i.phase = ${phase}`.execute(db)
  return new Set(rows.map((row) => row.name))
}
