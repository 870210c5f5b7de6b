import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { FormError } from '../../../ui/form.ts'
import { urls } from '../../../urls.ts'
import { invitePerson } from '../../accounts/invitations.ts'
import type { InvitationRefusal } from '../../accounts/invitations.ts'
import { isEmail, isName } from '../../accounts/rules.ts'
import { findSheet } from '../directory/store.ts'
import type { Sheet } from '../directory/store.ts'
import { readRole } from '../team/invite-pages.ts'
import { createPage, readAccount } from './create-page.ts'
import type { AccountDraft, TypedAccount } from './create-page.ts'
import { findPlace } from './place.ts'
import { findAccount } from './store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const findFixed = async (ask: SignedIn, id: string | null): Promise<Sheet | null> => (isId(id) ? findSheet(ask.db, id) : null)

/** `?organisation=` and `?personne=` say beforehand where, or who. */
export async function showCreate(ask: SignedIn): Promise<Answer> {
  const person = ask.query.get('personne')
  const known = isId(person) ? await findAccount(ask.db, person, ask.today) : null
  const fixed = await findFixed(ask, ask.query.get('organisation'))
  return page(createPage(ask, { typed: { name: known?.name ?? '', email: known?.email ?? '', role: '', where: '', organisation: '' }, fixed }))
}

const fieldOf: Record<InvitationRefusal, keyof TypedAccount> = {
  'bad-email': 'email',
  'bad-name': 'name',
  'no-such-organisation': 'where',
  'not-yours-to-give': 'role',
  'already-there': 'email',
}

/** Everything that is wrong at once, in the order of the page. */
function errorsOf(typed: TypedAccount, t: Texts['create']): FormError[] {
  const error = (field: keyof TypedAccount, message: string): FormError => ({ field, id: field, message })
  return [
    ...(isName(typed.name) ? [] : [error('name', t.refusals['bad-name'])]),
    ...(isEmail(typed.email) ? [] : [error('email', t.refusals['bad-email'])]),
    ...(readRole(typed.role) ? [] : [error('role', t.noRole)]),
  ]
}

export async function saveCreate(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).create
  const typed = readAccount(ask.form)
  const fixed = ask.form.text('fixed') ? await findFixed(ask, typed.organisation) : null
  const refuse = (field: keyof TypedAccount, message: string, more: Partial<AccountDraft> = {}): Answer => {
    const errors: FormError[] = [{ field, id: field, message }]
    return invalid(createPage(ask, { typed, errors, fixed, ...more }))
  }
  const role = readRole(typed.role)
  const errors = errorsOf(typed, t)
  if (!role || errors.length > 0) return invalid(createPage(ask, { typed, errors, fixed }))
  const place = await findPlace(ask.db, role, typed)
  if ('candidates' in place) return refuse('organisation', t.choose, { candidates: place.candidates })
  if ('fault' in place) return refuse('where', place.fault === 'too-many' ? t.tooMany : t.notFound)
  const { baseUrl } = ask.services.config
  const result = await invitePerson(ask.db, {
    ...typed,
    role,
    organisationId: place.found.id,
    language: ask.language,
    actor: ask.caller,
    baseUrl,
    now: ask.now,
  })
  if ('refused' in result) return refuse(fieldOf[result.refused], t.refusals[result.refused])
  return redirect(urls.operator.accounts({}, { q: typed.email }), t.done(typed.email))
}
