import type { Context } from 'hono'
import { describeError, log } from '../log.ts'
import { readBody, socketAddress } from './visit.ts'
import type { Form } from './form.ts'
import { securityHeaders } from './response.ts'
import { isUnavailable } from './unavailable.ts'

/** One request of somebody without an account, who is never to be known. */
export interface Knock {
  params: Record<string, string>
  query: URLSearchParams
  header: (name: string) => string | undefined
  /** For throttling only: never stored, never logged. */
  address: string
  /** What was posted; null past the limit. */
  form: () => Promise<Form | null>
}

/**
 * A way in without a session: no cookie is read or set, no person looked up, and no transaction opened but the door's own. For people who answer
 * without being known, many at once.
 */
export interface Door {
  method: 'get' | 'post'
  pattern: string
  answer: (knock: Knock) => Promise<Response>
  /** Said when the database does not answer, or something broke; what was typed is in the browser still. */
  sorry: (knock: Knock, status: 500 | 503) => Response
}

const formLimit = 512 * 1024

export async function openDoor(door: Door, context: Context, trustProxy: boolean): Promise<Response> {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const mark = context.req.url.indexOf('?')
  const knock: Knock = {
    params: context.req.param(),
    query: new URLSearchParams(mark < 0 ? '' : context.req.url.slice(mark)),
    header: (name) => context.req.header(name),
    address: forwarded ?? socketAddress(context),
    form: () => readBody(context, formLimit),
  }
  try {
    return await door.answer(knock)
  } catch (error) {
    const unavailable = isUnavailable(error)
    log(unavailable ? 'request.unavailable' : 'request.broken', { route: door.pattern, method: door.method, ...describeError(error) })
    return door.sorry(knock, unavailable ? 503 : 500)
  }
}

/** Headers of a page of a door: those of every answer, made once. */
export const doorHeaders = (secure: boolean): Record<string, string> => ({
  ...securityHeaders(secure),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'Accept-Encoding',
})
