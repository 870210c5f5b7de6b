import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { randomToken } from '../../platform/secrets.ts'
import type { Secrets } from '../../platform/secrets.ts'
import type { Db } from '../../platform/database.ts'
import type { CookieChange } from '../../platform/web/answer.ts'
import type { Ask } from '../../platform/web/route.ts'
import type { AccountTables } from './tables.ts'

export const windowMinutes = 15

/**
 * Failures allowed in the window. Passwords and mails are counted from one place on one account, and from one place on all accounts (a
 * whole school stands behind one address); never by account alone, so that nobody can lock the true owner out from elsewhere. Codes
 * are also counted by account: they have only a million values, and nobody reaches them without the password; a browser that the person
 * has used before is left out of that count.
 */
export const limits = { samePlaceAndAccount: 10, samePlace: 100, codesOfAccount: 50, mailsAsked: 5 }

/** What is being tried, on which account: a password by address, a code by person. */
export interface Attempt {
  place: Buffer
  account: Buffer
  kind: 'password' | 'code' | 'mail'
  /** From a browser on which the person has signed in to the end before. */
  known: boolean
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** An IPv6 customer holds 2⁶⁴ addresses: the network counts, not the address. */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * One attempt, where it comes from and what it is on. A browser on which the person has signed in before counts for itself: a pupil
 * behind the same address cannot shut her out.
 */
export function attemptOf(ask: Ask, kind: Attempt['kind'], account: string, personId: string | null): Attempt {
  const known = personId ? knownBrowser(ask, personId) : null
  return {
    kind,
    known: known !== null,
    place: digest(known ? `browser ${known}` : `network ${networkOf(ask.address)}`),
    account: digest(`${kind} ${account.toLowerCase()}`),
  }
}

const browserCookie = 'browser'

function knownBrowser(ask: Ask, personId: string): string | null {
  const [nonce = '', mark = ''] = (ask.cookies[browserCookie] ?? '').split('.')
  return nonce && ask.services.secrets.verify('known browser', `${nonce} ${personId}`, mark) ? nonce : null
}

/** Left on a browser where the person has just signed in, second factor passed. */
export function browserMark(secrets: Secrets, personId: string): CookieChange {
  const nonce = randomToken()
  return { name: browserCookie, value: `${nonce}.${secrets.sign('known browser', `${nonce} ${personId}`)}`, maxAge: 365 * 86_400 }
}

export async function isThrottled(db: Db, attempt: Attempt, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const { place, account } = attempt
  const row = await db
    .withTables<AccountTables>()
    .selectFrom('sign_in_failures')
    .select([
      sql<number>`count(*) filter (where address_hash = ${place})`.as('place'),
      sql<number>`count(*) filter (where address_hash = ${place} and account_hash = ${account})`.as('both'),
      sql<number>`count(*) filter (where account_hash = ${account})`.as('account'),
    ])
    .where((eb) => eb.or([eb('address_hash', '=', place), eb('account_hash', '=', account)]))
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  const allowedHere = attempt.kind === 'mail' ? limits.mailsAsked : limits.samePlaceAndAccount
  return row.both >= allowedHere || row.place >= limits.samePlace || (attempt.kind === 'code' && !attempt.known && row.account >= limits.codesOfAccount)
}

/** Counts a failure (or a mail asked), and forgets those of the account that are a day old. */
export async function recordFailure(db: Db, attempt: Attempt, now: Date): Promise<void> {
  const tables = db.withTables<AccountTables>()
  await tables
    .deleteFrom('sign_in_failures')
    .where('at', '<', new Date(now.getTime() - 86_400_000))
    .where('account_hash', '=', attempt.account)
    .execute()
  await tables.insertInto('sign_in_failures').values({ at: now, address_hash: attempt.place, account_hash: attempt.account }).execute()
}

/** After a success, the slips before it no longer count. */
export async function forgetFailures(db: Db, attempt: Attempt): Promise<void> {
  await db
    .withTables<AccountTables>()
    .deleteFrom('sign_in_failures')
    .where('address_hash', '=', attempt.place)
    .where('account_hash', '=', attempt.account)
    .execute()
}
