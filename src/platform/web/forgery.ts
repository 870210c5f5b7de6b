import { randomUUID } from 'node:crypto'
import type { Secrets } from '../secrets.ts'
import type { Caller } from '../session.ts'
import { authorField, csrfField, formKeyField } from './form.ts'

/** The token that every form of a session carries. */
export const tokenFor = (secrets: Secrets, sessionId: string): string => secrets.sign('form', sessionId)

/** A mark of the person for whom a form was drawn, the same in all her sessions. */
export const authorMark = (secrets: Secrets, personId: string): string => secrets.sign('author', personId)

/** Hidden fields of every form: the key against double sending and, for somebody signed in, the session's token and the person's mark. */
export function formMarks(secrets: Secrets, caller: Caller | null): { name: string; value: string }[] {
  const key = { name: formKeyField, value: randomUUID() }
  if (!caller) return [key]
  return [{ name: csrfField, value: tokenFor(secrets, caller.sessionId) }, { name: authorField, value: authorMark(secrets, caller.personId) }, key]
}

/**
 * Whether a change comes from one of our own pages: by Sec-Fetch-Site where the browser sends it, else by Origin, else by Referer.
 * A request that carries none of the three is refused.
 */
export function isFromOurPages(header: (name: string) => string | undefined, baseUrl: string): boolean {
  const site = header('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = header('origin') ?? originOf(header('referer'))
  if (!origin) return false
  const host = header('host')
  return origin === new URL(baseUrl).origin || (host !== undefined && URL.canParse(origin) && new URL(origin).host === host)
}

const originOf = (referer: string | undefined): string | undefined => (referer && URL.canParse(referer) ? new URL(referer).origin : undefined)
