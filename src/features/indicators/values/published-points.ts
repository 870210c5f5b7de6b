import type { Dataset, Measure } from '../opendata/dataset.ts'
import { findMeasures } from '../opendata/datasets.ts'
import { datasets } from '../opendata/datasets.ts'
import type { KnownMeasure } from '../known.ts'
import type { PublishedRow } from './published-store.ts'
import type { Break, Point } from './series.ts'

/** Of a share, the measure of the same row that counts its people. */
const peopleBehind: Readonly<Record<string, string>> = { 'taux-reussite': 'presents', 'taux-mentions': 'presents' }

export interface Published {
  dataset: Dataset
  measure: Measure
}

/** Where a figure of the directory is published, in the order in which data sets are asked; none where it is not. */
export function publishedAs({ code, indicator }: KnownMeasure): Published[] {
  return indicator.dataset ? findMeasures(indicator.dataset.id, code === indicator.code ? indicator.dataset.measure : code) : []
}

/** Figures of one measure: all series together, all its publics, the whole school. */
export const pointsOf = (published: readonly Published[], rows: readonly PublishedRow[]): Point[] =>
  published.flatMap((one) => rows.filter((row) => isWhole(one, row)).flatMap((row) => pointOf(one, row) ?? []))

/** A line of a file that tells several tracks is kept as one row for each: which of them holds the measure. */
export const trackOf = ({ dataset, measure }: Published): string => measure.parts.find(({ series }) => series === null)?.track ?? dataset.track ?? ''

const isWhole = (one: Published, row: PublishedRow): boolean =>
  row.dataset === one.dataset.code &&
  row.track === trackOf(one) &&
  row.series === '' &&
  (row.public === '' || row.public === 'ensemble' || row.public === one.dataset.public)

function pointOf({ measure }: Published, row: PublishedRow): Point | null {
  const figure = row.measures[measure.code]
  if (figure === undefined) return null
  const people = row.measures[peopleBehind[measure.code] ?? '']
  const { dataset, importId, fileName, importedAt, line } = row
  return {
    period: row.period,
    value: typeof figure === 'number' ? figure : null,
    missing: typeof figure === 'number' ? null : figure,
    numerator: null,
    denominator: typeof people === 'number' && people > 0 ? people : null,
    provenance: { kind: 'published', dataset, importId, fileName, importedAt, line, column: measure.name },
  }
}

/** Breaks that the ministry announced. */
export const publishedBreaks = (published: readonly Published[]): Break[] =>
  published.flatMap(({ dataset, measure }) =>
    dataset.breaks.filter((one) => one.measure === null || one.measure === measure.code).map(({ from, sentence }) => ({ from, sentence })),
  )

/** The same measure by series and by public, as published. */
interface Detail {
  period: string
  /** « Spécialité ASSP », « apprentis »… */
  name: string
  value: number | null
}

/** All that the ministry publishes of a measure beside the figure of the whole school. */
export const detailsOf = (published: readonly Published[], rows: readonly PublishedRow[]): Detail[] =>
  published.flatMap((one) =>
    rows
      .filter((row) => row.dataset === one.dataset.code && !isWhole(one, row))
      .flatMap((row) => {
        const point = pointOf(one, row)
        return point ? [{ period: row.period, name: [row.series, row.public].filter(Boolean).join(', '), value: point.value }] : []
      }),
  )

/** Title of a data set; its code when it is no longer read. */
export const datasetTitle = (code: string): string => datasets.find((dataset) => dataset.code === code)?.title ?? code
