import { invalid, page, redirect } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, post, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { goOn, markBrowser } from './after-sign-in.ts'
import { onwardFromForm, onwardFromQuery } from './onward.ts'
import type { Onward } from './onward.ts'
import { isOwnPassword } from './own-account.ts'
import { newSecret, openSecret } from './second-factor.ts'
import { confirmFactor, findFactor, passFactor, removeFactor, replaceRecoveryCodes } from './second-factor-commands.ts'
import { managePage, recoveryCodesPage, secondFactorPage, setUpPage } from './second-factor-page.ts'
import { keptLimit } from './sign-in-pages.ts'
import { attemptOf, forgetFailures, isThrottled, recordFailure } from './throttle.ts'
import type { Attempt } from './throttle.ts'
import { textsIn } from './words.ts'

async function show(ask: SignedIn): Promise<Answer> {
  const { caller } = ask
  const onward = onwardFromQuery(ask)
  if (!caller.hasSecondFactor || !caller.secondFactorPassed) return page(await secondFactorPage(ask, onward))
  return ask.query.has('changer')
    ? page(setUpPage(ask, { next: urls.account.secondFactor(), kept: null }, { secret: newSecret(), error: null }))
    : page(await managePage(ask))
}

/** The first right code of a new telephone. */
async function confirm(ask: SignedIn): Promise<Answer> {
  const { caller, services, form } = ask
  const t = textsIn(ask.language).secondFactor
  const onward = onwardFromForm(ask)
  if (caller.hasSecondFactor && !caller.secondFactorPassed) return page(await secondFactorPage(ask, onward))
  const secret = openSecret(services.secrets, caller.personId, form.text('sealed'))
  if (!secret) return invalid(setUpPage(ask, onward, { secret: newSecret(), error: t.expired }))
  if (caller.hasSecondFactor) {
    if ((await findFactor(ask.db, services.secrets, caller.personId))?.base32 === secret) return redirect(urls.account.secondFactor(), t.alreadyOn)
    const refused = await checkPassword(ask)
    if (refused)
      return { kind: 'page', status: refused.status, page: setUpPage(ask, onward, { secret, error: refused.sentence, field: 'password' }), keep: true }
  }
  const attempt = codeAttempt(ask)
  if (await isThrottled(ask.db, attempt, ask.now))
    return { kind: 'page', status: 429, page: setUpPage(ask, onward, { secret, error: textsIn(ask.language).throttled }) }
  const outcome = await confirmFactor(ask.db, services.secrets, caller, { base32: secret, code: form.text('code').replace(/\s/g, ''), now: ask.now })
  if ('refused' in outcome) {
    await recordFailure(ask.db, attempt, ask.now)
    return invalid(setUpPage(ask, onward, { secret, error: t.wrong }), { keep: true })
  }
  return markBrowser(ask, page(recoveryCodesPage(passed(ask), outcome.codes, onward, false)))
}

/** The code asked at sign-in. */
async function verify(ask: SignedIn): Promise<Answer> {
  const { caller } = ask
  const onward = onwardFromForm(ask)
  if (caller.secondFactorPassed || !caller.hasSecondFactor) return goOn(ask, onward)
  const attempt = codeAttempt(ask)
  if (await isThrottled(ask.db, attempt, ask.now)) return refuseCode(ask, onward, textsIn(ask.language).throttled, 429)
  if (!(await passFactor(ask.db, ask.services.secrets, caller, ask.form.text('code'), ask.now))) {
    await recordFailure(ask.db, attempt, ask.now)
    return refuseCode(ask, onward, textsIn(ask.language).secondFactor.wrong, 422)
  }
  await forgetFailures(ask.db, attempt)
  return goOn(passed(ask), onward)
}

const refuseCode = async (ask: SignedIn, onward: Onward, error: string, status: number): Promise<Answer> => ({
  kind: 'page',
  status,
  page: await secondFactorPage(ask, onward, error),
  keep: true,
})

const codeAttempt = (ask: SignedIn): Attempt => attemptOf(ask, 'code', ask.caller.personId, ask.caller.personId)

const passed = (ask: SignedIn): SignedIn => ({ ...ask, caller: { ...ask.caller, hasSecondFactor: true, secondFactorPassed: true } })

async function renewCodes(ask: SignedIn): Promise<Answer> {
  const refused = await guardManage(ask)
  if (refused) return refused
  const codes = await replaceRecoveryCodes(ask.db, ask.services.secrets, ask.caller.personId)
  return page(recoveryCodesPage(ask, codes, { next: urls.account.secondFactor(), kept: null }, true))
}

async function turnOff(ask: SignedIn): Promise<Answer> {
  const refused = await guardManage(ask)
  if (refused) return refused
  const t = textsIn(ask.language).secondFactor
  const outcome = await removeFactor(ask.db, ask.caller)
  return 'refused' in outcome ? { kind: 'page', status: 403, page: await managePage(ask, t.needed) } : redirect(urls.account.show(), t.off)
}

async function guardManage(ask: SignedIn): Promise<Answer | null> {
  if (!ask.caller.hasSecondFactor) return redirect(urls.account.secondFactor())
  const refused = await checkPassword(ask)
  return refused && { kind: 'page', status: refused.status, page: await managePage(ask, refused.sentence), keep: true }
}

/** Makes sure that the person at the keyboard is the account's owner; null when she is. */
export async function checkPassword(ask: SignedIn): Promise<{ sentence: string; status: number } | null> {
  const t = textsIn(ask.language)
  const attempt = attemptOf(ask, 'password', ask.caller.email, ask.caller.personId)
  if (await isThrottled(ask.db, attempt, ask.now)) return { sentence: t.throttled, status: 429 }
  if (await isOwnPassword(ask.db, ask.caller, ask.form.text('password'))) return null
  await recordFailure(ask.db, attempt, ask.now)
  return { sentence: t.passwordProblems['wrong-password'], status: 422 }
}

export const secondFactorRoutes: readonly Route[] = [
  get(urls.account.secondFactor, signedIn(show, { beforeSecondFactor: true })),
  post(urls.account.secondFactor, signedIn(confirm, { beforeSecondFactor: true }), { bodyLimit: keptLimit }),
  get(
    urls.signInCode,
    signedIn((ask) => Promise.resolve(redirect(urls.account.secondFactor({}, { suite: ask.query.get('suite') ?? undefined }))), { beforeSecondFactor: true }),
  ),
  post(urls.signInCode, signedIn(verify, { beforeSecondFactor: true }), { bodyLimit: keptLimit }),
  post(urls.account.recoveryCodes, signedIn(renewCodes)),
  post(urls.account.secondFactorOff, signedIn(turnOff)),
]
