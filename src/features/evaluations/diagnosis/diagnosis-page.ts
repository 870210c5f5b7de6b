import { formatDate } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { columns, list } from '../../../ui/lists.ts'
import { details, emptyPage, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { AttachedEvidence } from '../evidence/store.ts'
import type { Evaluation } from '../store.ts'
import type { FindingKind } from '../tables.ts'
import type { ActionSheet } from './action-sheet.ts'
import { findingCards } from './finding-cards.ts'
import { positionWords } from './position-words.ts'
import { suggestFindings } from './rules.ts'
import type { Suggestion } from './rules.ts'
import type { AgreedItem, Finding } from './store.ts'
import { textsIn } from './texts.en.ts'

export interface Diagnosis {
  evaluation: Evaluation
  items: readonly AgreedItem[]
  findings: readonly Finding[]
  proofs: readonly AttachedEvidence[]
  actions: readonly ActionSheet[]
}

/** Before the round is closed: what comes first, and an example. */
export function earlyPage(ask: SignedIn, evaluation: Evaluation): Page {
  const t = textsIn(ask.language)
  const step = linkButton({ text: t.early.step, href: urls.evaluation.show({ evaluation: evaluation.id }) })
  const empty = emptyPage({ title: t.early.title, purpose: t.early.purpose, example: { label: t.early.example, text: t.early.exampleText }, step })
  return around(ask, evaluation, html`${heading(1, t.title, 'l')}${empty}`)
}

/** Strengths and weaknesses side by side, then the ways forward. */
export function diagnosisPage(ask: SignedIn, diagnosis: Diagnosis): Page {
  const t = textsIn(ask.language)
  const { evaluation } = diagnosis
  const editable = evaluation.state === 'agreeing' && may(ask.caller, 'evaluation.agree', evaluation)
  const used = new Set(diagnosis.findings.flatMap((finding) => finding.itemIds))
  const suggested = editable ? suggestFindings(diagnosis.items, used) : []
  const part = (kind: FindingKind): Html =>
    group(
      ask,
      diagnosis,
      kind,
      editable,
      suggested.filter((one) => one.kind === kind),
    )
  const body = html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.purpose}</p>
${when(evaluation.validatedAt, () => inset(t.frozen(formatDate(evaluation.validatedAt ?? '', ask.language))))}
${columns(part('strength'), part('weakness'))}${part('axis')}
${when(suggested.length > 0, () => details({ summary: t.suggestions.rule, content: t.suggestions.ruleText, quiet: true }))}${nextSteps(ask, evaluation)}`
  return around(ask, evaluation, body)
}

const around = (ask: SignedIn, evaluation: Evaluation, body: Html): Page => ({
  title: `${textsIn(ask.language).title} – ${evaluation.title}`,
  body,
  breadcrumbs: evaluationCrumbs(evaluation, ask.language),
  here: 'evaluations',
})

function group(ask: SignedIn, diagnosis: Diagnosis, kind: FindingKind, editable: boolean, suggested: readonly Suggestion<AgreedItem>[]): Html {
  const t = textsIn(ask.language)
  const findings = diagnosis.findings.filter((finding) => finding.kind === kind)
  const add = linkButton({ text: t.add[kind], kind: 'secondary', href: urls.evaluation.newFinding({ evaluation: diagnosis.evaluation.id }, { nature: kind }) })
  return html`<section>${heading(2, t.groups[kind], 'm')}<p class="govuk-body">${t.groupHelp[kind]}</p>
${findings.length > 0 ? findingCards(ask, diagnosis, findings, editable) : html`<p class="govuk-body q-missing">${t.none[kind]}</p>`}
${when(suggested.length > 0, () => suggestions(ask, diagnosis.evaluation, suggested))}${when(editable, () => add)}</section>`
}

/** Suggestions seen at once; the others stand one click away. */
const firstSuggestions = 3

function suggestions(ask: SignedIn, evaluation: Evaluation, suggested: readonly Suggestion<AgreedItem>[]): Content {
  const t = textsIn(ask.language).suggestions
  const lines = suggested.map((one) => suggestion(ask, evaluation, one))
  const rest = lines.slice(firstSuggestions)
  const kind = suggested[0]?.kind ?? 'strength'
  return html`${heading(3, t[kind], 's')}${list(lines.slice(0, firstSuggestions))}${when(rest.length > 0, () => details({ summary: t.more(rest.length), content: list(rest), quiet: true }))}`
}

function suggestion(ask: SignedIn, evaluation: Evaluation, { question, kind }: Suggestion<AgreedItem>): Html {
  const t = textsIn(ask.language)
  const why = t.suggestions.why(positionWords(question.scale, question.agreed, t), kind === 'strength' ? 'high' : 'low')
  const href = urls.evaluation.newFinding({ evaluation: evaluation.id }, { nature: kind, question: question.id })
  return html`${question.statement}<br><span class="q-missing">${why}${when(question.agreed?.minorityView, () => ` ${t.suggestions.minority}`)}</span><br>
<a class="govuk-link" href="${href}">${t.suggestions.take[kind]}<span class="govuk-visually-hidden"> : ${question.statement}</span></a>`
}

function nextSteps(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).next
  const id = { evaluation: evaluation.id }
  const link = (text: string, href: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
  const mayValidate = evaluation.state === 'agreeing' && may(ask.caller, 'evaluation.validate', evaluation)
  const steps = [
    link(t.sheet, urls.evaluation.sheet(id)),
    ...(mayValidate ? [link(t.validate, urls.evaluation.validate(id))] : []),
    link(t.report, urls.evaluation.report(id)),
  ]
  return html`${heading(2, t.title, 'm')}<ul class="govuk-list">${join(steps.map((step) => html`<li>${step}</li>`))}</ul>`
}
