import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { EvaluationState } from '../evaluations/tables.ts'

/** Numbers of open schools of an académie: all, with a self-evaluation, with a validated one, sharing one. */
export interface AuthorityActivity {
  schools: number
  engaged: number
  validated: number
  sharing: number
}

export async function countActivity(db: Db, authorityId: string): Promise<AuthorityActivity> {
  const { rows } = await sql<AuthorityActivity>`select schools, engaged, validated, sharing from authority_activity(${authorityId})`.execute(db)
  return rows[0] ?? { schools: 0, engaged: 0, validated: 0, sharing: 0 }
}

export interface SharedEvaluation {
  id: string
  title: string
  state: EvaluationState
  schoolYear: string
  sharedAt: Date
  schoolId: string
  schoolName: string
  town: string | null
  districtName: string | null
}

const shared = (authorityId: string) => sql`
  from evaluations e join organisations o on o.id = e.organisation_id
  where o.authority_id = ${authorityId} and o.kind in ('school', 'network', 'campus') and e.shared_at is not null`

export async function countShared(db: Db, authorityId: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number ${shared(authorityId)}`.execute(db)
  return rows[0]?.number ?? 0
}

/** What schools have shared: by district, then school, then the latest first. Row-level security keeps the rest out. */
export async function listShared(db: Db, authorityId: string, day: string, { limit, offset }: { limit: number; offset: number }): Promise<SharedEvaluation[]> {
  const { rows } = await sql<SharedEvaluation>`
    with shared as (
      select e.id, e.title, e.state, e.school_year, e.shared_at, o.id as school_id, o.name as school_name, o.town ${shared(authorityId)})
    select s.id, s.title, s.state, s.school_year as "schoolYear", s.shared_at as "sharedAt", s.school_id as "schoolId", s.school_name as "schoolName", s.town,
      d.name as "districtName"
    from shared s left join lateral (
      select p.name from organisation_links l join organisations p on p.id = l.parent_id and p.kind = 'district'
      where l.child_id = s.school_id and l.kind = 'part_of' and l.valid_from <= ${day} and (l.valid_to is null or l.valid_to >= ${day}) limit 1) d on true
    order by d.name collate "fr-x-icu" nulls last, s.school_name collate "fr-x-icu", s.shared_at desc, s.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface AuthorityName {
  id: string
  name: string
}

export async function listAuthorities(db: Db): Promise<AuthorityName[]> {
  const { rows } = await sql<AuthorityName>`
    select id, name from organisations where kind = 'authority' and valid_to is null order by name collate "fr-x-icu"`.execute(db)
  return rows
}
