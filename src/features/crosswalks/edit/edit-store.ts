import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CrosswalkSource, Side } from '../content.ts'
import type { LinkStatus } from '../graph.ts'
import type { CrosswalkGap, CrosswalkLink } from '../read/crosswalks-store.ts'
import { seenFrom } from '../read/sides-rules.ts'
import type { SeenLink } from '../read/sides-rules.ts'
import type { CrosswalkState, CrosswalkTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CrosswalkTables>()

export interface NewCrosswalk {
  ownerId: string
  fromId: string
  toId: string
  author: string
  source: CrosswalkSource
  licence: string
  personId: string
}

export async function insertCrosswalk(db: Db, wish: NewCrosswalk): Promise<string> {
  const id = randomUUID()
  await tables(db)
    .insertInto('crosswalks')
    .values({
      id,
      from_id: wish.fromId,
      to_id: wish.toId,
      author: wish.author,
      status: 'proposed',
      source: wish.source,
      licence: wish.licence,
      owner_id: wish.ownerId,
      state: 'draft',
      created_by: wish.personId,
    })
    .execute()
  return id
}

export interface Held {
  id: string
  state: CrosswalkState
  version: number
  sentBy: string | null
}

/** The crosswalk as it is now, its row held until the end of the transaction. Null once published. */
export async function lockCrosswalk(db: Db, id: string): Promise<Held | null> {
  const { rows } = await sql<Held>`select id, state, version, sent_by as "sentBy" from crosswalks where id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

export interface CrosswalkChange {
  author?: string
  source?: CrosswalkSource
  licence?: string
  status?: LinkStatus
  state?: CrosswalkState
  sentBy?: string | null
}

/** Writes on a crosswalk that is held; its version counts every change, also those of its links. */
export async function touchCrosswalk(db: Db, held: Held, { sentBy, ...change }: CrosswalkChange = {}): Promise<void> {
  await tables(db)
    .updateTable('crosswalks')
    .set({
      ...change,
      ...(sentBy === undefined ? {} : { sent_by: sentBy, sent_at: sentBy ? sql<Date>`now()` : null }),
      version: held.version + 1,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', held.id)
    .execute()
}

/** In place of the link of the same two statements, if there is one; an « no equivalent » of either end goes. */
export async function saveLink(db: Db, crosswalkId: string, link: Omit<CrosswalkLink, 'author'>): Promise<void> {
  const { from, to, ...rest } = link
  await tables(db)
    .insertInto('crosswalk_links')
    .values({ crosswalk_id: crosswalkId, from_code: from, to_code: to, ...rest })
    .onConflict((conflict) => conflict.columns(['crosswalk_id', 'from_code', 'to_code']).doUpdateSet(rest))
    .execute()
  await deleteGap(db, crosswalkId, 'from', from)
  await deleteGap(db, crosswalkId, 'to', to)
}

export const deleteLink = async (db: Db, crosswalkId: string, from: string, to: string): Promise<void> =>
  void (await tables(db)
    .deleteFrom('crosswalk_links')
    .where('crosswalk_id', '=', crosswalkId)
    .where('from_code', '=', from)
    .where('to_code', '=', to)
    .execute())

export async function saveGap(db: Db, crosswalkId: string, gap: CrosswalkGap): Promise<void> {
  await tables(db)
    .insertInto('crosswalk_gaps')
    .values({ crosswalk_id: crosswalkId, ...gap })
    .onConflict((conflict) => conflict.columns(['crosswalk_id', 'side', 'code']).doUpdateSet({ reason: gap.reason }))
    .execute()
}

export const deleteGap = async (db: Db, crosswalkId: string, side: Side, code: string): Promise<void> =>
  void (await tables(db).deleteFrom('crosswalk_gaps').where('crosswalk_id', '=', crosswalkId).where('side', '=', side).where('code', '=', code).execute())

export const deleteCrosswalk = async (db: Db, id: string): Promise<boolean> =>
  (await tables(db).deleteFrom('crosswalks').where('id', '=', id).where('state', '<>', 'published').returning('id').executeTakeFirst()) !== undefined

export type ToldElsewhere = SeenLink & { by: string }

/** Links of the same statement in the other published crosswalks of the same pair, read from this side. */
export async function listToldElsewhere(
  db: Db,
  crosswalk: { id: string; from: { id: string }; to: { id: string } },
  code: string,
  side: Side,
): Promise<ToldElsewhere[]> {
  const { rows } = await sql<CrosswalkLink & { by: string }>`
    select l.from_code as "from", l.to_code as "to", l.type, l.reason, l.status, l.author, coalesce(l.author, c.author) as by
    from crosswalks c join crosswalk_links l on l.crosswalk_id = c.id
    where c.from_id = ${crosswalk.from.id} and c.to_id = ${crosswalk.to.id} and c.id <> ${crosswalk.id} and c.state = 'published'
      and ${side === 'from' ? sql`l.from_code` : sql`l.to_code`} = ${code}
    order by 1, 2`.execute(db)
  return rows.map(({ by, ...link }) => ({ ...seenFrom(link, side), by }))
}
