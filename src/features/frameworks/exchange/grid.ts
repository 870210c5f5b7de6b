import type { Problem } from '../problem.ts'
import { foldWord } from './sheet-words.ts'

/** One sheet as texts, row by row; absent cells are ''. */
export interface Grid {
  name: string
  rows: readonly (readonly string[])[]
}

export interface GridRow<K extends string> {
  /** As the spreadsheet numbers it. */
  line: number
  /** '' where the cell is empty or the column absent. */
  at: (column: K) => string
}

export interface ReadGrid<K extends string> {
  sheet: string
  rows: GridRow<K>[]
  /** Columns of the sheet that nobody reads. */
  unknown: string[]
  has: (column: K) => boolean
}

export const findGrid = (grids: readonly Grid[], name: string): Grid | null => grids.find((grid) => foldWord(grid.name) === foldWord(name)) ?? null

/** The rows below the header, which is the first row that is not empty; a column is known by its French name or by its key. */
export function readGrid<K extends string>(grid: Grid, columns: Readonly<Record<K, string>>): ReadGrid<K> {
  const top = grid.rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const header = (grid.rows[top] ?? []).map(foldWord)
  const places = new Map<K, number>()
  const keys = Object.keys(columns) as K[]
  for (const key of keys) {
    const place = header.findIndex((cell) => cell === foldWord(columns[key]) || cell === key)
    if (place >= 0) places.set(key, place)
  }
  const read = new Set(places.values())
  return {
    sheet: grid.name,
    rows: grid.rows.flatMap((row, index) =>
      index <= top || row.every((cell) => cell.trim() === '') ? [] : [{ line: index + 1, at: (column: K) => row[places.get(column) ?? -1] ?? '' }],
    ),
    unknown: (grid.rows[top] ?? []).filter((cell, place) => cell.trim() !== '' && !read.has(place)),
    has: (column) => places.has(column),
  }
}

export interface CellTeller {
  tell(line: number | null, column: string, problem: string, todo: string): void
  problems: Problem[]
}

/** Gathers what is wrong with the cells of a sheet. */
export function openTeller(sheet: string): CellTeller {
  const problems: Problem[] = []
  return {
    problems,
    tell: (line, column, problem, todo) => void problems.push({ file: `feuille « ${sheet} »`, line, where: column && `colonne « ${column} »`, problem, todo }),
  }
}
