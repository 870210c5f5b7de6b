import type { Dataset, DatasetCode, Measure } from './dataset.ts'
import { datasets } from './datasets.ts'
import { headerNames, writeTitle } from './normalise-header.ts'

export interface FoundColumn {
  measure: Measure
  series: string | null
  track: string | null
  position: number
  /** As the file writes it, in one line. */
  title: string
}

export interface Recognition {
  dataset: Dataset
  /** Other data sets that these columns could be of: someone has to say which. */
  others: readonly DatasetCode[]
  columns: readonly FoundColumn[]
  /** Positions of what is not a figure; -1 where the file has no such column. */
  roles: { uai: number; period: number; name: number; public: number; series: number }
  /** Titles that nobody reads. */
  unknown: readonly string[]
  /** Positions, from 0, of columns that have no title. */
  untitled: readonly number[]
  /** Names of measures that the data set may have and this file has not. */
  missingColumns: readonly string[]
}

export interface Hints {
  fileName?: string
  /** Cells of the first row of figures. */
  firstRow?: readonly string[]
  dataset?: DatasetCode
}

export const publicWords: ReadonlyMap<string, string> = new Map([
  ['ensemble', 'ensemble'],
  ['dont apprentis', 'apprentis'],
  ['apprentis', 'apprentis'],
  ['dont eleves en voie pro sco', 'scolaires'],
  ['dont scolaires', 'scolaires'],
  ['scolaires', 'scolaires'],
])

/** Without accents nor case, for words to be compared. */
export function foldWords(text: string): string {
  return writeTitle(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Finds which data set a table is, by its titles; what titles leave open is settled by the file’s name or by its first row. */
export function recogniseDataset(headers: readonly string[], hints: Hints = {}): Recognition | null {
  const table = openTable(headers)
  const candidates = datasets.filter((dataset) => fits(dataset, table) && (hints.dataset === undefined || dataset.code === hints.dataset))
  const [dataset, ...others] = settle(candidates, table, hints)
  if (dataset === undefined) return null
  return { ...readColumns(dataset, table, hints), dataset, others: others.map(({ code }) => code) }
}

interface Table {
  titles: readonly string[]
  names: readonly (readonly string[])[]
  find(names: readonly string[]): number
}

function openTable(headers: readonly string[]): Table {
  const names = headers.map(headerNames)
  const positions = new Map<string, number[]>()
  for (const [position, all] of names.entries()) {
    for (const name of new Set(all)) {
      const standing = positions.get(name)
      if (standing === undefined) positions.set(name, [position])
      else standing.push(position)
    }
  }
  const places = (name: string) => positions.get(name) ?? []
  return {
    titles: headers.map(writeTitle),
    names,
    // A title that stands twice says nothing alone, unless one of the two is the whole title.
    find(wanted) {
      for (const name of wanted) {
        const standing = places(name)
        const whole = standing.length === 1 ? standing : standing.filter((position) => names[position]?.[0] === name)
        const [first = -1] = whole
        if (name !== '' && whole.length === 1) return first
      }
      return -1
    },
  }
}

function fits(dataset: Dataset, table: Table): boolean {
  const has = (names: readonly string[]) => table.find(names) !== -1
  return has(dataset.roles.uai) && dataset.required.every(has) && !dataset.forbidden.some((name) => has([name]))
}

function settle(candidates: readonly Dataset[], table: Table, { fileName = '', firstRow = [] }: Hints): readonly Dataset[] {
  const tests: ((dataset: Dataset) => boolean)[] = [
    ({ titles }) => titles !== null && table.names.some((names) => names.some((name) => titles.test(name))),
    ({ portalNames }) => portalNames.some((name) => fileName.toLowerCase().includes(name)),
    ({ fileName: pattern }) => pattern.test(fileName),
    ({ roles }) => roles.public.length > 0 && firstRow.some((cell) => publicWords.has(foldWords(cell))),
    ({ roles, schoolNames }) => schoolNames?.test((firstRow[table.find(roles.name)] ?? '').trim()) ?? false,
  ]
  let left = candidates
  for (const test of tests) {
    if (left.length <= 1) return left
    const passing = left.filter(test)
    if (passing.length > 0) left = passing
  }
  return left
}

function readColumns(dataset: Dataset, table: Table, { firstRow = [] }: Hints): Omit<Recognition, 'dataset' | 'others'> {
  const untitled = table.titles.flatMap((title, position) => (title === '' ? [position] : []))
  const { uai, period, name, series } = dataset.roles
  const named = table.find(dataset.roles.public)
  const unnamed = dataset.roles.public.length === 0 ? -1 : (untitled.find((position) => publicWords.has(foldWords(firstRow[position] ?? ''))) ?? -1)
  const roles = { uai: table.find(uai), period: table.find(period), name: table.find(name), public: named === -1 ? unnamed : named, series: table.find(series) }
  const taken = new Set(Object.values(roles))
  const columns = dataset.measures.flatMap((measure) => findParts(measure, table, taken))
  columns.push(...dataset.measures.flatMap((measure) => findSeries(measure, table, taken)))
  const found = new Set(columns.map(({ measure }) => measure.code))
  return {
    columns,
    roles,
    unknown: table.titles.filter((title, position) => title !== '' && !taken.has(position)),
    untitled: untitled.filter((position) => !taken.has(position)),
    missingColumns: dataset.measures.filter(({ code }) => !found.has(code)).map((measure) => measure.name),
  }
}

function findParts(measure: Measure, table: Table, taken: Set<number>): FoundColumn[] {
  return measure.parts.flatMap(({ series, track, columns }) => {
    const position = table.find(columns)
    if (position === -1 || taken.has(position)) return []
    taken.add(position)
    return [{ measure, series, track, position, title: table.titles[position] ?? '' }]
  })
}

// Expected rates of old layouts begin like the observed ones.
const notSeries = /attendu|acad|france|total|ensemble|toutes|ecart/

function findSeries(measure: Measure, table: Table, taken: Set<number>): FoundColumn[] {
  return table.names.flatMap((names, position) => {
    const [name = ''] = names
    const prefix = measure.seriesPrefixes.find((start) => name.startsWith(start))
    if (prefix === undefined || taken.has(position)) return []
    const series = name.slice(prefix.length)
    if (series === '' || series.length > 40 || notSeries.test(series)) return []
    taken.add(position)
    return [{ measure, series: series.toUpperCase(), track: null, position, title: table.titles[position] ?? '' }]
  })
}

const knownNames = new Set(
  datasets.flatMap(({ roles, measures }) => [...Object.values(roles).flat(), ...measures.flatMap(({ parts }) => parts.flatMap(({ columns }) => columns))]),
)

/** Known titles that stand twice, as the file writes them: nothing says which of the two columns to read. */
export function findRepeatedTitles(headers: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const title of headers) {
    const [name = ''] = headerNames(title)
    if (knownNames.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const repeated = headers.filter((title) => (counts.get(headerNames(title)[0] ?? '') ?? 0) > 1).map(writeTitle)
  return [...new Set(repeated)]
}
