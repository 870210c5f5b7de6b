import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Html } from '../../ui/html.ts'
import { urls, wordParameters } from '../../urls.ts'
import { applyScope, nobody } from '../database.ts'
import type { Db } from '../database.ts'
import { dayOf, preferredLanguage } from '../language.ts'
import type { Language } from '../language.ts'
import { describeError, log } from '../log.ts'
import { needsSecondFactor, scopeOfCaller } from '../session.ts'
import type { Caller } from '../session.ts'
import type { Answer, CookieChange, Crumb, Page } from './answer.ts'
import type { Assets } from './assets.ts'
import { parseCookies } from './cookies.ts'
import { csrfField, emptyForm, formKeyField, readForm } from './form.ts'
import type { Form } from './form.ts'
import { problemPage } from './problems.ts'
import type { Problem } from './problems.ts'
import { assetResponse, fileResponse, headersOf, textResponse } from './response.ts'
import { addressOf, requireCaller } from './route.ts'
import type { Ask, Route, Services, SignedIn } from './route.ts'
import { repeatOf, saveLocation } from './submissions.ts'
import { formMarks, isFromOurPages, tokenFor } from './forgery.ts'
import { isUnavailable } from './unavailable.ts'

/** What the shell needs to put the house around a page. */
export interface Frame {
  page: Page
  caller: Caller | null
  language: Language
  notice: string | null
  hidden: () => { name: string; value: string }[]
  assets: Assets
  services: Services
}

export interface AppOptions {
  routes: readonly Route[]
  services: Services
  assets: Assets
  shell: (frame: Frame) => Html
  /** Who holds this session cookie; reads through the narrow door of the database. */
  identify: (db: Db, cookie: string, now: Date) => Promise<Caller | null>
  /** Answer to someone whose session is missing or over; what was being sent is given, so that it comes back after sign-in. */
  askToSignIn: (ask: Ask, kept: [string, string][]) => Promise<Answer>
  /** Answer to a form whose token belongs to another session: signed in again elsewhere, or somebody else did. Nothing is saved; shows what was being sent. */
  askToResume: (ask: SignedIn, kept: [string, string][]) => Answer
  secondFactorPath: string
  now?: () => Date
}

/** Largest body of a plain form: a very long paste still comes back with a sentence instead of being cut off. */
const formLimit = 12 * 1024 * 1024

class Undo extends Error {
  answer: Answer
  constructor(answer: Answer) {
    super('undone')
    this.answer = answer
  }
}

/** The whole site as one fetch handler. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono()
  const secure = options.services.config.baseUrl.startsWith('https://')
  app.get('/assets/:file', (context) => {
    return assetResponse(options.assets, context.req.path, context.req.header('accept-encoding'), secure) ?? context.notFound()
  })
  // Whether the process lives: without the database, which the other one asks.
  app.get(urls.health.live.pattern, () => textResponse('{"status":"live"}', 'application/json', undefined, { status: 200, secure, cookies: [] }))
  for (const route of options.routes) {
    app.on(route.method.toUpperCase(), pathOf(route.pattern), (context) => handle(options, route, context))
  }
  app.notFound((context) => handle(options, lost, context))
  return app
}

const lost: Route = {
  method: 'get',
  pattern: '*',
  policy: { who: 'anyone' },
  answer: () => Promise.resolve({ kind: 'problem', problem: 'not-found' }),
}

// An id that is not an id leads to the same page as an unknown one, without asking the database.
const pathOf = (pattern: string): string =>
  pattern.replace(/:([A-Za-z]+)/g, (whole, name: string) =>
    wordParameters.includes(name) ? whole : `${whole}{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}`,
  )

async function handle(options: AppOptions, route: Route, context: Context): Promise<Response> {
  const started = performance.now()
  const visit = readVisit(options, route, context)
  let outcome: Outcome
  try {
    outcome = await decide(options, route, context, visit)
  } catch (error) {
    const unavailable = isUnavailable(error)
    log(unavailable ? 'request.unavailable' : 'request.broken', { route: route.pattern, method: route.method, ...describeError(error) })
    outcome = { answer: problem(unavailable ? 'unavailable' : 'broken', visit.language), caller: null, session: null }
  }
  const response = await respond(options, visit, outcome)
  if (process.env['LOG'] === 'requests') {
    log('request', { route: route.pattern, method: route.method, status: response.status, ms: Math.round(performance.now() - started) })
  }
  return response
}

interface Visit {
  cookies: Record<string, string>
  /** Chosen on this browser: counts before the person's own, which counts before the browser's. */
  chosenLanguage: Language | null
  language: Language
  header: (name: string) => string | undefined
  secure: boolean
  wantsJson: boolean
}

interface Outcome {
  answer: Answer
  caller: Caller | null
  session: string | null
}

function readVisit(options: AppOptions, route: Route, context: Context): Visit {
  const secure = options.services.config.baseUrl.startsWith('https://')
  const cookies = parseCookies(context.req.header('cookie'), secure)
  const cookie = cookies['language']
  const chosenLanguage = cookie === 'fr' || cookie === 'en' ? cookie : null
  return {
    cookies,
    secure,
    header: (name) => context.req.header(name),
    chosenLanguage,
    language: chosenLanguage ?? preferredLanguage(context.req.header('accept-language')),
    wantsJson: route.method === 'post' && (context.req.header('accept') ?? '').startsWith('application/json'),
  }
}

const languageOf = (visit: Visit, caller: Caller | null): Language => visit.chosenLanguage ?? caller?.language ?? visit.language

async function decide(options: AppOptions, route: Route, context: Context, visit: Visit): Promise<Outcome> {
  const { services } = options
  const session = visit.cookies['session'] ?? null
  const now = options.now?.() ?? new Date()
  const anonymous: Outcome = { answer: { kind: 'problem', problem: 'not-found' }, caller: null, session: null }
  if (route.method === 'post' && !isFromOurPages(visit.header, services.config.baseUrl)) {
    return { ...anonymous, answer: problem('forged', visit.language) }
  }
  const limit = route.bodyLimit ?? formLimit
  if (Number(visit.header('content-length') ?? 0) > limit) return { ...anonymous, answer: problem('tooLarge', visit.language, limit) }
  const form = route.method === 'post' ? await readBody(context, limit) : emptyForm
  if (!form) return { ...anonymous, answer: problem('tooLarge', visit.language, limit) }

  let caller: Caller | null = null
  const attempt = async (db: Db): Promise<Answer> => {
    caller = session ? await options.identify(db, session, now) : null
    await applyScope(db, caller ? scopeOfCaller(caller) : nobody)
    const language = languageOf(visit, caller)
    const ask = askOf(options, context, visit, { caller, db, form, language, now, session })
    return answerRoute(options, route, ask)
  }
  try {
    const answer = await services.pool.transaction().execute(async (db) => {
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
  (answer.kind === 'page' && answer.status >= 400 && !answer.keep) ||
  (answer.kind === 'json' && answer.status >= 400) ||
  answer.kind === 'problem'

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
  return entries.length > 0 ? options.askToResume(requireCaller(ask), entries) : problem('forged', ask.language)
}

const csrfOf = (services: Services, sessionId: string): string => tokenFor(services.secrets, sessionId)

async function readBody(context: Context, limit: number): Promise<Form | null> {
  const declared = context.req.header('content-length')
  if (!declared) {
    // A body without a declared length is read up to the limit and no further.
    let size = 0
    const parts: Uint8Array[] = []
    for await (const part of context.req.raw.body ?? []) {
      size += part.length
      if (size > limit) return null
      parts.push(part)
    }
    const headers = { 'content-type': context.req.header('content-type') ?? 'application/x-www-form-urlencoded' }
    return readForm(await new Response(Buffer.concat(parts), { headers }).formData().catch(() => new FormData()))
  }
  return readForm(await context.req.raw.formData().catch(() => new FormData()))
}

type Known = Pick<Ask, 'caller' | 'db' | 'form' | 'language' | 'now'> & { session: string | null }

function askOf(options: AppOptions, context: Context, visit: Visit, known: Known): Ask {
  const { services } = options
  const url = new URL(context.req.url)
  const address = services.config.trustProxy ? visit.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return {
    ...known,
    method: context.req.method === 'POST' ? 'post' : 'get',
    path: url.pathname,
    params: context.req.param(),
    query: url.searchParams,
    today: dayOf(known.now),
    address: address ?? socketAddress(context),
    userAgent: visit.header('user-agent') ?? '',
    cameFrom: ownPath(visit.header('referer'), [url.origin, services.config.baseUrl]),
    cookies: visit.cookies,
    wantsJson: visit.wantsJson,
    services,
    hidden: () => formMarks(services.secrets, known.caller),
  }
}

function ownPath(referer: string | undefined, bases: readonly string[]): string | null {
  if (!referer || !URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  return bases.some((base) => new URL(base).origin === origin) ? pathname + search : null
}

function socketAddress(context: Context): string {
  const env: unknown = context.env
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return ''
  const incoming = env.incoming
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return ''
  const socket = incoming.socket
  return typeof socket === 'object' && socket !== null && 'remoteAddress' in socket ? String(socket.remoteAddress) : ''
}

const sessionEnded = (language: Language): Answer => ({
  kind: 'json',
  status: 401,
  body: { saved: false, reason: 'session', message: problemPage('session', language).title },
})

const problem = (kind: Problem, language: Language, limit?: number, wayOut?: Crumb): Answer => {
  const { status, page } = problemPage(kind, language, { limit, wayOut })
  return { kind: 'page', status, page }
}

const noticeCookie = 'notice'

async function respond(options: AppOptions, visit: Visit, outcome: Outcome): Promise<Response> {
  const { answer, caller } = outcome
  const { secure } = visit
  const encoding = visit.header('accept-encoding')
  const language = languageOf(visit, caller)
  switch (answer.kind) {
    case 'page': {
      const noticeText = visit.cookies[noticeCookie]
      const cookies: CookieChange[] = [...(answer.cookies ?? [])]
      if (noticeText) cookies.push({ name: noticeCookie, value: null })
      const text = await options.shell({
        page: answer.page,
        caller,
        language,
        notice: noticeText ? readNotice(options.services, noticeText) : null,
        hidden: () => formMarks(options.services.secrets, caller),
        assets: options.assets,
        services: options.services,
      })
      const extra: Record<string, string> = answer.status === 503 ? { 'retry-after': '5' } : {}
      return textResponse(String(text), 'text/html', encoding, { status: answer.status, secure, cookies, extra })
    }
    case 'redirect': {
      const cookies: CookieChange[] = [...(answer.cookies ?? [])]
      if (answer.notice) cookies.push({ name: noticeCookie, value: writeNotice(options.services, answer.notice), maxAge: 60 })
      return new Response(null, { status: 303, headers: headersOf({ status: 303, secure, cookies, extra: { location: answer.to } }) })
    }
    case 'file':
      return fileResponse(answer.name, answer.mediaType, answer.bytes, { status: 200, secure, cookies: [] })
    case 'json':
      return textResponse(JSON.stringify(answer.body), 'application/json', encoding, { status: answer.status, secure, cookies: [] })
    case 'problem': {
      const { status, page } =
        answer.problem === 'forbidden' ? problemPage('forbidden', language, answer) : problemPage('not-found', language)
      return respond(options, visit, { ...outcome, answer: { kind: 'page', status, page } })
    }
  }
}

// The sentence travels in a cookie of one minute, signed so that nobody else can make our pages say something.
function writeNotice(services: Services, text: string): string {
  const plain = Buffer.from(text).toString('base64url')
  return `${plain}.${services.secrets.sign('notice', plain)}`
}

function readNotice(services: Services, cookie: string): string | null {
  const [plain = '', signature = ''] = cookie.split('.')
  return services.secrets.verify('notice', plain, signature) ? Buffer.from(plain, 'base64url').toString('utf8') : null
}
