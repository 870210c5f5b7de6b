import type { Dataset, DatasetCode, Measure } from './dataset.ts'
import { inserJeunesDatasets } from './datasets-inserjeunes.ts'
import { resultsDatasets } from './datasets-results.ts'
import { schoolDatasets } from './datasets-schools.ts'

/** The ministry’s data sets that can be read into observations. */
export const datasets: readonly Dataset[] = [...resultsDatasets, ...schoolDatasets, ...inserJeunesDatasets]

/** Throws when no data set has this code: codes are those of DatasetCode, or were checked. */
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
