import { dayOf, formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { progress } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Overview } from './show-page.ts'
import { participationTag } from './participation.ts'
import { textsIn } from './texts.en.ts'

/** Who takes part and how far each has come, with what the lead can do about it. */
export function teamSection(ask: SignedIn, overview: Overview): Html {
  const { evaluation, members, facts, standing } = overview
  const t = textsIn(ask.language).overview
  const finished = members.filter((member) => member.finishedAt).length
  const answering = members.filter((member) => member.answered > 0).length
  const open = evaluation.state === 'answering'
  const bar = open
    ? { done: finished, text: t.participationCount(finished, members.length) }
    : { done: answering, text: t.answeredCount(answering, members.length) }
  return html`<section aria-labelledby="participation">${heading(2, t.participation, 'm', 'participation')}
${
  members.length === 0
    ? html`<p class="govuk-body">${t.noTeam}</p>`
    : html`<p class="govuk-body">${t.participationNote}</p>
${when(evaluation.state !== 'composing', () => progress({ ...bar, total: members.length, label: t.participationLabel }))}
${when(open, () => html`<p class="govuk-body">${untilWords(ask, overview)}</p>`)}
<ul class="q-people">${members.map((member) => html`<li><span>${member.name}</span> ${participationTag(evaluation, member, facts.items, ask.language)}</li>`)}</ul>`
}
${when(standing.leads, () => leadButtons(ask, overview, finished))}</section>`
}

function untilWords(ask: SignedIn, { evaluation }: Overview): string {
  const t = textsIn(ask.language).overview
  if (!evaluation.endsOn) return t.noUntil
  const day = formatDate(evaluation.endsOn, ask.language)
  return evaluation.endsOn < ask.today ? t.overdue(day) : t.until(day)
}

function leadButtons(ask: SignedIn, { evaluation, members }: Overview, finished: number): Content {
  const t = textsIn(ask.language).overview
  const here = { evaluation: evaluation.id }
  const manage = linkButton({ text: t.manageTeam, href: urls.evaluation.members(here), kind: 'quiet' })
  if (evaluation.state === 'composing') return buttonGroup([manage])
  if (evaluation.state !== 'answering') return ''
  const remindedToday = evaluation.remindedAt !== null && dayOf(evaluation.remindedAt) === ask.today
  return html`${when(remindedToday, () => html`<p class="govuk-body q-missing">${t.remindedToday}</p>`)}${buttonGroup([
    when(!remindedToday && finished < members.length, () => postButton({ text: t.remind, action: urls.evaluation.remind(here), hidden: ask.hidden() })),
    linkButton({ text: t.closeEarly, href: urls.evaluation.close(here), kind: 'secondary' }),
    linkButton({ text: t.extend, href: urls.evaluation.extend(here), kind: 'quiet' }),
    manage,
  ])}`
}
