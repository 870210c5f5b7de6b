import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'

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
