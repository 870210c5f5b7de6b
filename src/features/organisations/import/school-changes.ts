import type { DirectoryRow } from './directory-row.ts'
import type { Sector } from './row-values.ts'
import type { SchoolType } from './school-type.ts'

/** A school as we hold it. Dates are `YYYY-MM-DD`; `validTo` null means open. */
export type DirectorySchool = {
  id: string
  uai: string
  name: string
  schoolType: SchoolType | null
  sector: Sector | null
  town: string | null
  postcode: string | null
  departmentCode: string | null
  /** Code of the académie; null when it has none. */
  authorityCode: string | null
  latitude: number | null
  longitude: number | null
  motherUai: string | null
  validFrom: string | null
  validTo: string | null
}

export type SchoolField = Exclude<keyof DirectorySchool, 'id' | 'uai'>
type Value = string | number | null
export type SchoolChange = { field: SchoolField; from: Value; to: Value }

/** What the row changes. A gap in the file never erases what is known, nor does « other » erase a known kind. */
export function compareSchool(school: DirectorySchool, row: DirectoryRow, validTo: string | null): SchoolChange[] {
  const schoolType = row.schoolType === 'other' && school.schoolType !== null ? null : row.schoolType
  const told: Record<Exclude<SchoolField, 'validTo'>, Value> = {
    name: row.name,
    schoolType,
    sector: row.sector,
    town: row.town,
    postcode: row.postcode,
    departmentCode: row.departmentCode,
    authorityCode: row.authorityCode,
    latitude: row.latitude,
    longitude: row.longitude,
    motherUai: row.motherUai,
    validFrom: row.opensOn,
  }
  const changes: SchoolChange[] = []
  for (const field of comparedFields) {
    const to = told[field]
    if (to !== null && to !== school[field]) changes.push({ field, from: school[field], to })
  }
  if (validTo !== school.validTo) changes.push({ field: 'validTo', from: school.validTo, to: validTo })
  return changes
}

export function applyChanges(school: DirectorySchool, changes: readonly SchoolChange[]): DirectorySchool {
  return Object.assign({ ...school }, Object.fromEntries(changes.map(({ field, to }) => [field, to])))
}

const comparedFields = [
  'name',
  'schoolType',
  'sector',
  'town',
  'postcode',
  'departmentCode',
  'authorityCode',
  'latitude',
  'longitude',
  'motherUai',
  'validFrom',
] as const satisfies readonly SchoolField[]
