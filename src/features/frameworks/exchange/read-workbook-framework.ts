import type { Award, Condition, FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import type { Problem } from '../problem.ts'
import type { Level, Scale } from '../scale.ts'
import { frameworkName, itemCode, themeCode, versionName } from './foreign-codes.ts'
import { foreignHeader } from './foreign-header.ts'
import type { Notebook } from './formats.ts'
import { findGrid, openTeller, readGrid } from './grid.ts'
import type { CellTeller, Grid, GridRow } from './grid.ts'
import { refuseTooMany } from './refusal.ts'
import {
  audienceWords,
  gravityWords,
  headerColumns,
  headerFields,
  itemColumns,
  keyOfWord,
  kindWords,
  phaseWords,
  scaleColumns,
  scaleSorts,
  scaleWords,
  sheetNames,
  splitCell,
  statusWords,
  themeColumns,
  yesWords,
} from './sheet-words.ts'
import type { HeaderField, ItemColumn, ScaleColumn, ThemeColumn } from './sheet-words.ts'
import { compact } from './values.ts'

/** So many that nobody would read further. */
const mostTold = 40

export const isFrameworkWorkbook = (grids: readonly Grid[]): boolean => itemsGrid(grids) !== null

/** The sheet called « Énoncés »; in a workbook of one sheet, that one if it has such a column. */
function itemsGrid(grids: readonly Grid[]): Grid | null {
  const named = findGrid(grids, sheetNames.items)
  const [only] = grids
  if (named || !only || grids.length > 1) return named
  return readGrid(only, itemColumns).has('statement') ? only : null
}

/** The framework of a workbook. Only the sheet of items must be there; what the others would say is guessed and noted. */
export function readWorkbookFramework(grids: readonly Grid[], fileName: string, notes: Notebook): { content: FrameworkHeader } | { problems: Problem[] } {
  const sheet = itemsGrid(grids)
  if (!sheet) return { problems: [] }
  const items = readGrid(sheet, itemColumns)
  refuseTooMany(items.rows.length)
  const teller = openTeller(sheet.name)
  for (const column of ['statement'] as const)
    if (!items.has(column)) teller.tell(null, itemColumns[column], 'Cette colonne manque.', 'Ajoutez-la dans la première ligne de la feuille.')
  noteUnknown(grids, sheet, items.unknown, notes)
  const groups = groupItems(items.rows, teller, notes)
  const scale = readScale(findGrid(grids, sheetNames.scale), notes)
  const header = readHeader(findGrid(grids, sheetNames.header), fileName, scale, items.rows, notes)
  const themes = readThemes(findGrid(grids, sheetNames.themes), groups, notes)
  const problems = [...header.problems, ...themes.problems, ...teller.problems, ...scale.problems].slice(0, mostTold)
  if (problems.length > 0) return { problems }
  return { content: { ...header.content, themes: themes.list } }
}

function noteUnknown(grids: readonly Grid[], sheet: Grid, columns: readonly string[], notes: Notebook): void {
  for (const column of columns) notes.add('columns-left', column)
  const read = new Set<string>([sheet.name, ...Object.values(sheetNames).map((name) => findGrid(grids, name)?.name ?? '')])
  for (const grid of grids) if (!read.has(grid.name)) notes.add('sheets-left', grid.name)
}

interface Group {
  /** As typed. */
  name: string
  code: string
  line: number
  items: ItemContent[]
}

function groupItems(rows: readonly GridRow<ItemColumn>[], teller: CellTeller, notes: Notebook): Group[] {
  const groups = new Map<string, Group>()
  const codes = new Map<string, number>()
  const taken = new Set<string>()
  for (const row of rows) {
    const name = row.at('theme').trim() || themeOfCode(row.at('code')) || 'T1'
    const group = groups.get(name) ?? {
      name,
      code: themeCode(name, groups.size + 1, new Set([...groups.values()].map((one) => one.code))),
      line: row.line,
      items: [],
    }
    groups.set(name, group)
    const typed = row.at('code').trim()
    const first = codes.get(typed)
    if (typed && first !== undefined)
      teller.tell(
        row.line,
        itemColumns.code,
        `Le code ${typed} sert déjà à la ligne ${first}.`,
        'Donnez à chaque énoncé le sien : les réponses s’y rattachent.',
      )
    if (typed) codes.set(typed, row.line)
    const code = itemCode(group.code, typed, group.items.length + 1, taken)
    taken.add(code)
    if (typed !== code) notes.add('recoded', [typed, code].filter(Boolean).join(' → '))
    group.items.push(readItem(row, code, teller, notes))
  }
  return [...groups.values()]
}

const themeOfCode = (code: string): string => /^([A-Z][A-Z0-9.]{0,19})-/.exec(code.trim())?.[1] ?? ''

function readItem(row: GridRow<ItemColumn>, code: string, teller: CellTeller, notes: Notebook): ItemContent {
  const word = <K extends string>(column: ItemColumn, words: Readonly<Record<K, string>>): K | undefined => {
    const typed = row.at(column)
    if (typed.trim() === '') return undefined
    const key = keyOfWord(words, typed)
    if (key === null)
      teller.tell(row.line, itemColumns[column], `« ${typed} » n’est pas une valeur possible.`, `Choisissez parmi : ${Object.values(words).join(', ')}.`)
    return key ?? undefined
  }
  if (row.at('statement').trim() === '') teller.tell(row.line, itemColumns.statement, 'L’énoncé manque.', 'Écrivez-le, ou retirez la ligne.')
  const audiences = splitCell(row.at('audiences')).flatMap((typed) => {
    const key = keyOfWord(audienceWords, typed)
    if (key === null)
      teller.tell(
        row.line,
        itemColumns.audiences,
        `« ${typed} » n’est pas une valeur possible.`,
        `Choisissez parmi : ${Object.values(audienceWords).join(', ')}.`,
      )
    return key === null ? [] : [key]
  })
  if (audiences.length === 0) notes.add('audiences-assumed')
  const evidence = splitCell(row.at('evidence'))
  if (evidence.length === 0) notes.add('evidence-missing')
  const conditions = splitCell(row.at('conditions'))
  return compact({
    code,
    phase: word('phase', phaseWords),
    title: row.at('title') || undefined,
    statement: row.at('statement'),
    help: row.at('help') || undefined,
    contrast_low: row.at('contrast_low') || undefined,
    contrast_high: row.at('contrast_high') || undefined,
    audiences: audiences.length > 0 ? audiences : ['staff' as const],
    evidence,
    indicators: splitCell(row.at('indicators')),
    grade: readNumber(row, 'grade', teller),
    conditions: conditions.length > 0 ? conditions : undefined,
    gravity: word('gravity', gravityWords),
    status: word('status', { confirmed: statusWords.confirmed, unconfirmed: statusWords.unconfirmed }),
  })
}

function readNumber(row: GridRow<ItemColumn>, column: ItemColumn, teller: CellTeller): number | undefined {
  const typed = row.at(column).trim()
  if (typed === '') return undefined
  if (!/^\d{1,3}$/.test(typed))
    teller.tell(row.line, itemColumns[column], `« ${typed} » n’est pas un nombre entier.`, 'Écrivez la valeur d’un niveau, ou videz la case.')
  return Number(typed)
}

function readThemes(grid: Grid | null, groups: readonly Group[], notes: Notebook): { list: ThemeContent[]; problems: Problem[] } {
  const told = grid ? readGrid(grid, themeColumns) : null
  const teller = openTeller(grid?.name ?? sheetNames.themes)
  for (const column of told?.unknown ?? []) notes.add('columns-left', column)
  const rows = new Map<string, GridRow<ThemeColumn>>()
  for (const row of told?.rows ?? []) {
    const code = row.at('code').trim()
    if (rows.has(code)) teller.tell(row.line, themeColumns.code, `Deux thèmes portent le code ${code}.`, 'Donnez à chacun le sien.')
    if (!groups.some((group) => group.name === code))
      teller.tell(row.line, themeColumns.code, `Aucun énoncé n’est rangé dans le thème ${code}.`, 'Ajoutez un énoncé, ou retirez la ligne.')
    rows.set(code, row)
  }
  const order = [...rows.keys()]
  const placeOf = (group: Group): number => (order.includes(group.name) ? order.indexOf(group.name) : order.length)
  const list = [...groups].sort((a, b) => placeOf(a) - placeOf(b)).map((group) => themeOf(group, rows.get(group.name), teller, notes))
  return { list, problems: teller.problems }
}

function themeOf(group: Group, row: GridRow<ThemeColumn> | undefined, teller: CellTeller, notes: Notebook): ThemeContent {
  const title = row?.at('title') || (group.name.length >= 2 ? group.name : `Thème ${group.name}`)
  const keywords = row ? splitCell(row.at('keywords')) : []
  const typed = row?.at('status') ?? ''
  const status = typed ? keyOfWord({ confirmed: statusWords.confirmed, unconfirmed: statusWords.unconfirmed }, typed) : 'confirmed'
  if (status === null)
    teller.tell(row?.line ?? null, themeColumns.status, `« ${typed} » n’est pas une valeur possible.`, 'Choisissez parmi : confirmé, à confirmer.')
  if (!row) notes.add('header-assumed', `thème ${group.code}`)
  return compact({
    code: group.code,
    title,
    purpose: row?.at('purpose') || `Ce que regarde le thème « ${title} ».`,
    keywords: keywords.length > 0 ? keywords : [title.toLowerCase().slice(0, 60)],
    status: status ?? 'confirmed',
    unconfirmed_note: row?.at('unconfirmed_note') || undefined,
    items: group.items,
  })
}

interface ReadScale {
  levels: Level[]
  grades: Level[]
  conditions: Condition[]
  problems: Problem[]
}

function readScale(grid: Grid | null, notes: Notebook): ReadScale {
  const read: ReadScale = { levels: [], grades: [], conditions: [], problems: [] }
  if (!grid) return read
  const rows = readGrid(grid, scaleColumns)
  const teller = openTeller(grid.name)
  for (const column of rows.unknown) notes.add('columns-left', column)
  for (const row of rows.rows) {
    const sort = keyOfWord(scaleSorts, row.at('sort'))
    if (sort === null)
      teller.tell(
        row.line,
        scaleColumns.sort,
        `« ${row.at('sort')} » n’est pas une valeur possible.`,
        `Choisissez parmi : ${Object.values(scaleSorts).join(', ')}.`,
      )
    else if (sort === 'condition') read.conditions.push({ code: row.at('key').trim(), question: row.at('label') })
    else (sort === 'level' ? read.levels : read.grades).push(readLevel(row, teller))
  }
  return { ...read, problems: teller.problems }
}

function readLevel(row: GridRow<ScaleColumn>, teller: CellTeller): Level {
  const typed = row.at('key').trim()
  if (!/^\d{1,3}$/.test(typed)) teller.tell(row.line, scaleColumns.key, `« ${typed} » n’est pas un nombre entier.`, 'Écrivez 1, 2, 3… du premier au dernier.')
  return compact({ value: Number(typed), label: row.at('label'), descriptor: row.at('descriptor') || undefined })
}

type Header = Omit<FrameworkHeader, 'themes'>

function readHeader(
  grid: Grid | null,
  fileName: string,
  read: ReadScale,
  items: readonly GridRow<ItemColumn>[],
  notes: Notebook,
): { content: Header; problems: Problem[] } {
  const extra = compact({ grades: read.grades.length > 0 ? read.grades : undefined, conditions: read.conditions.length > 0 ? read.conditions : undefined })
  const guessed: Scale =
    read.levels.length > 0 ? { kind: 'levels', levels: read.levels } : { kind: items.some((row) => row.at('contrast_low')) ? 'statements' : 'none' }
  if (!grid) {
    const title = fileName.replace(/\.[A-Za-z]+$/, '').trim()
    const said = { id: frameworkName(title), version: '1', locale: 'fr', title, valid_from: null, valid_to: null }
    const none = { publisher: '', reference: '', url: '', note: '', licence: '', notes: '' }
    return { content: { ...foreignHeader({ ...said, ...none }, notes), ...extra, scale: guessed }, problems: [] }
  }
  const teller = openTeller(grid.name)
  const cells = headerCells(grid, teller)
  return { content: { ...headerOf(cells, guessed, read.levels), ...extra }, problems: teller.problems }
}

interface HeaderCells {
  text: (field: HeaderField) => string
  word: <K extends string>(field: HeaderField, words: Readonly<Record<K, string>>) => K | undefined
}

function headerCells(grid: Grid, teller: CellTeller): HeaderCells {
  const values = new Map<HeaderField, { value: string; line: number }>()
  for (const row of readGrid(grid, headerColumns).rows) {
    const field = keyOfWord(headerFields, row.at('field'))
    if (field === null)
      teller.tell(
        row.line,
        headerColumns.field,
        `« ${row.at('field')} » n’est pas un champ connu.`,
        `Choisissez parmi : ${Object.values(headerFields).join(', ')}.`,
      )
    else values.set(field, { value: row.at('value'), line: row.line })
  }
  const text = (field: HeaderField): string => values.get(field)?.value ?? ''
  return {
    text,
    word: (field, words) => {
      if (text(field).trim() === '') return undefined
      const key = keyOfWord(words, text(field))
      if (key === null)
        teller.tell(
          values.get(field)?.line ?? null,
          headerFields[field],
          `« ${text(field)} » n’est pas une valeur possible.`,
          `Choisissez parmi : ${Object.values(words).join(', ')}.`,
        )
      return key ?? undefined
    },
  }
}

function headerOf({ text, word }: HeaderCells, guessed: Scale, levels: Level[]): Header {
  const kind = word('scale', scaleWords)
  const scale: Scale = kind === undefined ? guessed : kind === 'levels' ? { kind, levels } : { kind }
  const blank = word('blank', yesWords)
  return compact({
    id: text('id') || frameworkName(text('title')),
    version: text('version') || versionName('', '1'),
    locale: text('locale') || 'fr',
    title: text('title'),
    short_title: text('short_title') || text('title').slice(0, 60),
    kind: word('kind', kindWords),
    status: word('status', statusWords) ?? 'unconfirmed',
    unconfirmed_note: text('unconfirmed_note') || undefined,
    blank: blank === undefined ? undefined : blank === 'true',
    valid_from: text('valid_from').trim() || null,
    valid_to: text('valid_to').trim() || null,
    source: compact({
      title: text('source_title') || text('title'),
      publisher: text('source_publisher'),
      reference: text('source_reference'),
      url: text('source_url') || undefined,
      note: text('source_note'),
    }),
    licence: text('licence'),
    notes: text('notes') || undefined,
    award: awardOf({ text, word }),
    scale,
  })
}

function awardOf({ text, word }: HeaderCells): Award | undefined {
  if (text('award_by') === '' && text('award_note') === '') return undefined
  const years = text('award_years').trim()
  return compact({
    by: text('award_by'),
    years: years === '' ? null : Number(years),
    status: word('award_status', { confirmed: statusWords.confirmed, unconfirmed: statusWords.unconfirmed }),
    note: text('award_note'),
  })
}
