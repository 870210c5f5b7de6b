import type { SignedIn } from '../../../platform/web/route.ts'
import { checkbox, radios } from '../../../ui/choices.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import type { errorsBy } from '../../../ui/form.ts'
import { fieldset } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { details, inset } from '../../../ui/messages.ts'
import type { Question } from '../questionnaire/definition.ts'
import { accesses } from '../tables.ts'
import { closedQuestions } from './part-rules.ts'
import type { TypedBreakdown, TypedPart } from './part-rules.ts'
import { textsIn } from './texts.en.ts'

type ErrorOf = ReturnType<typeof errorsBy>

export function accessField(ask: SignedIn, value: string, error: ErrorOf): Html {
  const t = textsIn(ask.language)
  const choices = accesses.map((access) => ({ value: access, ...t.accesses[access] }))
  return radios({ id: 'access', name: 'access', legend: t.part.access, value, choices, error: error('access') })
}

export function freeTextField(ask: SignedIn, checked: boolean, questions: readonly Question[]): Html {
  const t = textsIn(ask.language).part
  if (!questions.some((question) => question.kind === 'text')) return inset(t.noText)
  return checkbox({ id: 'freeText', name: 'freeText', text: t.freeText, hint: t.freeTextHint, checked })
}

export function breakdownFields(ask: SignedIn, typed: TypedPart, questions: readonly Question[], error: ErrorOf): Html {
  const t = textsIn(ask.language).part
  return fieldset({
    legend: t.breakdowns,
    hint: t.breakdownsLead,
    id: 'breakdowns',
    content: html`${typed.breakdowns.map((one, index) => breakdownField(ask, one, index + 1, questions, error))}`,
  })
}

function breakdownField(ask: SignedIn, one: TypedBreakdown, place: number, questions: readonly Question[], error: ErrorOf): Html {
  const t = textsIn(ask.language).part
  const asked = [{ value: '', text: t.choose }, ...closedQuestions(questions).map((question) => ({ value: question.code, text: question.words.fr }))]
  const [kind, title, groups, question] = [`kind${place}`, `title${place}`, `groups${place}`, `question${place}`]
  const kinds = (['none', 'group', 'question'] as const).map((value) => ({ value, text: t.kinds[value] }))
  const about = textField({
    id: title,
    name: title,
    label: t.breakdownTitle,
    hint: t.breakdownTitleHint,
    value: one.title,
    maxLength: 60,
    autocomplete: 'off',
    error: error(title),
  })
  const lines = textArea({ id: groups, name: groups, label: t.groups, hint: t.groupsHint, value: one.groups, rows: 4, error: error(groups) })
  const fields = html`${radios({ id: kind, name: kind, legend: t.kind, value: one.kind, small: true, choices: kinds })}
<div class="q-breakdown__chosen">${about}</div><div class="q-breakdown__group">${lines}</div>
<div class="q-breakdown__question">${select({ id: question, name: question, label: t.question, value: one.question, options: asked, error: error(question) })}</div>`
  // The first is open; the others wait until they serve.
  return html`<div class="q-breakdown">${details({ summary: t.breakdown(place), content: fields, open: place === 1 || one.kind !== 'none' })}</div>`
}
