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

/** Changes whenever somebody imports published figures, or undoes it. */
export async function findImportStamp(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select coalesce(max(sequence), 0) || ' ' || count(undone_at) as stamp from indicator_imports where dataset <> 'own'`.execute(db)
  return rows[0]?.stamp ?? ''
}
