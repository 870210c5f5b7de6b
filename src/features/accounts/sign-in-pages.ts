import { forbiddenThrottle, failuresOf, recordFailure } from './throttle.ts'
import { applyScope, nobody } from '../../platform/database.ts'
import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity.ts'
import { invalid, page, redirect } from '../../platform/web/answer.ts'
import type { Answer, CookieChange } from '../../platform/web/answer.ts'
import { tokenFor } from '../../platform/web/forgery.ts'
import { anyone, get, post, signedIn } from '../../platform/web/route.ts'
import type { Ask, Route } from '../../platform/web/route.ts'
import { button } from '../../ui/buttons.ts'
import { passwordField, textField } from '../../ui/fields.ts'
import { errorSummary, form, hiddenField } from '../../ui/form.ts'
import { html, join, nothing, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { isPassword } from './passwords.ts'
import { createSession, deleteSession, sessionDays } from './sessions.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const textsIn = (ask: Ask) => (ask.language === 'fr' ? fr : en)

/** Where to go after sign-in: a path of ours, never another site. */
export const safePath = (path: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(path) && path !== urls.signIn() ? path : urls.home())

interface Wish {
  email: string
  next: string
  /** A change that was being sent when the session ended: its address and its fields. */
  kept: { to: string; entries: [string, string][] } | null
  error: string | null
}

/** Sign-in asked in the middle of something: after it, the person comes back there, with what she had written. */
export function askToSignIn(ask: Ask, entries: [string, string][]): Answer {
  if (ask.method === 'get') return redirect(urls.signIn({}, { suite: ask.path === '/' ? undefined : ask.path }))
  return { kind: 'page', status: 401, page: signInPage(ask, { email: '', next: urls.home(), kept: { to: ask.path, entries }, error: null }) }
}

function signInPage(ask: Ask, wish: Wish) {
  const t = textsIn(ask)
  const error = wish.error ? [{ field: 'email', id: 'email', message: wish.error }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors: error })}${heading(1, t.signIn.title)}
${when(wish.kept, () => inset(t.signIn.kept))}
${form({
  action: urls.signIn(),
  content: html`${hiddenField({ name: 'next', value: wish.next })}${keptFields(wish.kept)}
${textField({ id: 'email', name: 'email', label: t.signIn.email, type: 'email', autocomplete: 'username', value: wish.email, ...(wish.error ? { error: { prefix: t.errorPrefix, message: wish.error } } : {}) })}
${passwordField({ id: 'password', name: 'password', label: t.signIn.password, autocomplete: 'current-password' })}
${button({ text: t.signIn.button })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.forgotPassword()}">${t.signIn.forgot}</a></p>`
  return { title: t.signIn.title, body, plain: true }
}

function keptFields(kept: Wish['kept']): Html {
  if (!kept) return nothing
  return html`${hiddenField({ name: 'kept-to', value: kept.to })}<textarea name="kept-entries" hidden readonly aria-hidden="true">${JSON.stringify(kept.entries)}</textarea>`
}

function readKept(ask: Ask): Wish['kept'] {
  const to = ask.form.text('kept-to')
  if (!to || safePath(to) !== to) return null
  return { to, entries: parseEntries(ask.form.text('kept-entries')) }
}

function parseEntries(text: string): [string, string][] {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value)) return []
    return value.flatMap((entry: unknown): [string, string][] =>
      Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string' ? [[entry[0], entry[1]]] : [],
    )
  } catch {
    return []
  }
}

async function trySignIn(ask: Ask): Promise<Answer> {
  const t = textsIn(ask)
  const email = ask.form.text('email')
  const password = ask.form.text('password')
  const wish = { email, next: safePath(ask.form.text('next')), kept: readKept(ask) }
  if (!email || !password) return invalid(signInPage(ask, { ...wish, error: t.signIn.missing }))
  if ((await failuresOf(ask.db, ask.address, email, ask.now)).tooMany) return forbiddenThrottle(ask.language)
  const { rows } = await sql<{ person_id: string; password_hash: string | null; deactivated: boolean }>`select * from find_sign_in(${email})`.execute(ask.db)
  const known = rows[0]
  const matches = await isPassword(known?.password_hash ?? null, password)
  if (!known || !matches || known.deactivated) {
    await recordFailure(ask.db, ask.address, email)
    return invalid(signInPage(ask, { ...wish, error: t.signIn.failed }), { keep: true })
  }
  const cookie = await openSessionFor(ask, known.person_id)
  if (wish.kept) return { kind: 'page', status: 200, page: resumePage(ask, wish.kept, cookie.sessionId), cookies: [cookie.change] }
  return { ...redirect(wish.next), cookies: [cookie.change] }
}

/** Opens a session for a person whose identity was just checked. */
export async function openSessionFor(ask: Ask, personId: string): Promise<{ change: CookieChange; sessionId: string }> {
  await applyScope(ask.db, { ...nobody, personId })
  const value = await createSession(ask.db, { personId, device: ask.userAgent, now: ask.now, secondFactorPassed: false })
  await recordActivity(ask.db, { organisationId: null, actorId: personId, kind: 'session.opened', subjectKind: 'person', subjectId: personId })
  const { rows } = await sql<{ id: string }>`select session_id as id from open_session(sha256(convert_to(${value}, 'UTF8')), ${ask.now})`.execute(ask.db)
  return { change: { name: 'session', value, maxAge: sessionDays * 86_400 }, sessionId: rows[0]?.id ?? '' }
}

/** Shows again what was being sent when the session ended, to be looked at and then saved by the person herself. */
function resumePage(ask: Ask, kept: NonNullable<Wish['kept']>, sessionId: string) {
  const t = textsIn(ask).resume
  const readable = kept.entries.filter(([, value]) => value.length > 0 && /[\p{L}]/u.test(value) && !/^[0-9a-f-]{36}$/.test(value))
  const body = html`${heading(1, t.title)}<p class="govuk-body">${t.intro}</p>
${join(readable.map(([, value]) => html`<blockquote class="govuk-inset-text">${value}</blockquote>`))}
${form({
  action: kept.to,
  hidden: [{ name: '_csrf', value: tokenFor(ask.services.secrets, sessionId) }],
  content: html`${join(kept.entries.map(([name, value]) => html`<textarea name="${name}" hidden readonly aria-hidden="true">${value}</textarea>`))}
${button({ text: t.button })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.myPage()}">${t.abandon}</a></p>`
  return { title: t.title, body, plain: true }
}

export const signInRoutes: readonly Route[] = [
  get(
    urls.signIn,
    anyone((ask) => Promise.resolve(ask.caller ? redirect(urls.home()) : page(signInPage(ask, { email: '', next: safePath(ask.query.get('suite') ?? '/'), kept: null, error: null })))),
  ),
  post(urls.signIn, anyone(trySignIn)),
  post(
    urls.signOut,
    signedIn(
      async (ask) => {
        await deleteSession(ask.db, ask.caller.sessionId)
        return { ...redirect(urls.signIn(), textsIn(ask).signIn.signedOut), cookies: [{ name: 'session', value: null }] }
      },
      { beforeSecondFactor: true },
    ),
  ),
]
