import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { openFileStore } from '../../../platform/files.ts'
import type { FileStore } from '../../../platform/files.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { PlanOptions } from '../import/import-plan.ts'
import { shorten } from '../import/row-cells.ts'
import type { OrganisationTables } from '../tables.ts'

/** How long a directory waits to be confirmed. */
export const uploadHours = 24

const jobName = 'remove_directory_file'

export interface Upload {
  id: string
  fileName: string
  sha256: string
  completeBy: PlanOptions['completeBy']
}

/** Apart from the proofs of schools: these bytes are thrown away after a day. */
const storeOf = (dataDir: string): FileStore => openFileStore(join(dataDir, 'directories'))

export interface NewUpload {
  personId: string
  fileName: string
  bytes: Uint8Array
  completeBy: PlanOptions['completeBy']
  dataDir: string
  now: Date
}

/** Keeps a directory of schools until its preview is confirmed, by the same person and within the day. Returns its id. */
export async function keepUpload(db: Db, upload: NewUpload): Promise<string> {
  const sha256 = await storeOf(upload.dataDir).save(upload.bytes)
  const id = randomUUID()
  const { personId, now } = upload
  const uploads = db.withTables<OrganisationTables>()
  await uploads.deleteFrom('directory_uploads').where('person_id', '=', personId).where('at', '<', oldest(now)).execute()
  await uploads
    .insertInto('directory_uploads')
    .values({ id, person_id: personId, at: now, file_name: shorten(upload.fileName), file_sha256: sha256, complete_by: upload.completeBy ?? null })
    .execute()
  // One key a file: sent again, it stays a day longer.
  await enqueueJob(db, jobName, { sha256 }, { at: new Date(now.getTime() + uploadHours * 3_600_000), key: `${jobName} ${sha256}` })
  await recordActivity(db, { organisationId: null, actorId: personId, kind: 'directory.previewed', subjectKind: 'directory_upload', subjectId: id })
  return id
}

const oldest = (now: Date): Date => new Date(now.getTime() - uploadHours * 3_600_000)

/** What this person sent within the day; null for anybody else. */
export async function findUpload(db: Db, id: string, personId: string, now: Date): Promise<Upload | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const row = await db
    .withTables<OrganisationTables>()
    .selectFrom('directory_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('at', '>', oldest(now))
    .executeTakeFirst()
  return row ? { id: row.id, fileName: row.file_name, sha256: row.file_sha256, completeBy: row.complete_by ?? undefined } : null
}

/** The bytes that were previewed; null when they are there no more. */
export const findUploadBytes = (upload: Upload, dataDir: string): Promise<Uint8Array | null> => storeOf(dataDir).find(upload.sha256)

/** Confirmed once: the same preview does not serve again. */
export async function dropUpload(db: Db, id: string): Promise<void> {
  await db.withTables<OrganisationTables>().deleteFrom('directory_uploads').where('id', '=', id).execute()
}

/** Throws away a directory that waited for a day. */
export const removeDirectoryFileJob = (config: { dataDir: string }): Job => ({
  name: jobName,
  run: (_pool, payload) => storeOf(config.dataDir).remove(String(payload['sha256'])),
})
