import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { PartView } from '../answer/part-view.ts'
import type { Question } from '../questionnaire/definition.ts'
import { categoriesOf } from '../questionnaire/scales.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { differences, sheetField } from './entry-rules.ts'
import type { TypedSheet } from './entry-rules.ts'
import { textsIn } from './texts.en.ts'

/** first: the code and a first typing. second: the same sheet again, from empty fields. send: both side by side, one to keep. */
export type EntryShown =
  | { step: 'first'; code: string; typed: TypedSheet; errors: Record<string, string> }
  | { step: 'second' | 'send'; sealed: string; typed: TypedSheet; errors: Record<string, string>; first?: TypedSheet }

export function entryView(ask: SignedIn, place: Place, view: PartView, shown: EntryShown): Html {
  const t = textsIn(ask.language)
  const words = stepWords(ask, shown.step)
  const errors = Object.entries(shown.errors).map(([field, message]) => ({ field, id: field, message }))
  const error = errorsBy(errors, t.errorPrefix)
  const differ = shown.step === 'send' && shown.first ? differences(view.questions, shown.first, shown.typed) : []
  const code =
    shown.step === 'first'
      ? textField({
          id: 'code',
          name: 'code',
          label: t.entry.code,
          hint: t.entry.codeHint,
          value: shown.code,
          width: 20,
          autocomplete: 'off',
          spellcheck: false,
          error: error('code'),
        })
      : ''
  const fields = view.questions.map((question, index) => {
    const both = shown.step === 'send' && shown.first && differ.includes(question.code) ? bothTyped(ask, question, shown.first, shown.typed) : ''
    return html`${both}${answerField(ask, question, index + 1, shown.typed[question.code] ?? '', error(sheetField(question.code)))}`
  })
  const hidden = [...ask.hidden(), { name: 'step', value: shown.step }, ...(shown.step === 'first' ? [] : [{ name: 'first', value: shown.sealed }])]
  const here = { ...hereOf(place), part: view.partId }
  return html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, words.title)}<p class="q-lead">${words.lead}</p><p class="govuk-body">${view.definition.title.fr}</p>
${form({
  action: urls.survey.paperEntry(here),
  hidden,
  content: html`${code}${fields}${buttonGroup([button({ text: words.button }), linkButton({ text: t.entry.back, href: urls.survey.paper(hereOf(place)), kind: 'quiet' })])}`,
})}`
}

function stepWords(ask: SignedIn, step: EntryShown['step']): { title: string; lead: string; button: string } {
  const t = textsIn(ask.language).entry
  if (step === 'first') return { title: t.first, lead: t.firstLead, button: t.next }
  return step === 'second' ? { title: t.second, lead: t.secondLead, button: t.compare } : { title: t.compareTitle, lead: t.compareLead, button: t.send }
}

function bothTyped(ask: SignedIn, { code }: Question, first: TypedSheet, second: TypedSheet): Content {
  const t = textsIn(ask.language).entry
  return html`<p class="govuk-inset-text">${t.firstTyped(first[code] ?? '')}<br>${t.secondTyped(second[code] ?? '')}</p>`
}

function answerField(ask: SignedIn, question: Question, number: number, value: string, error: ReturnType<ReturnType<typeof errorsBy>>): Html {
  const name = sheetField(question.code)
  const field = { id: name, name, label: `${number}. ${question.words.fr}`, value, autocomplete: 'off', error }
  if (question.kind === 'text') return textArea({ ...field, rows: 3 })
  return textField({
    ...field,
    hint: rangeWords(ask, question),
    width: question.kind === 'multiple' ? 20 : 5,
    ...(question.kind === 'scale' || question.kind === 'single' ? { inputmode: 'numeric' as const } : {}),
  })
}

function rangeWords(ask: SignedIn, question: Question): string {
  const t = textsIn(ask.language).entry
  switch (question.kind) {
    case 'scale':
    case 'single':
      return t.range(categoriesOf(question))
    case 'multiple':
      return t.severalRange(categoriesOf(question))
    case 'number':
      return t.number
    case 'date':
      return question.by === 'year' ? t.year : t.month
    case 'text':
      return ''
  }
}
