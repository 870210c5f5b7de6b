import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { OrganisationKind, SchoolType } from '../tables.ts'

export interface FoundOrganisation {
  id: string
  kind: OrganisationKind
  name: string
  uai: string | null
  town: string | null
  schoolType: SchoolType | null
  authorityName: string | null
  validTo: string | null
}

export interface OrganisationFilter {
  kind: OrganisationKind
  /** Words of the name, the town or the UAI, each as far as it is typed; '' for all. */
  words: string
}

// Every word must begin a word of the organisation. Words are folded by the function that built the index.
const matching = ({ kind, words }: OrganisationFilter) => {
  const found = sql`o.search @@ to_tsquery('simple', coalesce((
    select string_agg(word || ':*', ' & ') from regexp_split_to_table(fold_name(${words}), ' ') word where word <> ''), ''))`
  return words === '' ? sql`o.kind = ${kind}` : sql`o.kind = ${kind} and ${found}`
}

export async function countOrganisations(db: Db, filter: OrganisationFilter): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from organisations o where ${matching(filter)}`.execute(db)
  return rows[0]?.number ?? 0
}

/** In the order of names; schools of one name by town. */
export async function searchOrganisations(
  db: Db,
  filter: OrganisationFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<FoundOrganisation[]> {
  const { rows } = await sql<FoundOrganisation>`
    with found as (
      select o.* from organisations o where ${matching(filter)} order by o.name collate "fr-x-icu", o.id limit ${limit} offset ${offset})
    select o.id, o.kind, o.name, o.uai, o.town, o.school_type as "schoolType", a.name as "authorityName", o.valid_to as "validTo"
    from found o left join organisations a on a.id = o.authority_id
    order by o.name collate "fr-x-icu", o.id`.execute(db)
  return rows
}

/** The school of a UAI in its compact form (0350001A). */
export async function findSchoolByUai(db: Db, uai: string): Promise<FoundOrganisation | null> {
  const { rows } = await sql<FoundOrganisation>`
    select o.id, o.kind, o.name, o.uai, o.town, o.school_type as "schoolType", a.name as "authorityName", o.valid_to as "validTo"
    from organisations o left join organisations a on a.id = o.authority_id where o.uai = ${uai}`.execute(db)
  return rows[0] ?? null
}
