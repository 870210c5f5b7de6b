import { page } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import { get } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { columns, list } from '../../../ui/lists.ts'
import { emptyPage, heading, inset } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import { phaseTag, quadrants, wheelWithWords } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { evidenceLink } from '../../evidence/words.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { findCycleFacts } from '../cycle-store.ts'
import { listAgreedItems, listFindings } from '../diagnosis/store.ts'
import type { AgreedItem, Finding } from '../diagnosis/store.ts'
import { mayChangeEvidence } from '../evidence/rules.ts'
import { listAttached } from '../evidence/store.ts'
import type { AttachedEvidence } from '../evidence/store.ts'
import { onEvaluation } from '../guard.ts'
import { missingHref } from '../missing.ts'
import type { Evaluation } from '../store.ts'
import type { FindingKind } from '../tables.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { cycleWheel } from '../wheel.ts'
import type { Cycle, Missing } from '../wheel.ts'
import { sheetsOf } from './sheets.ts'
import type { Sheet } from './sheets.ts'
import { textsIn } from './texts.en.ts'
import { positionOf } from './words.ts'

interface Shown {
  evaluation: Evaluation
  items: readonly AgreedItem[]
  findings: readonly Finding[]
  proofs: readonly AttachedEvidence[]
  cycle: Cycle
  /** Whether the reader belongs to the school: proofs and next steps are shown to them only. */
  inside: boolean
  /** A person of the school looks at what the referent would see. */
  preview: boolean
}

const showSheet = onEvaluation('evaluation.read', async (ask, evaluation) => {
  const member = may(ask.caller, 'evaluation.inside', evaluation)
  const preview = member && ask.query.get('vue') === 'academie'
  const inside = member && !preview
  return page(
    sheetPage(ask, {
      evaluation,
      inside,
      preview,
      items: await listAgreedItems(ask.db, evaluation.id),
      findings: await listFindings(ask.db, evaluation.id),
      proofs: inside ? await listAttached(ask.db, evaluation.id) : [],
      cycle: cycleWheel(await findCycleFacts(ask.db, evaluation.id)),
    }),
  )
})

export const sheetRoutes: Route[] = [get(urls.evaluation.sheet, showSheet)]

function sheetPage(ask: SignedIn, shown: Shown): Page {
  const t = textsIn(ask.language).sheet
  const { evaluation } = shown
  const body = shown.items.length === 0 ? emptySheet(ask, evaluation) : filledSheet(ask, shown)
  return { title: `${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations', wide: true }
}

function emptySheet(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).sheet
  const step = linkButton({ text: t.empty.step, href: urls.evaluation.show({ evaluation: evaluation.id }) })
  return html`${heading(1, t.title, 'l')}${emptyPage({ title: t.empty.title, purpose: t.empty.purpose, step })}`
}

function filledSheet(ask: SignedIn, shown: Shown): Html {
  const t = textsIn(ask.language).sheet
  const { evaluation } = shown
  const { sheets, general } = sheetsOf(shown.items, shown.findings)
  const last = html`<div class="q-buttons"><p class="govuk-body">${t.print}</p>${linkButton({ text: t.toReport, href: urls.evaluation.report({ evaluation: evaluation.id }), kind: 'secondary' })}</div>`
  return html`<div class="q-paper">${when(shown.preview, () => inset(html`${t.preview} <a class="govuk-link" href="${urls.evaluation.share({ evaluation: evaluation.id })}">${t.backToShare}</a>`))}
${heading(1, evaluation.title, 'l')}<p class="govuk-body q-paper__facts">${evaluation.organisationName} · ${evaluation.schoolYear}${when(evaluation.purpose, () => html` · ${evaluation.purpose}`)}</p>
${join(sheets.map((sheet) => sheetPart(ask, shown, sheet)))}
${when(general.length > 0, () => html`<section class="q-paper__sheet">${heading(2, t.general, 'm')}${findingParts(ask, general)}</section>`)}
${wheelPart(ask, shown)}${last}</div>`
}

function sheetPart(ask: SignedIn, shown: Shown, sheet: Sheet): Html {
  const t = textsIn(ask.language).sheet
  const words = commonTexts(ask.language).phases
  const quarter = (phase: Phase) => ({
    title: words[phase],
    content: html`${questionList(ask, shown, sheet.questions[phase])}${when(phase === 'act', () => findingParts(ask, sheet.findings))}`,
  })
  return html`<section class="q-paper__sheet">${heading(2, sheet.title || t.own, 'm')}
${quadrants({ plan: quarter('plan'), do: quarter('do'), check: quarter('check'), act: quarter('act') }, 3)}</section>`
}

function questionList(ask: SignedIn, shown: Shown, questions: readonly AgreedItem[]): Html {
  const t = textsIn(ask.language).sheet
  if (questions.length === 0) return html`<p class="govuk-body q-missing">${t.noQuestion}</p>`
  return html`<ul class="q-paper__questions">${join(questions.map((item) => html`<li>${question(ask, shown, item)}</li>`))}</ul>`
}

function question(ask: SignedIn, shown: Shown, item: AgreedItem): Html {
  const t = textsIn(ask.language).sheet
  return html`<p class="govuk-body">${item.statement}</p>
<p class="govuk-body"><span class="q-missing">${t.position}</span> <strong>${positionOf(item, ask.language)}</strong></p>
${when(item.agreed?.reason, () => html`<p class="govuk-body q-typed">${item.agreed?.reason ?? ''}</p>`)}
${when(item.agreed?.minorityView, () => html`<p class="govuk-body q-typed"><span class="q-missing">${t.otherView}</span> ${item.agreed?.minorityView ?? ''}</p>`)}
${proofLine(ask, shown, item)}`
}

function proofLine(ask: SignedIn, { evaluation, proofs, inside }: Shown, item: AgreedItem): Content {
  const t = textsIn(ask.language).sheet
  const own = proofs.filter((proof) => proof.itemId === item.id)
  const href = urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: item.id })
  const about = html`<span class="govuk-visually-hidden"> : ${item.statement}</span>`
  const link = (text: string): Html => html`<a class="govuk-link q-paper__step" href="${href}">${text}${about}</a>`
  const open = inside && mayChangeEvidence(evaluation.state) && may(ask.caller, 'evidence.attach', evaluation)
  if (own.length === 0) return when(open, () => html`<p class="govuk-body">${link(t.addProof)}</p>`)
  return html`<p class="govuk-body"><span class="q-missing">${t.proofs}</span> ${join(
    own.map((proof) => evidenceLink(proof, ask.language)),
    ' · ',
  )} ${when(open, () => link(t.changeProofs))}</p>`
}

function findingParts(ask: SignedIn, findings: readonly Finding[]): Content {
  const t = textsIn(ask.language).sheet
  const part = (kind: FindingKind, title: string): Content => {
    const some = findings.filter((finding) => finding.kind === kind)
    return when(some.length > 0, () => html`${heading(4, title, 's')}${list(some.map((finding) => finding.text))}`)
  }
  return join([part('strength', t.strengths), part('weakness', t.weaknesses), part('axis', t.axes)])
}

function wheelPart(ask: SignedIn, { evaluation, cycle, inside }: Shown): Html {
  const t = textsIn(ask.language).sheet
  const words = commonTexts(ask.language)
  const full = phases.filter((phase) => cycle.quarters[phase] === 'full').length
  const details = Object.fromEntries(phases.map((phase) => [phase, words.quarterStates[cycle.quarters[phase]]]))
  const picture = wheelWithWords({ quarters: cycle.quarters, title: words.wheelTitle(full), words: words.phases, details })
  const reason = (one: Missing): Content => {
    const href = inside ? missingHref(one, evaluation) : null
    return href ? html`<a class="govuk-link" href="${href}">${words.missing(one)}</a>` : words.missing(one)
  }
  const quarter = (phase: Phase): Html => html`${heading(3, phaseTag(phase, words.phases[phase]), 's')}
${cycle.missing[phase].length === 0 ? html`<p class="govuk-body q-missing">${t.nothingMissing}</p>` : list(cycle.missing[phase].map(reason))}`
  const missing = html`${heading(2, t.missing, 'm')}${join(phases.map(quarter))}`
  return html`<section class="q-paper__wheel">${columns(html`${heading(2, t.wheel, 'm')}${picture}`, missing)}</section>`
}
