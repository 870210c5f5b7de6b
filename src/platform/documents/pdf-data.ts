import { mapTexts } from './clean-text.ts'
import type { Block, Cover, DocumentModel, Spread } from './document.ts'
import { prepare } from './prepare.ts'
import type { Texts } from './texts.fr.ts'
import { wheelAlt } from './wheel-alt.ts'

/** Cover, header and footer come on every page or hold on one: there, a text that runs on is cut with an ellipsis. */
const lengths = { title: 220, subtitle: 300, running: 90, fact: 240, note: 160 }

/** The JSON that the templates read: the prepared document, its words, and a text for each drawing. */
export function pdfData(model: DocumentModel): string {
  const { words, blocks, cover, ...document } = prepare(model)
  return JSON.stringify({
    ...mapTexts(
      {
        ...document,
        coverTitle: cut(document.title, lengths.title),
        shortTitle: cut(document.title, lengths.running),
        subtitle: cut(document.subtitle ?? '', lengths.subtitle),
        author: cut(document.author ?? '', lengths.running),
        cover: coverData(cover, words),
        blocks: blocks.map((block) => forTemplate(block, words)),
      },
      breakLongRuns,
    ),
    title: document.title,
    day: dayParts(document.date),
    words: { ...words, page: words.page('{page}', '{pages}') },
  })
}

function coverData(cover: Cover | undefined, words: Texts) {
  const facts = (cover?.facts ?? []).map(({ label, value }) => ({ label: cut(label, lengths.note), value: cut(value, lengths.fact) }))
  if (!cover?.quarters) return { facts, quarters: null, alt: '' }
  const short = Object.entries(cover.quarters).map(([name, { label, fill, note }]) => [
    name,
    { label: cut(label, lengths.note), fill, note: cut(note ?? '', lengths.note) },
  ])
  return { facts, quarters: Object.fromEntries(short), alt: wheelAlt(cover.quarters, words) }
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
