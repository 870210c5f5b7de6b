import { scopeOf, withScope } from '../../../platform/database.ts'
import type { FileStore } from '../../../platform/files.ts'
import type { Job } from '../../../platform/jobs.ts'
import { findFileType } from '../file-type.ts'
import { findEvidence } from '../store.ts'
import { readTextJobName } from './job-name.ts'
import { readTypes } from './read-words.ts'
import { readApart } from './reader.ts'
import { saveWords } from './texts-store.ts'

/** Reads the words of a proof's present file, so that they can be searched. Twice is the same as once. */
export const readTextJob = (files: FileStore): Job => ({
  name: readTextJobName,
  run: async (pool, payload) => {
    const scope = scopeOf(String(payload['organisation']))
    const evidence = await withScope(pool, scope, (db) => findEvidence(db, String(payload['evidence'])))
    const type = readTypes.find((one) => one === findFileType(evidence?.mediaType ?? null))
    const bytes = evidence?.sha256 && type ? await files.find(evidence.sha256) : null
    if (!evidence || !type || !bytes) return
    const words = await readApart(type, bytes)
    await withScope(pool, scope, (db) => saveWords(db, evidence.id, evidence.revision, words))
  },
})
