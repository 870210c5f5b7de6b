import type { Config } from '../../config.ts'
import type { Hidden } from '../../ui/form.ts'
import type { Db, Pool } from '../database.ts'
import type { FileStore } from '../files.ts'
import type { Language } from '../language.ts'
import type { Secrets } from '../secrets.ts'
import type { Caller } from '../session.ts'
import type { Answer } from './answer.ts'
import type { Form } from './form.ts'

/** What the process offers to handlers beside the database. */
export interface Services {
  config: Config
  pool: Pool
  files: FileStore
  secrets: Secrets
}

/** One request, parsed. `db` is a transaction in the caller's scope: committed with the answer, undone by a refusal. */
export interface Ask {
  caller: Caller | null
  db: Db
  method: 'get' | 'post'
  path: string
  params: Record<string, string>
  query: URLSearchParams
  form: Form
  language: Language
  now: Date
  /** Today in Paris, 'YYYY-MM-DD'. */
  today: string
  /** The visitor's network address, for throttling only: never stored as it is. */
  address: string
  userAgent: string
  /** Path and query of the page of ours that led here; null when the browser does not say, or it was another site. */
  cameFrom: string | null
  cookies: Record<string, string>
  /** Asked by a script of ours that wants JSON. */
  wantsJson: boolean
  services: Services
  /** Hidden fields that every form must hold: the token against forged requests and the key against double sending. */
  hidden: () => Hidden[]
}

/** Path and query of what was asked. */
export const addressOf = (ask: Ask): string => (ask.query.size > 0 ? `${ask.path}?${ask.query}` : ask.path)

export type SignedIn = Ask & { caller: Caller }

/**
 * Who may ask. 'holder' routes check a permission on an object; the policy names both, so that the generated matrix can hold every
 * route against the table.
 */
export type Policy = { who: 'anyone' } | { who: 'signed-in'; beforeSecondFactor?: boolean } | { who: 'holder'; object: string; permission: string }

export interface Guarded {
  policy: Policy
  answer: (ask: Ask) => Promise<Answer>
}

export interface Route extends Guarded {
  method: 'get' | 'post'
  pattern: string
  /** Largest body in bytes, for routes that take files. */
  bodyLimit?: number
}

interface Located {
  pattern: string
}

export const get = (url: Located, guarded: Guarded): Route => ({ method: 'get', pattern: url.pattern, ...guarded })

export const post = (url: Located, guarded: Guarded, options: { bodyLimit?: number } = {}): Route => ({
  method: 'post',
  pattern: url.pattern,
  ...guarded,
  ...options,
})

export const anyone = (answer: (ask: Ask) => Promise<Answer>): Guarded => ({ policy: { who: 'anyone' }, answer })

export const signedIn = (answer: (ask: SignedIn) => Promise<Answer>, options: { beforeSecondFactor?: boolean } = {}): Guarded => ({
  policy: { who: 'signed-in', ...options },
  answer: (ask) => answer(requireCaller(ask)),
})

/** The router sends visitors without a session to sign-in before any such handler runs. */
export function requireCaller(ask: Ask): SignedIn {
  const { caller } = ask
  if (!caller) throw new Error('a handler that needs a caller was reached without one')
  return { ...ask, caller }
}
