import { sql } from 'kysely'
import { digestOf, randomToken } from '../../platform/secrets.ts'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/language.ts'
import type { AccountTables } from './tables.ts'

export type LinkPurpose = AccountTables['access_tokens']['purpose']

/** Makes a mailed link's secret and returns it; only its digest is kept. */
export async function createLink(db: Db, link: { purpose: LinkPurpose; personId: string; now: Date; expiresAt: Date }): Promise<string> {
  const token = randomToken()
  await db
    .withTables<AccountTables>()
    .insertInto('access_tokens')
    .values({ token_hash: digestOf(token), purpose: link.purpose, person_id: link.personId, created_at: link.now, expires_at: link.expiresAt, used_at: null })
    .execute()
  return token
}

export interface LinkHolder {
  personId: string
  name: string
  email: string
  language: Language
}

/** For whom a link was made; null when unknown, used, over, made for something else, or the account is closed. */
export async function findLinkHolder(db: Db, token: string, purpose: LinkPurpose, now: Date): Promise<LinkHolder | null> {
  const { rows } = await sql<{ person_id: string; name: string; email: string; language: Language }>`
    select * from find_access_token(${digestOf(token)}, ${purpose}, ${now})`.execute(db)
  const row = rows[0]
  return row ? { personId: row.person_id, name: row.name, email: row.email, language: row.language } : null
}

/** Takes the link; false when another request took it first. The scope must be its holder's. */
export async function useLink(db: Db, token: string, now: Date): Promise<boolean> {
  const result = await db
    .withTables<AccountTables>()
    .updateTable('access_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', digestOf(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Once a password is set, every other link of the person is void. The scope must be hers. */
export async function voidLinks(db: Db, personId: string, now: Date): Promise<void> {
  await db
    .withTables<AccountTables>()
    .updateTable('access_tokens')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}

export async function countLinksSince(db: Db, personId: string, purpose: LinkPurpose, since: Date): Promise<number> {
  const row = await db
    .withTables<AccountTables>()
    .selectFrom('access_tokens')
    .select(sql<number>`count(*)`.as('number'))
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.number
}
