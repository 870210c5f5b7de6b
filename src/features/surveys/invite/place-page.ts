import { formatDate } from '../../../platform/language.ts'
import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList, summaryList } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { listCrumb } from '../campaign/crumbs.ts'
import { surveyTag } from '../campaign/list-page.ts'
import { aboutRows, partCard } from '../campaign/part-card.ts'
import { listReleasedParticipation, listSchoolParticipation } from '../campaign/participation-store.ts'
import { participationSection, releasedSection } from '../campaign/participation-view.ts'
import { hereOf, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { answerOffer } from './invite-commands.ts'
import { listOwnQuestions } from './invite-store.ts'
import { refusedPlace } from './place-frame.ts'
import { nextAtPlace } from './place-rules.ts'
import type { PlaceStep } from './place-rules.ts'
import { textsIn } from './texts.en.ts'

/** What one school does in a survey: its state, the next step, the ways in, and what is asked of its people. */
export async function showPlace(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language).place
  const { survey } = place
  const parts = await listParts(ask.db, survey.id)
  const running = survey.state === 'open' || survey.state === 'closed'
  const participation = running ? await listSchoolParticipation(ask.db, survey.id, place.organisationId) : []
  const figures = survey.state === 'released' ? await listReleasedParticipation(ask.db, survey.id, place.organisationId) : []
  const own = survey.organisationId === place.organisationId
  const facts = [...(own ? [] : [t.askedBy(survey.organisationName)]), ...(survey.closesOn ? [t.until(formatDate(survey.closesOn, ask.language))] : [])]
  const asked = own ? nothing : html`${await askedSection(ask, place, parts)}${takingPartSection(ask, place)}`
  const ways = waysSection(ask, place, parts)
  // Before the opening, what is asked is read first; then people are let in.
  const body = html`${heading(1, survey.title)}<p>${surveyTag(ask, survey.state)} <span class="q-missing">${facts.join(' · ')}</span></p>
${nextSection(ask, place, parts, participation.length > 0)}${survey.state === 'offered' ? html`${asked}${ways}` : ways}
${when(running, () => participationSection(ask.language, { parts, several: false, participation }))}
${releasedSection(ask.language, parts, figures)}${survey.state === 'offered' ? nothing : asked}
${when(own && may(ask.caller, 'survey.read', survey), () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.survey.show({ survey: survey.id })}">${t.survey}</a></p>`)}`
  return page({ title: survey.title, body, here: 'surveys', breadcrumbs: [listCrumb(ask, place.organisationId)] })
}

function nextSection(ask: SignedIn, place: Place, parts: readonly Part[], invited: boolean): Html {
  const t = textsIn(ask.language).place
  const step = nextAtPlace({
    state: place.survey.state,
    declined: place.declined === true,
    invited,
    mayInvite: may(ask.caller, 'survey.invite', place),
    mayRead: may(ask.caller, 'survey.results', place),
    accesses: parts.map(({ access }) => access),
  })
  return html`<section aria-labelledby="next">${heading(2, t.nextTitle, 'm', 'next')}<p class="govuk-body">${t.steps[step].sentence}</p>${stepButton(ask, place, step)}</section>`
}

function stepButton(ask: SignedIn, place: Place, step: PlaceStep): Html {
  const text = textsIn(ask.language).place.steps[step].button
  const here = hereOf(place)
  const hrefs: Partial<Record<PlaceStep, string>> = {
    'prepare-invitations': urls.survey.invitations(here),
    'prepare-questions': urls.survey.additions(here),
    invite: urls.survey.invitations(here),
    'invite-in-session': urls.survey.sessions(here),
    session: urls.survey.sessions(here),
    wait: '#participation',
    read: urls.survey.results(here),
  }
  const href = hrefs[step]
  return text && href ? buttonGroup([linkButton({ text, href })]) : nothing
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
  if (cards.length === 0 || state === 'closed' || state === 'released' || place.declined) return nothing
  return html`<section aria-labelledby="ways">${heading(2, t.waysTitle, 'm', 'ways')}${cardList(cards, 'grid')}</section>`
}

/** What who asks has chosen: a school reads it before it hands anything out. */
async function askedSection(ask: SignedIn, place: Place, parts: readonly Part[]): Promise<Content> {
  const t = textsIn(ask.language).place
  const { survey } = place
  const added = await listOwnQuestions(ask.db, survey.id, place.organisationId)
  const cards = parts.map((part) =>
    partCard(ask, part, {
      survey,
      additions: added.find(({ partId }) => partId === part.id)?.questions ?? [],
      trial: urls.survey.placeTrial({ ...hereOf(place), part: part.id }),
    }),
  )
  return html`<section aria-labelledby="asked">${heading(2, t.askedTitle, 'm', 'asked')}${cardList(cards)}${summaryList(aboutRows(ask, survey))}</section>`
}

/** The head's own decision, until the survey opens. */
function takingPartSection(ask: SignedIn, place: Place): Html {
  const t = textsIn(ask.language).place
  if (place.survey.state !== 'offered' || !may(ask.caller, 'survey.decline', place)) return nothing
  const button = place.declined
    ? postButton({ text: t.takePart, action: urls.survey.takePart(hereOf(place)), hidden: ask.hidden() })
    : postButton({ text: t.decline, action: urls.survey.decline(hereOf(place)), hidden: ask.hidden() })
  return html`<section aria-labelledby="taking-part">${heading(2, t.takingPartTitle, 'm', 'taking-part')}
<p class="govuk-body">${place.declined ? t.takePartText : t.declineText(place.survey.organisationName)}</p>${buttonGroup([button])}</section>`
}

async function answered(ask: SignedIn, place: Place, declines: boolean): Promise<Answer> {
  const t = textsIn(ask.language).place
  const result = await answerOffer(ask, place, declines)
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.place(hereOf(place)), declines ? t.declined : t.takesPart)
}

export const saveDecline = (ask: SignedIn, place: Place): Promise<Answer> => answered(ask, place, true)
export const saveTakePart = (ask: SignedIn, place: Place): Promise<Answer> => answered(ask, place, false)
