import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { Question } from '../questionnaire/definition.ts'
import { answerFrame } from './frame.ts'
import type { Reading } from './frame.ts'
import { isAsked } from './read-answers.ts'
import type { ReadAnswers, Sent } from './read-answers.ts'
import type { PartView } from './part-view.ts'

/** What was answered, read again before it goes: nothing has been kept yet. */
export function reviewPage(view: PartView, reading: Reading, sent: Sent, read: ReadAnswers, ticket: string | null, trial = false): Html {
  const { words } = reading
  const asked = view.questions.filter((question) => isAsked(question, view.questions, read))
  const kept = asked.flatMap((question) =>
    (sent[question.code] ?? []).filter((value) => value !== '').map((value) => html`<input type="hidden" name="${question.code}" value="${value}">`),
  )
  const body = html`<h1>${words.reviewTitle}</h1><form method="${trial ? 'get' : 'post'}" data-review="${view.surveyId}">${kept}${when(ticket, () => html`<input type="hidden" name="_ticket" value="${ticket}">`)}
<dl>${asked.map((question) => html`<div><dt>${reading.text(question.words)}</dt><dd>${answerInWords(question, sent[question.code] ?? [], reading)}</dd></div>`)}</dl>
<p class="end"><button type="submit" name="_step" value="send">${words.send}</button> <button type="submit" class="second" name="_step" value="change">${words.change}</button></p></form>`
  return answerFrame(reading, { title: words.reviewTitle, body, script: true })
}

function answerInWords(question: Question, values: readonly string[], reading: Reading): Html {
  const given = values.filter((value) => value.trim() !== '')
  if (given.length === 0) return html`<em>${reading.words.notAnswered}</em>`
  return html`${given.map((value) => oneInWords(question, value, reading)).join(', ')}`
}

function oneInWords(question: Question, value: string, { words, text, period }: Reading): string {
  if (question.kind === 'scale') {
    const level = findScale(question.scale)?.levels[Number(value) - 1]
    return level ? text(level) : words.dontKnow
  }
  if (question.kind === 'date') return period(value)
  const option = 'options' in question ? question.options[Number(value) - 1] : undefined
  return option ? text(option.words) : value
}

/** It has arrived. What happens next, and whom a pupil can call. */
export function thanksPage(view: PartView, reading: Reading): Html {
  const { words } = reading
  const body = html`<h1>${words.thanksTitle}</h1><p>${words.sent}</p>${when(view.promise, () => html`<p lang="fr" dir="ltr">${view.promise}</p>`)}
${when(view.resultsOn, () => html`<p>${words.resultsOn(reading.date(view.resultsOn ?? ''))}</p>`)}${help(view, reading)}<p>${words.closeThisPage}</p><p><a href="/anonymat/${view.partId}">${words.howProtected}</a></p>`
  return answerFrame(reading, { title: words.thanksTitle, body, script: true })
}

function help(view: PartView, { words }: Reading): Html {
  if (view.audience !== 'pupil') return nothing
  return html`<div class="safe"><h2>${words.helpTitle}</h2><ul><li>${words.help3018}</li><li>${words.help119}</li></ul></div>`
}

/** Where a code is typed; `wrong`: the one that was just tried. */
export function codePage(reading: Reading, wrong: string | null): Html {
  const { words } = reading
  const body = html`<h1>${words.typeCode}</h1>${when(wrong !== null, () => html`<div class="bad" role="alert"><p>${words.codeUnknown}</p></div>`)}
<form method="get" action="/r"><label for="code">${words.yourCode}</label><p class="hint" id="hint">${words.codeHint}</p>
<input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint" maxlength="30" value="${wrong ?? ''}"><p class="end"><button type="submit">${words.start}</button></p></form>`
  return answerFrame(reading, { title: words.typeCode, body })
}

/** One sentence and nothing to fill: the survey is over, the session is full, too many tries. */
export function sentencePage(reading: Reading, sentence: string): Html {
  return answerFrame(reading, { title: sentence, body: html`<h1>${sentence}</h1>` })
}
