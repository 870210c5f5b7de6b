import type { Pool } from '../../platform/database.ts'
import { nobody, withScope } from '../../platform/database.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Job } from '../../platform/jobs.ts'
import { isFileKept, lockContent } from './store.ts'

export const removeFileJobName = 'remove_file'

/** Throws a file away once no proof of any school holds it: after the change is kept, never before. */
export const removeFileJob = (files: FileStore): Job => ({
  name: removeFileJobName,
  run: (pool: Pool, payload) =>
    withScope(pool, nobody, async (db) => {
      const sha256 = String(payload['sha256'])
      await lockContent(db, sha256)
      if (!(await isFileKept(db, sha256))) await files.remove(sha256)
    }),
})
