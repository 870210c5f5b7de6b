import type { Dataset, DatasetCode, Measure, SeriesBreak } from './dataset.ts'
import { inserJeunesDatasets } from './datasets-inserjeunes.ts'
import { resultsDatasets } from './datasets-results.ts'
import { schoolDatasets } from './datasets-schools.ts'

/** The ministry’s data sets that can be read into observations. */
export const datasets: readonly Dataset[] = [...resultsDatasets, ...schoolDatasets, ...inserJeunesDatasets]

export function findDataset(code: DatasetCode): Dataset {
  const found = datasets.find((dataset) => dataset.code === code)
  if (found === undefined) throw new Error(`no data set ${code}`)
  return found
}

/** The measures that feed an indicator, as its own file names them: `{ id: ival-pro, measure: R01 }`. */
export function findMeasures(packCode: string, indicator: string): { dataset: Dataset; measure: Measure }[] {
  return datasets
    .filter((dataset) => dataset.packCode === packCode)
    .flatMap((dataset) => dataset.measures.filter((measure) => measure.indicator === indicator).map((measure) => ({ dataset, measure })))
}

/** The breaks that stand between two periods of a measure, however the periods are written: figures across them do not compare. */
export function findBreaks(dataset: Dataset, measure: string, earlier: string, later: string): SeriesBreak[] {
  return dataset.breaks.filter(
    (found) => (found.measure === null || found.measure === measure) && lastYear(earlier) < lastYear(found.from) && lastYear(found.from) <= lastYear(later),
  )
}

function lastYear(period: string): number {
  return Math.max(0, ...(period.match(/\d{4}/g) ?? []).map(Number))
}
