import { randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/database.ts'
import type { Reading } from './reading.ts'
import type { ExchangeTables } from './tables.ts'

/** How long what was read waits for somebody to say what to make of it. */
export const readingHours = 24

export interface KeptReading {
  id: string
  organisationId: string
  fileName: string
  reading: Reading
}

const tables = (db: Db) => db.withTables<ExchangeTables>()
const oldest = (now: Date): Date => new Date(now.getTime() - readingHours * 3_600_000)

/** Keeps what was read; what waited for more than a day in the same organisation goes. Returns its id. */
export async function keepReading(db: Db, kept: { organisationId: string; personId: string; fileName: string; reading: Reading; now: Date }): Promise<string> {
  const id = randomUUID()
  await tables(db).deleteFrom('exchange_readings').where('organisation_id', '=', kept.organisationId).where('at', '<', oldest(kept.now)).execute()
  await tables(db)
    .insertInto('exchange_readings')
    .values({
      id,
      organisation_id: kept.organisationId,
      person_id: kept.personId,
      at: kept.now,
      file_name: kept.fileName.slice(0, 200),
      reading: kept.reading,
    })
    .execute()
  return id
}

export async function findReading(db: Db, organisationId: string, id: string, now: Date): Promise<KeptReading | null> {
  const row = await tables(db)
    .selectFrom('exchange_readings')
    .select(['id', 'organisation_id as organisationId', 'file_name as fileName', 'reading'])
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('at', '>', oldest(now))
    .executeTakeFirst()
  return row ?? null
}

/** Used once: the same preview does not serve again. False when it was used meanwhile. */
export async function dropReading(db: Db, id: string): Promise<boolean> {
  const row = await tables(db).deleteFrom('exchange_readings').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
