import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { academicRegions } from './authorities.ts'
import { getAuthority } from './find-authority.ts'

const nation = { code: 'FR', name: 'France' }

/** Creates what is missing of the tree above the schools: the nation, then the régions académiques and académies of these codes. */
export async function saveTerritories(db: Db, authorityCodes: ReadonlySet<string>): Promise<void> {
  const authorities = [...authorityCodes].sort().map(getAuthority)
  const regionCodes = new Set(authorities.map((authority) => authority.academicRegionCode))
  const regions = academicRegions.filter((region) => regionCodes.has(region.code))
  await sql`insert into organisations (id, kind, code, name)
    select gen_random_uuid(), 'nation', ${nation.code}, ${nation.name}
    where not exists (select from organisations where kind = 'nation')`.execute(db)
  await saveNodes(
    db,
    'academic_region',
    regions.map(({ code, name }) => ({ code, name, first_day: null, region_code: null })),
  )
  await saveNodes(
    db,
    'authority',
    authorities.map(({ code, name, firstDay, academicRegionCode }) => ({
      code,
      name,
      first_day: firstDay ?? null,
      region_code: academicRegionCode,
    })),
  )
}

type Node = { code: string; name: string; first_day: string | null; region_code: string | null }

// Nodes that are there keep their name and their links: somebody may have had a reason to change them.
async function saveNodes(db: Db, kind: 'academic_region' | 'authority', nodes: readonly Node[]): Promise<void> {
  await sql`
    with added as (
      insert into organisations (id, kind, code, name, valid_from)
      select gen_random_uuid(), ${kind}, r.code, r.name, r.first_day
      from jsonb_to_recordset(${JSON.stringify(nodes)}::text::jsonb) as r (code text, name text, first_day date)
      on conflict (kind, code) where code is not null do nothing
      returning id, code, valid_from)
    insert into organisation_links (child_id, parent_id, kind, valid_from)
    select a.id, p.id, 'part_of', coalesce(a.valid_from, '1900-01-01')
    from added a
    join jsonb_to_recordset(${JSON.stringify(nodes)}::text::jsonb) as r (code text, region_code text) on r.code = a.code
    join lateral (
      select id from organisations
      where kind = case when r.region_code is null then 'nation' else 'academic_region' end
        and (r.region_code is null or code = r.region_code)
      order by code nulls last limit 1) p on true`.execute(db)
}
