import { createSession } from '../src/features/accounts/sessions.ts'
import { tokenFor } from '../src/platform/web/forgery.ts'
import { withScope, nobody } from '../src/platform/database.ts'
import { findCaller } from '../src/features/accounts/sessions.ts'
import type { FreshSite } from './fresh-database.ts'
import type { Person } from './make.ts'

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Posts a form as the browser would from one of our pages. */
  post(path: string, fields?: Record<string, string | string[]> | FormData, headers?: Record<string, string>): Promise<Response>
}

/** A browser with a session of this person, second factor passed. Without a person: nobody signed in. */
export async function visitor(site: FreshSite, person: Person | null = null): Promise<Visitor> {
  const session = person ? await openSession(site, person) : null
  const common: Record<string, string> = { 'accept-language': 'fr', ...(session ? { cookie: `session=${session.cookie}` } : {}) }
  return {
    get: async (path, headers = {}) => site.app.request(path, { headers: { ...common, ...headers } }),
    post: async (path, fields = {}, headers = {}) => {
      const body = fields instanceof FormData ? fields : formOf(fields)
      if (session) body.append('_csrf', session.csrf)
      return site.app.request(path, { method: 'POST', body, headers: { ...common, 'sec-fetch-site': 'same-origin', ...headers } })
    },
  }
}

function formOf(fields: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return body
}

export async function openSession(site: FreshSite, person: Person): Promise<{ cookie: string; csrf: string }> {
  return withScope(site.pool, { ...nobody, personId: person.id }, async (db) => {
    const cookie = await createSession(db, { personId: person.id, device: 'test', now: new Date(), secondFactorPassed: true })
    const caller = await findCaller(db, cookie)
    if (!caller) throw new Error('the session that was just opened is not found')
    return { cookie, csrf: tokenFor(site.services.secrets, caller.sessionId) }
  })
}
