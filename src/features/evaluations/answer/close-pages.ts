import { page, redirect } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { listItems, listMembers } from '../store.ts'
import type { Evaluation, Member } from '../store.ts'
import { closeAnswering } from './close-commands.ts'
import { closeObstacle, fewestToBlend } from './close-rules.ts'
import type { CloseRefusal } from './close-rules.ts'
import { textsIn } from './texts.en.ts'

function elsewhere(ask: SignedIn, evaluation: Evaluation, reason: CloseRefusal) {
  const t = textsIn(ask.language).close
  switch (reason) {
    case 'not-open':
      return redirect(urls.evaluation.show({ evaluation: evaluation.id }), t.notOpen)
    case 'already':
      return redirect(urls.evaluation.spread({ evaluation: evaluation.id }), t.already)
  }
}

export const showClose = onEvaluation('evaluation.lead', async (ask, evaluation) => {
  const obstacle = closeObstacle(evaluation.state)
  if (obstacle) return elsewhere(ask, evaluation, obstacle)
  const members = await listMembers(ask.db, evaluation.id)
  return page(closePage(ask, evaluation, members, (await listItems(ask.db, evaluation.id)).length))
})

export const saveClose = onEvaluation('evaluation.lead', async (ask, evaluation) => {
  const outcome = await closeAnswering(ask, evaluation)
  if ('refused' in outcome) return elsewhere(ask, evaluation, outcome.refused)
  return redirect(urls.evaluation.spread({ evaluation: evaluation.id }), textsIn(ask.language).close.done)
})

function closePage(ask: SignedIn, evaluation: Evaluation, members: readonly Member[], questions: number): Page {
  const t = textsIn(ask.language).close
  const body = html`${heading(1, t.title, 'l')}${fewWarning(ask, members)}${heading(2, t.what, 'm')}${list(t.steps, 'number')}
${unfinished(ask, members, questions)}
${form({
  action: urls.evaluation.close({ evaluation: evaluation.id }),
  hidden: ask.hidden(),
  content: html`<p class="govuk-body"><strong>${t.harm}</strong></p>${buttonGroup([
    button({ text: t.button, kind: 'harm' }),
    html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: evaluation.id })}">${t.back}</a>`,
  ])}`,
})}`
  return { title: `${t.title} – ${evaluation.title}`, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' }
}

function fewWarning(ask: SignedIn, members: readonly Member[]) {
  const t = textsIn(ask.language).close
  const answering = members.filter((member) => member.answered > 0).length
  return when(answering < fewestToBlend, () =>
    callout({ title: t.few(answering), content: html`<p class="govuk-body">${answering === 0 ? t.noneText : t.fewText}</p>` }),
  )
}

/** Participation is visible to the team; what was answered is not. */
function unfinished(ask: SignedIn, members: readonly Member[], questions: number): Html {
  const t = textsIn(ask.language).close
  const waiting = members.filter((member) => member.finishedAt === null)
  if (waiting.length === 0) return html`<p class="govuk-body">${t.everyone}</p>`
  return html`${heading(2, t.unfinished(waiting.length), 'm')}${list(waiting.map((member) => t.unfinishedLine(member.name, member.answered, questions)))}
<p class="govuk-body">${t.unfinishedNote}</p>`
}
