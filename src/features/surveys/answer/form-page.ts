import { attributes, html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { bySection } from '../questionnaire/by-section.ts'
import { languageName } from '../questionnaire/answering-words.ts'
import type { Problem, Sent } from './read-answers.ts'
import type { PartView } from './part-view.ts'
import { answerFrame, addressWith } from './frame.ts'
import type { Reading } from './frame.ts'
import { helpLine } from './help.ts'
import { questionHtml } from './question.ts'
import { hasPlain, said, saidInParagraphs, textOf } from './said.ts'

/** What the form is filled with: an answer that comes back, whole. */
export interface Filled {
  sent: Sent
  problems: readonly Problem[]
}

export const nothingSent: Filled = { sent: {}, problems: [] }

/**
 * All questions on one page, which a script shows one at a time; `ticket` goes back with the answer where the code stands for nobody, and the
 * browser gives back nothing of who came before. As a trial, nothing is sent that could be kept.
 */
export function formPage(view: PartView, reading: Reading, filled: Filled, ticket: string | null, trial = false): Html {
  const { words } = reading
  const body = html`<header><p class="s"><bdi lang="fr">${view.schoolName}</bdi></p><h1>${said(reading, view.definition.title)}</h1>${saidInParagraphs(reading, view.definition.intro)}
${when(view.purpose, () => html`<p lang="fr" dir="ltr">${view.purpose}</p>`)}</header>
${anonymity(view, reading)}${problemList(view, reading, filled)}
<form method="${trial ? 'get' : 'post'}"${attributes({ 'data-answers': view.surveyId, autocomplete: ticket ? 'off' : null })}>${when(ticket, () => html`<input type="hidden" name="_ticket" value="${ticket}">`)}${trial ? trialChoices(view, reading) : choices(view, reading)}
${sectionsOf(view, reading, filled)}
<p class="end"><button type="submit" name="_step" value="review">${words.review}</button></p></form>${when(view.audience === 'pupil', () => helpLine(words))}`
  return answerFrame(reading, { title: textOf(reading, view.definition.title), body, script: true })
}

/** Each leads to the first field of its question. */
function problemList(view: PartView, { words }: Reading, { problems }: Filled): Html {
  const numbers = problems.map(({ question }) => view.questions.findIndex((one) => one.code === question) + 1).filter((number) => number > 0)
  if (numbers.length === 0) return nothing
  const links = numbers.map((number) => html`<li><a href="#f${number}">${words.questionOf(number, view.questions.length)}</a></li>`)
  return html`<div class="bad" role="alert" tabindex="-1"><p>${words.problems(numbers.length)}</p><ul>${links}</ul></div>`
}

function sectionsOf(view: PartView, reading: Reading, filled: Filled): Html[] {
  const numbered = view.questions.map((question, index) => ({ section: question.section, question, number: index + 1 }))
  return bySection(view.definition.sections, numbered)
    .filter(({ questions }) => questions.length > 0)
    .map(({ section, questions }) => {
      const title = section ? html`<h2>${said(reading, section.words)}</h2>` : nothing
      return html`<section>${title}${questions.map(({ question, number }) => questionHtml({ view, reading, filled, question, number }))}</section>`
    })
}

function anonymity(view: PartView, reading: Reading): Html {
  const { words } = reading
  return html`<div class="safe"><h2>${words.anonymousTitle}</h2><ul>${words.anonymous(view.threshold).map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p>${anonymityLink(view, reading)}</p></div>`
}

/** Beside the page, which keeps what was typed; the code goes nowhere, not even as the address that one comes from. None in a trial: nothing is public yet. */
export const anonymityLink = ({ partId }: PartView, { tag, words, trial }: Reading): Html =>
  trial
    ? nothing
    : html`<a href="/anonymat/${partId}${tag === 'fr' ? '' : `?l=${tag}`}" target="_blank" rel="noopener noreferrer">${words.howProtected} ${words.newTab}</a>`

interface Choice {
  change: Record<string, string | null>
  text: string
  /** Of another language: in itself. */
  lang?: string
}

/** Other languages, French beside, plain words, large letters. */
function choicesOf({ definition }: PartView, { words, tag, simple, large, besideFrench }: Reading): Choice[] {
  const list: Choice[] = definition.languages
    .filter((language) => language.tag !== tag)
    .map((other) => ({ change: { l: other.tag === 'fr' ? null : other.tag }, text: languageName(other.tag), lang: other.tag }))
  if (tag !== 'fr') list.push({ change: { f: besideFrench ? null : '1' }, text: besideFrench ? words.withoutFrench : words.withFrench })
  if (definition.questions.some((question) => hasPlain(question, tag)))
    list.push({ change: { s: simple ? null : '1' }, text: simple ? words.usualWords : words.simpleWords })
  return [...list, { change: { g: large ? null : '1' }, text: large ? words.usualText : words.largerText }]
}

/**
 * The page comes back in another way with what was typed. The first button of a form is the one that Enter presses: an unseen one stands before, which
 * leads on.
 */
function choices(view: PartView, reading: Reading): Html {
  const buttons = choicesOf(view, reading).map(
    ({ change, text, lang }) =>
      html`<button type="submit" name="_step" value="change" formaction="${addressWith(reading, change)}" formnovalidate${attributes({ lang })}>${text}</button>`,
  )
  return html`<button type="submit" hidden></button><nav class="how" aria-label="${reading.words.display}">${buttons}</nav>`
}

/** A trial stands whole in its address: links, and what was chosen goes on with the answers. */
function trialChoices(view: PartView, reading: Reading): Html {
  const links = choicesOf(view, reading).map(
    ({ change, text, lang }) => html`<a href="${addressWith(reading, change)}"${attributes({ lang, hreflang: lang })}>${text}</a>`,
  )
  return html`${readingFields(reading)}<nav class="how" aria-label="${reading.words.display}">${links}</nav>`
}

/** How a trial is read, as fields. */
export const readingFields = (reading: Reading): Html =>
  html`${[...new URLSearchParams(addressWith(reading, {}))].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
