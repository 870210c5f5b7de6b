import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sealKeysFolder } from '../../../platform/backup/write-backup.ts'

// A file each, in the data folder and in backups, never in the database; destroyed at closing.
const pathOf = (dataDir: string, surveyId: string): string => join(dataDir, sealKeysFolder, surveyId)

/** The key that seals this survey's ballots and makes its codes; made at the first need. Durable before it is used. */
export async function ensureSurveyKey(dataDir: string, surveyId: string): Promise<Buffer> {
  const known = await findSurveyKey(dataDir, surveyId)
  if (known) return known
  await mkdir(join(dataDir, sealKeysFolder), { recursive: true, mode: 0o700 })
  try {
    const file = await open(pathOf(dataDir, surveyId), 'wx', 0o600)
    try {
      await file.writeFile(randomBytes(32))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFile(pathOf(dataDir, surveyId))
}

/** Null before anything was invited, and for ever after the survey is closed. */
export async function findSurveyKey(dataDir: string, surveyId: string): Promise<Buffer | null> {
  const key = await readFile(pathOf(dataDir, surveyId)).catch(() => null)
  return key?.length === 32 ? key : null
}

/** From then on nothing that was sealed can be opened, whatever was copied before. */
export async function destroySurveyKey(dataDir: string, surveyId: string): Promise<void> {
  await rm(pathOf(dataDir, surveyId), { force: true })
}

/** Surveys whose key is still there. */
export async function listKeptKeys(dataDir: string): Promise<string[]> {
  return readdir(join(dataDir, sealKeysFolder)).catch(() => [])
}
