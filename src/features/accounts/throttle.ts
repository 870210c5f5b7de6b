import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/language.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { problemPage } from '../../platform/web/problems.ts'
import type { AccountTables } from './tables.ts'

const windowMinutes = 15
/** Failures allowed from one address on one account, and from one address on all accounts (a school stands behind one address). */
export const limits = { sameAccount: 10, sameAddress: 100 }

const digest = (text: string): Buffer => createHash('sha256').update(text.toLowerCase()).digest()

/** Failures are counted by address, never by account alone: nobody can lock the true owner out from elsewhere. */
export async function failuresOf(db: Db, address: string, email: string, now: Date): Promise<{ tooMany: boolean }> {
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  const row = await db
    .withTables<AccountTables>()
    .selectFrom('sign_in_failures')
    .select([sql<number>`count(*)`.as('all'), sql<number>`count(*) filter (where account_hash = ${digest(email)})`.as('same')])
    .where('address_hash', '=', digest(address))
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return { tooMany: row.same >= limits.sameAccount || row.all >= limits.sameAddress }
}

export async function recordFailure(db: Db, address: string, email: string): Promise<void> {
  await db.withTables<AccountTables>().insertInto('sign_in_failures').values({ address_hash: digest(address), account_hash: digest(email) }).execute()
}

export function forbiddenThrottle(language: Language): Answer {
  const { status, page } = problemPage('throttled', language)
  return { kind: 'page', status, page }
}
