import type { Db } from '../../platform/database.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import { frameworkOf, inForce, listItems } from './store.ts'
import type { Framework, Item } from './store.ts'
import type { FrameworkTables } from './tables.ts'

const tables = (db: Db) => db.withTables<FrameworkTables & OrganisationTables>()

/** An organisation's own framework, with its name. */
export interface OwnedFramework extends Framework {
  ownerName: string
}

/** Local additions to a version that the caller sees, in force on a day. */
export async function listAdditions(db: Db, frameworkId: string, today: string): Promise<OwnedFramework[]> {
  const rows = await tables(db)
    .selectFrom('frameworks')
    .innerJoin('organisations as o', 'o.id', 'frameworks.owner_id')
    .selectAll('frameworks')
    .select('o.name as owner_name')
    .where('frameworks.extends_id', '=', frameworkId)
    .where('frameworks.id', 'in', inForce(db, today))
    .orderBy('owner_name')
    .execute()
  return rows.map((row) => ({ ...frameworkOf(row), ownerName: row.owner_name }))
}

/** Names of the organisations that wrote these frameworks; the directory is public. */
export async function listOwnerNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface AddedItem extends Item {
  /** Who added it. */
  ownerName: string
}

/** What those whose frameworks the caller sees have added to one theme of a version. */
export async function listAddedItems(db: Db, frameworkId: string, themeCode: string, today: string): Promise<AddedItem[]> {
  const additions = await listAdditions(db, frameworkId, today)
  const added: AddedItem[] = []
  for (const addition of additions) added.push(...(await listItems(db, addition.id, themeCode)).map((item) => ({ ...item, ownerName: addition.ownerName })))
  return added
}
