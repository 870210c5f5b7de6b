import type { Db } from '../../../platform/database.ts'
import type { Role } from '../../../platform/session.ts'
import { roleFits } from '../../accounts/rules.ts'
import { findNation } from '../../accounts/store.ts'
import { findSheet } from '../directory/store.ts'
import { findSchoolByUai, searchOrganisations } from '../directory/search-store.ts'
import type { FoundOrganisation } from '../directory/search-store.ts'
import { parseUai } from '../import/uai.ts'
import type { OrganisationKind } from '../tables.ts'

/** Longest name of a place that is read. */
const longestName = 200

/** Places offered when a name fits several. */
export const mostCandidates = 12

const kinds: readonly OrganisationKind[] = ['school', 'network', 'campus', 'authority']

/** `candidates` are to be chosen from. */
export type Place = { found: { id: string; name: string } } | { candidates: readonly FoundOrganisation[] } | { fault: 'not-found' | 'too-many' }

/** Where a role is to be given: by id once chosen, by UAI, or by name among the places where the role is held. */
export async function findPlace(db: Db, role: Role, typed: { organisation: string; where: string }): Promise<Place> {
  if (roleFits(role, 'nation')) {
    const nation = await findNation(db)
    return nation ? { found: nation } : { fault: 'not-found' }
  }
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed.organisation)) {
    const chosen = await findSheet(db, typed.organisation)
    return chosen ? { found: chosen } : { fault: 'not-found' }
  }
  const uai = parseUai(typed.where)
  if (uai.ok) {
    const school = await findSchoolByUai(db, uai.uai)
    return school ? { found: school } : { fault: 'not-found' }
  }
  return findByName(db, role, typed.where.slice(0, longestName))
}

async function findByName(db: Db, role: Role, words: string): Promise<Place> {
  if (words === '') return { fault: 'not-found' }
  const found: FoundOrganisation[] = []
  for (const kind of kinds) {
    if (roleFits(role, kind)) found.push(...(await searchOrganisations(db, { kind, words }, { limit: mostCandidates + 1, offset: 0 })))
  }
  const open = found.filter((one) => one.validTo === null)
  if (open.length === 0) return { fault: 'not-found' }
  // Even one: a name that was typed is shown back before a role is given there.
  return open.length > mostCandidates ? { fault: 'too-many' } : { candidates: open }
}
