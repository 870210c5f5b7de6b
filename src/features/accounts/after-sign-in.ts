import { randomUUID } from 'node:crypto'
import { applyScope, nobody } from '../../platform/database.ts'
import { needsSecondFactor, scopeOfCaller } from '../../platform/session.ts'
import { page, redirect } from '../../platform/web/answer.ts'
import type { Answer, CookieChange } from '../../platform/web/answer.ts'
import { formMarks } from '../../platform/web/forgery.ts'
import type { Ask, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import type { Onward } from './onward.ts'
import { resumePage } from './resume-page.ts'
import { recordOwn } from './second-factor-commands.ts'
import { secondFactorPage } from './second-factor-page.ts'
import { createSession, deleteSession, findCaller, sessionDays } from './sessions.ts'
import { browserMark } from './throttle.ts'

/** Opens a session for a person whose identity was just checked, in place of the one that this browser had; then goes on. */
export async function signInAs(ask: Ask, personId: string, onward: Onward, notice?: string): Promise<Answer> {
  if (ask.caller) {
    await applyScope(ask.db, { ...nobody, personId: ask.caller.personId })
    await deleteSession(ask.db, ask.caller.sessionId, ask.caller.personId)
  }
  await applyScope(ask.db, { ...nobody, personId })
  const cookie = await createSession(ask.db, { id: randomUUID(), personId, device: ask.userAgent, now: ask.now, secondFactorPassed: false })
  const caller = await findCaller(ask.db, cookie, ask.now)
  if (!caller) throw new Error('the session that was just opened is not found')
  await recordOwn(ask.db, caller, 'session.opened')
  await applyScope(ask.db, scopeOfCaller(caller))
  const signed: SignedIn = { ...ask, caller, hidden: () => formMarks(ask.services.secrets, caller) }
  return withCookie(await goOn(signed, onward, notice), { name: 'session', value: cookie, maxAge: sessionDays * 86_400 })
}

/** After sign-in: the second factor if it is needed, then what was being sent, or the page that was asked. */
export async function goOn(ask: SignedIn, onward: Onward, notice?: string): Promise<Answer> {
  if (needsSecondFactor(ask.caller)) {
    if (onward.kept) return page(await secondFactorPage(ask, onward))
    return redirect(urls.account.secondFactor({}, { suite: onward.next === urls.home() ? undefined : onward.next }), notice)
  }
  return markBrowser(ask, onward.kept ? page(resumePage(ask, onward.kept)) : redirect(onward.next, notice))
}

/** Once every check is passed, and not before, this browser counts as known to the person. */
export const markBrowser = (ask: SignedIn, answer: Answer): Answer => withCookie(answer, browserMark(ask.services.secrets, ask.caller.personId))

const withCookie = (answer: Answer, cookie: CookieChange): Answer =>
  answer.kind === 'page' || answer.kind === 'redirect' ? { ...answer, cookies: [...(answer.cookies ?? []), cookie] } : answer
