import { attributes, html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import { textIn } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'
import type { Filled } from './form-page.ts'
import { answersOfCondition, longestText } from './read-answers.ts'
import type { PartView } from './part-view.ts'
import type { Reading } from './frame.ts'

interface Shown {
  view: PartView
  reading: Reading
  filled: Filled
  question: Question
  number: number
}

export function questionHtml(shown: Shown): Html {
  const { view, reading, question, number, filled } = shown
  const { words } = reading
  const problem = filled.problems.find((one) => one.question === question.code)
  const condition = conditionOf(view, question)
  const said = reading.simple && question.plain ? question.plain : question.words
  return html`<fieldset class="q" id="q${number}"${attributes({ 'data-when': condition })}><legend><span class="n">${words.questionOf(number, view.questions.length)}</span>
${when(question.pictogram, () => html`<span class="p" aria-hidden="true">${question.pictogram}</span>`)}<span class="t">${reading.text(said)}</span>${beside(reading, said)}</legend>
${when(question.help, () => html`<p class="hint">${question.help ? reading.text(question.help) : ''}</p>`)}${when(problem, () => html`<p class="bad">${problem ? words.problem[problem.why] : ''}</p>`)}
${fields(shown)}</fieldset>`
}

function fields(shown: Shown): Html {
  const { question, reading, filled, number } = shown
  const { words } = reading
  const values = filled.sent[question.code] ?? []
  switch (question.kind) {
    case 'scale': {
      const levels = findScale(question.scale)?.levels ?? []
      return html`${levels.map((level, index) => choice(shown, 'radio', index + 1, level))}${choice(shown, 'radio', levels.length + 1, words.dontKnow)}${pass(shown)}`
    }
    case 'single':
      return html`${question.options.map((option, index) => choice(shown, 'radio', index + 1, option.words))}${pass(shown)}`
    case 'multiple':
      return html`<p class="hint">${words.chooseSeveral}</p>${question.options.map((option, index) => choice(shown, 'checkbox', index + 1, option.words))}`
    case 'number':
      return html`<label class="hint" for="f${number}">${words.numberHint}${question.unit ? html` (${reading.text(question.unit)})` : nothing}</label>
<input type="text" id="f${number}" name="${question.code}" inputmode="decimal" autocomplete="off" maxlength="12" value="${values[0] ?? ''}">`
    case 'date':
      return html`<select name="${question.code}" aria-label="${reading.text(question.words)}"><option value="">${words.skip}</option>${periodsOf(question).map((period) => html`<option value="${period}"${attributes({ selected: values[0] === period })}>${reading.period(period)}</option>`)}</select>`
    case 'text':
      return html`<p class="hint">${words.textHint}</p><textarea name="${question.code}" rows="4" maxlength="${longestText}" aria-label="${reading.text(question.words)}">${values[0] ?? ''}</textarea>`
  }
}

function choice({ question, reading, filled }: Shown, type: 'radio' | 'checkbox', place: number, text: Localized | string): Html {
  const checked = filled.sent[question.code]?.includes(String(place)) ?? false
  const shown = typeof text === 'string' ? text : reading.text(text)
  return html`<label><input type="${type}" name="${question.code}" value="${place}"${attributes({ checked })}> <span>${shown}${typeof text === 'string' ? nothing : beside(reading, text)}</span></label>`
}

/** A radio button cannot be unticked: passing is an answer like the others, which keeps nothing. */
const pass = ({ question, reading }: Shown): Html =>
  html`<label class="pass"><input type="radio" name="${question.code}" value=""> <span>${reading.words.skip}</span></label>`

/** French beside the chosen language where asked, and always where the translation is missing: said, never in silence. */
function beside(reading: Reading, text: Localized): Html {
  if (reading.tag === 'fr') return nothing
  const { missing } = textIn(text, reading.tag)
  if (missing) return html` <small class="m">${reading.words.missingTranslation}</small>`
  return reading.besideFrench ? html` <small lang="fr" dir="ltr">${text.fr}</small>` : nothing
}

/** « 2=1,3 »: asked to those who answered 1 or 3 to question 2. */
function conditionOf(view: PartView, question: Question): string | null {
  const { when: condition } = question
  const earlier = condition && view.questions.find((one) => one.code === condition.question)
  return condition && earlier ? `${earlier.code}=${answersOfCondition(earlier, condition).join(',')}` : null
}
