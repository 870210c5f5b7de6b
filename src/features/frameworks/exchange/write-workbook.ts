import type { SheetCell, SheetModel } from '../../../platform/documents/document.ts'
import { cleanText } from '../../../platform/documents/clean-text.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import { openNotebook } from './formats.ts'
import type { Written } from './formats.ts'
import {
  audienceWords,
  gravityWords,
  headerColumns,
  headerFields,
  itemColumns,
  joinCell,
  kindWords,
  phaseWords,
  scaleColumns,
  scaleSorts,
  scaleWords,
  sheetNames,
  statusWords,
  themeColumns,
  yesWords,
} from './sheet-words.ts'
import type { HeaderField, ItemColumn, ThemeColumn } from './sheet-words.ts'

/** A framework as a workbook of four sheets: where it comes from, its themes, its items, its scale. Nothing in it can become a formula. */
export function writeFrameworkWorkbook(content: FrameworkHeader, kind: 'xlsx' | 'ods'): Written {
  return writeSheets([headerSheet(content), themesSheet(content), itemsSheet(content), scaleSheet(content)], kind)
}

/** Notes what no workbook can hold. */
export function writeSheets(sheets: SheetModel[], kind: 'xlsx' | 'ods'): Written {
  const notes = openNotebook()
  for (const sheet of sheets)
    for (const cell of sheet.rows.flat()) if (typeof cell === 'string' && cleanText(cell) !== cell) notes.add('control-characters-lost', cleanText(cell))
  return { bytes: kind === 'xlsx' ? writeXlsx(sheets) : writeOds(sheets), notes: notes.list() }
}

/** A sheet of texts, one column a key of `columns`. */
export function sheetOf<K extends string>(
  name: string,
  columns: Readonly<Record<K, string>>,
  rows: readonly Record<K, SheetCell>[],
  numeric: readonly K[] = [],
): SheetModel {
  const keys = Object.keys(columns) as K[]
  return {
    name,
    columns: keys.map((key) => ({ header: columns[key], kind: numeric.includes(key) ? 'number' : 'text' })),
    rows: rows.map((row) => keys.map((key) => row[key])),
  }
}

function headerSheet(content: FrameworkHeader): SheetModel {
  const { source, award } = content
  const values: Record<HeaderField, SheetCell> = {
    id: content.id,
    version: content.version,
    locale: content.locale,
    title: content.title,
    short_title: content.short_title,
    kind: content.kind ? kindWords[content.kind] : null,
    status: statusWords[content.status],
    unconfirmed_note: content.unconfirmed_note ?? null,
    blank: content.blank === undefined ? null : yesWords[content.blank ? 'true' : 'false'],
    valid_from: content.valid_from,
    valid_to: content.valid_to,
    source_title: source.title,
    source_publisher: source.publisher,
    source_reference: source.reference,
    source_url: source.url ?? null,
    source_note: source.note,
    licence: content.licence,
    notes: content.notes ?? null,
    award_by: award?.by ?? null,
    award_years: award?.years ?? null,
    award_status: award?.status ? statusWords[award.status] : null,
    award_note: award?.note ?? null,
    scale: scaleWords[content.scale.kind],
  }
  const keys = Object.keys(headerFields) as HeaderField[]
  return sheetOf(
    sheetNames.header,
    headerColumns,
    keys.map((key) => ({ field: headerFields[key], value: values[key] === null ? null : String(values[key]) })),
  )
}

const themesSheet = (content: FrameworkHeader): SheetModel => sheetOf(sheetNames.themes, themeColumns, content.themes.map(themeRow))

const themeRow = (theme: ThemeContent): Record<ThemeColumn, SheetCell> => ({
  code: theme.code,
  title: theme.title,
  purpose: theme.purpose,
  keywords: joinCell(theme.keywords),
  status: statusWords[theme.status],
  unconfirmed_note: theme.unconfirmed_note ?? null,
})

const itemsSheet = (content: FrameworkHeader): SheetModel =>
  sheetOf(
    sheetNames.items,
    itemColumns,
    content.themes.flatMap((theme) => theme.items.map((item) => itemRow(theme, item))),
    ['grade'],
  )

const itemRow = (theme: ThemeContent, item: ItemContent): Record<ItemColumn, SheetCell> => ({
  theme: theme.code,
  code: item.code,
  phase: item.phase ? phaseWords[item.phase] : null,
  title: item.title ?? null,
  statement: item.statement,
  help: item.help ?? null,
  contrast_low: item.contrast_low ?? null,
  contrast_high: item.contrast_high ?? null,
  audiences: joinCell(item.audiences.map((audience) => audienceWords[audience])),
  evidence: joinCell(item.evidence),
  indicators: joinCell(item.indicators),
  grade: item.grade ?? null,
  conditions: joinCell(item.conditions ?? []),
  gravity: item.gravity ? gravityWords[item.gravity] : null,
  status: item.status ? statusWords[item.status] : null,
})

function scaleSheet({ scale, grades = [], conditions = [] }: FrameworkHeader): SheetModel {
  const levels = scale.kind === 'levels' ? scale.levels : []
  return sheetOf(sheetNames.scale, scaleColumns, [
    ...levels.map((level) => ({ sort: scaleSorts.level, key: String(level.value), label: level.label, descriptor: level.descriptor ?? null })),
    ...grades.map((grade) => ({ sort: scaleSorts.grade, key: String(grade.value), label: grade.label, descriptor: grade.descriptor ?? null })),
    ...conditions.map((condition) => ({ sort: scaleSorts.condition, key: condition.code, label: condition.question, descriptor: null })),
  ])
}
