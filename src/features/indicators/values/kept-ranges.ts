import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { listRanges } from './published-store.ts'
import type { PublishedFigure, Range, RangeOf } from './published-store.ts'

/** Ranges are the same for every school of an académie until somebody imports or undoes; they are worked out once a day at most. */
const kept = new WeakMap<object, Map<string, Range[]>>()
/** More than all measures of all académies that one site serves in a day. */
const mostKept = 5_000

interface Asked {
  school: { id: string; uai: string | null; authorityId: string | null }
  figure: PublishedFigure
  /** 'YYYY-MM-DD' */
  today: string
}

/** As listRanges. `site`: what lives as long as the site, so that two sites in one process share nothing. */
export async function findRanges(site: object, db: Db, { school, figure, today }: Asked, of: RangeOf): Promise<Range[]> {
  const { rows } = await sql<{ stamp: string }>`
    select coalesce(max(sequence), 0) || ' ' || count(undone_at) as stamp from indicator_imports where dataset = ${figure.dataset}`.execute(db)
  const key = [rows[0]?.stamp, today, ...Object.values(figure), school.authorityId, of.authorityId, of.schoolType].join('|')
  const all = kept.get(site) ?? new Map<string, Range[]>()
  kept.set(site, all)
  const known = all.get(key)
  if (known) return known
  const found = await listRanges(db, school, figure, of)
  if (all.size >= mostKept) all.clear()
  all.set(key, found)
  return found
}
