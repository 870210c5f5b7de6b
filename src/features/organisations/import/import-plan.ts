import { getAuthority } from './find-authority.ts'
import type { DirectoryRow } from './directory-row.ts'
import { compareSchool } from './school-changes.ts'
import type { DirectorySchool, SchoolChange } from './school-changes.ts'
import { separateDuplicates } from './duplicates.ts'
import type { Finding } from './row-cells.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export type PlanOptions = {
  /** `YYYY-MM-DD`: a closing that the file does not date is given the day before. */
  today: string
  /** Codes of the académies that the importer may write to; every académie when absent. */
  scope?: readonly string[]
  /**
   * Only when the importer declares that the file is complete: schools of the same kinds, in the académies or departments that
   * the file covers, and absent from it, are closed. Otherwise absence says nothing.
   */
  completeBy?: 'authority' | 'department'
  texts?: Texts
}

export type ImportPlan = {
  /** Lines of the file that describe a school or try to. */
  read: number
  create: { row: DirectoryRow; validTo: string | null }[]
  update: { school: DirectorySchool; row: DirectoryRow; changes: SchoolChange[] }[]
  /** `row` is null for a school absent from a complete file; `changes` holds what else the row changes. */
  close: { school: DirectorySchool; row: DirectoryRow | null; validTo: string; changes: SchoolChange[] }[]
  unchanged: { school: DirectorySchool; row: DirectoryRow }[]
  refused: Finding[]
  warnings: Finding[]
}

/** What the reader gives and the plan needs. */
export type PlannedReading = {
  read: number
  rows: readonly DirectoryRow[]
  refused: readonly Finding[]
  refusedUais: readonly string[]
  warnings: readonly Finding[]
}

/** Decides, without touching anything, what importing the file would do to the schools that are there. */
export function planImport(reading: PlannedReading, existing: readonly DirectorySchool[], options: PlanOptions): ImportPlan {
  const texts = options.texts ?? fr
  const { kept, refused } = separateDuplicates(reading.rows, texts)
  const plan: ImportPlan = {
    read: reading.read,
    create: [],
    update: [],
    close: [],
    unchanged: [],
    refused: [...reading.refused, ...refused],
    warnings: [...reading.warnings],
  }
  const schoolByUai = new Map(existing.map((school) => [school.uai, school]))
  for (const row of kept) planRow(plan, row, schoolByUai.get(row.uai) ?? null, options, texts)
  if (options.completeBy) planAbsences(plan, kept, reading.refusedUais, existing, options)
  plan.refused.sort((a, b) => a.line - b.line)
  return plan
}

function planRow(plan: ImportPlan, row: DirectoryRow, school: DirectorySchool | null, options: PlanOptions, texts: Texts): void {
  const refusal = findRefusal(row, school, options, texts)
  if (refusal !== null) {
    plan.refused.push(refusal)
    return
  }
  const validTo = getClosingDay(row, school, options.today)
  if (school === null) {
    plan.create.push({ row, validTo })
    return
  }
  const changes = compareSchool(school, row, validTo)
  if (validTo !== null && school.validTo === null) plan.close.push({ school, row, validTo, changes })
  else if (changes.length > 0) plan.update.push({ school, row, changes })
  else plan.unchanged.push({ school, row })
}

function findRefusal(row: DirectoryRow, school: DirectorySchool | null, { scope }: PlanOptions, texts: Texts): Finding | null {
  const { line, authorityWritten } = row
  if (scope && !scope.includes(row.authorityCode)) {
    return { line, ...authorityWritten, reason: texts.plan.outOfScope(getAuthority(row.authorityCode).name) }
  }
  // Otherwise a file could draw another académie's school into one's own.
  if (scope && school && (school.authorityCode === null || !scope.includes(school.authorityCode))) {
    return { line, ...authorityWritten, reason: texts.plan.ownedElsewhere }
  }
  if (row.closesOn !== null && row.opensOn !== null && row.closesOn < row.opensOn) {
    return { line, column: null, value: row.closesOn, reason: texts.plan.closesBeforeOpening }
  }
  return null
}

/** The last day of the school, if it is closed or its closing is dated; null for an open one. A day already known is kept. */
function getClosingDay(row: DirectoryRow, school: DirectorySchool | null, today: string): string | null {
  switch (row.state) {
    case 'closed':
      return row.closesOn ?? school?.validTo ?? getLastDay(today, row.opensOn ?? school?.validFrom ?? null)
    case 'closing':
      return row.closesOn
    case 'open':
    case 'opening':
      return null
    case null:
      return row.closesOn ?? school?.validTo ?? null
  }
}

function planAbsences(
  plan: ImportPlan,
  rows: readonly DirectoryRow[],
  refusedUais: readonly string[],
  existing: readonly DirectorySchool[],
  { completeBy, scope, today }: PlanOptions,
): void {
  const present = new Set([...rows.map((row) => row.uai), ...refusedUais])
  const types = new Set(rows.map((row) => row.schoolType))
  const covered = new Set(rows.map((row) => (completeBy === 'department' ? row.departmentCode : row.authorityCode)))
  for (const school of existing) {
    const place = completeBy === 'department' ? school.departmentCode : school.authorityCode
    if (school.validTo !== null || present.has(school.uai)) continue
    if (place === null || !covered.has(place) || !types.has(school.schoolType)) continue
    if (scope && !scope.includes(school.authorityCode ?? '')) continue
    const validTo = getLastDay(today, school.validFrom)
    plan.close.push({ school, row: null, validTo, changes: [{ field: 'validTo', from: null, to: validTo }] })
  }
}

/** The last day of a school found closed today: yesterday, unless it had not opened yet. */
function getLastDay(today: string, firstDay: string | null): string {
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return firstDay !== null && firstDay > yesterday ? firstDay : yesterday
}
