import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Db } from '../../../platform/database.ts'
import { openFileStore } from '../../../platform/files.ts'
import type { FileStore } from '../../../platform/files.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { Job } from '../../../platform/jobs.ts'
import { findUploadSince, insertUpload } from './uploads-store.ts'
import type { Upload } from './uploads-store.ts'

/** How long a file waits to be confirmed. */
const uploadHours = 24

const jobName = 'remove_figures_file'

/** Apart from the proofs of schools: these bytes are thrown away after a day. */
const storeOf = (dataDir: string): FileStore => openFileStore(join(dataDir, 'figures'))

interface NewUpload {
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
  await insertUpload(db, { id, organisationId, fileName, sha256 }, { personId, now, oldest: oldest(now) })
  // One key a file: sent again, it stays a day longer.
  await enqueueJob(db, jobName, { sha256 }, { at: new Date(now.getTime() + uploadHours * 3_600_000), key: `${jobName} ${sha256}` })
  return id
}

const oldest = (now: Date): Date => new Date(now.getTime() - uploadHours * 3_600_000)

/** What this person sent within the day for this organisation; null for anybody else. */
export const findUpload = async (db: Db, id: string, organisationId: string, personId: string, now: Date): Promise<Upload | null> =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? findUploadSince(db, id, organisationId, personId, oldest(now)) : null

/** The bytes that were sent; null when they are there no more. */
export const findUploadBytes = (upload: Upload, dataDir: string): Promise<Uint8Array | null> => storeOf(dataDir).find(upload.sha256)

/** Throws away a file that waited for a day. */
export const removeFiguresFileJob = (config: { dataDir: string }): Job => ({
  name: jobName,
  run: (_pool, payload) => storeOf(config.dataDir).remove(String(payload['sha256'])),
})
