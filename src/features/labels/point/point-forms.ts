import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { longestReason } from '../commands.ts'
import type { Point } from '../guard.ts'
import type { AboutItem, KeptPosition, ProofOfItem } from './point-store.ts'
import { positions } from '../tables.ts'
import { textsIn } from '../texts.en.ts'

/** What the forms of a point hold: what is there, and what was typed when one of them comes back. */
export interface PointForms {
  proofs: readonly ProofOfItem[]
  joinable: readonly AboutItem[]
  actions: readonly (AboutItem & { open: boolean })[]
  position: KeptPosition | null
  errorTop: Content
  errors: readonly FormError[]
  typed: { evidence: string; page: string; position: string; reason: string }
  /** Noted by somebody else since the form was drawn. */
  meanwhile: boolean
}

/** Sent without leaving the page, where scripts run (browser/live-page.ts). */
const live = { 'data-live': 'yes' } as const

const addressOf = (point: Point) => ({ organisation: point.organisation.id, framework: point.item.frameworkId, code: point.item.code })

export function proofsSection(ask: SignedIn, point: Point, { proofs }: PointForms): Html {
  const t = textsIn(ask.language).point
  const line = (proof: ProofOfItem): Content => {
    const expired = proof.validUntil !== null && proof.validUntil < ask.today
    const more = [
      ...(proof.pageRef ? [proof.pageRef] : []),
      ...(proof.evaluationId ? [html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: proof.evaluationId })}">${t.viaEvaluation}</a>`] : []),
      ...(expired && proof.validUntil ? [html`<strong>${t.expired(formatDate(proof.validUntil, ask.language))}</strong>`] : []),
    ]
    return html`<a class="govuk-link" href="${urls.evidence.show({ evidence: proof.id })}">${proof.title}</a>${when(more.length > 0, () => html` (${join(more, ', ')})`)}
${when(!proof.evaluationId && may(ask.caller, 'evidence.attach', point), () => postButton({ text: t.detach, about: proof.title, kind: 'quiet', action: urls.label.detach({ ...addressOf(point), evidence: proof.id }), hidden: ask.hidden(), data: live }))}`
  }
  const suggested =
    point.item.evidence.length > 0 ? html`<p class="govuk-body"><strong>${t.suggestedTitle}</strong> : ${point.item.evidence.join(', ')}.</p>` : nothing
  return html`<section aria-labelledby="proofs">${heading(2, t.proofsTitle, 'm', 'proofs')}${proofs.length > 0 ? list(proofs.map(line)) : html`<p class="govuk-body">${t.proofsNone}</p>`}${suggested}</section>`
}

export function joinSection(ask: SignedIn, point: Point, { joinable, errors, typed }: PointForms): Content {
  if (!may(ask.caller, 'evidence.attach', point)) return nothing
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const add = linkButton({ text: t.point.joinAdd, href: urls.school.evidence({ organisation: point.organisation.id }), kind: 'quiet' })
  if (joinable.length === 0) return html`<p class="govuk-body">${t.point.joinNone}</p>${buttonGroup([add])}`
  const options = [{ value: '', text: t.point.joinChoose }, ...joinable.map((one) => ({ value: one.id, text: one.title }))]
  return form({
    action: urls.label.join(addressOf(point)),
    hidden: ask.hidden(),
    label: t.point.joinTitle,
    data: live,
    content: html`${heading(3, t.point.joinTitle, 's')}${select({ id: 'evidence', name: 'evidence', label: t.point.joinField, options, value: typed.evidence, error: error('evidence') })}
${textField({ id: 'page', name: 'page', label: t.point.page, hint: t.point.pageHint, value: typed.page, width: 20, maxLength: 200 })}
${buttonGroup([button({ text: t.point.join }), button({ text: t.point.preview, kind: 'secondary', name: 'preview', value: 'yes' }), add])}`,
  })
}

export function positionSection(ask: SignedIn, point: Point, { position, errors, typed, meanwhile }: PointForms): Content {
  if (!may(ask.caller, 'label.edit', point)) return nothing
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const version = { name: 'version', value: position?.version ?? 0 }
  const fields = html`${radios({
    id: 'position',
    name: 'position',
    legend: t.point.positionTitle,
    legendSize: 'm',
    hint: t.point.positionHint,
    choices: positions.map((value) => ({ value, text: t.positions[value], apart: value === 'not_applicable' })),
    value: typed.position,
    error: error('position'),
  })}${textArea({ id: 'reason', name: 'reason', label: t.point.reason, value: typed.reason, rows: 3, maxLength: longestReason, error: error('reason') })}${buttonGroup([button({ text: t.point.positionSave, kind: 'secondary' })])}`
  return html`<section>${when(meanwhile && position, () =>
    callout({ title: t.point.changedTitle, content: html`<p class="govuk-body">${t.point.changed(position ? t.positions[position.position] : '')}</p>` }),
  )}${form({ action: urls.label.position(addressOf(point)), hidden: [...ask.hidden(), version], label: t.point.positionTitle, data: live, content: fields })}
${when(position, () => postButton({ text: t.point.positionTake, kind: 'quiet', action: urls.label.takePosition(addressOf(point)), hidden: [...ask.hidden(), version], data: live }))}</section>`
}

export function actionsSection(ask: SignedIn, point: Point, { actions }: PointForms): Html {
  const t = textsIn(ask.language).point
  const lines = actions.map((action) => html`<a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a>`)
  return html`<section aria-labelledby="actions">${heading(2, t.actionsTitle, 'm', 'actions')}${lines.length > 0 ? list(lines) : html`<p class="govuk-body">${t.actionsNone}</p>`}
${when(may(ask.caller, 'action.create', point), () => postButton({ text: t.actionAdd, action: urls.label.action(addressOf(point)), hidden: ask.hidden() }))}</section>`
}
