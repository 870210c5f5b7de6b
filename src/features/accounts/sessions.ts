import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/language.ts'
import { digestOf, randomToken } from '../../platform/secrets.ts'
import type { Caller, Mandate } from '../../platform/session.ts'
import type { AccountTables } from './tables.ts'

/** A session ends after this long without use of its cookie, whatever happens. */
export const sessionDays = 14

interface SessionRow {
  session_id: string
  person_id: string
  name: string
  email: string
  language: Language
  second_factor_at: Date | null
  has_second_factor: boolean
  seen_at: Date
  mandates: Mandate[]
}

/** Who holds this cookie, with the mandates that run today; null when unknown, over, or the account is closed. */
export async function findCaller(db: Db, cookie: string, now: Date = new Date()): Promise<Caller | null> {
  const { rows } = await sql<SessionRow>`select * from open_session(${digestOf(cookie)}, ${now})`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    sessionId: row.session_id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    language: row.language,
    mandates: row.mandates,
    secondFactorPassed: row.second_factor_at !== null,
    hasSecondFactor: row.has_second_factor,
  }
}

export interface NewSession {
  personId: string
  device: string
  now: Date
  secondFactorPassed: boolean
}

/** Opens a session and returns the cookie's value, which is stored nowhere. The scope must already be this person's. */
export async function createSession(db: Db, session: NewSession): Promise<string> {
  const cookie = randomToken()
  await db
    .withTables<AccountTables>()
    .insertInto('sessions')
    .values({
      id: randomUUID(),
      token_hash: digestOf(cookie),
      person_id: session.personId,
      expires_at: new Date(session.now.getTime() + sessionDays * 86_400_000),
      second_factor_at: session.secondFactorPassed ? session.now : null,
      device: session.device.slice(0, 200),
    })
    .execute()
  return cookie
}

export async function deleteSession(db: Db, sessionId: string): Promise<void> {
  await db.withTables<AccountTables>().deleteFrom('sessions').where('id', '=', sessionId).execute()
}
