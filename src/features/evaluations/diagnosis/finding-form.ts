import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { checkboxes, radios } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation } from '../store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { positionWords } from './position-words.ts'
import { findingKinds, longestFinding } from './rules.ts'
import type { FindingDraft } from './rules.ts'
import type { AgreedItem, Finding } from './store.ts'
import { textsIn } from './texts.en.ts'

export interface FindingForm {
  evaluation: Evaluation
  items: readonly AgreedItem[]
  draft: FindingDraft
  /** The finding being changed; null for a new one. */
  editing: { id: string; version: number } | null
  errors?: readonly FormError[]
  /** Somebody else saved this text meanwhile. */
  conflict?: Finding
  /** Said on top: why the form came back. */
  remark?: string
}

export function findingFormPage(ask: SignedIn, shown: FindingForm): Page {
  const t = textsIn(ask.language)
  const { evaluation, draft, editing } = shown
  const errors = shown.errors ?? []
  const title = editing ? t.form.editTitle : t.form.newTitle[draft.kind]
  const ids = { evaluation: evaluation.id }
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title, 'l')}
${when(shown.remark, () => html`<p class="govuk-body"><strong>${shown.remark}</strong></p>`)}${when(shown.conflict, () => conflictPart(ask, shown))}
${form({
  action: editing ? urls.evaluation.finding({ ...ids, finding: editing.id }) : urls.evaluation.newFinding(ids),
  hidden: [...ask.hidden(), ...(editing ? [{ name: 'version', value: editing.version }] : [])],
  content: join([textFields(ask, shown, errors), questionFields(ask, shown), buttons(ask, evaluation)]),
})}`
  const diagnosis = { text: t.title, href: urls.evaluation.diagnosis(ids) }
  return {
    title: `${errors.length > 0 ? `${t.errorPrefix} ` : ''}${title} – ${evaluation.title}`,
    body,
    breadcrumbs: [...evaluationCrumbs(evaluation, ask.language), diagnosis],
    here: 'evaluations',
  }
}

function conflictPart(ask: SignedIn, { conflict, items }: FindingForm): Content {
  const t = textsIn(ask.language)
  if (!conflict) return ''
  const questions = items.filter((item) => conflict.itemIds.includes(item.id)).map((item) => item.statement)
  return callout({
    title: t.conflict.title,
    content: html`<p class="govuk-body">${t.conflict.sentence}</p><p class="govuk-body"><strong>${t.conflict.saved}</strong> (${t.kinds[conflict.kind]})</p>
<p class="govuk-body q-typed">${conflict.text}</p>${when(conflict.detail, () => html`<p class="govuk-body q-typed">${conflict.detail}</p>`)}${when(questions.length > 0, () => html`<p class="govuk-body">${t.from} : ${questions.join(' · ')}</p>`)}`,
  })
}

function textFields(ask: SignedIn, { draft }: FindingForm, errors: readonly FormError[]): Html {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  return join([
    textArea({
      id: 'text',
      name: 'text',
      label: t.form.text,
      labelSize: 's',
      hint: t.form.textHint,
      value: draft.text,
      error: error('text'),
      rows: 2,
      maxLength: longestFinding,
    }),
    radios({
      id: 'kind',
      name: 'kind',
      legend: t.form.kind,
      choices: findingKinds.map((kind) => ({ value: kind, text: t.kinds[kind] })),
      value: draft.kind,
      inline: true,
    }),
    textArea({
      id: 'detail',
      name: 'detail',
      label: t.form.detail,
      labelSize: 's',
      hint: t.form.detailHint,
      value: draft.detail,
      error: error('detail'),
      rows: 4,
    }),
  ])
}

function questionFields(ask: SignedIn, { items, draft }: FindingForm): Html {
  const t = textsIn(ask.language)
  const names = commonTexts(ask.language).phases
  const groups = phases.map((phase) => ({ phase, questions: items.filter((item) => item.phase === phase) })).filter((group) => group.questions.length > 0)
  const boxes = groups.map(({ phase, questions }) =>
    checkboxes({
      id: `items-${phase}`,
      name: 'items',
      legend: names[phase],
      small: true,
      values: draft.itemIds,
      choices: questions.map((item) => ({ value: item.id, text: item.statement, hint: positionWords(item.scale, item.agreed, t) })),
    }),
  )
  return html`${heading(2, t.form.questions, 's')}<p class="govuk-hint">${t.form.questionsHint}</p>${join(boxes)}`
}

function buttons(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language)
  return buttonGroup([
    button({ text: t.form.save }),
    html`<a class="govuk-link" href="${urls.evaluation.diagnosis({ evaluation: evaluation.id })}">${t.form.cancel}</a>`,
  ])
}
