import { parseUai } from '../../organisations/import/uai.ts'
import { checkTyped } from '../figure/enter-rules.ts'
import type { Checked } from '../figure/enter-rules.ts'
import type { Directory, KnownMeasure } from '../known.ts'
import { readNumber } from '../opendata/read-number.ts'
import type { Row } from '../opendata/read-json.ts'
import type { NewValue } from '../values/own-store.ts'
import type { ColumnRole, FileMapping } from './mapping-rules.ts'
import { findMeasureNamed } from './measure-names.ts'
import { readOwnPeriod } from './read-own-period.ts'

export type Refusal =
  | { kind: 'fault'; fault: Checked['faults'][number]['fault']; measure: KnownMeasure }
  | { kind: 'other-school' | 'unknown-measure' | 'several-measures' | 'words' | 'period' | 'too-many' }
  | { kind: 'repeated'; line: number }

interface RefusedCell {
  line: number
  /** Position from 0; null for what is said of the whole file. */
  column: number | null
  value: string
  refusal: Refusal
}

export interface OwnFigures {
  values: { line: number; entered: NewValue }[]
  refused: RefusedCell[]
  /** Cells that are empty: nothing is said, and zero is not said. */
  blanks: number
}

/** No school has more figures than that in a file; the directory has some hundred. */
const mostValues = 20_000

interface Reading {
  mapping: FileMapping
  directory: Directory
  uai: string | null
}

/** The figures of the rows below the titles, and what is refused; nothing is guessed. */
export function readFigures(rows: readonly Row[], { mapping, directory, uai }: Reading): OwnFigures {
  const figures: OwnFigures = { values: [], refused: [], blanks: 0 }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const foreign = foreignUai(row, mapping, uai)
    if (foreign) figures.refused.push({ line: row.line, column: foreign.column, value: foreign.value, refusal: { kind: 'other-school' } })
    else for (const cell of cellsOf(row, mapping)) readCell(cell, { directory, figures, seen })
  }
  return figures
}

const positionOf = ({ columns }: FileMapping, role: ColumnRole): number => columns.findIndex((column) => column.role === role)

function foreignUai({ cells }: Row, mapping: FileMapping, uai: string | null): { column: number; value: string } | null {
  const column = positionOf(mapping, 'uai')
  const value = cells[column] ?? ''
  if (value === '') return null
  const read = parseUai(value)
  return read.ok && read.uai === uai ? null : { column, value }
}

interface Cell {
  line: number
  /** Where the value stands, and where the others do, from 0; -1 where the whole file says it. */
  at: { value: number; measure: number; period: number }
  value: string
  measure: string
  period: string
  section: string
  numerator: string
  denominator: string
  note: string
}

function cellsOf({ cells, line }: Row, mapping: FileMapping): Cell[] {
  const text = (role: ColumnRole): string => cells[positionOf(mapping, role)] ?? ''
  const at = { value: positionOf(mapping, 'value'), measure: positionOf(mapping, 'measure'), period: positionOf(mapping, 'period') }
  const common = { line, section: text('section').slice(0, 80), note: text('note').slice(0, 1000) }
  const measure = at.measure === -1 ? mapping.measure : text('measure')
  const period = at.period === -1 ? mapping.period : text('period')
  if (mapping.layout === 'values')
    return [{ ...common, at, measure, period, value: text('value'), numerator: text('numerator'), denominator: text('denominator') }]
  return mapping.columns.flatMap(({ role, which }, position): Cell[] => {
    const own = { ...common, value: cells[position] ?? '', numerator: '', denominator: '' }
    if (role === 'measure-values') return [{ ...own, at: { ...at, value: position, measure: position }, measure: which, period }]
    if (role === 'period-values') return [{ ...own, at: { ...at, value: position, period: position }, measure, period: which }]
    return []
  })
}

interface Told {
  directory: Directory
  figures: OwnFigures
  seen: Map<string, number>
}

function readCell(cell: Cell, { directory, figures, seen }: Told): void {
  const { line, at } = cell
  const refuse = (column: number, value: string, refusal: Refusal): void =>
    void figures.refused.push({ line, column: column === -1 ? null : column, value: value.slice(0, 200), refusal })
  if (cell.value === '' && cell.numerator === '' && cell.denominator === '') {
    figures.blanks++
    return
  }
  const measure = findMeasureNamed(directory, cell.measure)
  if (typeof measure === 'string') return refuse(at.measure, cell.measure, { kind: measure === 'several' ? 'several-measures' : 'unknown-measure' })
  if (measure.unit === 'text') return refuse(at.value, cell.value, { kind: 'words' })
  const period = readOwnPeriod(cell.period, measure.indicator.period)
  if (period === null) return refuse(at.period, cell.period, { kind: 'period' })
  const { faults, value } = checkTyped({ ...typedOf(cell), period, section: cell.section, note: cell.note }, measure.unit, measure.indicator)
  const [first] = faults
  if (first || !value)
    return refuse(at.value, cell.value || `${cell.numerator} / ${cell.denominator}`, { kind: 'fault', fault: first?.fault ?? 'none', measure })
  const key = JSON.stringify([measure.code, period, cell.section])
  const before = seen.get(key)
  if (before !== undefined) return refuse(at.value, cell.value, { kind: 'repeated', line: before })
  if (figures.values.length >= mostValues) return refuse(at.value, cell.value, { kind: 'too-many' })
  seen.set(key, line)
  figures.values.push({ line, entered: { ...value, measure: measure.code } })
}

/** A sign in place of a figure (« ND », « s ») becomes the kind of its absence; what is no number is left for its refusal. */
function typedOf({ value, numerator, denominator }: Cell) {
  const read = [value, numerator, denominator].map((text) => (text === '' ? null : readNumber(text)))
  const sign = read.find((one) => one?.kind === 'missing')
  const written = (position: number, text: string): string => {
    const one = read[position]
    return one?.kind === 'value' ? String(Number(one.value.toFixed(6))) : text
  }
  if (sign?.kind === 'missing' && (value === '' || read[0]?.kind === 'missing')) return { value: '', numerator: '', denominator: '', missing: sign.missing }
  return { value: written(0, value), numerator: written(1, numerator), denominator: written(2, denominator), missing: '' }
}
