import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { CrosswalkSource, Side } from '../content.ts'
import type { LinkStatus } from '../graph.ts'
import type { Relation } from '../relations.ts'
import type { CrosswalkState, CrosswalkTables } from '../tables.ts'

export interface End {
  id: string
  title: string
  edition: string
}

/** A crosswalk with both ends named, as lists and pages show it. */
export interface Crosswalk {
  id: string
  /** Whose own it is; '' when it comes with the product, so that nobody may change it. */
  organisationId: string
  from: End
  to: End
  author: string
  status: LinkStatus
  source: CrosswalkSource
  licence: string
  state: CrosswalkState
  sentBy: string | null
  version: number
  links: number
  gaps: number
}

interface Row {
  id: string
  owner_id: string | null
  from_id: string
  from_title: string
  from_edition: string
  to_id: string
  to_title: string
  to_edition: string
  author: string
  status: LinkStatus
  source: CrosswalkSource
  licence: string
  state: CrosswalkState
  sent_by: string | null
  version: number
  links: number
  gaps: number
}

const rows = async (db: Db, wanted: { id?: string; frameworkId?: string }): Promise<Crosswalk[]> => {
  const found = await sql<Row>`
    select c.id, c.owner_id, c.from_id, a.short_title as from_title, a.version as from_edition, c.to_id, b.short_title as to_title, b.version as to_edition,
      c.author, c.status, c.source, c.licence, c.state, c.sent_by, c.version,
      (select count(*)::int from crosswalk_links l where l.crosswalk_id = c.id) as links,
      (select count(*)::int from crosswalk_gaps g where g.crosswalk_id = c.id) as gaps
    from crosswalks c join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id
    where (${wanted.id ?? null}::uuid is null or c.id = ${wanted.id ?? null}::uuid)
      and (${wanted.frameworkId ?? null}::uuid is null or ${wanted.frameworkId ?? null}::uuid in (c.from_id, c.to_id))
    order by a.framework <> 'qualeduc', a.short_title collate "fr-x-icu", b.short_title collate "fr-x-icu", b.version desc, c.owner_id nulls first, c.created_at`.execute(
    db,
  )
  return found.rows.map(crosswalkOf)
}

const crosswalkOf = (row: Row): Crosswalk => ({
  id: row.id,
  organisationId: row.owner_id ?? '',
  from: { id: row.from_id, title: row.from_title, edition: row.from_edition },
  to: { id: row.to_id, title: row.to_title, edition: row.to_edition },
  author: row.author,
  status: row.status,
  source: row.source,
  licence: row.licence,
  state: row.state,
  sentBy: row.sent_by,
  version: row.version,
  links: row.links,
  gaps: row.gaps,
})

/** Every crosswalk that the caller sees, or those of one framework; from our own sheets first. */
export const listCrosswalks = (db: Db, frameworkId?: string): Promise<Crosswalk[]> => rows(db, frameworkId ? { frameworkId } : {})

export const findCrosswalk = async (db: Db, id: string): Promise<Crosswalk | null> => (await rows(db, { id }))[0] ?? null

export interface CrosswalkLink {
  from: string
  to: string
  type: Relation
  reason: string
  status: LinkStatus
  author: string | null
}

export interface CrosswalkGap {
  side: Side
  code: string
  reason: string
}

export const listCrosswalkLinks = (db: Db, crosswalkId: string): Promise<CrosswalkLink[]> =>
  db
    .withTables<CrosswalkTables>()
    .selectFrom('crosswalk_links')
    .select(['from_code as from', 'to_code as to', 'type', 'reason', 'status', 'author'])
    .where('crosswalk_id', '=', crosswalkId)
    .orderBy('from_code')
    .orderBy('to_code')
    .execute()

export const listCrosswalkGaps = (db: Db, crosswalkId: string): Promise<CrosswalkGap[]> =>
  db
    .withTables<CrosswalkTables>()
    .selectFrom('crosswalk_gaps')
    .select(['side', 'code', 'reason'])
    .where('crosswalk_id', '=', crosswalkId)
    .orderBy('code')
    .execute()
