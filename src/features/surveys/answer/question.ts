import { attributes, html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import { endOf, findScale, periodsOf } from '../questionnaire/scales.ts'
import { answersInWords, conditionOf } from './condition.ts'
import type { Filled } from './form-page.ts'
import { longestText } from './read-answers.ts'
import type { Problem } from './read-answers.ts'
import type { PartView } from './part-view.ts'
import type { Reading } from './frame.ts'
import { said, saidInBrackets, saidOf, textOf, wordsOf } from './said.ts'

interface Shown {
  view: PartView
  reading: Reading
  filled: Filled
  question: Question
  number: number
}

/** Ids of a question: `q` itself, `t` its words, `i` when it is asked, `h` its help, `e` its problem, `f` its first field. */
export function questionHtml(shown: Shown): Html {
  const { view, reading, question, number } = shown
  const { words } = reading
  const problem = problemOf(shown)
  const alone = question.kind === 'number' || question.kind === 'date' || question.kind === 'text'
  const condition = conditionOf(view.questions, question)
  const { text, marks, beside } = saidOf(reading, wordsOf(reading, question))
  return html`<fieldset class="q" id="q${number}"${attributes({ 'data-when': condition && `${condition.earlier.code}=${condition.places.join(',')}`, 'aria-describedby': alone ? null : describedBy(shown) })}><legend><span class="n">${words.questionOf(number, view.questions.length)}</span>
${when(question.pictogram, () => html`<span class="p" aria-hidden="true">${question.pictogram}</span>`)}<span class="t" id="t${number}"${marks}>${text}</span>${beside}</legend>
${when(
  condition,
  () =>
    html`<p class="hint if" id="i${number}">${
      condition
        ? words.onlyIf(
            condition.number,
            answersInWords(condition, reading.tag, (text) => textOf(reading, text)),
          )
        : ''
    }</p>`,
)}${when(question.help, () => html`<p class="hint" id="h${number}">${question.help ? said(reading, question.help) : ''}</p>`)}${when(problem, () => html`<p class="bad" id="e${number}">${problem ? problemInWords(problem, reading) : ''}</p>`)}
${fields(shown)}</fieldset>`
}

const problemOf = ({ filled, question }: Shown): Problem | undefined => filled.problems.find((one) => one.question === question.code)

const problemInWords = (problem: Problem, { words }: Reading): string =>
  problem.why === 'too-small' ? words.tooSmall(problem.least) : words.problem[problem.why]

function describedBy(shown: Shown): string {
  const { question, number } = shown
  return [problemOf(shown) && `e${number}`, conditionOf(shown.view.questions, question) && `i${number}`, question.help && `h${number}`]
    .filter(Boolean)
    .join(' ')
}

/** Of a field that is alone in its question. */
const fieldMarks = (shown: Shown): Html =>
  attributes({ id: `f${shown.number}`, name: shown.question.code, 'aria-invalid': problemOf(shown) ? 'true' : null, 'aria-describedby': describedBy(shown) })

function fields(shown: Shown): Html {
  const { question, reading, filled, number } = shown
  const { words } = reading
  const values = filled.sent[question.code] ?? []
  switch (question.kind) {
    case 'scale': {
      const scale = findScale(question.scale)
      const levels = scale?.levels ?? []
      const all = levels.map((level, index) => choice(shown, 'radio', index + 1, level, scale ? endOf(scale, index) : null))
      return html`${all}${choice(shown, 'radio', levels.length + 1, words.dontKnow)}${pass(shown)}`
    }
    case 'single':
      return html`${question.options.map((option, index) => choice(shown, 'radio', index + 1, option.words))}${pass(shown)}`
    case 'multiple':
      return html`<p class="hint">${words.chooseSeveral}</p>${question.options.map((option, index) => choice(shown, 'checkbox', index + 1, option.words))}`
    case 'number':
      return html`<label class="hint" for="f${number}">${words.numberHint}${question.unit ? saidInBrackets(reading, question.unit) : nothing}</label>
<input type="text"${fieldMarks(shown)} inputmode="decimal" autocomplete="off" maxlength="12" value="${values[0] ?? ''}">`
    case 'date':
      return html`<select${fieldMarks(shown)} aria-labelledby="t${number}"><option value="">${words.skip}</option>${periodsOf(question).map((period) => html`<option value="${period}"${attributes({ selected: values[0] === period })}>${reading.period(period)}</option>`)}</select>`
    case 'text':
      return html`<p class="hint">${words.textHint}</p><textarea${fieldMarks(shown)} rows="4" maxlength="${longestText}" aria-labelledby="t${number}">${values[0] ?? ''}</textarea>`
  }
}

/** `end`: what a number means, at either end of its scale. */
function choice(
  { question, reading, filled, number }: Shown,
  type: 'radio' | 'checkbox',
  place: number,
  text: Localized | string,
  end: Localized | null = null,
): Html {
  const checked = filled.sent[question.code]?.includes(String(place)) ?? false
  const shown = typeof text === 'string' ? html`${text}` : said(reading, text)
  const id = place === 1 ? `f${number}` : null
  return html`<label><input type="${type}"${attributes({ id })} name="${question.code}" value="${place}"${attributes({ checked })}> <span>${shown}${end ? saidInBrackets(reading, end) : nothing}</span></label>`
}

/** A radio button cannot be unticked: passing is an answer like the others, which keeps nothing. */
const pass = ({ question, reading }: Shown): Html =>
  html`<label class="pass"><input type="radio" name="${question.code}" value=""> <span>${reading.words.skip}</span></label>`
