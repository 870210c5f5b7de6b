import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sealKeysFolder } from '../../../platform/backup/write-backup.ts'

const keyLength = 32

// A file each, in the data folder and in backups, never in the database; destroyed at closing.
const folderOf = (dataDir: string): string => join(dataDir, sealKeysFolder)
const pathOf = (dataDir: string, surveyId: string): string => join(folderOf(dataDir), surveyId)

/** The key that seals this survey's ballots and makes its codes, of 32 bytes; made at the first need. Durable, and whole, before anybody finds it. */
export async function ensureSurveyKey(dataDir: string, surveyId: string): Promise<Buffer> {
  const known = await findSurveyKey(dataDir, surveyId)
  if (known) return known
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 })
  const draft = pathOf(dataDir, `.${randomUUID()}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(keyLength))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // Of two who make it at once, one gives it its name, and both read that one.
    await link(draft, pathOf(dataDir, surveyId))
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  await syncFolder(folderOf(dataDir))
  return readFile(pathOf(dataDir, surveyId))
}

/** Null before anything was invited, and for ever after the survey is closed. Rejects when the file cannot be read or is not a key: it is then not « closed ». */
export async function findSurveyKey(dataDir: string, surveyId: string): Promise<Buffer | null> {
  const key = await readFile(pathOf(dataDir, surveyId)).catch(nullIfMissing)
  if (key && key.length !== keyLength) throw new Error(`the key of survey ${surveyId} is damaged: put it back from a backup`)
  return key
}

/** From then on nothing that was sealed can be opened, whatever was copied before. */
export async function destroySurveyKey(dataDir: string, surveyId: string): Promise<void> {
  await rm(pathOf(dataDir, surveyId), { force: true })
}

/** Surveys whose key is still there. */
export async function listKeptKeys(dataDir: string): Promise<string[]> {
  const names = (await readdir(folderOf(dataDir)).catch(nullIfMissing)) ?? []
  return names.filter((name) => !name.startsWith('.'))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

function nullIfMissing(error: unknown): null {
  if (isCode(error, 'ENOENT')) return null
  throw error
}
