import type { Language } from '../../../platform/language.ts'
import { button, buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import type { Hidden } from '../../../ui/form.ts'
import { attributes, html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, emptyPage, heading } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import { phaseTag, wheel } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { estimatedMinutes, warningsOf } from './rules.ts'
import type { Warning } from './rules.ts'
import { textsIn } from './texts.en.ts'

interface Shown {
  evaluation: Evaluation
  items: readonly EvaluationItem[]
  hidden: () => Hidden[]
  language: Language
}

/** The right half of the composer: my questions in order, with what they will ask of people. */
export function questionnaireView(shown: Shown): Html {
  const { items, language } = shown
  const t = textsIn(language).compose
  return html`<section class="q-questionnaire" aria-labelledby="mine">${heading(2, t.mine, 'm', 'mine')}
${items.length === 0 ? emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyLabel, text: t.emptyExample }, level: 3 }) : filled(shown)}</section>`
}

function filled(shown: Shown): Html {
  const { evaluation, items, language } = shown
  const t = textsIn(language).compose
  const here = { evaluation: evaluation.id }
  return html`${summary(shown)}
${warningList(warningsOf({ questions: items, members: 0, hasPurpose: true }), language)}
${buttonGroup([linkButton({ text: t.open, href: urls.evaluation.open(here) })])}
${orderable(shown)}
${buttonGroup([
  linkButton({ text: t.keep, href: urls.evaluation.saveModel(here), kind: 'quiet' }),
  postButton({ text: t.sort, action: urls.evaluation.orderItems(here), hidden: [...shown.hidden(), { name: 'order', value: 'wheel' }], kind: 'quiet' }),
])}`
}

function summary({ items, language }: Shown): Html {
  const t = textsIn(language).compose
  const words = evaluationTexts(language).phases
  const counts = phases.map((phase) => ({ phase, total: items.filter((item) => item.phase === phase).length }))
  const state = (phase: Phase) => (counts.some((one) => one.phase === phase && one.total > 0) ? 'full' : 'empty')
  const quarters = { plan: state('plan'), do: state('do'), check: state('check'), act: state('act') } as const
  return html`<div class="q-summary">${wheel({ quarters, size: 48 })}<div><p class="govuk-body">${t.summary(items.length, estimatedMinutes(items))}</p>
<p class="govuk-body q-missing">${counts.map(({ phase, total }) => t.quarter(words[phase], total)).join(' · ')}</p></div></div>
${details({ summary: t.howLong, content: html`<p class="govuk-body">${t.howLongText}</p>`, quiet: true })}`
}

/** What deserves a look, never a refusal. */
export function warningList(warnings: readonly Warning[], language: Language): Content {
  if (warnings.length === 0) return nothing
  return html`<div class="q-remarks">${list(warnings.map((warning) => warningWords(warning, language)))}</div>`
}

function warningWords(warning: Warning, language: Language): string {
  const t = textsIn(language).compose.warnings
  switch (warning.what) {
    case 'quarters':
      return t.quarters(warning.phases.map((phase) => evaluationTexts(language).phases[phase]).join(', '))
    case 'long':
      return t.long(warning.minutes)
    case 'small-team':
      return t.small
    case 'no-purpose':
      return t.purpose
  }
}

/** The list that order-list makes movable by drag and keyboard; without it each question has its two buttons. */
function orderable(shown: Shown): Html {
  const t = textsIn(shown.language).compose
  const csrf = shown.hidden().find((field) => field.name === '_csrf')?.value
  const words = Object.fromEntries(Object.entries(t.drag).map(([name, text]) => [`data-${name}`, text]))
  return html`<order-list${attributes({ 'data-action': urls.evaluation.orderItems({ evaluation: shown.evaluation.id }), 'data-token': csrf, ...words })}>
<p class="govuk-hint" hidden data-drag-help>${t.dragHelp}</p>
<ol class="q-composed-list">${shown.items.map((item, index) => question(shown, item, index))}</ol></order-list>`
}

function question(shown: Shown, item: EvaluationItem, index: number): Html {
  const { evaluation, language } = shown
  const t = textsIn(language).compose
  const here = { evaluation: evaluation.id, item: item.id }
  const about = t.about(index + 1)
  const move = (text: string, value: 'up' | 'down'): Html => button({ text, kind: 'quiet', about, name: 'move', value, data: { 'data-move': value } })
  return html`<li class="q-composed" id="question-${item.id}" data-id="${item.id}">
<div class="q-composed__head"><span class="q-composed__number" data-number>${index + 1}</span> ${phaseTag(item.phase, evaluationTexts(language).phases[item.phase])} <span>· ${originWords(item, language)}</span></div>
<p class="q-composed__text">${item.statement}</p>
<div class="q-composed__actions">${form({
    action: urls.evaluation.moveItem(here),
    hidden: shown.hidden(),
    inline: true,
    content: html`${move(t.up, 'up')}${move(t.down, 'down')}
${linkButton({ text: t.edit, href: urls.evaluation.editItem(here), kind: 'quiet', about })}
${button({ text: t.remove, formAction: urls.evaluation.removeItem(here), kind: 'quiet', about })}`,
  })}</div>
${when(isReworded(item), () => details({ summary: t.origin, content: html`<p class="govuk-body">${item.originStatement ?? ''}</p>`, quiet: true }))}</li>`
}

export const isReworded = (item: EvaluationItem): boolean => item.originStatement !== null && item.originStatement !== item.statement

/** Where a question comes from, and whether its words have changed. */
export function originWords(item: EvaluationItem, language: Language): string {
  const t = textsIn(language).compose
  const reworded = isReworded(item) ? `, ${t.reworded}` : ''
  switch (item.origin) {
    case 'bank':
      return t.fromSheet(item.themeCode ?? '', item.themeTitle) + reworded
    case 'own':
      return t.fromUs
    case 'value':
      return t.fromReference(item.themeTitle) + reworded
  }
}
