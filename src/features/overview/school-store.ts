import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Caller, Role } from '../../platform/session.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { FollowState } from '../labels/tables.ts'
import type { ActionState } from '../plans/tables.ts'

/**
 * The school of which the caller may see something: one where she works, or one that has shared an evaluation with her. Otherwise null,
 * as if it did not exist.
 */
export async function findSeenSchool(db: Db, caller: Caller, id: string): Promise<Organisation | null> {
  const own = await findOwnOrganisation(db, caller, id)
  if (own) return own.kind === 'school' || own.kind === 'network' || own.kind === 'campus' ? own : null
  const row = await db
    .withTables<OrganisationTables>()
    .selectFrom('organisations as o')
    .select(['o.id', 'o.kind', 'o.name', 'o.town', 'o.uai', 'o.authority_id as authorityId'])
    .where('o.id', '=', id)
    .where(sql<boolean>`exists (select from evaluations e where e.organisation_id = o.id and e.shared_at is not null)`)
    .executeTakeFirst()
  return row ? { ...row, organisationId: row.id } : null
}

export interface DueAction {
  id: string
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string | null
  state: ActionState
  ownerName: string | null
}

export interface DueActions {
  /** The nearest dates first. */
  next: DueAction[]
  /** Open ones in all. */
  open: number
}

/** How many actions the school's page shows. */
const dueAtOnce = 5

export async function listDueActions(db: Db, organisationId: string): Promise<DueActions> {
  const { rows } = await sql<DueAction & { open: number }>`
    select a.id, a.title, a.due_on as "dueOn", a.state, p.name as "ownerName", a.open
    from (
      select id, title, due_on, state, owner_id, created_at, count(*) over () as open
      from actions where organisation_id = ${organisationId} and state in ('planned', 'under_way')
      order by due_on asc nulls last, created_at limit ${dueAtOnce}) a
    left join persons p on p.id = a.owner_id
    order by a.due_on asc nulls last, a.created_at`.execute(db)
  return { next: rows.map(({ id, title, dueOn, state, ownerName }) => ({ id, title, dueOn, state, ownerName })), open: rows[0]?.open ?? 0 }
}

export interface SchoolPeople {
  /** How many people work here today. */
  people: number
  /** Head first, then lead. */
  leaders: { name: string; role: Extract<Role, 'head' | 'lead'> }[]
}

export async function findPeople(db: Db, organisationId: string, today: string): Promise<SchoolPeople> {
  const { rows } = await sql<SchoolPeople>`
    with here as (
      select person_id, role from mandates
      where organisation_id = ${organisationId} and valid_from <= ${today} and (valid_to is null or valid_to >= ${today}))
    select (select count(distinct person_id) from here) as people,
      (select coalesce(json_agg(json_build_object('name', p.name, 'role', h.role) order by h.role, p.name), '[]')
        from here h join persons p on p.id = h.person_id where h.role in ('head', 'lead')) as leaders`.execute(db)
  return rows[0] ?? { people: 0, leaders: [] }
}

/** A label that the school follows, on one line. */
export interface LabelLine {
  frameworkId: string
  shortTitle: string
  state: FollowState
  /** 'YYYY-MM-DD' */
  heldUntil: string | null
  nextStep: string
  nextDueOn: string | null
}

/** What the school follows, the nearest date first. */
export async function listLabelLines(db: Db, organisationId: string): Promise<LabelLine[]> {
  const { rows } = await sql<LabelLine>`
    select f.framework_id as "frameworkId", w.short_title as "shortTitle", f.state, f.held_until as "heldUntil", f.next_step as "nextStep",
      f.next_due_on as "nextDueOn"
    from followed_frameworks f join frameworks w on w.id = f.framework_id
    where f.organisation_id = ${organisationId} and f.state <> 'ended'
    order by coalesce(f.next_due_on, f.held_until) nulls last, w.short_title`.execute(db)
  return rows
}
