import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import type { AnsweringWords } from '../questionnaire/answering-words.ts'

/** A sentence that begins with a telephone number, which a phone then calls. */
export function callable(sentence: string): Html {
  const number = /^\d+/.exec(sentence)?.[0]
  return number ? html`<a href="tel:${number}">${number}</a>${sentence.slice(number.length)}` : html`${sentence}`
}

/** Whom a pupil can call, at the end. */
export const helpBox = (words: AnsweringWords): Html =>
  html`<div class="safe"><h2>${words.helpTitle}</h2><ul><li>${callable(words.help3018)}</li><li>${callable(words.help119)}</li></ul></div>`

/** The same in a line, under the questions: a question may be what makes somebody need it. */
export const helpLine = (words: AnsweringWords): Html =>
  html`<p class="hint help">${words.helpTitle} ${callable(words.help3018)} ${callable(words.help119)}</p>`
