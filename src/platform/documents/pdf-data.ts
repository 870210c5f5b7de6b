import { mapTexts } from './clean-text.ts'
import type { Block, DocumentModel, Spread } from './document.ts'
import { prepare } from './prepare.ts'
import type { Texts } from './texts.fr.ts'
import { wheelAlt } from './wheel-alt.ts'

/** The JSON that the templates read: the prepared document, its words, and a text for each drawing. */
export function pdfData(model: DocumentModel): string {
  const { words, ...document } = prepare(model)
  const quarters = document.cover?.quarters
  return JSON.stringify({
    ...mapTexts(document, breakLongRuns),
    title: document.title,
    coverTitle: cut(document.title, 220),
    shortTitle: cut(document.title, 90),
    day: dayParts(document.date),
    blocks: document.blocks.map((block) => mapTexts(forTemplate(block, words), breakLongRuns)),
    wheelAlt: quarters ? wheelAlt(quarters, words) : null,
    words: { ...words, page: words.page('{page}', '{pages}') },
  })
}

function forTemplate(block: Block, words: Texts): Block | (Block & { alt: string }) {
  if (block.kind === 'wheel') return { ...block, alt: wheelAlt(block.quarters, words) }
  if (block.kind === 'spread') return withAnswers(block, words)
  return block
}

function withAnswers(spread: Spread, words: Texts): Spread {
  const counted = (one: { label: string; count: number }) => ({ ...one, answers: words.answers(one.count) })
  return { ...spread, levels: spread.levels.map(counted), others: (spread.others ?? []).map(counted) }
}

/** A run without a space (an address, a slip of the keyboard) may be cut at the line's end instead of leaving the page. */
function breakLongRuns(text: string): string {
  return text.replace(/\S{28,}/gu, (run) => run.replace(/[\s\S]{20}|[/._?&=-](?=[^/._?&=-])/gu, (part) => `${part}\u200B`))
}

function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

function dayParts(date: string): [number, number, number] | null {
  const day = new Date(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day.getTime())) return null
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
}
