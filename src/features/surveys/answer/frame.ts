import { attributes, classes, html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { answeringWords, isRightToLeft } from '../questionnaire/answering-words.ts'
import type { AnsweringWords } from '../questionnaire/answering-words.ts'
import { textIn } from '../questionnaire/definition.ts'
import type { Audience, Localized } from '../questionnaire/definition.ts'

/** How somebody reads the page: the language, and what makes it easier. */
export interface Reading {
  tag: string
  besideFrench: boolean
  simple: boolean
  large: boolean
  words: AnsweringWords
  text: (words: Localized) => string
  /** 'YYYY' or 'YYYY-MM' in the language's own words. */
  period: (period: string) => string
  /** 'YYYY-MM-DD' likewise. */
  date: (day: string) => string
  assets: { css: string; script: string }
  /** Drawn as wide as a phone, for who writes the questions at a desk. */
  phone?: boolean
  /** Said above each page of a trial, with the way back. */
  trial?: Html
}

export interface Wished {
  tag: string
  besideFrench: boolean
  simple: boolean
  large: boolean
}

export function readingOf(wished: Wished, audience: Audience, assets: Reading['assets']): Reading {
  return {
    ...wished,
    words: answeringWords(wished.tag, audience),
    text: (words) => textIn(words, wished.tag).text,
    period: (period) => (period.length === 4 ? period : datesIn(wished.tag).month.format(new Date(`${period}-01T00:00:00Z`))),
    date: (date) => datesIn(wished.tag).day.format(new Date(`${date}T00:00:00Z`)),
    assets,
  }
}

interface Dates {
  month: Intl.DateTimeFormat
  day: Intl.DateTimeFormat
}

const datesByTag = new Map<string, Dates>()

/** Made once for each language of a questionnaire: making them costs more than the rest of an answer's reading. */
function datesIn(tag: string): Dates {
  const known = datesByTag.get(tag)
  if (known) return known
  const made = {
    month: new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }),
  }
  datesByTag.set(tag, made)
  return made
}

/** The same page read in another way; nothing of the code is in it, so that one page serves everybody. */
export function addressWith({ tag, besideFrench, simple, large }: Wished, change: Record<string, string | null>): string {
  const now: Record<string, string | null> = {
    l: tag === 'fr' ? null : tag,
    f: besideFrench ? '1' : null,
    s: simple ? '1' : null,
    g: large ? '1' : null,
    ...change,
  }
  const query = new URLSearchParams(Object.entries(now).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])))
  return `?${query}`
}

/** A page for who answers: light, without the house around it, without a cookie or anybody else's file. */
export function answerFrame(reading: Reading, { title, body, script }: { title: string; body: Html; script?: boolean }): Html {
  const { tag, words } = reading
  return html`<!DOCTYPE html><html lang="${tag}" dir="${isRightToLeft(tag) ? 'rtl' : 'ltr'}"${attributes({ class: classes(reading.large && 'g', reading.phone && 'phone') || null })}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><meta name="robots" content="noindex"><link rel="icon" href="data:,"><link rel="stylesheet" href="${reading.assets.css}">${when(script, () => html`<script type="module" src="${reading.assets.script}"></script>`)}</head>
<body>${reading.trial ?? ''}<main${attributes(script ? scriptWords(words) : {})}>${body}</main></body></html>`
}

/** What the script says, in the page's language. */
const scriptWords = (words: AnsweringWords): Record<string, string> => ({
  'data-next': words.next,
  'data-previous': words.previous,
  'data-saved': words.savedHere,
  'data-erase': words.eraseHere,
  'data-offline': words.noNetwork,
  'data-down': words.siteSilent,
  'data-waiting': words.waitsHere,
  'data-unkept': words.waitsInPage,
  'data-unsent': words.notSentYet,
  'data-again': words.tryAgain,
  'data-sending': words.sending,
  'data-send': words.send,
  'data-read': words.readAloud,
  'data-stop': words.stopReading,
})
