import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { hasErrors } from '../../../platform/web/form.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { select, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { groupBreakdowns } from '../campaign/part-rules.ts'
import { partTitle } from '../campaign/part-card.ts'
import { hereOf, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { groupWords } from './invitation-forms.ts'
import { openDoor } from './invite-commands.ts'
import { listDoors } from './invite-store.ts'
import type { DoorRow } from './invite-store.ts'
import { placePage, refusedPlace } from './place-frame.ts'
import { groupField, mostSeats, readSession, sessionErrors, usualMinutes } from './session-rules.ts'
import type { TypedSession } from './session-rules.ts'
import { formatTime } from './time-words.ts'
import { textsIn } from './texts.en.ts'

const untyped: TypedSession = { partId: '', seats: '', minutes: String(usualMinutes), name: '', groups: {} }

export const isOver = (door: DoorRow, place: Place, now: Date): boolean => place.survey.state !== 'open' || (door.openUntil !== null && door.openUntil <= now)

async function sessionsPage(ask: SignedIn, place: Place, typed: TypedSession, faults: FieldErrors = {}): Promise<Page> {
  const t = textsIn(ask.language)
  const parts = await listParts(ask.db, place.survey.id)
  const inSession = parts.filter((part) => part.access === 'session')
  const doors = await listDoors(ask.db, place.survey.id, place.organisationId)
  const running = doors.filter((door) => !isOver(door, place, ask.now))
  const errors = Object.entries(faults).map(([field, message]) => ({ field, id: fieldId(field, typed.partId), message }))
  const open = place.survey.state === 'open'
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.sessions.title)}<p class="q-lead">${t.sessions.lead}</p>
${doorsSection(ask, place, t.sessions.running, running, parts)}
${open ? html`${inSession.map((part) => sessionForm(ask, place, part, typed, errors))}${sharedSection(ask, place, parts, doors)}` : inset(t.sessions.notOpen)}
${when(open && inSession.length === 0, () => html`<p class="q-missing">${t.sessions.none}</p>`)}
${doorsSection(
  ask,
  place,
  t.sessions.ended,
  doors.filter((door) => !running.includes(door)),
  parts,
)}`
  return placePage(ask, place, t.sessions.title, body)
}

const fieldId = (field: string, partId: string): string => `${field}-${partId}`

function doorsSection(ask: SignedIn, place: Place, title: string, doors: readonly DoorRow[], parts: readonly Part[]): Html {
  const t = textsIn(ask.language).sessions
  if (doors.length === 0) return nothing
  const cards = doors.map((door) => {
    const part = parts.find(({ id }) => id === door.partId)
    const facts = [
      part ? partTitle(ask, part) : '',
      groupWords(door.groups),
      door.seats === null ? '' : t.seatsOf(door.seats),
      door.openUntil ? t.runningUntil(formatTime(door.openUntil, ask.language)) : '',
    ]
    return {
      title: door.name || (door.kind === 'session' ? `${t.session} ${groupWords(door.groups)}` : t.shared),
      href: urls.survey.session({ ...hereOf(place), door: door.id }),
      content: html`<p>${facts.filter(Boolean).join(' · ')}</p>`,
    }
  })
  return html`<section>${heading(2, title, 'm')}${cardList(cards)}</section>`
}

function sessionForm(ask: SignedIn, place: Place, part: Part, typed: TypedSession, errors: readonly { field: string; id: string; message: string }[]): Html {
  const t = textsIn(ask.language)
  const own = typed.partId === part.id ? typed : untyped
  const error = errorsBy(typed.partId === part.id ? errors : [], t.errorPrefix)
  const groups = groupBreakdowns(part.breakdowns).map(({ code, title, groups: known }) => {
    const name = groupField(code)
    const options = [{ value: '', text: t.sessions.choose }, ...known.map((group) => ({ value: group, text: group }))]
    return select({ id: fieldId(name, part.id), name, label: title, value: own.groups[code], options, error: error(name) })
  })
  const line = (name: 'seats' | 'minutes', hint?: string): Html =>
    textField({
      id: fieldId(name, part.id),
      name,
      label: t.sessions[name],
      hint,
      value: own[name],
      width: 4,
      inputmode: 'numeric',
      autocomplete: 'off',
      error: error(name),
    })
  return html`<section>${heading(2, `${t.sessions.openTitle} – ${part.definition.title.fr}`, 'm')}${form({
    action: urls.survey.sessions(hereOf(place)),
    hidden: [...ask.hidden(), { name: 'part', value: part.id }],
    content: html`${groups}${line('seats', t.sessions.seatsHint)}${line('minutes')}
${textField({ id: fieldId('name', part.id), name: 'name', label: t.sessions.name, value: own.name, maxLength: 80, width: 20, autocomplete: 'off' })}${buttonGroup([button({ text: t.sessions.open })])}`,
  })}</section>`
}

function sharedSection(ask: SignedIn, place: Place, parts: readonly Part[], doors: readonly DoorRow[]): Html {
  const t = textsIn(ask.language).sessions
  const without = parts.filter((part) => part.access === 'shared' && !doors.some((door) => door.kind === 'shared' && door.partId === part.id))
  if (without.length === 0 || !may(ask.caller, 'survey.invite', place)) return nothing
  const forms = without.map((part) =>
    form({
      action: urls.survey.sessions(hereOf(place)),
      hidden: [...ask.hidden(), { name: 'part', value: part.id }, { name: 'kind', value: 'shared' }],
      content: buttonGroup([button({ text: t.openShared, about: part.definition.title.fr, kind: 'secondary' })]),
    }),
  )
  return html`<section>${heading(2, t.sharedTitle, 'm')}<p class="govuk-body">${t.sharedLead}</p>${forms}</section>`
}

export const showSessions = async (ask: SignedIn, place: Place): Promise<Answer> => page(await sessionsPage(ask, place, untyped))

export async function saveSession(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'open') return refusedPlace(ask, place, 'not-open')
  const parts = await listParts(ask.db, place.survey.id)
  if (ask.form.text('kind') === 'shared') return saveShared(ask, place, parts)
  const inSession = parts.filter((part) => part.access === 'session')
  const typed = readSession(ask.form, inSession)
  const part = inSession.find(({ id }) => id === typed.partId)
  if (!part) return refusedPlace(ask, place, 'no-part')
  const errors = sessionErrors(typed, inSession, textsIn(ask.language).sessions.errors)
  if (hasErrors(errors)) return invalid(await sessionsPage(ask, place, typed, errors))
  const wish = {
    kind: 'session' as const,
    name: typed.name,
    groups: typed.groups,
    seats: Math.min(Number(typed.seats), mostSeats),
    minutes: Number(typed.minutes),
  }
  return opened(ask, place, await openDoor(ask, place, part, wish))
}

async function saveShared(ask: SignedIn, place: Place, parts: readonly Part[]): Promise<Answer> {
  const part = parts.find(({ id, access }) => access === 'shared' && id === ask.form.text('part'))
  if (!part || !may(ask.caller, 'survey.invite', place)) return refusedPlace(ask, place, 'no-part')
  const known = (await listDoors(ask.db, place.survey.id, place.organisationId)).find((door) => door.kind === 'shared' && door.partId === part.id)
  if (known) return opened(ask, place, known)
  return opened(ask, place, await openDoor(ask, place, part, { kind: 'shared', name: '', groups: {}, seats: null, minutes: null }))
}

function opened(ask: SignedIn, place: Place, result: Awaited<ReturnType<typeof openDoor>>): Answer {
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.session({ ...hereOf(place), door: result.id }))
}
