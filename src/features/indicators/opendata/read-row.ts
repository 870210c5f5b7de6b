import { shorten } from '../../organisations/import/row-cells.ts'
import { parseUai } from '../../organisations/import/uai.ts'
import type { MeasureKind } from './dataset.ts'
import type { Observation, RefusedRow, Warning } from './observation.ts'
import { readNumber } from './read-number.ts'
import { readPeriod } from './read-period.ts'
import { foldWords, publicWords } from './recognise.ts'
import type { FoundColumn, Recognition } from './recognise.ts'
import type { Row } from './read-json.ts'
import { fr } from './texts.fr.ts'

interface TableReading {
  recognition: Recognition
  titles: readonly string[]
  /** Of the whole file, when no column tells it. */
  period: string | null
  /** Text files end each line with all its cells; sheets and JSON do not. */
  fixedWidth: boolean
}

export type RowReading = { ok: true; key: string; observations: Observation[]; warning: Warning | null } | { ok: false; refusal: RefusedRow }

type Problem = { position: number; reason: string }

/** Reads one row: all of it, or none of it with the reason. */
export function readRow(row: Row, table: TableReading): RowReading {
  const { recognition, titles } = table
  const { roles } = recognition
  const refuse = ({ position, reason }: Problem): RowReading => ({ ok: false, refusal: { line: row.line, ...showCell(row, titles, position), reason } })
  if (hasWrongWidth(row, table)) {
    const reason = fr.row.wrongWidth(row.cells.length, titles.length)
    return { ok: false, refusal: { line: row.line, column: fr.row.wholeLine, value: shorten(row.cells.join(' ; ')), reason } }
  }
  const cell = (position: number) => (row.cells[position] ?? '').trim()
  const uai = parseUai(cell(roles.uai))
  if (!uai.ok) return refuse({ position: roles.uai, reason: uaiReasons[uai.reason] })
  const period = table.period ?? readPeriod(cell(roles.period))
  if (period === null) return refuse({ position: roles.period, reason: cell(roles.period) === '' ? fr.row.periodEmpty : fr.row.period })
  const audience = roles.public === -1 ? recognition.dataset.public : (publicWords.get(foldWords(cell(roles.public))) ?? null)
  if (roles.public !== -1 && audience === null) return refuse({ position: roles.public, reason: fr.row.public })
  const rowSeries = roles.series === -1 ? null : cell(roles.series) || null
  const place = { uai: uai.uai, period, public: audience, line: row.line }
  const observations: Observation[] = []
  for (const column of recognition.columns) {
    const reading = readCell(cell(column.position), column)
    if (typeof reading === 'string') return refuse({ position: column.position, reason: reading })
    if (reading === null) continue
    const { measure, series, track } = column
    observations.push({ ...place, measure: measure.code, track: track ?? recognition.dataset.track, series: series ?? rowSeries, ...reading })
  }
  const warning = uai.keyIsRight ? null : { line: row.line, ...showCell(row, titles, roles.uai), sentence: fr.row.uaiWrongKey(uai.expectedKey) }
  return { ok: true, key: [uai.uai, period, audience, rowSeries].join('\n'), observations, warning }
}

const uaiReasons = { empty: fr.row.uaiEmpty, lost_zero: fr.row.uaiLostZero, wrong_shape: fr.row.uaiWrongShape } as const

/** Null when there is nothing to keep: a school’s file has an empty cell for each series that the school does not have. */
function readCell(written: string, { measure, series }: FoundColumn): Pick<Observation, 'value' | 'missing'> | string | null {
  if (written === '' && series !== null && measure.seriesPrefixes.length > 0) return null
  const reading = readNumber(written)
  if (reading.kind === 'missing') return { value: null, missing: reading.missing }
  if (reading.kind === 'unreadable') return fr.row.notANumber
  return isPossible(reading.value, measure.kind) ? { value: reading.value, missing: null } : fr.row.range(measure.kind)
}

const ranges: Readonly<Record<MeasureKind, readonly [number, number]>> = {
  rate: [0, 100],
  'added-value': [-100, 100],
  count: [0, Number.MAX_SAFE_INTEGER],
  index: [0, 300],
  deviation: [0, 200],
  mean: [0, 20],
  flag: [0, 1],
}

function isPossible(value: number, kind: MeasureKind): boolean {
  const [least, most] = ranges[kind]
  return value >= least && value <= most && ((kind !== 'count' && kind !== 'flag') || Number.isInteger(value))
}

function hasWrongWidth({ cells }: Row, { titles, fixedWidth }: TableReading): boolean {
  // Spreadsheets add empty cells at the end of lines: only a filled cell too many shifts the columns.
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return filled > titles.length || (fixedWidth && cells.length < titles.length)
}

function showCell({ cells }: Row, titles: readonly string[], position: number): { column: string; value: string } {
  return { column: columnName(titles, position), value: shorten(cells[position] ?? '') }
}

/** How a column is named to who reads the account. */
export const columnName = (titles: readonly string[], position: number): string => shorten(titles[position] ?? '') || `colonne ${position + 1}`
