import type { Db } from '../../../platform/database.ts'
import type { IndicatorTables, UploadAnswers } from '../tables.ts'

/** A file of figures that waits to be confirmed. */
export interface Upload {
  id: string
  organisationId: string
  fileName: string
  sha256: string
  answers: UploadAnswers
}

const tables = (db: Db) => db.withTables<IndicatorTables>()

/** Notes that a person sent a file; what the same person sent before `oldest` is forgotten. */
export async function insertUpload(
  db: Db,
  { id, organisationId, fileName, sha256 }: Omit<Upload, 'answers'>,
  { personId, now, oldest }: { personId: string; now: Date; oldest: Date },
): Promise<void> {
  await tables(db).deleteFrom('figure_uploads').where('person_id', '=', personId).where('at', '<', oldest).execute()
  await tables(db)
    .insertInto('figure_uploads')
    .values({ id, organisation_id: organisationId, person_id: personId, at: now, file_name: fileName.slice(0, 200), file_sha256: sha256 })
    .execute()
}

/** What this person sent after `oldest` for this organisation; null for anybody else. `id` must be a UUID. */
export async function findUploadSince(db: Db, id: string, organisationId: string, personId: string, oldest: Date): Promise<Upload | null> {
  const row = await tables(db)
    .selectFrom('figure_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('at', '>', oldest)
    .executeTakeFirst()
  return row ? { id: row.id, organisationId: row.organisation_id, fileName: row.file_name, sha256: row.file_sha256, answers: row.answers } : null
}

/** What somebody says that the file does not; kept so that it is not said twice. */
export async function saveAnswers(db: Db, id: string, answers: UploadAnswers): Promise<void> {
  await tables(db).updateTable('figure_uploads').set({ answers }).where('id', '=', id).execute()
}

/** Confirmed once: the same preview does not serve again. */
export async function dropUpload(db: Db, id: string): Promise<void> {
  await tables(db).deleteFrom('figure_uploads').where('id', '=', id).execute()
}
