import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { searchQuery } from '../../frameworks/search-store.ts'
import type { ItemKey } from '../../frameworks/store.ts'
import type { UseSource } from '../uses.ts'

/** A point of a framework as it is picked. */
export interface Point extends ItemKey {
  frameworkTitle: string
  themeCode: string
  themeTitle: string
  /** Its short title, or its whole statement where it has none. */
  text: string
}

/** The points of frameworks beside which a proof stands, whatever put it there. */
export async function listLinkedPoints(db: Db, sources: readonly UseSource[], evidenceId: string): Promise<ItemKey[]> {
  const { rows } = await sql<ItemKey>`
    select distinct framework_id as "frameworkId", substr(point, 38) as code
    from (${sql.join(
      sources.map((source) => source.rows),
      sql` union all `,
    )}) l where evidence_id = ${evidenceId} and framework_id is not null`.execute(db)
  return rows
}

const pointColumns = sql`i.framework_id as "frameworkId", i.code, f.short_title || ' ' || f.version as "frameworkTitle", i.theme_code as "themeCode",
  t.title as "themeTitle", coalesce(i.title, i.statement) as text`
const pointTables = sql`framework_items i join frameworks f on f.id = i.framework_id
  join framework_themes t on t.framework_id = i.framework_id and t.code = i.theme_code`

/** These points in words, by the key of each. */
export async function findPoints(db: Db, keys: readonly ItemKey[]): Promise<Map<string, Point>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<Point>`
    select ${pointColumns} from ${pointTables}
    join unnest(${keys.map((key) => key.frameworkId)}::uuid[], ${keys.map((key) => key.code)}::text[]) k (framework_id, code)
      on k.framework_id = i.framework_id and k.code = i.code
    order by f.framework, f.version desc, t.position, i.position`.execute(db)
  return new Map(rows.map((row) => [pointKey(row), row]))
}

/** As forms and maps name a point. */
export const pointKey = ({ frameworkId, code }: ItemKey): string => `${frameworkId}:${code}`

export interface PointSearch {
  words: string
  /** Of one framework only; null for all. */
  frameworkId: string | null
  limit: number
}

/** Points that hold all the words, the closest first; of one framework without words, all of them in its order. Neither: none. */
export async function searchPoints(db: Db, { words, frameworkId, limit }: PointSearch): Promise<Point[]> {
  const query = searchQuery(words)
  if (!query && (words || !frameworkId)) return []
  const asked = sql`to_tsquery('french', fold_words(${query}))`
  const { rows } = await sql<Point>`
    select ${pointColumns} from ${pointTables}
    where ${frameworkId ? sql`i.framework_id = ${frameworkId}` : sql`true`} and ${query ? sql`i.search @@ ${asked}` : sql`true`} and not f.blank
    order by ${query ? sql`ts_rank(i.search, ${asked}) desc,` : sql``} f.framework, f.version desc, t.position, i.position
    limit ${limit}`.execute(db)
  return rows
}

export interface NamedPoint extends ItemKey {
  /** The proof that the point asks for, in its own words. */
  name: string
  /** Whether the title says it, or only the nature of the proof. */
  by: 'title' | 'nature'
}

/**
 * Points that ask for a proof like this one: all the words of a suggested proof are among those of its title, or at least two of them; or
 * all of them are among the words of its nature. Words count by their stem. The closest first.
 */
export async function listAskingFor(db: Db, { title, nature }: { title: string; nature: string }, limit: number): Promise<NamedPoint[]> {
  const stems = (words: string) => sql`tsvector_to_array(to_tsvector('french', fold_words(${words})))`
  const { rows } = await sql<NamedPoint>`
    with mine as materialized (select ${stems(title)} as title, ${stems(nature)} as nature),
    names as materialized (select name, tsvector_to_array(to_tsvector('french', fold_words(name))) as stems
      from (select distinct unnest(evidence) as name from framework_items) n),
    counted as (select n.name, n.stems, (select count(*) from unnest(n.stems) s where s = any (mine.title)) as common, n.stems <@ mine.nature as same
      from names n, mine where n.stems && (mine.title || mine.nature)),
    asking as materialized (select name, common, case when common = cardinality(stems) or common >= 2 then 'title' else 'nature' end as by
      from counted where common = cardinality(stems) or common >= 2 or same)
    select "frameworkId", code, name, by from (
      select distinct on (i.framework_id, i.code) i.framework_id as "frameworkId", i.code, a.name, a.by, a.common
      from asking a join framework_items i on a.name = any (i.evidence) join frameworks f on f.id = i.framework_id
      where not f.blank order by i.framework_id, i.code, a.by desc, a.common desc) closest
    order by by desc, common desc limit ${limit}`.execute(db)
  return rows
}
