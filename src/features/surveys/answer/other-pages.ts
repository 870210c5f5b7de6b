import { attributes, html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { answeringLanguages, languageName } from '../questionnaire/answering-words.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { Question } from '../questionnaire/definition.ts'
import { anonymityLink, readingFields } from './form-page.ts'
import { answerFrame } from './frame.ts'
import type { Reading } from './frame.ts'
import { helpBox } from './help.ts'
import { isAsked } from './read-answers.ts'
import type { ReadAnswers, Sent } from './read-answers.ts'
import type { PartView } from './part-view.ts'
import { said, textOf, wordsOf } from './said.ts'

/** What will be sent, read again before it goes: nothing has been kept yet. */
export function reviewPage(view: PartView, reading: Reading, sent: Sent, read: ReadAnswers, ticket: string | null, trial = false): Html {
  const { words } = reading
  const asked = view.questions.filter((question) => isAsked(question, view.questions, read))
  const kept = asked.flatMap((question) =>
    keptValues(question, sent, read).map((value) => html`<input type="hidden" name="${question.code}" value="${value}">`),
  )
  const body = html`<h1>${words.reviewTitle}</h1><form method="${trial ? 'get' : 'post'}" data-review="${view.surveyId}">${kept}${when(trial, () => readingFields(reading))}${when(ticket, () => html`<input type="hidden" name="_ticket" value="${ticket}">`)}
<dl>${asked.map((question) => html`<div><dt>${said(reading, wordsOf(reading, question))}</dt><dd>${answerInWords(question, keptValues(question, sent, read), reading)} ${changeOne(view, reading, question)}</dd></div>`)}</dl>
<p class="end"><button type="submit" name="_step" value="send">${words.send}</button> <button type="submit" class="second" name="_step" value="change">${words.change}</button></p></form>`
  return answerFrame(reading, { title: words.reviewTitle, body, script: true })
}

/** Back to this question. */
function changeOne(view: PartView, reading: Reading, question: Question): Html {
  const { change } = reading.words
  const name = `${change} : ${textOf(reading, wordsOf(reading, question))}`
  return html`<button type="submit" class="second" name="_step" value="change" formaction="#q${view.questions.indexOf(question) + 1}" aria-label="${name}">${change}</button>`
}

/** As a form would send it: of what was ticked what is kept, of what was typed what was typed. */
function keptValues(question: Question, sent: Sent, read: ReadAnswers): string[] {
  if (question.kind === 'text') return [read.texts[question.code] ?? ''].filter(Boolean)
  const places = read.chosen[question.code] ?? []
  if (question.kind !== 'number' && question.kind !== 'date') return places.map(String)
  const typed = (sent[question.code] ?? []).filter((value) => value.trim() !== '')
  return typed.slice(0, places.length)
}

function answerInWords(question: Question, values: readonly string[], reading: Reading): Html {
  if (values.length === 0) return html`<em>${reading.words.notAnswered}</em>`
  return join(
    values.map((value) => oneInWords(question, value, reading)),
    ', ',
  )
}

function oneInWords(question: Question, value: string, reading: Reading): Html {
  if (question.kind === 'scale') {
    const level = findScale(question.scale)?.levels[Number(value) - 1]
    return level ? said(reading, level) : html`${reading.words.dontKnow}`
  }
  if (question.kind === 'date') return html`${reading.period(value)}`
  const option = 'options' in question ? question.options[Number(value) - 1] : undefined
  return option ? said(reading, option.words) : html`<bdi>${value}</bdi>`
}

/** It has arrived. What happens next, and whom a pupil can call. `once`: through a code that serves once, whose second sending changes nothing. */
export function thanksPage(view: PartView, reading: Reading, once: boolean): Html {
  const { words } = reading
  const body = html`<h1 data-over>${words.thanksTitle}</h1><p>${once ? words.sentWithCode : words.sent}</p>${when(view.promise, () => html`<p lang="fr" dir="ltr">${view.promise}</p>`)}
${when(view.resultsOn, () => html`<p>${words.resultsOn(reading.date(view.resultsOn ?? ''))}</p>`)}${when(!view.promise && !view.resultsOn, () => html`<p>${words.whatNext}</p>`)}
${when(view.audience === 'pupil', () => helpBox(words))}<p>${words.closeThisPage}</p><p>${anonymityLink(view, reading)}</p>`
  return answerFrame(reading, { title: words.thanksTitle, body, script: true })
}

/** Where a code is typed. `tried`: the one that was just tried, and what is said of it. */
export function codePage(reading: Reading, tried: { code: string; problem: string } | null): Html {
  const { words, tag } = reading
  const here = (other: string): string => `${urls.answering.door()}?${new URLSearchParams([...(tried ? [['code', tried.code]] : []), ['l', other]])}`
  const languages = answeringLanguages.filter((other) => other !== tag)
  const body = html`<h1>${words.typeCode}</h1>${when(tried, () => html`<div class="bad" role="alert" id="problem"><p>${tried?.problem}</p>${when(holdsOtherSigns(tried?.code ?? ''), () => html`<p>${words.codeSigns}</p>`)}</div>`)}
<form method="get" action="${urls.answering.door()}">${when(tag !== 'fr', () => html`<input type="hidden" name="l" value="${tag}">`)}<label for="code">${words.yourCode}</label><p class="hint" id="hint">${words.codeHint}</p>
<input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr"${when(tried, () => html` aria-invalid="true"`)} aria-describedby="${tried ? 'problem hint' : 'hint'}" maxlength="30" value="${tried?.code ?? ''}"><p class="end"><button type="submit">${words.start}</button></p></form>
<nav class="how" aria-label="${words.display}">${languages.map((other) => html`<a href="${here(other)}" lang="${other}" hreflang="${other}">${languageName(other)}</a>`)}</nav>`
  return answerFrame(reading, { title: words.typeCode, body })
}

/** Signs that no code has, since they look like others (ballots/codes.ts). */
const holdsOtherSigns = (typed: string): boolean => /[01IOL]/i.test(typed)

/** One sentence and nothing to fill. Where all is over, the script forgets what this device kept. */
export function sentencePage(reading: Reading, sentence: string): Html {
  const { surveyOver, sessionEnded, sessionFull } = reading.words
  const isOver = [surveyOver, sessionEnded, sessionFull].includes(sentence)
  return answerFrame(reading, { title: sentence, body: html`<h1${attributes({ 'data-over': isOver })}>${sentence}</h1>`, script: isOver })
}
