import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { roles } from '../../../platform/session.ts'
import type { Role } from '../../../platform/session.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { invitePerson } from '../../accounts/invitations.ts'
import type { InvitationRefusal } from '../../accounts/invitations.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { isEmail, isName, rolesGivenBy } from '../../accounts/rules.ts'
import { homeCrumb } from '../crumbs.ts'
import type { Organisation } from '../store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

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

/** Everything that is wrong at once, in the order of the page. */
function errorsOf(typed: TypedInvitation, t: Texts): FormError[] {
  const error = (field: keyof TypedInvitation, message: string): FormError => ({ field, id: field, message })
  return [
    ...(isName(typed.name) ? [] : [error('name', t.invite.refusals['bad-name'])]),
    ...(isEmail(typed.email) ? [] : [error('email', t.invite.refusals['bad-email'])]),
    ...(typed.role ? [] : [error('role', t.invite.noRole)]),
  ]
}

function invitePage(ask: SignedIn, organisation: Organisation, typed: TypedInvitation, errors: readonly FormError[] = []): Page {
  const t = textsIn(ask.language)
  const here = { organisation: organisation.id }
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
  const t = textsIn(ask.language)
  const errors = errorsOf(typed, t)
  if (errors.length > 0) return invalid(invitePage(ask, organisation, typed, errors))
  const result = await invite(ask, organisation, typed, readRole(typed.role))
  if ('refused' in result) {
    const field = fieldOf[result.refused]
    return invalid(invitePage(ask, organisation, typed, [{ field, id: field, message: t.invite.refusals[result.refused] }]))
  }
  return redirect(urls.school.team({ organisation: organisation.id }), t.invite.sent(typed.email))
}

async function invite(ask: SignedIn, organisation: Organisation, typed: TypedInvitation, role: Role | null): ReturnType<typeof invitePerson> {
  if (!role) return { refused: 'not-yours-to-give' }
  const { config } = ask.services
  return invitePerson(ask.db, {
    ...typed,
    role,
    organisationId: organisation.id,
    language: ask.language,
    actor: ask.caller,
    baseUrl: config.baseUrl,
    now: ask.now,
  })
}

export const readRole = (text: string): Role | null => roles.find((role) => role === text) ?? null
