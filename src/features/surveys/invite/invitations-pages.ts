import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { errorSummary } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { groupBreakdowns } from '../campaign/part-rules.ts'
import { partTitle } from '../campaign/part-card.ts'
import { hereOf, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { countField, mayRemind, mostAddresses, readCounts, readMailLines } from './invitation-rules.ts'
import { codesForm, groupWords, mailsForm, otherGroupField, refusedLines } from './invitation-forms.ts'
import type { Refilled } from './invitation-forms.ts'
import { invite, mayInvite, remind } from './invite-commands.ts'
import type { Wish } from './invite-commands.ts'
import { findLastReminder, listInvitedGroups } from './invite-store.ts'
import type { InvitedGroup } from './invite-store.ts'
import { placePage, refusedPlace } from './place-frame.ts'
import { textsIn } from './texts.en.ts'

const personalParts = async (ask: SignedIn, place: Place): Promise<Part[]> =>
  (await listParts(ask.db, place.survey.id)).filter((part) => part.access === 'personal')

async function invitationsPage(ask: SignedIn, place: Place, refilled: Refilled | null): Promise<Page> {
  const t = textsIn(ask.language)
  const parts = await personalParts(ask, place)
  const invited = await listInvitedGroups(ask.db, place.survey.id, place.organisationId)
  const errors: FormError[] = refilled?.error ? [refilled.error] : []
  const forms = parts.map((part) => {
    const own = refilled?.partId === part.id ? refilled : null
    return html`<section>${heading(2, partTitle(ask, part), 'm')}${codesForm(ask, place, part, own)}${mailsForm(ask, place, part, own)}</section>`
  })
  const { state } = place.survey
  const ways = mayInvite(place) ? html`${forms}` : inset(state === 'draft' ? t.invitations.early : t.invitations.late)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.invitations.title)}<p class="q-lead">${t.invitations.lead}</p>
${when(refilled && refilled.refused.length > 0, () => refusedLines(ask, refilled?.refused ?? []))}
${invitedSection(ask, place, parts, invited)}${parts.length === 0 ? inset(t.invitations.noPersonal) : ways}${await remindSection(ask, place, invited)}`
  return placePage(ask, place, t.invitations.title, body)
}

function invitedSection(ask: SignedIn, place: Place, parts: readonly Part[], invited: readonly InvitedGroup[]): Html {
  const t = textsIn(ask.language).invitations
  if (invited.length === 0) return nothing
  const rows = invited.flatMap(({ partId, groups, count }) => {
    const part = parts.find(({ id }) => id === partId)
    return part ? [[partTitle(ask, part), groupWords(groups) || t.everybody, count]] : []
  })
  return html`<section>${heading(2, t.already, 'm')}${table({
    caption: t.already,
    captionHidden: true,
    columns: [{ header: t.part }, { header: t.group }, { header: t.number, numeric: true }],
    rows,
  })}${buttonGroup([linkButton({ text: t.sheets, href: urls.survey.sheets(hereOf(place)) })])}</section>`
}

async function remindSection(ask: SignedIn, place: Place, invited: readonly InvitedGroup[]): Promise<Html> {
  const t = textsIn(ask.language).invitations
  if (place.survey.state !== 'open' || invited.length === 0) return nothing
  const last = await findLastReminder(ask.db, place.survey.id, place.organisationId)
  const action = urls.survey.remind(hereOf(place))
  return html`<section>${heading(2, t.remindTitle, 'm')}<p class="govuk-body">${t.remindText}</p>
${when(last, () => html`<p class="q-missing">${last ? t.remindedOn(formatDate(last, ask.language)) : ''}</p>`)}
${when(mayRemind(last, ask.now), () => postButton({ text: t.remind, action, hidden: ask.hidden() }))}</section>`
}

export const showInvitations = async (ask: SignedIn, place: Place): Promise<Answer> => page(await invitationsPage(ask, place, null))

export async function saveInvitations(ask: SignedIn, place: Place): Promise<Answer> {
  const part = (await personalParts(ask, place)).find(({ id }) => id === ask.form.text('part'))
  if (!mayInvite(place)) return refusedPlace(ask, place, 'not-inviting')
  if (!part) return refusedPlace(ask, place, 'no-part')
  const read = ask.form.has('mails') ? wishesByMail(ask, part) : wishesByCount(ask, part)
  if ('error' in read) return invalid(await invitationsPage(ask, place, read))
  const result = await invite(ask, place, part, read.wishes)
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.invitations(hereOf(place)), textsIn(ask.language).invitations.invited(result.invited))
}

function wishesByCount(ask: SignedIn, part: Part): { wishes: Wish[] } | Refilled {
  const t = textsIn(ask.language).invitations
  const [first, ...others] = groupBreakdowns(part.breakdowns)
  const names = first?.groups ?? ['']
  const typed = names.map((_, index) => ask.form.text(countField(index)))
  const chosen = Object.fromEntries(others.map(({ code }) => [code, ask.form.text(otherGroupField(code))]))
  const read = readCounts(typed)
  if ('fault' in read) {
    const field = countField(read.field)
    const error = { field, id: `${field}-${part.id}`, message: t.countFaults[read.fault] }
    return { partId: part.id, counts: typed, chosen, mails: '', refused: [], error }
  }
  const rest = Object.fromEntries(others.flatMap(({ code, groups }) => (groups.includes(chosen[code] ?? '') ? [[code, chosen[code] ?? '']] : [])))
  return {
    wishes: read.counts.flatMap((count, index) =>
      Array.from({ length: count }, () => ({ groups: { ...(first ? { [first.code]: names[index] ?? '' } : {}), ...rest }, mail: null })),
    ),
  }
}

function wishesByMail(ask: SignedIn, part: Part): { wishes: Wish[] } | Refilled {
  const t = textsIn(ask.language).invitations
  const mails = ask.form.text('mails')
  const { lines, refused } = readMailLines(mails, groupBreakdowns(part.breakdowns))
  const message =
    lines.length + refused.length === 0 ? t.noLines : lines.length > mostAddresses ? t.tooManyLines(mostAddresses) : refused.length > 0 ? t.refusedLead : null
  if (message === null) return { wishes: lines }
  return { partId: part.id, counts: [], chosen: {}, mails, refused, error: { field: 'mails', id: `mails-${part.id}`, message } }
}

export async function saveReminder(ask: SignedIn, place: Place): Promise<Answer> {
  const result = await remind(ask, place)
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.invitations(hereOf(place)), textsIn(ask.language).invitations.reminded)
}
