import { cleanText, mapTexts } from './clean-text.ts'
import type { Block, DocumentModel, Heading, Table } from './document.ts'
import { en } from './texts.en.ts'
import { fr, type Texts } from './texts.fr.ts'

export type Prepared = DocumentModel & { dateText: string; words: Texts }

/** What every writer starts from: texts cleaned, heading levels without a gap, tables rectangular, the day written out. */
export function prepare(model: DocumentModel): Prepared {
  const clean = mapTexts(model, cleanText)
  return {
    ...clean,
    title: oneLine(clean.title) || '—',
    blocks: rectangular(withoutGaps(clean.blocks)),
    dateText: dayInWords(clean.date, clean.language),
    words: clean.language === 'fr' ? fr : en,
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function withoutGaps(blocks: Block[]): Block[] {
  let previous = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    previous = Math.min(block.level, previous + 1)
    return { ...block, level: asLevel(previous), text: oneLine(block.text) || '—' }
  })
}

function asLevel(level: number): Heading['level'] {
  return level <= 1 ? 1 : level === 2 ? 2 : 3
}

function rectangular(blocks: Block[]): Block[] {
  return blocks.map((block) => (block.kind === 'table' ? { ...block, rows: rowsOf(block) } : block))
}

function rowsOf(table: Table): string[][] {
  return table.rows.map((row) => table.columns.map((_, column) => row[column] ?? ''))
}

/** 'YYYY-MM-DD' as « 3 mars 2026 »; another text is given back as it is. */
function dayInWords(date: string, language: 'fr' | 'en'): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}
