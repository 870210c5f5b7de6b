import { csvOf } from '../../../platform/documents/csv.ts'
import type { SchoolType } from '../../organisations/tables.ts'
import { fr as words } from '../../organisations/words.fr.ts'
import { fr as indicatorTexts } from '../texts.fr.ts'
import type { Range } from '../values/ranges-store.ts'
import type { FigureTogether } from './figures.ts'
import { fr } from './texts.fr.ts'

/** Ways in which the ranges of one indicator are given. */
export const fileFormats = [
  { format: 'csv', label: 'CSV', mediaType: 'text/csv' },
  { format: 'json', label: 'JSON', mediaType: 'application/json' },
] as const

/** Ranges of one indicator for all the schools (null), then for each type that has them. */
export interface TypedFigure {
  type: SchoolType | null
  figure: FigureTogether
}

interface Row extends Range {
  type: string
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const rowsOf = (figures: readonly TypedFigure[]): Row[] =>
  figures.flatMap(({ type, figure }) =>
    figure.ranges.map(({ period, schools, low, middle, high }) => ({
      type: type ? words.schoolTypes[type] : fr.anyType,
      period,
      schools,
      low: rounded(low),
      middle: rounded(middle),
      high: rounded(high),
    })),
  )

const unitOf = ({ unit }: FigureTogether['known']): string => (unit === 'text' ? '' : indicatorTexts.unitNames[unit])

const decimal = (value: number): string => String(value).replace('.', ',')

/** One line a period and type of school; numbers with a comma, rounded to one decimal. */
export function writeRangesCsv(known: FigureTogether['known'], figures: readonly TypedFigure[]): Uint8Array {
  const lines = rowsOf(figures).map((row) => [
    known.code,
    known.name,
    unitOf(known),
    row.type,
    row.period,
    String(row.schools),
    decimal(row.low),
    decimal(row.middle),
    decimal(row.high),
  ])
  return csvOf([fr.catalogue.columns, ...lines])
}

/** The same as JSON, its keys those of the French titles without accents. */
export function writeRangesJson(known: FigureTogether['known'], figures: readonly TypedFigure[]): Uint8Array {
  const value = {
    indicateur: known.code,
    nom: known.name,
    unite: unitOf(known),
    question: known.indicator.question,
    ce_qu_il_ne_dit_pas: known.indicator.comparability,
    chiffres: rowsOf(figures).map((row) => ({
      type_d_etablissement: row.type,
      periode: row.period,
      etablissements: row.schools,
      premier_quartile: row.low,
      milieu: row.middle,
      troisieme_quartile: row.high,
    })),
  }
  return new TextEncoder().encode(JSON.stringify(value, null, 2))
}
