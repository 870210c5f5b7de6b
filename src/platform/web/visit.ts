import type { Context } from 'hono'
import { dayOf, preferredLanguage } from '../language.ts'
import type { Language } from '../language.ts'
import type { Caller } from '../session.ts'
import type { AppOptions } from './app.ts'
import { parseCookies } from './cookies.ts'
import { formMarks } from './forgery.ts'
import { readForm } from './form.ts'
import type { Form } from './form.ts'
import type { Ask, Route } from './route.ts'

/** What a request says before anybody is known. */
export interface Visit {
  cookies: Record<string, string>
  /** Chosen on this browser: counts before the person's own, which counts before the browser's. */
  chosenLanguage: Language | null
  language: Language
  header: (name: string) => string | undefined
  secure: boolean
  wantsJson: boolean
}

export function readVisit(options: AppOptions, route: Route, context: Context): Visit {
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

export const languageOf = (visit: Visit, caller: Caller | null): Language => visit.chosenLanguage ?? caller?.language ?? visit.language

/** What was posted; null when it is longer than the limit, in bytes. */
export async function readBody(context: Context, limit: number): Promise<Form | null> {
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
  // Never read past what was declared: the server itself holds a body to its length.
  if (!(Number(declared) <= limit)) return null
  return readForm(await context.req.raw.formData().catch(() => new FormData()))
}

export type Known = Pick<Ask, 'caller' | 'db' | 'form' | 'language' | 'now'> & { session: string | null }

/** The request as handlers get it. */
export function askOf(options: AppOptions, context: Context, visit: Visit, known: Known): Ask {
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

export function socketAddress(context: Context): string {
  const env: unknown = context.env
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return ''
  const incoming = env.incoming
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return ''
  const socket = incoming.socket
  return typeof socket === 'object' && socket !== null && 'remoteAddress' in socket ? String(socket.remoteAddress) : ''
}
