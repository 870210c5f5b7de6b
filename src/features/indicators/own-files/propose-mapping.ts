import { createHash } from 'node:crypto'
import type { Directory } from '../known.ts'
import { commonRoles } from '../opendata/dataset.ts'
import { headLength } from '../opendata/find-header.ts'
import { normaliseHeader } from '../opendata/normalise-header.ts'
import type { Row } from '../opendata/read-json.ts'
import { findPeriod } from '../opendata/read-period.ts'
import { repeatable, rolesOf } from './mapping-rules.ts'
import type { ColumnRole, FileMapping, Layout, MappedColumn, RememberedMapping } from './mapping-rules.ts'
import { findMeasureNamed } from './measure-names.ts'
import { readOwnPeriod } from './read-own-period.ts'

// Titles that people give such columns, in one spelling, the surest first.
const titlesOf: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  measure: ['code', 'code_indicateur', 'indicateur', 'nom_de_l_indicateur', 'mesure', 'libelle', 'intitule', 'indicator', 'measure'],
  period: ['periode', 'annee', 'annee_scolaire', 'session', 'rentree', 'trimestre', 'date', 'period', 'year', 'school_year'],
  section: ['section', 'classe', 'division', 'filiere', 'formation', 'specialite', 'class'],
  value: ['valeur', 'resultat', 'chiffre', 'taux', 'value'],
  numerator: ['numerateur', 'on_compte', 'numerator'],
  denominator: ['denominateur', 'sur', 'effectif', 'denominator'],
  note: ['note', 'commentaire', 'remarque', 'precision', 'comment'],
  uai: commonRoles.uai,
}

/** Position of the row of titles: the one that says the most that is known, else the first with two cells. */
export function findTitles(rows: readonly Row[], directory: Directory): number {
  const known = new Set(Object.values(titlesOf).flat())
  const score = ({ cells }: Row): number =>
    cells.filter((cell) => cell && (known.has(normaliseHeader(cell)) || readOwnPeriod(cell) !== null || typeof findMeasureNamed(directory, cell) !== 'string'))
      .length
  const scores = rows.slice(0, headLength).map(score)
  const best = Math.max(...scores)
  // A row of figures holds one period and one code: more than that is a row of titles.
  if (best >= 2) return scores.indexOf(best)
  return Math.max(
    0,
    rows.slice(0, headLength).findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2),
  )
}

function proposeLayout(titles: readonly string[], directory: Directory): Layout {
  const is = (role: ColumnRole): boolean => titles.some((title) => titlesOf[role]?.includes(normaliseHeader(title)))
  if (is('value') || is('denominator')) return 'values'
  if (titles.filter((title) => readOwnPeriod(title) !== null).length >= 1) return 'periods'
  if (titles.some((title) => typeof findMeasureNamed(directory, title) !== 'string')) return 'measures'
  return 'values'
}

/** How a file may be read, from its titles and its name; with a layout where somebody chose it. */
export function proposeMapping(titles: readonly string[], directory: Directory, fileName: string, chosen: Layout | null = null): FileMapping {
  const layout = chosen ?? proposeLayout(titles, directory)
  const columns: MappedColumn[] = titles.map(() => ({ role: null, which: '' }))
  for (const role of rolesOf[layout]) {
    const wanted = titlesOf[role] ?? []
    const place = wanted.map((name) => titles.findIndex((title) => normaliseHeader(title) === name)).find((position) => position >= 0)
    if (place !== undefined) columns[place] = { role, which: '' }
  }
  for (const [position, title] of titles.entries()) {
    if (columns[position]?.role) continue
    const measure = layout === 'measures' ? findMeasureNamed(directory, title) : null
    if (measure && typeof measure !== 'string') columns[position] = { role: 'measure-values', which: measure.code }
    const period = layout === 'periods' ? readOwnPeriod(title) : null
    if (period) columns[position] = { role: 'period-values', which: period }
  }
  return { layout, columns, period: columns.some(({ role }) => role === 'period') ? '' : (findPeriod(fileName) ?? ''), measure: '' }
}

/** Digest of the titles that are no period: the same for this year's file and the next one. */
export const headersKey = (titles: readonly string[]): string =>
  createHash('sha256')
    .update(
      titles
        .filter((title) => readOwnPeriod(title) === null)
        .map(normaliseHeader)
        .join('\n'),
    )
    .digest('hex')

/** What is worth remembering of a reading: columns by title, and not the period. */
export const rememberMapping = (titles: readonly string[], { layout, columns, measure }: FileMapping): RememberedMapping => ({
  layout,
  columns: columns.map((column, position) => ({ ...column, title: normaliseHeader(titles[position] ?? '') })),
  // The next file speaks of another period.
  period: '',
  measure,
})

/** What was said the last time, for these titles; a column that was not there is read as its title proposes. */
export function recallMapping(remembered: RememberedMapping, titles: readonly string[], proposed: FileMapping): FileMapping {
  const left = [...remembered.columns]
  const columns = titles.map((title, position): MappedColumn => {
    const at = left.findIndex((column) => column.title === normaliseHeader(title))
    const [found] = at === -1 ? [] : left.splice(at, 1)
    return found ? { role: found.role, which: found.which } : (proposed.columns[position] ?? { role: null, which: '' })
  })
  const valid = columns.every(({ role }) => role === null || rolesOf[remembered.layout].includes(role) || repeatable.includes(role))
  return valid ? { layout: remembered.layout, columns, period: proposed.period, measure: remembered.measure } : proposed
}
