import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Item, ItemKey } from '../../frameworks/store.ts'
import type { LabelTables, Position } from '../tables.ts'

const tables = (db: Db) => db.withTables<LabelTables>()

/** What the school says of one item itself. */
export interface KeptPosition {
  position: Position
  reason: string
  notedAt: Date
  version: number
}

export async function findPosition(db: Db, organisationId: string, item: ItemKey): Promise<KeptPosition | null> {
  const row = await tables(db)
    .selectFrom('item_positions')
    .select(['position', 'reason', 'noted_at as notedAt', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('framework_id', '=', item.frameworkId)
    .where('item_code', '=', item.code)
    .executeTakeFirst()
  return row ?? null
}

export interface SentPosition extends ItemKey {
  organisationId: string
  personId: string
  position: Position
  reason: string
  /** The version that the writer started from, 0 for none. */
  version: number
}

/** False when somebody noted another one since that version. */
export async function savePosition(db: Db, sent: SentPosition): Promise<boolean> {
  const { rows } = await sql<{ version: number }>`
    insert into item_positions (organisation_id, framework_id, item_code, position, reason, noted_by, version)
    values (${sent.organisationId}, ${sent.frameworkId}, ${sent.code}, ${sent.position}, ${sent.reason}, ${sent.personId}, ${sent.version + 1})
    on conflict (organisation_id, framework_id, item_code) do update
      set position = excluded.position, reason = excluded.reason, noted_by = excluded.noted_by, noted_at = now(), version = excluded.version
      where item_positions.version = excluded.version - 1
    returning version`.execute(db)
  return rows.length > 0
}

/** Takes back what the school said of an item. False when there was nothing, or something newer. */
export async function deletePosition(db: Db, organisationId: string, item: ItemKey, version: number): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('item_positions')
    .where('organisation_id', '=', organisationId)
    .where('framework_id', '=', item.frameworkId)
    .where('item_code', '=', item.code)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function insertTarget(db: Db, organisationId: string, actionId: string, item: ItemKey): Promise<void> {
  await tables(db)
    .insertInto('action_targets')
    .values({ action_id: actionId, organisation_id: organisationId, framework_id: item.frameworkId, item_code: item.code })
    .execute()
}

export interface AboutItem {
  id: string
  title: string
}

export interface ProofOfItem extends AboutItem {
  pageRef: string
  validUntil: string | null
  /** Null when it stands beside the item itself, otherwise the self-evaluation that it was joined in. */
  evaluationId: string | null
}

/** The school's proofs beside one item, directly or through a self-evaluation; only those that the caller may see. */
export async function listProofsOf(db: Db, organisationId: string, item: ItemKey): Promise<ProofOfItem[]> {
  const { rows } = await sql<ProofOfItem>`
    select v.id, v.title, s.page_ref as "pageRef", v.valid_until as "validUntil", null::uuid as "evaluationId"
    from evidence_supports s join evidence v on v.id = s.evidence_id
    where s.organisation_id = ${organisationId} and s.framework_id = ${item.frameworkId} and s.item_code = ${item.code}
    union all
    select v.id, v.title, l.page_ref, v.valid_until, l.evaluation_id
    from evidence_links l join evaluation_items i on i.id = l.item_id join evidence v on v.id = l.evidence_id
    where l.organisation_id = ${organisationId} and i.framework_id = ${item.frameworkId} and i.origin_code = ${item.code}
    order by 2, 1`.execute(db)
  return rows
}

/** Actions decided for one item, the open ones first. */
export async function listActionsOf(db: Db, organisationId: string, item: ItemKey): Promise<(AboutItem & { open: boolean })[]> {
  const { rows } = await sql<AboutItem & { open: boolean }>`
    select distinct a.id, a.title, a.state in ('planned', 'under_way') as open
    from actions a
    where a.organisation_id = ${organisationId} and a.state <> 'abandoned' and (
      exists (select from action_targets t where t.action_id = a.id and t.framework_id = ${item.frameworkId} and t.item_code = ${item.code})
      or exists (select from finding_items fi join evaluation_items i on i.id = fi.item_id
        where fi.finding_id = a.finding_id and i.framework_id = ${item.frameworkId} and i.origin_code = ${item.code}))
    order by open desc, a.title`.execute(db)
  return rows
}

/** The school's proofs that may be joined to an item: those that are not beside it yet, the latest first. */
export async function listJoinable(db: Db, organisationId: string, item: ItemKey, most: number): Promise<AboutItem[]> {
  const { rows } = await sql<AboutItem>`
    select v.id, v.title from evidence v
    where v.organisation_id = ${organisationId} and not exists (
      select from evidence_supports s where s.evidence_id = v.id and s.framework_id = ${item.frameworkId} and s.item_code = ${item.code})
    order by v.added_at desc, v.id limit ${most}`.execute(db)
  return rows
}

/** A figure suggested for an item, with the other items that suggest it too. */
export interface SharedFigure {
  code: string
  serves: (ItemKey & { title: string | null; statement: string })[]
}

/** Other items named for each figure. */
const mostServed = 4

/** Figures of an item, each with other items of these frameworks that rest on it too. */
export async function listFigures(db: Db, item: Pick<Item, 'frameworkId' | 'code' | 'indicators'>, frameworkIds: readonly string[]): Promise<SharedFigure[]> {
  if (item.indicators.length === 0) return []
  const { rows } = await sql<SharedFigure>`
    select f.code, coalesce((
      select json_agg(o) from (
        select i.framework_id as "frameworkId", i.code, i.title, i.statement from framework_items i
        where f.code = any (i.indicators) and i.framework_id = any (${[...frameworkIds]}::uuid[])
          and (i.framework_id, i.code) <> (${item.frameworkId}::uuid, ${item.code})
        order by i.framework_id, i.code limit ${mostServed}) o), '[]') as serves
    from unnest(${item.indicators}::text[]) with ordinality f (code, place) order by f.place`.execute(db)
  return rows
}
