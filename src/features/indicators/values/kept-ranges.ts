import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { listRanges } from './published-store.ts'
import type { PublishedFigure, Range, RangeOf } from './published-store.ts'

/** More than all measures of all académies that one site serves in a day. */
const mostKept = 5_000

/**
 * What is worked out from published rows is the same for all who ask, until somebody imports or undoes; it is worked out once a day at most, so that a school
 * that joins or leaves counts from the next day at the latest. `site`: what lives as long as the site, so that two sites in one process share nothing.
 */
export function openKeeper<T>() {
  const kept = new WeakMap<object, Map<string, T>>()
  return async (site: object, db: Db, key: readonly (string | null)[], make: () => Promise<T>): Promise<T> => {
    const { rows } = await sql<{ stamp: string }>`
      select coalesce(max(sequence), 0) || ' ' || count(undone_at) as stamp from indicator_imports where dataset <> 'own'`.execute(db)
    const name = [rows[0]?.stamp, ...key].join('|')
    const all = kept.get(site) ?? new Map<string, T>()
    kept.set(site, all)
    const known = all.get(name)
    if (known !== undefined) return known
    const made = await make()
    if (all.size >= mostKept) all.clear()
    all.set(name, made)
    return made
  }
}

interface Asked {
  school: { id: string; uai: string | null; authorityId: string | null }
  figure: PublishedFigure
  /** 'YYYY-MM-DD' */
  today: string
}

const keepRanges = openKeeper<Range[]>()

/** As listRanges, worked out once. */
export const findRanges = (site: object, db: Db, { school, figure, today }: Asked, of: RangeOf): Promise<Range[]> =>
  keepRanges(site, db, [today, ...Object.values(figure), school.authorityId, of.authorityId, of.schoolType], () => listRanges(db, school, figure, of))
