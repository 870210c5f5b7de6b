import type { Db } from '../../../platform/database.ts'
import { plainSpaces, frenchSpaces } from '../../frameworks/french-spaces.ts'
import { compact } from '../../frameworks/exchange/values.ts'
import type { FrameworkTables } from '../../frameworks/tables.ts'
import type { ConversionContent, CrosswalkContent, GapContent, LinkContent } from '../content.ts'
import { insertCrosswalk } from '../edit/edit-store.ts'
import type { CrosswalkTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CrosswalkTables & FrameworkTables>()

export interface StoredCrosswalk {
  id: string
  title: string
  updatedAt: Date
  content: CrosswalkContent
}

/** A crosswalk that the caller sees, in the shape of its file. */
export async function findCrosswalkContent(db: Db, id: string): Promise<StoredCrosswalk | null> {
  const row = await tables(db)
    .selectFrom('crosswalks as c')
    .innerJoin('frameworks as a', 'a.id', 'c.from_id')
    .innerJoin('frameworks as b', 'b.id', 'c.to_id')
    .select(['c.id', 'c.author', 'c.status', 'c.source', 'c.licence', 'c.updated_at as updatedAt'])
    .select(['a.framework as fromFramework', 'a.version as fromVersion', 'b.framework as toFramework', 'b.version as toVersion'])
    .select(['a.short_title as fromTitle', 'b.short_title as toTitle'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const links = await listLinks(db, id, row.status)
  const gaps = await listGaps(db, id)
  return {
    id,
    title: `${row.fromTitle} → ${row.toTitle}`,
    updatedAt: row.updatedAt,
    content: {
      from: { framework: row.fromFramework, version: row.fromVersion },
      to: { framework: row.toFramework, version: row.toVersion },
      author: row.author,
      status: row.status,
      source: { ...row.source, title: plainSpaces(row.source.title), note: plainSpaces(row.source.note) },
      licence: plainSpaces(row.licence),
      links,
      ...(gaps.length > 0 ? { no_equivalent: gaps } : {}),
    },
  }
}

async function listLinks(db: Db, id: string, status: CrosswalkContent['status']): Promise<LinkContent[]> {
  const rows = await tables(db)
    .selectFrom('crosswalk_links')
    .select(['from_code', 'to_code', 'type', 'reason', 'status'])
    .where('crosswalk_id', '=', id)
    .orderBy('from_code')
    .orderBy('to_code')
    .execute()
  return rows.map((row) =>
    compact({ from: row.from_code, to: row.to_code, type: row.type, reason: plainSpaces(row.reason), status: row.status === status ? undefined : row.status }),
  )
}

async function listGaps(db: Db, id: string): Promise<GapContent[]> {
  const rows = await tables(db)
    .selectFrom('crosswalk_gaps')
    .select(['side', 'code', 'reason'])
    .where('crosswalk_id', '=', id)
    .orderBy('side')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ in: row.side, code: row.code, reason: plainSpaces(row.reason) }))
}

/** What becomes of the codes of a version in another, in the shape of its file. */
export async function findConversionContent(db: Db, fromId: string, toId: string): Promise<ConversionContent | null> {
  const row = await tables(db)
    .selectFrom('framework_conversions as c')
    .innerJoin('frameworks as a', 'a.id', 'c.from_id')
    .innerJoin('frameworks as b', 'b.id', 'c.to_id')
    .select(['a.framework', 'a.version as from', 'b.version as to', 'c.author', 'c.note', 'c.changes'])
    .where('c.from_id', '=', fromId)
    .where('c.to_id', '=', toId)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, note: plainSpaces(row.note), changes: row.changes.map((change) => ({ ...change, reason: plainSpaces(change.reason) })) }
}

export interface ImportedCrosswalk {
  organisationId: string
  personId: string
  fromId: string
  toId: string
  content: CrosswalkContent
}

/** A crosswalk of an organisation, as a draft with all its links. Returns its id. */
export async function insertWholeCrosswalk(db: Db, { organisationId, personId, fromId, toId, content }: ImportedCrosswalk): Promise<string> {
  const source = { ...content.source, title: frenchSpaces(content.source.title), note: frenchSpaces(content.source.note) }
  const id = await insertCrosswalk(db, {
    ownerId: organisationId,
    personId,
    fromId,
    toId,
    author: content.author,
    source,
    licence: frenchSpaces(content.licence),
  })
  const links = content.links.map((link) => ({
    crosswalk_id: id,
    from_code: link.from,
    to_code: link.to,
    type: link.type,
    reason: frenchSpaces(link.reason),
    status: link.status ?? content.status,
  }))
  if (links.length > 0) await tables(db).insertInto('crosswalk_links').values(links).execute()
  const gaps = (content.no_equivalent ?? []).map((gap) => ({ crosswalk_id: id, side: gap.in, code: gap.code, reason: frenchSpaces(gap.reason) }))
  if (gaps.length > 0) await tables(db).insertInto('crosswalk_gaps').values(gaps).execute()
  return id
}
