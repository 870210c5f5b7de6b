import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Measures } from '../tables.ts'

/** One row as published, of the latest import that speaks of it. */
export interface PublishedRow {
  dataset: string
  period: string
  track: string
  public: string
  series: string
  line: number
  measures: Measures
  importId: string
  fileName: string
  importedAt: Date
}

interface Placed {
  id: string
  uai: string | null
  authorityId: string | null
}

/** Imports that speak to a school: its own, its académie's and the nation's, not undone. */
const heard = ({ id, authorityId }: Placed) =>
  sql`i.undone_at is null and (i.organisation_id in (${id}::uuid, ${authorityId ?? id}::uuid) or i.organisation_id in (select id from organisations where kind = 'nation'))`

/** Everything published of one school in these data sets. */
export async function listPublished(db: Db, school: Placed, datasets: readonly string[]): Promise<PublishedRow[]> {
  if (!school.uai || datasets.length === 0) return []
  const { rows } = await sql<PublishedRow>`
    select distinct on (r.dataset, r.period, r.track, r.public, r.series) r.dataset, r.period, r.track, r.public, r.series, r.line, r.measures,
      i.id as "importId", i.file_name as "fileName", i.at as "importedAt"
    from published_rows r join indicator_imports i on i.id = r.import_id
    where r.uai = ${school.uai} and r.dataset = any (${[...datasets]}::text[]) and ${heard(school)}
    order by r.dataset, r.period, r.track, r.public, r.series, i.sequence desc`.execute(db)
  return rows
}

/** A figure of many schools, told as a range and never as a list. */
export interface Range {
  period: string
  schools: number
  low: number
  middle: number
  high: number
}

/** Whose schools a range is of: an académie's, those of one type in it, or all. */
export interface RangeOf {
  authorityId: string | null
  schoolType: string | null
}

/** One measure of one track of a data set, of all series and of this public. */
export interface PublishedFigure {
  dataset: string
  measure: string
  track: string
  public: string
}

/** Fewest schools of a range: of fewer, one would be recognised. */
export const fewestInRange = 5

/** The middle half of the schools, by period: the first quarter, the middle and the third quarter. Nothing under five schools. */
export async function listRanges(db: Db, school: Placed, figure: PublishedFigure, of: RangeOf): Promise<Range[]> {
  const { rows } = await sql<Range>`
    with latest as (
      select distinct on (r.uai, r.period) r.uai, r.period, r.measures -> ${figure.measure} as value
      from published_rows r join indicator_imports i on i.id = r.import_id
      where r.dataset = ${figure.dataset} and r.track = ${figure.track} and r.series = '' and r.public in ('', ${figure.public}) and ${heard(school)}
        and r.uai in (select uai from organisations o where o.kind = 'school' and o.uai is not null and o.valid_to is null
          and (${of.authorityId}::uuid is null or o.authority_id = ${of.authorityId}) and (${of.schoolType}::text is null or o.school_type = ${of.schoolType}))
      order by r.uai, r.period, i.sequence desc)
    select period, count(*)::integer as schools,
      percentile_cont(0.25) within group (order by value::text::float) as low,
      percentile_cont(0.5) within group (order by value::text::float) as middle,
      percentile_cont(0.75) within group (order by value::text::float) as high
    from latest where jsonb_typeof(value) = 'number' group by period having count(*) >= ${fewestInRange} order by period`.execute(db)
  return rows
}
