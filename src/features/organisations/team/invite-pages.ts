import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { roles } from '../../../platform/session.ts'
import type { Role } from '../../../platform/session.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { invitePerson } from '../../accounts/invitations.ts'
import type { InvitationRefusal } from '../../accounts/invitations.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { rolesGivenBy } from '../../accounts/rules.ts'
import { homeCrumb } from '../crumbs.ts'
import type { Organisation } from '../store.ts'
import { textsIn } from './texts.en.ts'

interface TypedInvitation {
  name: string
  email: string
  role: string
}

const fieldOf: Record<InvitationRefusal, keyof TypedInvitation> = {
  'bad-email': 'email',
  'bad-name': 'name',
  'no-such-organisation': 'role',
  'not-yours-to-give': 'role',
  'already-there': 'email',
}

function invitePage(ask: SignedIn, organisation: Organisation, typed: TypedInvitation, refused?: InvitationRefusal): Page {
  const t = textsIn(ask.language)
  const here = { organisation: organisation.id }
  const errors = refused ? [{ field: fieldOf[refused], id: fieldOf[refused], message: t.invite.refusals[refused] }] : []
  const error = errorsBy(errors, t.errorPrefix)
  const choices = rolesGivenBy(ask.caller, organisation).map((role) => ({ value: role, text: roleNames[ask.language][role], hint: t.team.mayDo[role] }))
  const content = html`${textField({ id: 'name', name: 'name', label: t.invite.name, value: typed.name, autocomplete: 'off', error: error('name') })}
${textField({ id: 'email', name: 'email', label: t.invite.email, hint: t.invite.emailHint, value: typed.email, type: 'email', autocomplete: 'off', spellcheck: false, error: error('email') })}
${radios({ id: 'role', name: 'role', legend: t.invite.role, choices, value: typed.role, error: error('role') })}
${buttonGroup([button({ text: t.invite.button }), linkButton({ text: t.cancel, href: urls.school.team(here), kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.invite.title)}<p class="q-lead">${t.invite.lead}</p>
${choices.length === 0 ? html`<p class="govuk-body">${t.invite.noneToGive}</p>` : form({ action: urls.school.invite(here), hidden: ask.hidden(), content })}`
  return { title: t.invite.title, body, here: 'school', breadcrumbs: [homeCrumb(organisation), { text: t.team.title, href: urls.school.team(here) }] }
}

/** `?role=head` chooses beforehand: the way out of a refusal leads here. */
export function showInvite(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const given = rolesGivenBy(ask.caller, organisation)
  const wished = given.find((role) => role === ask.query.get('role')) ?? (given.length === 1 ? given[0] : '')
  return Promise.resolve(page(invitePage(ask, organisation, { name: '', email: '', role: wished ?? '' })))
}

export async function sendInvite(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const typed = { name: ask.form.text('name'), email: ask.form.text('email'), role: ask.form.text('role') }
  const role = readRole(typed.role)
  const result = await invite(ask, organisation, typed, role)
  if ('refused' in result) return invalid(invitePage(ask, organisation, typed, result.refused))
  return redirect(urls.school.team({ organisation: organisation.id }), textsIn(ask.language).invite.sent(typed.email))
}

async function invite(ask: SignedIn, organisation: Organisation, typed: TypedInvitation, role: Role | null): ReturnType<typeof invitePerson> {
  if (!role) return { refused: 'not-yours-to-give' }
  const { config } = ask.services
  return invitePerson(ask.db, { ...typed, role, organisationId: organisation.id, language: ask.language, actor: ask.caller, baseUrl: config.baseUrl, now: ask.now })
}

export const readRole = (text: string): Role | null => roles.find((role) => role === text) ?? null
