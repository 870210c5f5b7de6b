import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Award, Condition, FrameworkKind } from '../frameworks/content.ts'
import type { Item } from '../frameworks/store.ts'
import type { Level } from '../frameworks/scale.ts'
import type { FollowState, LabelTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LabelTables>()

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
