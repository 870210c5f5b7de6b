import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { ItemKey } from '../frameworks/store.ts'
import type { Change } from './content.ts'
import type { Link } from './graph.ts'
import type { CrosswalkTables } from './tables.ts'

const tables = (db: Db) => db.withTables<CrosswalkTables>()

/** Every item of every framework that the caller sees, framework by framework, in their order. */
export async function listGraphItems(db: Db): Promise<ItemKey[]> {
  const { rows } = await sql<ItemKey>`
    select i.framework_id as "frameworkId", i.code
    from framework_items i join framework_themes t on t.framework_id = i.framework_id and t.code = i.theme_code
    order by i.framework_id, t.position, i.position`.execute(db)
  return rows
}

/** Every published link that the caller sees, in the order of its crosswalk. */
export async function listLinks(db: Db): Promise<Link[]> {
  const { rows } = await sql<{ fromId: string; fromCode: string; toId: string; toCode: string } & Omit<Link, 'from' | 'to'>>`
    select c.from_id as "fromId", l.from_code as "fromCode", c.to_id as "toId", l.to_code as "toCode", l.type, l.reason, l.status,
      coalesce(l.author, c.author) as author
    from crosswalk_links l join crosswalks c on c.id = l.crosswalk_id
    where c.state = 'published'
    order by c.from_id, c.to_id, c.id, l.from_code collate "C", l.to_code collate "C"`.execute(db)
  return rows.map(({ fromId, fromCode, toId, toCode, ...link }) => ({
    ...link,
    from: { frameworkId: fromId, code: fromCode },
    to: { frameworkId: toId, code: toCode },
  }))
}

export interface Conversion {
  fromId: string
  toId: string
  author: string
  note: string
  changes: readonly Change[]
}

/** What becomes of the codes from version to version. */
export async function listConversions(db: Db): Promise<Conversion[]> {
  return tables(db)
    .selectFrom('framework_conversions')
    .select(['from_id as fromId', 'to_id as toId', 'author', 'note', 'changes'])
    .orderBy('from_id')
    .orderBy('to_id')
    .execute()
}

/** Changes whenever something that the caller's graph is made of has changed. */
export async function graphStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(concat(
      (select string_agg(id::text, ',' order by id) from frameworks),
      (select string_agg(id || ':' || version, ',' order by id) from crosswalks where state = 'published'),
      (select string_agg(from_id || ':' || to_id || ':' || coalesce(content_sha256, ''), ',' order by from_id, to_id) from framework_conversions))) as stamp`.execute(
    db,
  )
  return rows[0]?.stamp ?? ''
}
