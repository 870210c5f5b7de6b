import { attributes, html, join, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { languageName } from '../questionnaire/answering-words.ts'
import type { Problem, Sent } from './read-answers.ts'
import type { PartView } from './part-view.ts'
import { answerFrame, addressWith } from './frame.ts'
import type { Reading } from './frame.ts'
import { questionHtml } from './question.ts'

/** What the form is filled with: an answer that comes back, whole. */
export interface Filled {
  sent: Sent
  problems: readonly Problem[]
}

export const nothingSent: Filled = { sent: {}, problems: [] }

/**
 * All questions on one page, which a script shows one at a time; `ticket` goes back with the answer where the code stands for nobody. As a trial, nothing is
 * sent that could be kept.
 */
export function formPage(view: PartView, reading: Reading, filled: Filled, ticket: string | null, trial = false): Html {
  const { words } = reading
  const problems = filled.problems.map(({ question }) => view.questions.findIndex((one) => one.code === question) + 1).filter((number) => number > 0)
  const body = html`<header><p class="s">${view.schoolName}</p><h1>${reading.text(view.definition.title)}</h1>${join(paragraphs(reading.text(view.definition.intro)))}
${when(view.purpose, () => html`<p lang="fr" dir="ltr">${view.purpose}</p>`)}</header>
${anonymity(view, reading)}${choices(view, reading)}
${when(problems.length > 0, () => html`<div class="bad" role="alert" tabindex="-1"><p>${words.problems}</p><ul>${problems.map((number) => html`<li><a href="#q${number}">${words.questionOf(number, view.questions.length)}</a></li>`)}</ul></div>`)}
<form method="${trial ? 'get' : 'post'}"${attributes({ 'data-answers': view.surveyId })}>${when(ticket, () => html`<input type="hidden" name="_ticket" value="${ticket}">`)}
${view.definition.sections.map((section) => sectionHtml(view, reading, filled, section.code))}${sectionHtml(view, reading, filled, null)}
<p class="end"><button type="submit" name="_step" value="review">${words.review}</button></p></form>`
  return answerFrame(reading, { title: reading.text(view.definition.title), body, script: true })
}

function sectionHtml(view: PartView, reading: Reading, filled: Filled, code: string | null): Html {
  const known = view.definition.sections.map((section) => section.code)
  const asked = view.questions
    .map((question, index) => ({ question, number: index + 1 }))
    .filter(({ question }) => (known.includes(question.section) ? question.section === code : code === null))
  if (asked.length === 0) return nothing
  const section = view.definition.sections.find((one) => one.code === code)
  const title = section ? html`<h2>${reading.text(section.words)}</h2>` : nothing
  return html`<section>${title}${asked.map(({ question, number }) => questionHtml({ view, reading, filled, question, number }))}</section>`
}

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`)

function anonymity(view: PartView, { words }: Reading): Html {
  return html`<div class="safe"><h2>${words.anonymousTitle}</h2><ul>${words.anonymous(view.threshold).map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p><a href="/anonymat/${view.partId}">${words.howProtected}</a></p></div>`
}

/** Other languages, plain words, large letters: each a link, before anything is typed; the script keeps what was typed meanwhile. */
function choices({ definition }: PartView, reading: Reading): Html {
  const { words, tag, simple, large, besideFrench } = reading
  const others = definition.languages.filter((language) => language.tag !== tag)
  const hasPlain = definition.questions.some((question) => question.plain)
  return html`<nav class="how" aria-label="${words.display}">${others.map(({ tag: other }) => html`<a href="${addressWith(reading, { l: other })}" lang="${other}" hreflang="${other}">${languageName(other)}</a>`)}
${when(tag !== 'fr', () => html`<a href="${addressWith(reading, { f: besideFrench ? null : '1' })}">${besideFrench ? words.withoutFrench : words.withFrench}</a>`)}
${when(hasPlain, () => html`<a href="${addressWith(reading, { s: simple ? null : '1' })}">${simple ? words.usualWords : words.simpleWords}</a>`)}
<a href="${addressWith(reading, { g: large ? null : '1' })}">${large ? words.usualText : words.largerText}</a></nav>`
}
