import { writePoster } from '../../../platform/documents/survey-sheets.ts'
import { formatDate } from '../../../platform/language.ts'
import { download, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { qrCode } from '../../accounts/qr-code.ts'
import { codeOf, formatCode } from '../ballots/codes.ts'
import { findSurveyKey } from '../ballots/keys.ts'
import { listSchoolParticipation } from '../campaign/participation-store.ts'
import { answeredWords } from '../campaign/participation-view.ts'
import { findPart, hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { endSession } from './invite-commands.ts'
import { findDoorRow } from './invite-store.ts'
import type { DoorRow } from './invite-store.ts'
import { groupWords } from './invitation-forms.ts'
import { placePage, shortAddress } from './place-frame.ts'
import { printedWords } from './printed-words.ts'
import { qrSvg } from './qr-svg.ts'
import { isOver } from './sessions-pages.ts'
import { textsIn } from './texts.en.ts'
import { formatTime } from './time-words.ts'

/** A route on one session or link of a school; one that is not there is nobody's. */
export const onDoor =
  (handle: (ask: SignedIn, place: Place, door: DoorRow) => Promise<Answer>) =>
  async (ask: SignedIn, place: Place): Promise<Answer> => {
    const door = await findDoorRow(ask.db, place.survey.id, place.organisationId, ask.params['door'] ?? '')
    return door ? handle(ask, place, door) : notFound()
  }

async function codeFor(ask: SignedIn, door: DoorRow, surveyId: string): Promise<string | null> {
  const key = await findSurveyKey(ask.services.config.dataDir, surveyId)
  return key ? codeOf(key, door.id) : null
}

const linkOf = (ask: SignedIn, code: string): string => `${ask.services.config.baseUrl}${urls.answering.form({ token: code })}`

/** The page that is projected: a square to photograph, a short address, a code in large letters. */
export async function showSession(ask: SignedIn, place: Place, door: DoorRow): Promise<Answer> {
  const t = textsIn(ask.language)
  const code = await codeFor(ask, door, place.survey.id)
  if (ask.query.get('affiche') === 'pdf' && code) return givePoster(ask, place, door, code)
  const over = isOver(door, place, ask.now)
  const title = [place.survey.title, door.name || groupWords(door.groups)].filter(Boolean).join(' – ')
  const here = { ...hereOf(place), door: door.id }
  const until = door.openUntil ? html`<p class="govuk-body">${t.session.until(formatTime(door.openUntil, ask.language))}</p>` : ''
  const entrance = over ? inset(t.session.over) : code ? html`${ways(ask, code)}${until}` : inset(t.session.codeGone)
  const links = [
    linkButton({ text: t.session.refresh, href: urls.survey.session(here), kind: 'secondary' }),
    linkButton({ text: t.session.poster, href: `${urls.survey.session(here)}?affiche=pdf`, kind: 'quiet' }),
  ]
  const body = html`${heading(1, title)}${entrance}${await answersLine(ask, place, door)}${when(!over, () => buttonGroup(links))}
${when(!over && door.kind === 'session', () => postButton({ text: t.session.end, action: urls.survey.endSession(here), hidden: ask.hidden() }))}`
  const crumb = { text: t.sessions.title, href: urls.survey.sessions(hereOf(place)) }
  const shown = placePage(ask, place, title, body)
  return page({ ...shown, breadcrumbs: [...(shown.breadcrumbs ?? []), crumb], wide: true })
}

function ways(ask: SignedIn, code: string): Html {
  const t = textsIn(ask.language).session
  return html`<p class="q-lead">${t.lead}</p><div class="q-projected">${qrCode(linkOf(ask, code), t.qr)}
<div><p>${t.address}<br><strong class="q-projected__address">${shortAddress(ask.services.config.baseUrl)}</strong></p>
<p>${t.code}<br><strong class="q-projected__code">${formatCode(code)}</strong></p></div></div>`
}

/** Rounded, from eleven up: fewer would tell who has just sent. */
async function answersLine(ask: SignedIn, place: Place, door: DoorRow): Promise<Html> {
  const t = textsIn(ask.language).session
  const same = JSON.stringify(Object.entries(door.groups).sort())
  const lines = place.survey.state === 'open' ? await listSchoolParticipation(ask.db, place.survey.id, place.organisationId) : []
  const own = lines.find((line) => line.partId === door.partId && JSON.stringify(Object.entries(line.groups).sort()) === same)
  return html`<p class="govuk-body">${when(own, () => t.answers(answeredWords(ask.language, own?.answered ?? null)))} <span class="q-missing">${t.answersNote}</span></p>`
}

async function givePoster(ask: SignedIn, place: Place, door: DoorRow, code: string): Promise<Answer> {
  const { sheets, session } = textsIn('fr')
  const part = await findPart(ask.db, place.survey.id, door.partId)
  if (!part) return notFound()
  const bytes = await writePoster({
    title: place.survey.title,
    school: place.schoolName,
    purpose: place.survey.purpose,
    address: shortAddress(ask.services.config.baseUrl),
    code: formatCode(code),
    until: place.survey.closesOn ? sheets.until(formatDate(place.survey.closesOn, 'fr')) : '',
    qr: qrSvg(linkOf(ask, code)),
    qrAlt: sheets.qrAlt,
    languages: printedWords(
      part,
      place.survey.threshold,
      part.definition.languages.map(({ tag }) => tag),
    ),
  })
  return download(`${session.fileName}.pdf`, 'application/pdf', bytes)
}

export async function saveEndSession(ask: SignedIn, place: Place, door: DoorRow): Promise<Answer> {
  if (door.kind === 'session' && !isOver(door, place, ask.now)) await endSession(ask, place, door)
  return redirect(urls.survey.session({ ...hereOf(place), door: door.id }), textsIn(ask.language).session.ended)
}
