import { authorities, codesOfNoAuthority, departments, formerAuthorities } from './authorities.ts'
import type { Authority, Department } from './authorities.ts'
import { foldPlace } from './fold.ts'

export type AuthorityReading = { found: true; authority: Authority; formerName: string | null } | { found: false; reason: 'not_an_authority' | 'unknown' }

const authorityByCode = new Map(authorities.map((authority) => [authority.code, authority]))
const authorityByName = new Map(authorities.map((authority) => [foldPlace(authority.name), authority]))
const formerByCode = new Map(formerAuthorities.map((former) => [former.code, former]))
const formerByName = new Map(formerAuthorities.map((former) => [foldPlace(former.name), former]))
const departmentByCode = new Map(departments.map((department) => [department.code, department]))
const departmentByName = new Map(departments.map((department) => [foldPlace(department.name), department]))
authorityByName.set('REUNION', authorityByCode.get('28') ?? raiseUnknown('28'))
departmentByName.set('REUNION', departmentByCode.get('974') ?? raiseUnknown('974'))

/** An académie from its code (`14`, `1`, `014`) or its name in any spelling; a merged académie gives the one that took it over. */
export function readAuthority(written: string): AuthorityReading {
  const code = written.trim()
  if (codesOfNoAuthority.includes(code) || /^0+$/.test(code)) return { found: false, reason: 'not_an_authority' }
  const folded = foldPlace(written).replace(/^(VICE RECTORAT|ACADEMIE) (DE LA |DE L |DES |DE |DU |D )?/, '')
  const digits = /^\d{1,3}$/.test(folded) ? String(Number(folded)).padStart(2, '0') : null
  const former = digits === null ? formerByName.get(folded) : formerByCode.get(digits)
  const key = former?.mergedInto ?? digits
  const authority = key === null ? authorityByName.get(folded) : authorityByCode.get(key)
  if (authority) return { found: true, authority, formerName: former?.name ?? null }
  return { found: false, reason: digits !== null && codesOfNoAuthority.includes(digits) ? 'not_an_authority' : 'unknown' }
}

/** A department from its code (`035`, `35`, `02A`, `2a`, `971`) or its name; null if it is neither. */
export function readDepartment(written: string): Department | null {
  const folded = foldPlace(written)
  if (!/^[0-9][0-9AB]{0,2}$/.test(folded)) return departmentByName.get(folded) ?? null
  const code = folded.length === 3 && folded.startsWith('0') ? folded.slice(1) : folded.padStart(2, '0')
  return departmentByCode.get(code) ?? null
}

export function getAuthority(code: string): Authority {
  return authorityByCode.get(code) ?? raiseUnknown(code)
}

function raiseUnknown(code: string): never {
  throw new Error(`No académie or department has the code ${code}.`)
}
