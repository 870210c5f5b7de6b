import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { applyScope, nobody } from '../../platform/database.ts'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/language.ts'
import { digestOf, randomToken } from '../../platform/secrets.ts'
import type { Caller, Mandate } from '../../platform/session.ts'
import type { AccountTables } from './tables.ts'

/** A session ends this long after sign-in. */
export const sessionDays = 14

/** « Vu pour la dernière fois » is written at most this often. */
export const seenEveryMinutes = 5

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
  if (now.getTime() - row.seen_at.getTime() >= seenEveryMinutes * 60_000) await touchSession(db, row, now)
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

async function touchSession(db: Db, row: SessionRow, now: Date): Promise<void> {
  await applyScope(db, { ...nobody, personId: row.person_id })
  await db.withTables<AccountTables>().updateTable('sessions').set({ seen_at: now }).where('id', '=', row.session_id).execute()
}

export interface NewSession {
  id?: string
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
      id: session.id ?? randomUUID(),
      token_hash: digestOf(cookie),
      person_id: session.personId,
      created_at: session.now,
      seen_at: session.now,
      expires_at: new Date(session.now.getTime() + sessionDays * 86_400_000),
      second_factor_at: session.secondFactorPassed ? session.now : null,
      device: session.device.slice(0, 200),
    })
    .execute()
  return cookie
}

export interface SessionRecord {
  id: string
  device: string
  createdAt: Date
  seenAt: Date
}

/** The person's sessions that still run, latest seen first. */
export async function listSessions(db: Db, personId: string, now: Date): Promise<SessionRecord[]> {
  const rows = await db
    .withTables<AccountTables>()
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at', 'seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, device: row.device, createdAt: row.created_at, seenAt: row.seen_at }))
}

export async function savePassedSecondFactor(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.withTables<AccountTables>().updateTable('sessions').set({ second_factor_at: now }).where('id', '=', sessionId).execute()
}

/** Ends one session of the person; another person's is left as if it did not exist. Returns whether there was one. */
export async function deleteSession(db: Db, sessionId: string, personId: string): Promise<boolean> {
  const result = await db.withTables<AccountTables>().deleteFrom('sessions').where('id', '=', sessionId).where('person_id', '=', personId).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Ends the person's sessions, all of them or all but one. Returns how many. */
export async function deleteSessions(db: Db, personId: string, except: string | null = null): Promise<number> {
  let query = db.withTables<AccountTables>().deleteFrom('sessions').where('person_id', '=', personId)
  if (except) query = query.where('id', '<>', except)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}
