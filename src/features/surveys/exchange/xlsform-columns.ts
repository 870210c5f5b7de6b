import type { Words } from './draft.ts'
import type { Grid } from '../../frameworks/exchange/grid.ts'
import { refuse } from './carried.ts'

/** One row of a sheet: its filled cells by the name of the column, in small letters but for the language. */
export type Line = ReadonlyMap<string, string>

/** The languages that a sheet has columns for, whether or not anything stands in them. */
export function languagesOf(grids: readonly Grid[], name: string): string[] {
  const head = grids.find((one) => isNamed(one, name))?.rows.find((row) => row.some((cell) => cell.trim() !== '')) ?? []
  return head.flatMap((title) => /^(?:label|hint)::(.+)$/.exec(columnOf(title))?.[1] ?? [])
}

const isNamed = (grid: Grid, name: string): boolean => grid.name.trim().toLowerCase() === name

/** The sheet's rows under its first filled row. */
export function linesOf(rows: readonly (readonly string[])[]): Line[] {
  const start = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const head = (rows[start] ?? []).map(columnOf)
  return rows
    .slice(start + 1)
    .map((row) => new Map(row.flatMap((cell, index): [string, string][] => (cell.trim() === '' || !head[index] ? [] : [[head[index], cell.trim()]]))))
    .filter((line) => line.size > 0)
}

function columnOf(cell: string): string {
  const title = cell.slice(0, 100)
  const [name = '', ...rest] = title.trim().split(/\s*::?\s*/)
  const language = rest.at(-1)
  return language === undefined || /^(jr|image|audio|video)$/i.test(rest[0] ?? '') ? title.trim().toLowerCase() : `${name.toLowerCase()}::${tagOf(language)}`
}

const languageNames: Readonly<Record<string, string>> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
  arabe: 'ar',
  arabic: 'ar',
  portugais: 'pt',
  portuguese: 'pt',
  turc: 'tr',
  turkish: 'tr',
  ukrainien: 'uk',
  ukrainian: 'uk',
  espagnol: 'es',
  spanish: 'es',
  espanol: 'es',
  roumain: 'ro',
  romanian: 'ro',
  chinois: 'zh',
  chinese: 'zh',
  allemand: 'de',
  german: 'de',
  italien: 'it',
  italian: 'it',
}

/** « Français (fr) », « fr » or « French » as a tag; the name itself where nobody knows it. */
export function tagOf(language: string): string {
  const inside = /\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*\)\s*$/.exec(language)?.[1]
  if (inside !== undefined) return casedTag(inside)
  const plain = language.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
  return languageNames[plain] ?? (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(language.trim()) ? casedTag(language.trim()) : plain)
}

const casedTag = (tag: string): string => tag.replaceAll('_', '-').replace(/^[A-Za-z]+/, (first) => first.toLowerCase())

/** A text in the languages of its columns; the column without a language is in the form's own. */
export function wordsIn(line: Line, column: string, base: string): Words {
  const words = new Map<string, string>()
  for (const [name, text] of line) {
    if (name === column) words.set(base, words.get(base) ?? text)
    else if (name.startsWith(`${column}::`)) words.set(name.slice(column.length + 2), text)
  }
  return words
}

/** Lines of one sheet, without its header. Refuses the workbook where the sheet is needed and missing. */
export function sheetNamed(grids: readonly Grid[], name: string, needed: boolean): Line[] {
  const grid = grids.find((one) => isNamed(one, name))
  if (!grid && needed) refuse(`Ce classeur n’est pas un XLSForm : il n’a pas de feuille « ${name} ».`)
  return grid ? linesOf(grid.rows) : []
}
