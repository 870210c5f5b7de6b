import type { Db } from '../../platform/database.ts'
import type { Caller } from '../../platform/session.ts'
import type { OrganisationKind, OrganisationTables } from './tables.ts'

export interface Organisation {
  /** Same as `id`: an organisation belongs to itself. */
  organisationId: string
  id: string
  kind: OrganisationKind
  name: string
  town: string | null
  uai: string | null
  authorityId: string | null
}

/** The organisation if the caller holds a mandate in it; otherwise null, as if it did not exist. */
export async function findOwnOrganisation(db: Db, caller: Caller, id: string): Promise<Organisation | null> {
  return caller.mandates.some((mandate) => mandate.organisationId === id) ? findOrganisation(db, id) : null
}

/** The directory is public: any organisation by id. Pages inside a school use findOwnOrganisation. */
export async function findOrganisation(db: Db, id: string): Promise<Organisation | null> {
  const row = await db
    .withTables<OrganisationTables>()
    .selectFrom('organisations')
    .select(['id', 'kind', 'name', 'town', 'uai', 'authority_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { organisationId: row.id, id: row.id, kind: row.kind, name: row.name, town: row.town, uai: row.uai, authorityId: row.authority_id }
}

export interface SchoolYear {
  code: string
  startsOn: string
  endsOn: string
}

/** School years around a day: `before` earlier ones, the present one, `after` later ones, in order. */
export async function listSchoolYears(db: Db, today: string, before = 2, after = 2): Promise<SchoolYear[]> {
  const rows = await db.withTables<OrganisationTables>().selectFrom('school_years').selectAll().orderBy('starts_on').execute()
  const now = rows.findIndex((row) => row.starts_on <= today && today <= row.ends_on)
  return rows.slice(Math.max(0, now - before), now + after + 1).map((row) => ({ code: row.code, startsOn: row.starts_on, endsOn: row.ends_on }))
}
