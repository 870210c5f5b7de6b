import type { Column, Header } from './columns.ts'
import { openCells } from './row-cells.ts'
import type { Finding, RowCells } from './row-cells.ts'
import { readDate, readMotherUai, readPosition, readSector, readState, readTerritory } from './row-values.ts'
import type { SchoolState, Sector } from './row-values.ts'
import { readSchoolType } from './school-type.ts'
import type { SchoolType } from './school-type.ts'
import type { Texts } from './texts.fr.ts'
import { parseUai } from './uai.ts'

/** One school as a directory file describes it. Null means that the file does not say. Dates are `YYYY-MM-DD`. */
export type DirectoryRow = {
  line: number
  uai: string
  /** Title of the UAI's column in the file, for later refusals. */
  uaiColumn: string | null
  name: string
  schoolType: SchoolType | null
  sector: Sector | null
  town: string | null
  postcode: string | null
  departmentCode: string | null
  authorityCode: string
  /** The académie as the file writes it and its column, for a refusal that must show it. */
  authorityWritten: { column: string | null; value: string }
  latitude: number | null
  longitude: number | null
  motherUai: string | null
  opensOn: string | null
  closesOn: string | null
  state: SchoolState | null
  updatedOn: string | null
}

/** `uai` of a refused row, when it can be read: the school is not absent from the file. */
export type RowReading = { ok: true; row: DirectoryRow; warnings: readonly Finding[] } | { ok: false; refusal: Finding; uai: string | null }

export const cellLimit = 300

// Controls, unreadable bytes, and marks that hide or turn text: no name of a school holds one.
const strange = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\ufffd]/u

/** Reads the cells of one line; the first thing that makes the row unusable refuses it, the rest are warnings. */
export function readRow(values: readonly string[], header: Header, line: number, texts: Texts): RowReading {
  const cells = openCells(values, header, line)
  const uai = parseUai(cells.raw('uai'))
  const readableUai = uai.ok ? uai.uai : null
  const unreadable = findUnreadable(cells, header.positions.keys(), texts)
  if (unreadable) return { ok: false, refusal: unreadable, uai: readableUai }
  if (!uai.ok) return { ok: false, refusal: cells.finding('uai', getUaiRefusal(uai.reason, texts)), uai: null }
  if (!uai.keyIsRight) cells.warn('uai', texts.row.uaiWrongKey(uai.expectedKey))
  const name = cells.text('name')
  if (name === null) return { ok: false, refusal: cells.finding('name', texts.row.nameEmpty), uai: uai.uai }
  if (/^[=+@-]/.test(name)) cells.warn('name', texts.row.nameLikeFormula)
  const territory = readTerritory(cells, texts)
  if ('refusal' in territory) return { ok: false, refusal: territory.refusal, uai: uai.uai }
  const authorityCell = cells.finding(cells.text('authorityCode') === null ? 'authorityName' : 'authorityCode', '')
  const row: DirectoryRow = {
    line,
    uai: uai.uai,
    uaiColumn: header.titles.get('uai') ?? null,
    name,
    schoolType: readSchoolTypeCells(cells, name),
    sector: readSector(cells, texts),
    town: cells.text('town'),
    postcode: cells.text('postcode'),
    departmentCode: territory.department?.code ?? null,
    authorityCode: territory.authority.code,
    authorityWritten: { column: authorityCell.column, value: authorityCell.value },
    ...readPosition(cells, texts),
    motherUai: readMotherUai(cells, texts),
    opensOn: readDate(cells, 'opensOn', texts),
    closesOn: readDate(cells, 'closesOn', texts),
    state: readState(cells, texts),
    updatedOn: readDate(cells, 'updatedOn', texts),
  }
  return { ok: true, row, warnings: cells.warnings }
}

function readSchoolTypeCells(cells: RowCells, name: string): SchoolType | null {
  return readSchoolType({
    natureLabel: cells.text('natureLabel'),
    natureCode: cells.text('natureCode'),
    type: cells.text('type'),
    general: cells.raw('general') === '1',
    technological: cells.raw('technological') === '1',
    vocational: cells.raw('vocational') === '1',
    name,
  })
}

function findUnreadable(cells: RowCells, columns: Iterable<Column>, texts: Texts): Finding | null {
  for (const column of columns) {
    const value = cells.raw(column)
    if (value.length > cellLimit) return cells.finding(column, texts.row.tooLong(cellLimit))
    if (strange.test(value)) return cells.finding(column, texts.row.strangeCharacter)
  }
  return null
}

function getUaiRefusal(reason: 'empty' | 'lost_zero' | 'wrong_shape', texts: Texts): string {
  switch (reason) {
    case 'empty':
      return texts.row.uaiEmpty
    case 'lost_zero':
      return texts.row.uaiLostZero
    case 'wrong_shape':
      return texts.row.uaiWrongShape
  }
}
