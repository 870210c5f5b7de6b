import { page, redirect } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { anyone, get, post, signedIn } from '../../platform/web/route.ts'
import type { Ask, Route, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { goOn, signInAs } from './after-sign-in.ts'
import { onwardFromForm, onwardFromInterrupted, onwardFromQuery } from './onward.ts'
import { isPassword } from './passwords.ts'
import { resumePage } from './resume-page.ts'
import { secondFactorPage } from './second-factor-page.ts'
import { deleteSession } from './sessions.ts'
import { signInPage } from './sign-in-page.ts'
import { findSignIn } from './store.ts'
import { attemptOf, forgetFailures, isThrottled, recordFailure } from './throttle.ts'
import { textsIn } from './words.ts'

/** A text kept over sign-in comes back with it: as large as any plain form, and a little more for its names. */
export const keptLimit = 13 * 1024 * 1024

/** Sign-in (or the second factor) asked in the middle of something: after it, the person comes back there, with what she had written. */
export async function askToSignIn(ask: Ask, entries: [string, string][]): Promise<Answer> {
  const onward = onwardFromInterrupted(ask, entries)
  if (ask.method === 'get') return redirect(urls.signIn({}, { suite: onward.next === urls.home() ? undefined : onward.next }))
  if (ask.caller) return { kind: 'page', status: 401, page: await secondFactorPage({ ...ask, caller: ask.caller }, onward) }
  return { kind: 'page', status: 401, page: signInPage(ask, { email: '', onward, error: null }) }
}

/** A form drawn for another session: shown again to its author, to be saved with one press; to nobody else. */
export function askToResume(ask: SignedIn, entries: [string, string][]): Answer {
  const { kept } = onwardFromInterrupted(ask, entries)
  return kept ? { kind: 'page', status: 403, page: resumePage(ask, kept) } : redirect(urls.home())
}

async function showSignIn(ask: Ask): Promise<Answer> {
  const onward = onwardFromQuery(ask)
  return ask.caller ? redirect(onward.next) : page(signInPage(ask, { email: '', onward, error: null }))
}

async function trySignIn(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language).signIn
  const email = ask.form.text('email')
  const password = ask.form.text('password')
  const onward = onwardFromForm(ask)
  const back = (error: string, status: number): Answer => ({ kind: 'page', status, page: signInPage(ask, { email, onward, error }), keep: true })
  if (!email || !password) return back(t.missing, 422)
  const account = await findSignIn(ask.db, email)
  const attempt = attemptOf(ask, 'password', email, account?.personId ?? null)
  if (await isThrottled(ask.db, attempt, ask.now)) return back(textsIn(ask.language).throttled, 429)
  const matches = await isPassword(account?.passwordHash ?? null, password)
  if (!account || !matches || account.deactivated) {
    await recordFailure(ask.db, attempt, ask.now)
    return back(t.failed, 422)
  }
  await forgetFailures(ask.db, attempt)
  return signInAs(ask, account.personId, onward)
}

async function signOut(ask: SignedIn): Promise<Answer> {
  await deleteSession(ask.db, ask.caller.sessionId, ask.caller.personId)
  return { ...redirect(urls.signIn(), textsIn(ask.language).signIn.signedOut), cookies: [{ name: 'session', value: null }] }
}

/** Leaves the place to the author of the text that is being kept. */
async function leavePlace(ask: SignedIn): Promise<Answer> {
  await deleteSession(ask.db, ask.caller.sessionId, ask.caller.personId)
  const answer = page(signInPage({ ...ask, caller: null }, { email: '', onward: onwardFromForm(ask), error: null }))
  return answer.kind === 'page' ? { ...answer, cookies: [{ name: 'session', value: null }] } : answer
}

export const signInRoutes: readonly Route[] = [
  get(urls.signIn, anyone(showSignIn)),
  post(urls.signIn, anyone(trySignIn), { bodyLimit: keptLimit }),
  get(
    urls.signInResume,
    signedIn((ask) => goOn(ask, { next: urls.home(), kept: null }), { beforeSecondFactor: true }),
  ),
  post(urls.signInResume, signedIn(leavePlace, { beforeSecondFactor: true }), { bodyLimit: keptLimit }),
  post(urls.signOut, signedIn(signOut, { beforeSecondFactor: true })),
]
