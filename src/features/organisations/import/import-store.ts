import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { ImportPlan } from './import-plan.ts'
import { applyChanges } from './school-changes.ts'
import type { DirectorySchool } from './school-changes.ts'
import { saveTerritories } from './territory-store.ts'

export type SaveOptions = {
  /** `YYYY-MM-DD`: the day from which a move between académies counts. */
  today: string
  /** Where the facts come from, kept with each school. */
  source: string
  onProgress?: (saved: number, total: number) => void
}

/** One import at a time: a second one waits, then plans on what the first has saved. */
export async function lockDirectory(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory_imports'))`.execute(db)
}

/** Every school with a UAI, closed ones included, in the order of UAI. */
export async function listDirectorySchools(db: Db): Promise<DirectorySchool[]> {
  const { rows } = await sql<DirectorySchool>`
    select o.id, o.uai, o.name, o.school_type as "schoolType", o.sector, o.town, o.postcode, o.department_code as "departmentCode",
      a.code as "authorityCode", o.latitude, o.longitude, o.mother_uai as "motherUai", o.valid_from as "validFrom", o.valid_to as "validTo"
    from organisations o left join organisations a on a.id = o.authority_id
    where o.kind = 'school' and o.uai is not null order by o.uai`.execute(db)
  return rows
}

/** Saves what the plan decided, in the caller's transaction: it is for the caller to make it all or nothing. */
export async function savePlan(db: Db, plan: ImportPlan, options: SaveOptions): Promise<void> {
  const { source } = options
  const created = plan.create.map(({ row, validTo }) => describe(null, { ...row, validFrom: row.opensOn, validTo }, { source, sourceDate: row.updatedOn }))
  // What a school is told by its absence has no source of its own.
  const changed = [...plan.update, ...plan.close].map(({ school, row, changes }) =>
    describe(school.id, applyChanges(school, changes), { source: row && source, sourceDate: row && row.updatedOn }),
  )
  const total = created.length + changed.length
  let saved = 0
  await saveTerritories(db, new Set([...created, ...changed].flatMap((school) => school.authority_code ?? [])))
  for (const [schools, save] of [
    [created, insertSchools],
    [changed, updateSchools],
  ] as const) {
    for (let start = 0; start < schools.length; start += batchSize) {
      const batch = schools.slice(start, start + batchSize)
      const count = await save(db, batch, options.today)
      if (count !== batch.length) throw new Error(`The directory import saved ${count} schools out of ${batch.length}.`)
      saved += batch.length
      options.onProgress?.(saved, total)
    }
  }
}

const batchSize = 1000

// One JSON document a batch: PostgreSQL reads it as rows, so that 12 455 schools are 13 statements.
const columns = sql`id uuid, uai text, name text, school_type text, sector text, town text, postcode text, department_code text,
  authority_code text, latitude float8, longitude float8, mother_uai text, valid_from date, valid_to date, source text, source_date date`

type SavedSchool = ReturnType<typeof describe>

async function insertSchools(db: Db, schools: readonly SavedSchool[], today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with added as (
      insert into organisations (id, kind, uai, name, authority_id, school_type, sector, town, postcode, department_code,
        latitude, longitude, mother_uai, valid_from, valid_to, source, source_date)
      select gen_random_uuid(), 'school', r.uai, r.name, a.id, r.school_type, r.sector, r.town, r.postcode, r.department_code,
        r.latitude, r.longitude, r.mother_uai, r.valid_from, r.valid_to, r.source, r.source_date
      from jsonb_to_recordset(${JSON.stringify(schools)}::text::jsonb) as r (${columns})
      join organisations a on a.kind = 'authority' and a.code = r.authority_code
      returning id, authority_id, valid_from, valid_to),
    linked as (
      insert into organisation_links (child_id, parent_id, kind, valid_from, valid_to)
      select s.id, s.authority_id, 'part_of', d.first_day, case when s.valid_to is not null then greatest(s.valid_to, d.first_day) end
      from added s
      join organisations a on a.id = s.authority_id
      cross join lateral (select greatest(coalesce(s.valid_from, ${today}::date), a.valid_from) as first_day) d)
    select count(*)::int as count from added`.execute(db)
  return rows[0]?.count ?? 0
}

async function updateSchools(db: Db, schools: readonly SavedSchool[], today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with changed as (
      update organisations o set name = r.name, authority_id = a.id, school_type = r.school_type, sector = r.sector, town = r.town,
        postcode = r.postcode, department_code = r.department_code, latitude = r.latitude, longitude = r.longitude,
        mother_uai = r.mother_uai, valid_from = r.valid_from, valid_to = r.valid_to, source = coalesce(r.source, o.source),
        source_date = coalesce(r.source_date, o.source_date), version = o.version + 1, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(schools)}::text::jsonb) as r (${columns})
      left join organisations a on a.kind = 'authority' and a.code = r.authority_code
      where o.id = r.id returning o.id)
    select count(*)::int as count from changed`.execute(db)
  await updateLinks(
    db,
    schools.flatMap((school) => school.id ?? []),
    today,
  )
  return rows[0]?.count ?? 0
}

// A school that its académie has placed in a district stays there: only a link that leads to another académie ends.
async function updateLinks(db: Db, schoolIds: readonly string[], today: string): Promise<void> {
  // As an array and not as a joined table: PostgreSQL, which has no statistics yet on a first import, would loop over all links.
  const touched = sql`any (array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(schoolIds)}::text::jsonb)))`
  await sql`
    update organisation_links l set valid_to = greatest(coalesce(o.valid_to, ${today}::date - 1), l.valid_from)
    from organisations o, organisations p
    where l.child_id = ${touched} and l.kind = 'part_of' and l.valid_to is null and o.id = l.child_id and p.id = l.parent_id
      and (o.valid_to is not null or (case when p.kind = 'authority' then p.id else p.authority_id end) is distinct from o.authority_id)`.execute(db)
  await sql`
    insert into organisation_links (child_id, parent_id, kind, valid_from)
    select o.id, o.authority_id, 'part_of', ${today}::date
    from organisations o
    where o.id = ${touched} and o.valid_to is null and o.authority_id is not null and not exists (
      select from organisation_links l where l.child_id = o.id and l.kind = 'part_of' and l.valid_to is null)
    on conflict (child_id, parent_id, kind, valid_from) do update set valid_to = null`.execute(db)
}

function describe(id: string | null, school: Omit<DirectorySchool, 'id'>, origin: { source: string | null; sourceDate: string | null }) {
  return {
    id,
    uai: school.uai,
    name: school.name,
    school_type: school.schoolType,
    sector: school.sector,
    town: school.town,
    postcode: school.postcode,
    department_code: school.departmentCode,
    authority_code: school.authorityCode,
    latitude: school.latitude,
    longitude: school.longitude,
    mother_uai: school.motherUai,
    valid_from: school.validFrom,
    valid_to: school.validTo,
    source: origin.source,
    source_date: origin.sourceDate,
  }
}
