import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { ItemKey } from '../frameworks/store.ts'

/** What the items of a school rest on, as the database reads it (migration 0010). */
export interface ItemFact extends ItemKey {
  organisationId: string
  /** positionCode; null when the school says nothing. */
  position: number | null
  proofs: number
  expired: number
  planned: boolean
}

/** Facts of these organisations: the caller's own, and those that share something with her; nothing of any other. */
export async function listItemFacts(db: Db, organisationIds: readonly string[], today: string): Promise<ItemFact[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<ItemFact>`
    select organisation_id as "organisationId", framework_id as "frameworkId", item_code as code, "position", proofs, expired, planned
    from visible_item_facts(${[...organisationIds]}::uuid[], ${today}::date)`.execute(db)
  return rows
}

/** Facts of many schools at once, packed (migration 0010), by school; schools of which the caller may see nothing are left out. */
export async function listPackedSeeds(db: Db, organisationIds: readonly string[], items: readonly ItemKey[], today: string): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map()
  const { rows } = await sql<{ organisationId: string; seeds: string }>`
    select organisation_id as "organisationId", seeds
    from visible_item_seeds(${[...organisationIds]}::uuid[], ${items.map((item) => item.frameworkId)}::uuid[], ${items.map((item) => item.code)}::text[], ${today}::date)`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.organisationId, row.seeds]))
}

/** On each item, how many of its proofs came since a moment. */
export async function listRecentProofs(db: Db, organisationId: string, since: Date): Promise<(ItemKey & { proofs: number })[]> {
  const { rows } = await sql<ItemKey & { proofs: number }>`
    select "frameworkId", code, count(distinct evidence_id) as proofs from (
      select s.framework_id as "frameworkId", s.item_code as code, s.evidence_id from evidence_supports s
      where s.organisation_id = ${organisationId} and s.added_at >= ${since}
      union
      select i.framework_id, i.origin_code, l.evidence_id
      from evidence_links l join evaluation_items i on i.id = l.item_id join evidence v on v.id = l.evidence_id
      where l.organisation_id = ${organisationId} and i.framework_id is not null and v.added_at >= ${since}) recent
    group by 1, 2`.execute(db)
  return rows
}
