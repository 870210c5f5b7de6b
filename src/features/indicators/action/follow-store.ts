import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Action } from '../../plans/store.ts'
import type { ItemReference } from '../pack/indicator.ts'
import type { IndicatorTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<IndicatorTables>()

/** Codes of the figures that an action follows, in the order in which they were chosen. */
export async function listFollowed(db: Db, actionId: string): Promise<string[]> {
  const rows = await tables(db).selectFrom('action_indicators').select('measure').where('action_id', '=', actionId).orderBy('added_at').execute()
  return rows.map((row) => row.measure)
}

/** False when the action follows it already. */
export async function insertFollowed(db: Db, personId: string, action: Action, measure: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('action_indicators')
    .values({ action_id: action.id, organisation_id: action.organisationId, measure, added_by: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the action did not follow it. */
export async function deleteFollowed(db: Db, actionId: string, measure: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('action_indicators')
    .where('action_id', '=', actionId)
    .where('measure', '=', measure)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Items that an action is for: those that it aims at, and those of the finding that it answers. */
export async function listItemsOfAction(db: Db, action: Action): Promise<ItemReference[]> {
  const { rows } = await sql<ItemReference>`
    select f.framework, t.item_code as code from action_targets t join frameworks f on f.id = t.framework_id where t.action_id = ${action.id}
    union select f.framework, i.origin_code from findings d join finding_items l on l.finding_id = d.id join evaluation_items i on i.id = l.item_id
      join frameworks f on f.id = i.framework_id where d.id = ${action.findingId}`.execute(db)
  return rows
}

/** Actions of a school that follow a figure, by title. */
export async function listActionsFollowing(db: Db, organisationId: string, measure: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select a.id, a.title from action_indicators l join actions a on a.id = l.action_id
    where l.organisation_id = ${organisationId} and l.measure = ${measure} order by a.title`.execute(db)
  return rows
}
