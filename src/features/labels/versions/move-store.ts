import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Followed } from '../store.ts'
import type { LabelTables } from '../tables.ts'
import type { Settings } from './outlook-rules.ts'

const tables = (db: Db) => db.withTables<LabelTables>()

const rowOf = (settings: Settings) => ({
  state: settings.state,
  grade: settings.grade,
  conditions: [...settings.conditions],
  held_from: settings.heldFrom,
  held_until: settings.heldUntil,
  next_step: settings.nextStep,
  next_due_on: settings.nextDueOn,
  shared_at: settings.sharedAt,
})

/** The version to which the school has moved from this one, and may still come back from. */
export async function findMovedTo(db: Db, organisationId: string, frameworkId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('followed_frameworks')
    .select('framework_id as id')
    .where('organisation_id', '=', organisationId)
    .where('previous_id', '=', frameworkId)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Takes a version off the board. False when somebody changed it since that version of the row. */
export async function endFollow(db: Db, followed: Followed, version: number): Promise<boolean> {
  const row = await tables(db)
    .updateTable('followed_frameworks')
    .set({ state: 'ended', shared_at: null, previous_id: null, version: version + 1 })
    .where('organisation_id', '=', followed.organisationId)
    .where('framework_id', '=', followed.frameworkId)
    .where('version', '=', version)
    .where('state', '<>', 'ended')
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

export interface NewFollow {
  organisationId: string
  frameworkId: string
  personId: string
  settings: Settings
  /** The version that one may come back to; null for none. */
  previousId: string | null
}

/** Puts a version on the board, whether or not it was there before; false when it is there already. */
export async function beginFollow(db: Db, { organisationId, frameworkId, personId, settings, previousId }: NewFollow): Promise<boolean> {
  const row = { ...rowOf(settings), previous_id: previousId }
  const result = await tables(db)
    .insertInto('followed_frameworks')
    .values({ organisation_id: organisationId, framework_id: frameworkId, added_by: personId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'framework_id'])
        .doUpdateSet((set) => ({ ...row, version: sql<number>`${set.ref('followed_frameworks.version')} + 1` }))
        .where('followed_frameworks.state', '=', 'ended'),
    )
    .returning('version')
    .executeTakeFirst()
  return result !== undefined
}

/** From now on there is no coming back. False when somebody changed it meanwhile, or it was confirmed already. */
export async function confirmFollow(db: Db, followed: Followed, version: number): Promise<boolean> {
  const row = await tables(db)
    .updateTable('followed_frameworks')
    .set({ previous_id: null, version: version + 1 })
    .where('organisation_id', '=', followed.organisationId)
    .where('framework_id', '=', followed.frameworkId)
    .where('version', '=', version)
    .where('previous_id', 'is not', null)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
