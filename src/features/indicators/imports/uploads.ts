import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Db } from '../../../platform/database.ts'
import { openFileStore } from '../../../platform/files.ts'
import type { FileStore } from '../../../platform/files.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { IndicatorTables, UploadAnswers } from '../tables.ts'

/** How long a file waits to be confirmed. */
const uploadHours = 24

const jobName = 'remove_figures_file'

export interface Upload {
  id: string
  organisationId: string
  fileName: string
  sha256: string
  answers: UploadAnswers
}

/** Apart from the proofs of schools: these bytes are thrown away after a day. */
const storeOf = (dataDir: string): FileStore => openFileStore(join(dataDir, 'figures'))

const tables = (db: Db) => db.withTables<IndicatorTables>()

export interface NewUpload {
  organisationId: string
  personId: string
  fileName: string
  bytes: Uint8Array
  dataDir: string
  now: Date
}

/** Keeps a file of figures until its preview is confirmed, by the same person and within the day. Returns its id. */
export async function keepUpload(db: Db, { organisationId, personId, fileName, bytes, dataDir, now }: NewUpload): Promise<string> {
  const sha256 = await storeOf(dataDir).save(bytes)
  const id = randomUUID()
  await tables(db).deleteFrom('figure_uploads').where('person_id', '=', personId).where('at', '<', oldest(now)).execute()
  await tables(db)
    .insertInto('figure_uploads')
    .values({ id, organisation_id: organisationId, person_id: personId, at: now, file_name: fileName.slice(0, 200), file_sha256: sha256 })
    .execute()
  // One key a file: sent again, it stays a day longer.
  await enqueueJob(db, jobName, { sha256 }, { at: new Date(now.getTime() + uploadHours * 3_600_000), key: `${jobName} ${sha256}` })
  return id
}

const oldest = (now: Date): Date => new Date(now.getTime() - uploadHours * 3_600_000)

/** What this person sent within the day for this organisation; null for anybody else. */
export async function findUpload(db: Db, id: string, organisationId: string, personId: string, now: Date): Promise<Upload | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const row = await tables(db)
    .selectFrom('figure_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('at', '>', oldest(now))
    .executeTakeFirst()
  return row ? { id: row.id, organisationId: row.organisation_id, fileName: row.file_name, sha256: row.file_sha256, answers: row.answers } : null
}

/** What somebody says that the file does not; kept so that it is not said twice. */
export async function saveAnswers(db: Db, id: string, answers: UploadAnswers): Promise<void> {
  await tables(db).updateTable('figure_uploads').set({ answers }).where('id', '=', id).execute()
}

/** The bytes that were sent; null when they are there no more. */
export const findUploadBytes = (upload: Upload, dataDir: string): Promise<Uint8Array | null> => storeOf(dataDir).find(upload.sha256)

/** Confirmed once: the same preview does not serve again. */
export async function dropUpload(db: Db, id: string): Promise<void> {
  await tables(db).deleteFrom('figure_uploads').where('id', '=', id).execute()
}

/** Throws away a file that waited for a day. */
export const removeFiguresFileJob = (config: { dataDir: string }): Job => ({
  name: jobName,
  run: (_pool, payload) => storeOf(config.dataDir).remove(String(payload['sha256'])),
})
