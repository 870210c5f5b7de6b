import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sealKeysFolder } from '../../../platform/backup/write-backup.ts'
import { destroySurveyKey, ensureSurveyKey, findSurveyKey, listKeptKeys } from './keys.ts'

let dataDir: string
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-keys-'))
})
after(() => rm(dataDir, { recursive: true, force: true }))

test('twenty who make a survey’s key at once all have the same, whole, and nothing else is left', async () => {
  const survey = randomUUID()
  assert.equal(await findSurveyKey(dataDir, survey), null)
  assert.deepEqual(await listKeptKeys(dataDir), [])
  const keys = await Promise.all(Array.from({ length: 20 }, () => ensureSurveyKey(dataDir, survey)))
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1)
  assert.equal(keys[0]?.length, 32)
  assert.deepEqual(await readdir(join(dataDir, sealKeysFolder)), [survey])
  await destroySurveyKey(dataDir, survey)
  assert.equal(await findSurveyKey(dataDir, survey), null)
})

test('a key that is damaged or cannot be read is not a closed survey', async () => {
  const [damaged, unreadable] = [randomUUID(), randomUUID()]
  await writeFile(join(dataDir, sealKeysFolder, damaged), 'half')
  await assert.rejects(findSurveyKey(dataDir, damaged), /damaged/)
  await assert.rejects(ensureSurveyKey(dataDir, damaged), /damaged/)
  await mkdir(join(dataDir, sealKeysFolder, unreadable))
  await assert.rejects(findSurveyKey(dataDir, unreadable), { code: 'EISDIR' })
})
