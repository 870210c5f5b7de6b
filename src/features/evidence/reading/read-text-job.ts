import { nobody, scopeOf, withScope } from '../../../platform/database.ts'
import type { Pool } from '../../../platform/database.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { Job } from '../../../platform/jobs.ts'
import { fileTypes, findFileType } from '../file-type.ts'
import { findEvidence } from '../store.ts'
import { readTextJobName } from './job-name.ts'
import { readTypes } from './read-words.ts'
import { readApart } from './reader.ts'
import { listUnread, saveWords } from './texts-store.ts'

/** Reads the words of a proof's present file, so that they can be searched. Twice is the same as once. */
export const readTextJob = (files: FileStore): Job => ({
  name: readTextJobName,
  run: (pool, payload) => readText(pool, files, String(payload['organisation']), String(payload['evidence'])),
})

/** Files read in one night at most: some two hours of the slowest ones. */
const mostInOneNight = 300

/** Every night, files that were added before words were read, or whose reading was lost. */
export const readLeftJob = (files: FileStore): Job => ({
  name: 'read_left_evidence',
  every: '41 2 * * *',
  run: async (pool) => {
    const mediaTypes = readTypes.map((type) => fileTypes[type].mediaType)
    for (const { evidenceId, organisationId } of await withScope(pool, nobody, (db) => listUnread(db, mediaTypes, mostInOneNight)))
      await readText(pool, files, organisationId, evidenceId)
  },
})

async function readText(pool: Pool, files: FileStore, organisationId: string, evidenceId: string): Promise<void> {
  const scope = scopeOf(organisationId)
  const evidence = await withScope(pool, scope, (db) => findEvidence(db, evidenceId))
  const type = readTypes.find((one) => one === findFileType(evidence?.mediaType ?? null))
  const bytes = evidence?.sha256 && type ? await files.find(evidence.sha256) : null
  if (!evidence || !type || !bytes) return
  const words = await readApart(type, bytes)
  await withScope(pool, scope, (db) => saveWords(db, evidence.id, evidence.revision, words))
}
