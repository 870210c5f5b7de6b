import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { findCycleFacts } from '../cycle-store.ts'
import { onEvaluation } from '../guard.ts'
import { missingHref } from '../missing.ts'
import { findEvaluation } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { textsIn as commonTexts } from '../texts.en.ts'
import { cycleWheel } from '../wheel.ts'
import type { Cycle, Missing } from '../wheel.ts'
import { validateEvaluation, validationObstacle } from './commands.ts'
import { buildSnapshot, fingerprint } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { findSnapshot, findWhole } from './store.ts'
import { textsIn } from './texts.en.ts'

export const showValidate = onEvaluation('evaluation.validate', async (ask, evaluation) => page(await pageFor(ask, evaluation)))

export const saveValidate = onEvaluation('evaluation.validate', async (ask, evaluation): Promise<Answer> => {
  const t = textsIn(ask.language)
  const outcome = await validateEvaluation(ask.db, evaluation, { personId: ask.caller.personId, now: ask.now, seen: ask.form.text('seen') })
  if ('sha256' in outcome) return redirect(urls.evaluation.validate({ evaluation: evaluation.id }), t.validate.done)
  if (outcome.refused === 'already') return redirect(urls.evaluation.validate({ evaluation: evaluation.id }), t.refusals.already)
  const now = (await findEvaluation(ask.db, evaluation.id)) ?? evaluation
  return invalid(await pageFor(ask, now, t.refusals[outcome.refused]))
})

async function pageFor(ask: SignedIn, evaluation: Evaluation, remark?: string): Promise<Page> {
  switch (validationObstacle(evaluation.state)) {
    case 'not-closed':
      return around(ask, evaluation, notClosed(ask, evaluation))
    case 'already':
      return around(ask, evaluation, validated(ask, evaluation, (await findSnapshot(ask.db, evaluation.id)) ?? {}))
    case null: {
      const snapshot = buildSnapshot(await findWhole(ask.db, evaluation))
      return around(ask, evaluation, toValidate(ask, evaluation, snapshot, cycleWheel(await findCycleFacts(ask.db, evaluation.id)), remark))
    }
  }
}

const around = (ask: SignedIn, evaluation: Evaluation, body: Html): Page => ({
  title: `${textsIn(ask.language).validate.title} – ${evaluation.title}`,
  body,
  breadcrumbs: evaluationCrumbs(evaluation, ask.language),
  here: 'evaluations',
})

function notClosed(ask: SignedIn, evaluation: Evaluation): Html {
  const t = textsIn(ask.language).validate
  return html`${heading(1, t.notYet, 'l')}<p class="govuk-body">${t.notYetText}</p>${linkButton({ text: t.close, href: urls.evaluation.show({ evaluation: evaluation.id }) })}`
}

function validated(ask: SignedIn, evaluation: Evaluation, snapshot: object): Html {
  const t = textsIn(ask.language).validate
  const ids = { evaluation: evaluation.id }
  const link = (text: string, href: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
  const next = [
    ...(may(ask.caller, 'evaluation.share', evaluation) ? [link(t.share, urls.evaluation.share(ids))] : []),
    link(t.report, urls.evaluation.report(ids)),
    link(t.sheet, urls.evaluation.sheet(ids)),
  ]
  return html`${heading(1, t.doneTitle, 'l')}<p class="govuk-body-l">${t.doneText(evaluation.validatedAt ? formatDate(evaluation.validatedAt, ask.language) : '')}</p>
${list(next)}${details({ summary: t.fingerprint, content: html`<p class="govuk-body">${t.fingerprintText}</p><p class="govuk-body"><code class="q-code">${fingerprint(snapshot)}</code></p>`, quiet: true })}`
}

function toValidate(ask: SignedIn, evaluation: Evaluation, snapshot: Snapshot, cycle: Cycle, remark?: string): Html {
  const t = textsIn(ask.language).validate
  const ids = { evaluation: evaluation.id }
  const buttons = buttonGroup([button({ text: t.button }), html`<a class="govuk-link" href="${urls.evaluation.show(ids)}">${t.back}</a>`])
  return html`${heading(1, t.title, 'l')}${when(remark, () => callout({ title: remark ?? '', content: '' }))}<p class="govuk-body-l">${t.lead}</p>
${heading(2, t.frozenTitle, 'm')}${whatIsFrozen(ask, snapshot)}<p class="govuk-body"><a class="govuk-link" href="${urls.evaluation.sheet(ids)}">${t.read}</a></p>
${heading(2, t.missingTitle, 'm')}${whatIsMissing(ask, evaluation, cycle)}
${heading(2, t.afterTitle, 'm')}${list(t.after)}
${form({ action: urls.evaluation.validate(ids), hidden: [...ask.hidden(), { name: 'seen', value: fingerprint(snapshot) }], content: buttons })}`
}

function whatIsFrozen(ask: SignedIn, { questions, findings, participation }: Snapshot): Html {
  const t = textsIn(ask.language).validate
  const kinds = (kind: string): number => findings.filter((finding) => finding.kind === kind).length
  return summaryList([
    { key: t.questions, value: t.questionsOf(questions.filter((question) => question.choice !== null).length, questions.length) },
    { key: t.findings, value: t.findingsOf(kinds('strength'), kinds('weakness'), kinds('axis')) },
    { key: t.participation, value: t.participationOf(participation.answering, participation.members) },
  ])
}

function whatIsMissing(ask: SignedIn, evaluation: Evaluation, cycle: Cycle): Content {
  const t = textsIn(ask.language).validate
  const words = commonTexts(ask.language)
  // Purpose, themes, team and questionnaire were settled when answers opened: only what can still be done is said.
  const quarters = phases.map((phase) => ({
    phase,
    missing: cycle.missing[phase].filter(({ what }) => what === 'positions' || what === 'diagnosis' || what === 'actions'),
  }))
  const some = quarters.filter(({ missing }) => missing.length > 0)
  if (some.length === 0) return html`<p class="govuk-body">${t.nothingMissing}</p>`
  const step = (one: Missing): Content => {
    const href = missingHref(one, evaluation)
    return href ? html`<a class="govuk-link" href="${href}">${words.missing(one)}</a>` : words.missing(one)
  }
  const lines = some.map(({ phase, missing }) => html`<li>${phaseTag(phase, words.phases[phase])}${list(missing.map(step))}</li>`)
  return html`<p class="govuk-body">${t.missingHelp}</p><ul class="govuk-list">${join(lines)}</ul>`
}
