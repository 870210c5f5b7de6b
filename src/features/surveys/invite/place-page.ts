import { formatDate } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { listReleasedParticipation, listSchoolParticipation } from '../campaign/participation-store.ts'
import { listCrumb } from '../campaign/crumbs.ts'
import { surveyTag } from '../campaign/list-page.ts'
import { participationSection, releasedSection } from '../campaign/participation-view.ts'
import { listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { hereOf } from './place-frame.ts'
import { textsIn } from './texts.en.ts'

/** What one school does in a survey: its state, the next step, the ways in. */
export async function showPlace(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language).place
  const { survey } = place
  const parts = await listParts(ask.db, survey.id)
  const running = survey.state === 'open' || survey.state === 'closed'
  const participation = running ? await listSchoolParticipation(ask.db, survey.id, place.organisationId) : []
  const figures = survey.state === 'released' ? await listReleasedParticipation(ask.db, survey.id, place.organisationId) : []
  const own = survey.organisationId === place.organisationId
  const until = survey.closesOn ? t.until(formatDate(survey.closesOn, ask.language)) : ''
  const body = html`${heading(1, survey.title)}<p>${surveyTag(ask, survey.state)} <span class="q-missing">${own ? until : `${t.askedBy(survey.organisationName)} ${until}`}</span></p>
${nextSection(ask, place, participation.length > 0)}${waysSection(ask, place, parts)}
${when(running, () => participationSection(ask.language, { parts, several: false, participation }))}
${releasedSection(ask.language, parts, figures)}
${when(own && may(ask.caller, 'survey.read', survey), () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.survey.show({ survey: survey.id })}">${t.survey}</a></p>`)}`
  return page({ title: survey.title, body, here: 'surveys', breadcrumbs: [listCrumb(ask, place.organisationId)] })
}

function nextSection(ask: SignedIn, place: Place, invited: boolean): Html {
  const t = textsIn(ask.language).place
  const sentence = {
    draft: t.draft,
    offered: t.waitOpening,
    open: invited ? t.waitAnswers : t.inviteNow,
    closed: t.closed,
    released: t.released,
  }[place.survey.state]
  const read = place.survey.state === 'released' && may(ask.caller, 'survey.results', place)
  return html`<section aria-labelledby="next">${heading(2, t.nextTitle, 'm', 'next')}<p class="govuk-body">${sentence}</p>
${when(read, () => buttonGroup([linkButton({ text: t.read, href: urls.survey.results(hereOf(place)) })]))}</section>`
}

function waysSection(ask: SignedIn, place: Place, parts: readonly Part[]): Html {
  const t = textsIn(ask.language).place
  const here = hereOf(place)
  const { state } = place.survey
  const invites = may(ask.caller, 'survey.invite', place)
  const has = (access: Part['access']): boolean => parts.some((part) => part.access === access)
  const ways: [boolean, Card][] = [
    [invites && has('personal'), { title: t.invitations, href: urls.survey.invitations(here), content: html`<p>${t.invitationsWhy}</p>` }],
    [has('session') || has('shared'), { title: t.sessions, href: urls.survey.sessions(here), content: html`<p>${t.sessionsWhy}</p>` }],
    [invites, { title: t.paper, href: urls.survey.paper(here), content: html`<p>${t.paperWhy}</p>` }],
    [invites && state !== 'open', { title: t.additions, href: urls.survey.additions(here), content: html`<p>${t.additionsWhy}</p>` }],
  ]
  const cards = ways.filter(([shown]) => shown).map(([, card]) => card)
  if (cards.length === 0 || state === 'closed' || state === 'released') return nothing
  return html`<section aria-labelledby="ways">${heading(2, t.waysTitle, 'm', 'ways')}${cardList(cards, 'grid')}</section>`
}
