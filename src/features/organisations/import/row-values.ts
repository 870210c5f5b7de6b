import type { Authority, Department } from './authorities.ts'
import type { Column } from './columns.ts'
import { getAuthority, readAuthority, readDepartment } from './find-authority.ts'
import { fold } from './fold.ts'
import type { Finding, RowCells } from './row-cells.ts'
import type { Texts } from './texts.fr.ts'
import { parseUai } from './uai.ts'

export type Sector = 'public' | 'private'
export type SchoolState = 'open' | 'closing' | 'opening' | 'closed'

/** The académie and department of a row. Codes that are not an académie (`#`, `99`) say nothing: the department then tells it. */
export function readTerritory(cells: RowCells, texts: Texts): { authority: Authority; department: Department | null } | { refusal: Finding } {
  const department = readDepartmentCells(cells, texts)
  const found: { column: Column; authority: Authority }[] = []
  let nonAuthority: Finding | null = null
  for (const column of ['authorityCode', 'authorityName'] as const) {
    const written = cells.text(column)
    if (written === null) continue
    const reading = readAuthority(written)
    if (reading.found) found.push({ column, authority: reading.authority })
    else if (reading.reason === 'unknown') return { refusal: cells.finding(column, texts.row.unknownAuthority) }
    else nonAuthority ??= cells.finding(column, texts.row.notAnAuthority)
  }
  const [first, second] = found
  if (first && second && first.authority !== second.authority) {
    return { refusal: cells.finding(second.column, texts.row.authoritiesDiffer(first.authority.name, second.authority.name)) }
  }
  if (!first) {
    if (department) return { authority: getAuthority(department.authorityCode), department }
    return { refusal: nonAuthority ?? cells.finding('authorityCode', texts.row.authorityEmpty) }
  }
  if (department && department.authorityCode !== first.authority.code) {
    cells.warn('departmentName', texts.row.departmentElsewhere(department.name, first.authority.name))
  }
  return { authority: first.authority, department }
}

function readDepartmentCells(cells: RowCells, texts: Texts): Department | null {
  const column = cells.text('departmentCode') === null ? 'departmentName' : 'departmentCode'
  const written = cells.text(column)
  if (written === null) return null
  const department = readDepartment(written)
  if (department === null) cells.warn(column, texts.row.unknownDepartment)
  return department
}

/** Degrees north and east. Half a position, one out of the globe or exactly 0, 0 (a gap filled with zeros) is no position. */
export function readPosition(cells: RowCells, texts: Texts): { latitude: number | null; longitude: number | null } {
  const unknown = { latitude: null, longitude: null }
  const written = [cells.text('latitude'), cells.text('longitude')] as const
  if (written[0] === null && written[1] === null) return unknown
  const latitude = readDegrees(written[0], 90)
  const longitude = readDegrees(written[1], 180)
  if (latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0)) return { latitude, longitude }
  cells.warn(latitude === null ? 'latitude' : 'longitude', texts.row.wrongPosition)
  return unknown
}

function readDegrees(written: string | null, limit: number): number | null {
  if (written === null || !/^[+-]?\d{1,3}([.,]\d{1,20})?$/.test(written)) return null
  const degrees = Number(written.replace(',', '.'))
  return Math.abs(degrees) <= limit ? degrees : null
}

export function readSector(cells: RowCells, texts: Texts): Sector | null {
  const written = cells.text('sector')
  if (written === null) return null
  const folded = fold(written)
  if (/^PU(BLIC(QUE)?)?\b/.test(folded)) return 'public'
  if (/^PR(IVEE?)?\b/.test(folded)) return 'private'
  cells.warn('sector', texts.row.unknownSector)
  return null
}

export function readState(cells: RowCells, texts: Texts): SchoolState | null {
  const written = cells.text('state')
  if (written === null) return null
  const folded = fold(written)
  if (folded.startsWith('OUVERT')) return 'open'
  if (folded.startsWith('A FERMER')) return 'closing'
  if (folded.startsWith('A OUVRIR')) return 'opening'
  if (folded.startsWith('FERME')) return 'closed'
  cells.warn('state', texts.row.unknownState)
  return null
}

/** A day as `2023-06-08`, `08/06/2023` or an ISO moment, given back as `YYYY-MM-DD`. */
export function readDate(cells: RowCells, column: Column, texts: Texts): string | null {
  const written = cells.text(column)
  if (written === null) return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(written)
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written)
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : french ? `${french[3]}-${french[2]}-${french[1]}` : ''
  const moment = new Date(`${day}T00:00:00Z`)
  // A day that does not exist (30 February) is either refused by Date or comes back as another day.
  if (day >= '1000' && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)) return day
  cells.warn(column, texts.row.wrongDate)
  return null
}

export function readMotherUai(cells: RowCells, texts: Texts): string | null {
  const written = cells.text('motherUai')
  if (written === null) return null
  const reading = parseUai(written)
  if (reading.ok) return reading.uai
  cells.warn('motherUai', texts.row.wrongMother)
  return null
}
