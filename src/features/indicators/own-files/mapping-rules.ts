import type { Directory } from '../known.ts'
import { findMeasureNamed } from './measure-names.ts'
import { readOwnPeriod } from './read-own-period.ts'

export const layouts = ['values', 'measures', 'periods'] as const
/** One row per value; one row per period and one column per indicator; one row per indicator and one column per period. */
export type Layout = (typeof layouts)[number]

const columnRoles = ['measure', 'period', 'section', 'value', 'numerator', 'denominator', 'note', 'uai', 'measure-values', 'period-values'] as const
/** What a column holds. The last two hold the values of one indicator, or of one period. */
export type ColumnRole = (typeof columnRoles)[number]

/** Roles that a column may have in each layout, in the order in which they are offered. */
export const rolesOf: Readonly<Record<Layout, readonly ColumnRole[]>> = {
  values: ['measure', 'period', 'section', 'value', 'numerator', 'denominator', 'note', 'uai'],
  measures: ['measure-values', 'period', 'section', 'note', 'uai'],
  periods: ['period-values', 'measure', 'section', 'note', 'uai'],
}

/** Roles that several columns may share. */
export const repeatable: readonly ColumnRole[] = ['measure-values', 'period-values']

/** Null where the column is not read. `which` says of which indicator, or of which period, its values are. */
export interface MappedColumn {
  role: ColumnRole | null
  which: string
}

export interface FileMapping {
  layout: Layout
  /** One for each column of the file, in order. */
  columns: readonly MappedColumn[]
  /** Of the whole file, where no column tells; '' otherwise. */
  period: string
  measure: string
}

export type MappingFault = 'no-values' | 'no-measure' | 'no-period' | 'twice' | 'unknown-measure' | 'unknown-period' | 'same-which'

export interface MappingProblem {
  fault: MappingFault
  /** Position of the column from 0; null when it is about the file. */
  column: number | null
}

/** What stands in the way of reading a file so; nothing when it can be read. */
export function checkMapping(mapping: FileMapping, directory: Directory): MappingProblem[] {
  const { layout, columns } = mapping
  const has = (...roles: readonly ColumnRole[]): boolean => columns.some(({ role }) => role !== null && roles.includes(role))
  const problems: MappingProblem[] = columns.flatMap((column, position) => columnFaults(column, columns.slice(0, position), directory, position))
  const about = (fault: MappingFault): void => void problems.push({ fault, column: null })
  if (layout === 'values' ? !has('value', 'denominator') : !has(...repeatable)) about('no-values')
  if (layout !== 'measures' && !has('measure')) {
    if (mapping.measure === '') about('no-measure')
    else if (typeof findMeasureNamed(directory, mapping.measure) === 'string') about('unknown-measure')
  }
  if (layout !== 'periods' && !has('period')) {
    if (mapping.period === '') about('no-period')
    else if (readOwnPeriod(mapping.period) === null) about('unknown-period')
  }
  return problems
}

function columnFaults({ role, which }: MappedColumn, before: readonly MappedColumn[], directory: Directory, column: number): MappingProblem[] {
  if (role === null) return []
  if (!repeatable.includes(role)) return before.some((other) => other.role === role) ? [{ fault: 'twice', column }] : []
  const key = (text: string): string | null => {
    if (role === 'period-values') return readOwnPeriod(text)
    const found = findMeasureNamed(directory, text)
    return typeof found === 'string' ? null : found.code
  }
  const mine = key(which)
  if (mine === null) return [{ fault: role === 'period-values' ? 'unknown-period' : 'unknown-measure', column }]
  return before.some((other) => other.role === role && key(other.which) === mine) ? [{ fault: 'same-which', column }] : []
}

/** Kept for the next file with the same titles; columns by title in one spelling, since a period may have been added. */
export interface RememberedMapping {
  layout: Layout
  columns: readonly (MappedColumn & { title: string })[]
  period: string
  measure: string
}
