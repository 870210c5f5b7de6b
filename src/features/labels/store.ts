import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Award, Condition, FrameworkKind } from '../frameworks/content.ts'
import type { Item, ItemKey } from '../frameworks/store.ts'
import type { Level } from '../frameworks/scale.ts'
import type { FollowState, LabelTables, Position } from './tables.ts'

const tables = (db: Db) => db.withTables<LabelTables>()

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

/** A framework that a school follows, with what of it the tables show. */
export interface Followed {
  organisationId: string
  frameworkId: string
  framework: string
  frameworkVersion: string
  title: string
  shortTitle: string
  kind: FrameworkKind
  /** Whether what it says has been read in its source. */
  unconfirmed: boolean
  award: Award | null
  grades: readonly Level[]
  questions: readonly Condition[]
  state: FollowState
  /** Level aimed at; null where the label has none, or for the highest. */
  grade: number | null
  /** Codes of the conditions answered yes. */
  conditions: readonly string[]
  heldFrom: string | null
  heldUntil: string | null
  nextStep: string
  nextDueOn: string | null
  sharedAt: Date | null
  previousId: string | null
  version: number
}

const followedColumns = sql<Followed>`
  f.organisation_id as "organisationId", f.framework_id as "frameworkId", w.framework, w.version as "frameworkVersion", w.title, w.short_title as "shortTitle",
  w.kind, w.status = 'unconfirmed' as unconfirmed, w.award, w.grades, w.conditions as questions, f.state, f.grade, f.conditions,
  f.held_from as "heldFrom", f.held_until as "heldUntil", f.next_step as "nextStep", f.next_due_on as "nextDueOn",
  f.shared_at as "sharedAt", f.previous_id as "previousId", f.version`

/** Labels first, then certifications, evaluations, guides and frames of other countries; by name inside each. */
const inOrder = sql`array_position(array['label', 'certification', 'evaluation', 'guide', 'frame'], w.kind), w.short_title collate "fr-x-icu", w.version desc`

/** What a school follows, the ended left out. */
export async function listFollowed(db: Db, organisationId: string): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select ${followedColumns} from followed_frameworks f join frameworks w on w.id = f.framework_id
    where f.organisation_id = ${organisationId} and f.state <> 'ended' order by ${inOrder}`.execute(db)
  return rows
}

/** Versions that a school follows, by id. */
export const listFollowedIds = async (db: Db, organisationId: string): Promise<ReadonlySet<string>> =>
  new Set((await listFollowed(db, organisationId)).map((followed) => followed.frameworkId))

export async function findFollowed(db: Db, organisationId: string, frameworkId: string): Promise<Followed | null> {
  const { rows } = await sql<Followed>`
    select ${followedColumns} from followed_frameworks f join frameworks w on w.id = f.framework_id
    where f.organisation_id = ${organisationId} and f.framework_id = ${frameworkId}`.execute(db)
  return rows[0] ?? null
}

/** A framework that a school shares the coverage of. */
export interface Shared {
  organisationId: string
  frameworkId: string
  grade: number | null
  conditions: string[]
}

/** What these schools share, school by school. */
export async function listShared(db: Db, organisationIds: readonly string[]): Promise<Shared[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Shared>`
    select organisation_id as "organisationId", framework_id as "frameworkId", grade, conditions from followed_frameworks
    where organisation_id = any (${[...organisationIds]}::uuid[]) and shared_at is not null and state <> 'ended'`.execute(db)
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

/** What of an item the tables need: everything but its help and proofs. */
export type ItemOutline = Pick<Item, 'frameworkId' | 'code' | 'themeCode' | 'phase' | 'statement' | 'title' | 'grade' | 'conditions' | 'gravity' | 'status'> & {
  themeTitle: string
}

/** Items of these frameworks, each framework in its own order. */
export async function listOutlines(db: Db, frameworkIds: readonly string[]): Promise<ItemOutline[]> {
  if (frameworkIds.length === 0) return []
  const { rows } = await sql<ItemOutline>`
    select i.framework_id as "frameworkId", i.code, i.theme_code as "themeCode", t.title as "themeTitle", i.phase, i.statement, i.title, i.grade, i.conditions,
      i.gravity, i.status
    from framework_items i join framework_themes t on t.framework_id = i.framework_id and t.code = i.theme_code
    where i.framework_id = any (${[...frameworkIds]}::uuid[])
    order by i.framework_id, t.position, i.position`.execute(db)
  return rows
}

export interface NamedFramework {
  id: string
  framework: string
  version: string
  title: string
  shortTitle: string
  kind: FrameworkKind
  unconfirmed: boolean
  items: number
}

/** Frameworks in force that may be followed, in the order of the tables. */
export async function listFollowable(db: Db, today: string): Promise<NamedFramework[]> {
  const { rows } = await sql<NamedFramework>`
    select w.id, w.framework, w.version, w.title, w.short_title as "shortTitle", w.kind, w.status = 'unconfirmed' as unconfirmed,
      (select count(*) from framework_items i where i.framework_id = w.id) as items
    from frameworks w
    where not w.blank and (w.valid_from is null or w.valid_from <= ${today}) and (w.valid_to is null or w.valid_to >= ${today})
    order by ${inOrder}`.execute(db)
  return rows
}

/** Guides that schools evaluate themselves with, whether they follow them or not. */
export async function listGuideIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from frameworks where kind = 'guide' and not blank and owner_id is null order by id`.execute(db)
  return rows.map((row) => row.id)
}

export interface NewFollow {
  organisationId: string
  frameworkId: string
  personId: string
}

/** Follows a framework, or takes it up again. False when it was followed already. */
export async function insertFollow(db: Db, { organisationId, frameworkId, personId }: NewFollow): Promise<boolean> {
  const result = await tables(db)
    .insertInto('followed_frameworks')
    .values({ organisation_id: organisationId, framework_id: frameworkId, added_by: personId })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'framework_id'])
        .doUpdateSet((set) => ({ state: 'exploring', version: sql<number>`${set.ref('followed_frameworks.version')} + 1` }))
        .where('followed_frameworks.state', '=', 'ended'),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export interface FollowChange {
  state: FollowState
  grade: number | null
  conditions: string[]
  held_from: string | null
  held_until: string | null
  next_step: string
  next_due_on: string | null
}

/** False when somebody changed it since that version. */
export async function updateFollow(db: Db, followed: Followed, version: number, change: Partial<FollowChange> & { shared_at?: Date | null }): Promise<boolean> {
  const result = await tables(db)
    .updateTable('followed_frameworks')
    .set({ ...change, version: version + 1 })
    .where('organisation_id', '=', followed.organisationId)
    .where('framework_id', '=', followed.frameworkId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

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

/** Schools that belong to a network today. */
export async function listMemberIds(db: Db, networkId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct child_id as id from organisation_links
    where parent_id = ${networkId} and kind = 'member_of' and valid_from <= ${today} and (valid_to is null or valid_to >= ${today}) order by 1`.execute(db)
  return rows.map((row) => row.id)
}

/** Schools of an académie that share at least one framework. */
export async function listSharingIds(db: Db, authorityId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct f.organisation_id as id from followed_frameworks f join organisations o on o.id = f.organisation_id
    where o.authority_id = ${authorityId} and f.shared_at is not null and f.state <> 'ended' order by 1`.execute(db)
  return rows.map((row) => row.id)
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
