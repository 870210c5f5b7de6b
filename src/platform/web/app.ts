import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Html } from '../../ui/html.ts'
import { urls, wordParameters } from '../../urls.ts'
import type { Db } from '../database.ts'
import type { Language } from '../language.ts'
import { describeError, log } from '../log.ts'
import type { Caller } from '../session.ts'
import type { Answer, Page } from './answer.ts'
import type { Assets } from './assets.ts'
import { decide } from './decide.ts'
import { openDoor } from './door.ts'
import type { Door } from './door.ts'
import type { Outcome } from './decide.ts'
import { problemAnswer } from './problems.ts'
import { respond } from './respond.ts'
import { assetResponse, textResponse } from './response.ts'
import type { Ask, Route, Services, SignedIn } from './route.ts'
import { isUnavailable } from './unavailable.ts'
import { readVisit } from './visit.ts'

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
  doors?: readonly Door[]
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
  for (const door of options.doors ?? []) {
    app.on(door.method.toUpperCase(), pathOf(door.pattern), (context) => openDoor(door, context, options.services.config.trustProxy))
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
    outcome = { answer: problemAnswer(unavailable ? 'unavailable' : 'broken', visit.language), caller: null, session: null }
  }
  const response = await respond(options, visit, outcome)
  if (process.env['LOG'] === 'requests') {
    log('request', { route: route.pattern, method: route.method, status: response.status, ms: Math.round(performance.now() - started) })
  }
  return response
}
