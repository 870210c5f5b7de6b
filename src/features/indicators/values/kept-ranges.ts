import type { Db } from '../../../platform/database.ts'
import type { SchoolType } from '../../organisations/tables.ts'
import { findImportStamp } from './published-store.ts'
import { findMembersStamp, listRangesTogether } from './ranges-store.ts'
import type { Group, Range, Wanted } from './ranges-store.ts'

/** More than all measures of all académies that one site serves in a day. */
const mostKept = 5_000

type RangesByCode = ReadonlyMap<string, readonly Range[]>

/** By what lives as long as a site, so that two sites in one process share nothing; then by what was asked. */
const kept = new WeakMap<object, Map<string, RangesByCode>>()

/**
 * As listRangesTogether, for a school's page as for an académie's. What is worked out from published rows is the same for all who ask: it is worked out once,
 * until somebody imports or undoes, or until a school joins the group or leaves it; of all schools of the site, those count from the next day at the latest.
 */
export async function findRangesTogether(site: object, db: Db, group: Group, wanted: Wanted, schoolType: SchoolType | null): Promise<RangesByCode> {
  const members = group.kind === 'nation' ? '' : await findMembersStamp(db, group)
  const name = [await findImportStamp(db), group.kind, group.id, group.today, members, schoolType, ...wanted.keys()].join('|')
  const all = kept.get(site) ?? new Map<string, RangesByCode>()
  kept.set(site, all)
  const known = all.get(name)
  if (known) return known
  const made = await listRangesTogether(db, group, wanted, schoolType)
  if (all.size >= mostKept) all.clear()
  all.set(name, made)
  return made
}
