import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { Dataset, DatasetCode } from './dataset.ts'
import { datasets, findDataset } from './datasets.ts'
import { findHeader } from './find-header.ts'
import { findPeriod, readPeriod } from './read-period.ts'
import { findRepeatedTitles, recogniseDataset } from './recognise.ts'
import type { Recognition } from './recognise.ts'
import type { Row } from './read-json.ts'
import { fileTexts, fr } from './texts.fr.ts'

/** What a person has to say, because the file does not. */
export type Need = 'period' | 'dataset'

export interface Answers {
  fileName?: string
  period?: string
  dataset?: DatasetCode
  /** For columns without a title: position from 0, and the title that they should have had. */
  titles?: ReadonlyMap<number, string>
}

export interface OpenedTable {
  dataset: Dataset
  recognition: Recognition
  titles: readonly string[]
  /** Known titles that stand twice: their columns are not read. */
  repeated: readonly string[]
  /** Of the whole file; null when each row tells its own. */
  period: string | null
  headerLine: number
  /** Number of rows before the figures. */
  headLength: number
}

/** Thrown where a person has to say what the file does not. */
export class MissingAnswer extends RefusedFile {
  readonly needs: readonly Need[]

  constructor(sentence: string, needs: readonly Need[]) {
    super(null, sentence)
    this.needs = needs
  }
}

/** Finds the titles, the data set and the period in the first rows of a table; throws a refusal that says what is missing. */
export function openTable(rows: readonly Row[], answers: Answers): OpenedTable {
  const head = findHeader(rows)
  if (head === null) throw new RefusedFile(null, rows.length === 0 ? fileTexts.file.empty : fr.file.noUai)
  const titles = head.titles.map((title, position) => (title.trim() === '' ? (answers.titles?.get(position) ?? title) : title))
  const recognition = recogniseDataset(titles, { fileName: answers.fileName, dataset: answers.dataset, firstRow: rows[head.length]?.cells })
  const repeated = findRepeatedTitles(titles)
  if (recognition === null) throw new RefusedFile(head.line, repeated.length > 0 ? fileTexts.file.repeatedColumns(repeated) : fr.file.unknown)
  const { dataset, others } = recognition
  if (others.length > 0) {
    const possible = [dataset, ...others.map(findDataset)]
    throw new MissingAnswer(fr.file.needsDataset(possible.map(({ title }) => title)), ['dataset'])
  }
  if (recognition.columns.length === 0) throw new RefusedFile(head.line, fr.file.noFigures(dataset.title))
  const period = recognition.roles.period === -1 ? tellPeriod(answers, head.preface) : null
  return { dataset, recognition, titles, repeated, period, headerLine: head.line, headLength: head.length }
}

function tellPeriod({ period, fileName = '' }: Answers, preface: string): string {
  if (period !== undefined) {
    const read = readPeriod(period)
    if (read === null) throw new MissingAnswer(fr.file.wrongPeriod(period.slice(0, 40)), ['period'])
    return read
  }
  const name = datasets.flatMap(({ portalNames }) => portalNames).reduce((rest, portalName) => rest.replace(portalName, ' '), fileName)
  const found = findPeriod(preface) ?? findPeriod(name)
  if (found === null) throw new MissingAnswer(fr.file.needsPeriod, ['period'])
  return found
}
