import type { Answer, Crumb, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listCrumb } from '../campaign/crumbs.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import type { PlaceRefusal } from './invite-commands.ts'
import { textsIn } from './texts.en.ts'

/** The way back to what a school does in a survey. */
const placeCrumbs = (ask: SignedIn, place: Place): Crumb[] => [
  listCrumb(ask, place.organisationId),
  { text: place.survey.title, href: urls.survey.place(hereOf(place)) },
]

export const placePage = (ask: SignedIn, place: Place, title: string, body: Html): Page => ({
  title,
  body,
  here: 'surveys',
  breadcrumbs: placeCrumbs(ask, place),
})

/** What could not be done at a school's place, why, and the way back. Nothing has changed. */
export function refusedPlace(ask: SignedIn, place: Place, refusal: PlaceRefusal): Answer {
  const t = textsIn(ask.language).refusals
  const words = t[refusal]
  const body = html`${heading(1, words.title)}<p class="govuk-body">${words.sentence}</p>${linkButton({ text: t.back, href: urls.survey.place(hereOf(place)) })}`
  return { kind: 'page', status: 409, page: placePage(ask, place, words.title, body) }
}

/** The address of the site as it is typed from a sheet of paper: « qualeduc.exemple.fr/r ». */
export const shortAddress = (baseUrl: string): string => `${baseUrl.replace(/^https?:\/\//, '')}${urls.answering.door()}`
