import { attributes, html, join, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import type { Reading } from './frame.ts'

/** Written in the language of the tag, or in the language that it is a kind of (« pt-BR » is « pt »); null where it is in neither. */
function written(words: Localized, tag: string): string | null {
  return words[tag] || words[tag.split('-')[0] ?? ''] || null
}

/** The text alone, for where nothing else can stand: the name of a page. In French where it is not translated. */
export const textOf = (reading: Reading, words: Localized): string => written(words, reading.tag) ?? words.fr

interface Said {
  text: string
  /** lang and dir, where the text is not in the page's language. */
  marks: Html
  /** Under it: that it is not translated, or the French where that was asked for. */
  beside: Html
}

const french = attributes({ lang: 'fr', dir: 'ltr' })

/** A text of the questionnaire: French stands in for what is not translated, said and marked, never in silence. */
export function saidOf(reading: Reading, words: Localized): Said {
  const text = written(words, reading.tag)
  if (text === null) return { text: words.fr, marks: french, beside: words.fr ? html` <small class="m">${reading.words.missingTranslation}</small>` : nothing }
  const wished = reading.besideFrench && text !== words.fr && reading.tag !== 'fr'
  return { text, marks: nothing, beside: wished ? html` <small${french}>${words.fr}</small>` : nothing }
}

/** The same in a line. */
export function said(reading: Reading, words: Localized): Html {
  const { text, marks, beside } = saidOf(reading, words)
  return marks === nothing ? html`${text}${beside}` : html`<span${marks}>${text}</span>${beside}`
}

/** The same in brackets, after something else. */
export function saidInBrackets(reading: Reading, words: Localized): Html {
  const { text, marks, beside } = saidOf(reading, words)
  return html` (${marks === nothing ? text : html`<span${marks}>${text}</span>`})${beside}`
}

/** The same in paragraphs, which an empty line parts. */
export function saidInParagraphs(reading: Reading, words: Localized): Html {
  const { text, marks, beside } = saidOf(reading, words)
  const own = paragraphs(text)
  if (own.length === 0) return nothing
  return html`${marks === nothing ? join(own) : html`<div${marks}>${own}</div>`}${when(beside !== nothing, () => html`<p>${beside}</p>`)}`
}

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`)

/** Whether the question has plain words in this language. */
export const hasPlain = ({ plain }: Question, tag: string): boolean => plain !== undefined && written(plain, tag) !== null

/** The words of a question: plain where asked and written in the reader's language; a translation is worth more than simple French. */
export const wordsOf = (reading: Reading, question: Question): Localized =>
  reading.simple && question.plain && hasPlain(question, reading.tag) ? question.plain : question.words
