import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { OrganisationKind, SchoolType } from '../../organisations/tables.ts'
import { comparePeriods } from '../period.ts'
import type { Dataset } from '../opendata/dataset.ts'
import { trackOf } from './published-points.ts'
import type { Published } from './published-points.ts'

/** A figure of many schools, told as a range and never as a list. */
export interface Range {
  period: string
  /** So many have a figure: five at least. */
  schools: number
  /** The first quarter, the middle and the third quarter of their figures, in the unit of the measure. */
  low: number
  middle: number
  high: number
}

/** Fewest schools of a range: of fewer, one would be recognised. */
const fewestInRange = 5

/** Whose schools are told together: all of the site, an académie's, or those that belong to a network on that day. */
export interface Group {
  kind: OrganisationKind
  /** Of the académie or network; of the nation nothing is asked but its kind. */
  id: string
  /** 'YYYY-MM-DD' */
  today: string
}

const membersOf = ({ id, kind, today }: Group): RawBuilder<unknown> => {
  const columns = sql`o.id, o.uai, o.authority_id, o.school_type`
  const open = sql`o.kind = 'school' and (o.valid_to is null or o.valid_to >= ${today}::date)`
  if (kind === 'nation') return sql`select ${columns} from organisations o where ${open}`
  if (kind === 'authority') return sql`select ${columns} from organisations o where ${open} and o.authority_id = ${id}`
  return sql`select distinct ${columns} from organisation_links l join organisations o on o.id = l.child_id
    where ${open} and l.parent_id = ${id} and l.valid_from <= ${today}::date and (l.valid_to is null or l.valid_to >= ${today}::date)`
}

/** Of a school; null where nobody says it. */
export async function findSchoolType(db: Db, schoolId: string): Promise<SchoolType | null> {
  const { rows } = await sql<{ type: SchoolType | null }>`select school_type as type from organisations where id = ${schoolId}`.execute(db)
  return rows[0]?.type ?? null
}

/** Types of which there are schools enough for a range, the most frequent first. */
export async function listTypes(db: Db, group: Group): Promise<SchoolType[]> {
  const { rows } = await sql<{ type: SchoolType }>`
    select school_type as type from (${membersOf(group)}) members where school_type is not null and uai is not null
    group by school_type having count(*) >= ${fewestInRange} order by count(*) desc, school_type`.execute(db)
  return rows.map(({ type }) => type)
}

/** Changes whenever a school joins, leaves, closes or changes its type. */
export async function findMembersStamp(db: Db, group: Group): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select md5(string_agg(uai || ' ' || coalesce(school_type, ''), ',' order by uai)) as stamp from (${membersOf(group)}) members`.execute(db)
  return rows[0]?.stamp ?? ''
}

/** One data set of one group, and which of its measures of one track are asked for. */
interface Asked {
  group: Group
  dataset: Dataset
  track: string
  measures: readonly string[]
  schoolType: SchoolType | null
}

/**
 * Figures as (position, period, figure), the position being of the measure asked for. Each school's figure of a period is what its latest import says, of
 * those that speak to it. Rows of schools stay in the database: what is asked of this must group them.
 */
function figuresOf({ group, dataset, track, measures, schoolType }: Asked): RawBuilder<unknown> {
  // Taken out of its row before rows are put in order: whole rows would be too wide to be put in order in memory.
  const figures = sql.join(measures.map((code) => sql`r.measures -> ${code}::text`))
  const wholes = ['', 'ensemble', ...(dataset.public ? [dataset.public] : [])]
  return sql`with members as materialized (select * from (${membersOf(group)}) every_member
        where uai is not null and (${schoolType}::text is null or school_type = ${schoolType})),
      heard as materialized (select i.id, i.sequence, i.organisation_id, o.kind = 'nation' as national
        from indicator_imports i join organisations o on o.id = i.organisation_id where i.undone_at is null and i.dataset = ${dataset.code}),
      latest as (select distinct on (r.uai, r.period) r.period, jsonb_build_array(${figures}) as figures
        from members m join published_rows r on r.uai = m.uai and r.dataset = ${dataset.code}
          join heard h on h.id = r.import_id and (h.national or h.organisation_id in (m.id, m.authority_id))
        where r.series = '' and r.track = ${track} and r.public = any (${wholes}::text[])
        order by r.uai, r.period, h.sequence desc, r.public)
      select position, period, figure from latest cross join lateral jsonb_array_elements(figures) with ordinality as each_figure (figure, position)
      where jsonb_typeof(figure) = 'number'`
}

type Placed<T> = T & { position: number }

async function listDatasetRanges(db: Db, asked: Asked): Promise<Placed<Range>[]> {
  const { rows } = await sql<Placed<Range>>`
    select position::integer, period, schools, quartiles[1] as low, quartiles[2] as middle, quartiles[3] as high
    from (select position, period, count(*)::integer as schools, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by figure::float) as quartiles
      from (${figuresOf(asked)}) figures group by position, period having count(*) >= ${fewestInRange}) ranges`.execute(db)
  return rows
}

async function listDatasetPeriods(db: Db, asked: Asked): Promise<Placed<{ period: string }>[]> {
  const { rows } = await sql<Placed<{ period: string }>>`
    select position::integer, period from (${figuresOf(asked)}) figures group by position, period having count(*) >= ${fewestInRange}`.execute(db)
  return rows
}

/** What is asked for, by code of the directory. */
export type Wanted = ReadonlyMap<string, Published>

/** By code of the directory, what is found of it in the order of time; one question for a track of a data set, however many figures it holds. */
async function listByCode<T extends { period: string }>(
  { group, schoolType }: Pick<Asked, 'group' | 'schoolType'>,
  wanted: Wanted,
  list: (asked: Asked) => Promise<Placed<T>[]>,
): Promise<Map<string, T[]>> {
  const found = new Map<string, T[]>()
  for (const some of Map.groupBy(wanted, ([, published]) => `${published.dataset.code} ${trackOf(published)}`).values()) {
    const [first] = some
    if (!first) continue
    const [, published] = first
    const measures = some.map(([, { measure }]) => measure.code)
    const rows = await list({ group, dataset: published.dataset, track: trackOf(published), schoolType, measures })
    for (const [index, [code]] of some.entries()) {
      const its = rows.filter(({ position }) => position === index + 1)
      if (its.length > 0)
        found.set(
          code,
          its.toSorted((one, other) => comparePeriods(one.period, other.period)),
        )
    }
  }
  return found
}

/** The middle half of a group's schools, by code of the directory and period. Nothing under five schools. */
export const listRangesTogether = (db: Db, group: Group, wanted: Wanted, schoolType: SchoolType | null = null): Promise<Map<string, Range[]>> =>
  listByCode({ group, schoolType }, wanted, (asked) => listDatasetRanges(db, asked))

/** Periods for which there are ranges, without computing them. */
export async function listPeriodsTogether(db: Db, group: Group, wanted: Wanted): Promise<Map<string, string[]>> {
  const found = await listByCode({ group, schoolType: null }, wanted, (asked) => listDatasetPeriods(db, asked))
  return new Map([...found].map(([code, rows]) => [code, rows.map(({ period }) => period)]))
}
