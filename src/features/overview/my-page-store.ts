import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { recallDays } from '../evidence/validity-rules.ts'
import type { Directory, LedSchool, Shared } from './awaiting-rules.ts'

/** Days during which something shared is said to be new: nobody notes who has read what. */
export const newDays = 30

/** The schools that these ids name, with how many people work there today, how many evaluations they have and how many proofs come to their end. */
export async function listLedSchools(db: Db, organisationIds: readonly string[], today: string): Promise<LedSchool[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<LedSchool>`
    select o.id, o.name,
      (select count(distinct m.person_id) from mandates m
        where m.organisation_id = o.id and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})) as people,
      (select count(*) from evaluations e where e.organisation_id = o.id) as evaluations,
      (select count(*) from evidence p where p.organisation_id = o.id and coalesce(p.remind_on, p.valid_until - ${recallDays}::int) <= ${today}
        and (p.valid_until is null or p.valid_until >= ${today})) as "endingProofs"
    from organisations o where o.id = any (${organisationIds}::uuid[]) order by o.name`.execute(db)
  return rows
}

/** What others have shared with the caller since a moment; null when there is nothing. */
export async function findShared(db: Db, ownOrganisationIds: readonly string[], since: Date): Promise<Omit<Shared, 'authorityId'> | null> {
  const { rows } = await sql<Shared['latest'] & { count: number }>`
    select e.id, e.title, o.name as "organisationName", e.shared_at as "sharedOn", count(*) over () as count
    from evaluations e join organisations o on o.id = e.organisation_id
    where e.shared_at >= ${since} and e.organisation_id <> all (${ownOrganisationIds}::uuid[])
    order by e.shared_at desc limit 1`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { count, ...latest } = row
  return { count, latest }
}

export async function findDirectory(db: Db): Promise<Directory> {
  const { rows } = await sql<Directory>`
    select (select count(*) from organisations where kind = 'school') as schools, (select max(at) from directory_imports) as "importedAt"`.execute(db)
  return rows[0] ?? { schools: 0, importedAt: null }
}
