import type { Db } from '../database.ts'

type SubmissionTables = {
  form_submissions: { key: string; person_id: string; location: string | null }
}

const isKey = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Takes the form's key. Null: first time, go on. Otherwise the same form was already accepted, and `location` is where it led; a
 * second sending that arrives during the first waits for it here.
 */
export async function repeatOf(db: Db, key: string, personId: string): Promise<{ location: string | null } | null> {
  if (!isKey(key)) return null
  const tables = db.withTables<SubmissionTables>()
  const taken = await tables
    .insertInto('form_submissions')
    .values({ key, person_id: personId, location: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 1n) return null
  const first = await tables.selectFrom('form_submissions').select('location').where('key', '=', key).executeTakeFirst()
  return first ?? { location: null }
}

export async function saveLocation(db: Db, key: string, location: string): Promise<void> {
  if (!isKey(key)) return
  await db.withTables<SubmissionTables>().updateTable('form_submissions').set({ location }).where('key', '=', key).execute()
}
