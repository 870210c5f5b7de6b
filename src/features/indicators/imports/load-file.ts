import { randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/database.ts'
import type { DatasetCode } from '../opendata/dataset.ts'
import { datasets } from '../opendata/datasets.ts'
import type { Observation } from '../opendata/observation.ts'
import { readDataset } from '../opendata/read-dataset.ts'
import type { DatasetOutcome, DatasetReading } from '../opendata/read-dataset.ts'
import type { ImportReport, Missing, UploadAnswers } from '../tables.ts'
import { insertImport, insertRows, listKnownUais } from './imports-store.ts'
import type { NewRow } from './imports-store.ts'

/** Rows sent to the database at once. */
const batchRows = 1000

interface File {
  fileName: string
  bytes: Uint8Array
  answers: UploadAnswers
}

const isDatasetCode = (text: string | undefined): text is DatasetCode => datasets.some(({ code }) => code === text)

const optionsOf = ({ fileName, answers }: File) => ({
  fileName,
  ...(answers.period ? { period: answers.period } : {}),
  ...(isDatasetCode(answers.dataset) ? { dataset: answers.dataset } : {}),
  corrections: new Map((answers.corrections ?? []).map(({ line, column, to }) => [`${line} ${column}`, to])),
})

const sourceOf = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 64 * 1024
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

export interface Preview {
  outcome: DatasetOutcome
  /** Schools of the file, and those among them that the directory does not know. */
  schools: number
  unknownSchools: number
}

/** What a file would say, and what stands in the way; nothing is kept. */
export async function previewFile(db: Db, file: File): Promise<Preview> {
  const uais = new Set<string>()
  const onRow = (observations: readonly Observation[]): void => void (observations[0] && uais.add(observations[0].uai))
  const outcome = await readDataset(sourceOf(file.bytes), { ...optionsOf(file), onRow })
  const known = await listKnownUais(db, [...uais])
  return { outcome, schools: uais.size, unknownSchools: uais.size - known.size }
}

export interface Loading {
  organisationId: string
  personId: string
}

/** Loads a whole file in the caller's transaction; returns the id of the import, or why nothing was loaded. */
export async function loadFile(
  db: Db,
  file: File,
  { organisationId, personId }: Loading,
): Promise<{ id: string; reading: DatasetReading } | { outcome: DatasetOutcome }> {
  const id = randomUUID()
  // The rows belong to an import that says how many they are: a first reading counts them and finds what stands in the way.
  const { outcome, unknownSchools } = await previewFile(db, file)
  if (!outcome.ok) return { outcome }
  const { counts, dataset, sha256 } = outcome
  await insertImport(db, {
    id,
    organisationId,
    dataset: dataset.code,
    fileName: file.fileName,
    sha256,
    rows: { read: counts.rows, loaded: counts.loaded, refused: counts.refused },
    report: reportOf(outcome, file.answers, unknownSchools),
    personId,
  })
  let batch: NewRow[] = []
  const flush = async (): Promise<void> => {
    const rows = batch
    batch = []
    await insertRows(db, id, dataset.code, rows)
  }
  const onRow = async (observations: readonly Observation[]): Promise<void> => {
    batch.push(...rowsOf(observations))
    if (batch.length >= batchRows) await flush()
  }
  await readDataset(sourceOf(file.bytes), { ...optionsOf(file), onRow })
  await flush()
  return { id, reading: outcome }
}

/** One row for each track, public and series that a line of the file tells. */
export function rowsOf(observations: readonly Observation[]): NewRow[] {
  const rows = new Map<string, NewRow & { measures: Record<string, number | Missing> }>()
  for (const { uai, period, track, public: audience, series, line, measure, value, missing } of observations) {
    const key = `${track} ${audience} ${series}`
    const row = rows.get(key) ?? { uai, period, track: track ?? '', public: audience ?? '', series: series ?? '', line, measures: {} }
    row.measures[measure] = value ?? missing ?? 'not-published'
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** So many lines of each kind are kept with the import. */
const mostKept = 500

const reportOf = ({ refused, warnings }: DatasetReading, { corrections }: UploadAnswers, unknownSchools: number): ImportReport => ({
  refused: refused.slice(0, mostKept),
  warnings: warnings.slice(0, mostKept),
  corrected: (corrections ?? []).slice(0, mostKept),
  unknownSchools,
})
