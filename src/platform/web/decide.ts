import type { Context } from 'hono'
import { applyScope, nobody } from '../database.ts'
import type { Db } from '../database.ts'
import type { Language } from '../language.ts'
import { needsSecondFactor, scopeOfCaller } from '../session.ts'
import type { Caller } from '../session.ts'
import type { Answer } from './answer.ts'
import type { AppOptions } from './app.ts'
import { isFromOurPages, tokenFor } from './forgery.ts'
import { csrfField, emptyForm, formKeyField } from './form.ts'
import { problemAnswer, problemPage } from './problems.ts'
import { addressOf, requireCaller } from './route.ts'
import type { Ask, Route, Services } from './route.ts'
import { repeatOf, saveLocation } from './submissions.ts'
import { askOf, languageOf, readBody } from './visit.ts'
import type { Visit } from './visit.ts'

/** Largest body of a plain form: a very long paste still comes back with a sentence instead of being cut off. */
const formLimit = 12 * 1024 * 1024

class Undo extends Error {
  answer: Answer
  constructor(answer: Answer) {
    super('undone')
    this.answer = answer
  }
}

export interface Outcome {
  answer: Answer
  caller: Caller | null
  session: string | null
}

/** One request, one transaction: who asks, may she, what it changes; a refusal undoes everything (decision 4). */
export async function decide(options: AppOptions, route: Route, context: Context, visit: Visit): Promise<Outcome> {
  const { services } = options
  const session = visit.cookies['session'] ?? null
  const now = options.now?.() ?? new Date()
  const anonymous: Outcome = { answer: { kind: 'problem', problem: 'not-found' }, caller: null, session: null }
  if (route.method === 'post' && !isFromOurPages(visit.header, services.config.baseUrl)) {
    return { ...anonymous, answer: problemAnswer('forged', visit.language) }
  }
  const limit = route.bodyLimit ?? formLimit
  if (Number(visit.header('content-length') ?? 0) > limit) return { ...anonymous, answer: problemAnswer('tooLarge', visit.language, limit) }
  const form = route.method === 'post' ? await readBody(context, limit) : emptyForm
  if (!form) return { ...anonymous, answer: problemAnswer('tooLarge', visit.language, limit) }

  let caller: Caller | null = null
  const attempt = async (db: Db): Promise<Answer> => {
    caller = session ? await options.identify(db, session, now) : null
    await applyScope(db, caller ? scopeOfCaller(caller) : nobody)
    const language = languageOf(visit, caller)
    const ask = askOf(options, context, visit, { caller, db, form, language, now, session })
    return answerRoute(options, route, ask)
  }
  try {
    const answer = await services.pool.inTransaction(async (db) => {
      const given = await attempt(db)
      if (isRefusal(given)) throw new Undo(given)
      return given
    })
    return { answer, caller, session }
  } catch (error) {
    if (error instanceof Undo) return { answer: error.answer, caller, session }
    throw error
  }
}

const isRefusal = (answer: Answer): boolean =>
  (answer.kind === 'page' && answer.status >= 400 && !answer.keep) || (answer.kind === 'json' && answer.status >= 400) || answer.kind === 'problem'

async function answerRoute(options: AppOptions, route: Route, ask: Ask): Promise<Answer> {
  const { policy } = route
  if (policy.who !== 'anyone') {
    if (!ask.caller) return ask.wantsJson ? sessionEnded(ask.language) : options.askToSignIn(ask, ask.form.entries())
    const early = policy.who === 'signed-in' && policy.beforeSecondFactor === true
    if (!early && needsSecondFactor(ask.caller)) return askForSecondFactor(options, ask)
  }
  if (ask.method === 'get') return route.answer(ask)
  // What anyone may send leans on no session, so a token of an older one changes nothing; where it comes from was checked before.
  const own = ask.caller ? ask.form.text(csrfField) === csrfOf(ask.services, ask.caller.sessionId) : true
  if (!own && policy.who !== 'anyone') return refuseForeignToken(options, ask)
  const key = ask.form.text(formKeyField)
  const repeat = ask.caller && key ? await repeatOf(ask.db, key, ask.caller.personId) : null
  if (repeat) return { kind: 'redirect', to: repeat.location ?? '/' }
  const answer = await route.answer(ask)
  if (ask.caller && key && answer.kind === 'redirect') await saveLocation(ask.db, key, answer.to)
  return answer
}

async function askForSecondFactor(options: AppOptions, ask: Ask): Promise<Answer> {
  if (ask.wantsJson) return sessionEnded(ask.language)
  if (ask.method === 'post') return options.askToSignIn(ask, ask.form.entries())
  return { kind: 'redirect', to: `${options.secondFactorPath}?${new URLSearchParams({ suite: addressOf(ask) })}` }
}

function refuseForeignToken(options: AppOptions, ask: Ask): Answer {
  if (ask.wantsJson) return sessionEnded(ask.language)
  const entries = ask.form.entries()
  return entries.length > 0 ? options.askToResume(requireCaller(ask), entries) : problemAnswer('forged', ask.language)
}

const csrfOf = (services: Services, sessionId: string): string => tokenFor(services.secrets, sessionId)

const sessionEnded = (language: Language): Answer => ({
  kind: 'json',
  status: 401,
  body: { saved: false, reason: 'session', message: problemPage('session', language).title },
})
