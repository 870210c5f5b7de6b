import type { Notebook } from '../../frameworks/exchange/formats.ts'
import { findGrid, openTeller, readGrid } from '../../frameworks/exchange/grid.ts'
import type { CellTeller, Grid, GridRow } from '../../frameworks/exchange/grid.ts'
import { refuseTooMany } from '../../frameworks/exchange/refusal.ts'
import { headerColumns, keyOfWord } from '../../frameworks/exchange/sheet-words.ts'
import { compact } from '../../frameworks/exchange/values.ts'
import type { Problem } from '../../frameworks/problem.ts'
import type { CrosswalkContent, GapContent, LinkContent } from '../content.ts'
import { gapColumns, headerFields, linkColumns, relationWords, sheetNames, sideWords, statusWords } from './sheet-words.ts'
import type { GapColumn, HeaderField, LinkColumn } from './sheet-words.ts'

const mostLinks = 5000

export const isCrosswalkWorkbook = (grids: readonly Grid[]): boolean => findGrid(grids, sheetNames.links) !== null

/** The crosswalk of a workbook whose sheets are named as in our export. Whether its ends exist is checked with the whole. */
export function readWorkbookCrosswalk(grids: readonly Grid[], notes: Notebook): { content: CrosswalkContent } | { problems: Problem[] } {
  const tellers: CellTeller[] = []
  const rowsOf = <K extends string>(name: string, columns: Readonly<Record<K, string>>): { rows: GridRow<K>[]; teller: CellTeller } => {
    const grid = findGrid(grids, name)
    const teller = openTeller(name)
    tellers.push(teller)
    const read = grid && readGrid(grid, columns)
    for (const column of read?.unknown ?? []) notes.add('columns-left', column)
    return { rows: read?.rows ?? [], teller }
  }
  const header = rowsOf(sheetNames.header, headerColumns)
  const links = rowsOf(sheetNames.links, linkColumns)
  const gaps = rowsOf(sheetNames.gaps, gapColumns)
  refuseTooMany(links.rows.length + gaps.rows.length, mostLinks)
  const values = new Map<HeaderField, string>()
  for (const row of header.rows) {
    const field = keyOfWord(headerFields, row.at('field'))
    if (field) values.set(field, row.at('value'))
    else
      header.teller.tell(
        row.line,
        headerColumns.field,
        `« ${row.at('field')} » n’est pas un champ connu.`,
        `Choisissez parmi : ${Object.values(headerFields).join(', ')}.`,
      )
  }
  const text = (field: HeaderField): string => values.get(field) ?? ''
  const content: CrosswalkContent = compact({
    from: { framework: text('from_framework'), version: text('from_version') },
    to: { framework: text('to_framework'), version: text('to_version') },
    author: text('author'),
    status: keyOfWord(statusWords, text('status')) ?? 'proposed',
    source: compact({ title: text('source_title'), url: text('source_url') || undefined, note: text('source_note') }),
    licence: text('licence'),
    links: links.rows.map((row) => linkOf(row, links.teller)),
    no_equivalent: gaps.rows.length > 0 ? gaps.rows.map((row) => gapOf(row, gaps.teller)) : undefined,
  })
  const problems = tellers.flatMap((teller) => teller.problems)
  return problems.length > 0 ? { problems: problems.slice(0, 40) } : { content }
}

function linkOf(row: GridRow<LinkColumn>, teller: CellTeller): LinkContent {
  const type = keyOfWord(relationWords, row.at('type'))
  if (!type)
    teller.tell(
      row.line,
      linkColumns.type,
      `« ${row.at('type')} » n’est pas une valeur possible.`,
      `Choisissez parmi : ${Object.values(relationWords).join(', ')}.`,
    )
  const status = row.at('status').trim() === '' ? undefined : keyOfWord(statusWords, row.at('status'))
  if (status === null)
    teller.tell(row.line, linkColumns.status, `« ${row.at('status')} » n’est pas une valeur possible.`, 'Choisissez parmi : proposé, validé.')
  return compact({ from: row.at('from').trim(), to: row.at('to').trim(), type: type ?? 'overlaps', reason: row.at('reason'), status: status ?? undefined })
}

function gapOf(row: GridRow<GapColumn>, teller: CellTeller): GapContent {
  const side = keyOfWord(sideWords, row.at('in'))
  if (!side) teller.tell(row.line, gapColumns.in, `« ${row.at('in')} » n’est pas une valeur possible.`, 'Choisissez parmi : de, vers.')
  return { in: side ?? 'from', code: row.at('code').trim(), reason: row.at('reason') }
}
