import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../test/fresh-database.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { startObjectStorage } from '../../../test/object-storage.ts'
import { filesOf, openFileStore } from '../files.ts'
import { isMailPaused } from '../mail-pause.ts'
import { loadSecrets } from '../secrets.ts'
import { RestoreError, restoreBackup } from './restore-backup.ts'
import { listStoredTables } from './tables.ts'
import { writeBackup } from './write-backup.ts'
import postgres from 'postgres'

let source: FreshDatabase
let folder: string

before(async () => {
  source = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'qualeduc-backup-'))
  await loadDemo(source.owner, { files: openFileStore(join(folder, 'demo')), dataDir: join(folder, 'demo-data') }, new Date())
})
after(async () => {
  await source.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Rows and a digest of every table, whatever their order. */
async function fingerprint(ownerUrl: string): Promise<Record<string, string>> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const prints: Record<string, string> = {}
  for (const table of await listStoredTables(client)) {
    const [row] = await client.unsafe(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${table.name} t`)
    prints[table.name] = String(row?.['print'])
  }
  await client.end()
  return prints
}

async function dataFolder(name: string): Promise<string> {
  const path = join(folder, name)
  await loadSecrets(path)
  return path
}

const keptAt = (ownerUrl: string, dataDir: string) => ({ ownerUrl, dataDir, files: openFileStore(dataDir) })

test('a restored copy holds every row, every file and the key, and sends no mail until told so', async () => {
  const from = await dataFolder('from')
  const sha256 = await openFileStore(from).save(Buffer.from('une preuve'))
  const archive = join(folder, 'copie.tar.gz')
  const report = await writeBackup(keptAt(source.ownerUrl, from), archive)
  assert.equal(report.files, 1)
  assert.equal((await stat(archive)).mode & 0o777, 0o600)

  const copy = await emptyDatabase()
  const to = join(folder, 'to')
  await restoreBackup(keptAt(copy.ownerUrl, to), archive)
  assert.deepEqual(await fingerprint(copy.ownerUrl), await fingerprint(source.ownerUrl))
  assert.equal(String(await openFileStore(to).find(sha256)), 'une preuve')
  assert.deepEqual(await readFile(join(to, 'application.key')), await readFile(join(from, 'application.key')))
  assert.equal(isMailPaused(to), true)
  await copy.as({}, (db) => sql`insert into activity (kind) values ('test.after')`.execute(db))
  await assert.rejects(sql`delete from activity`.execute(copy.owner), /append-only/)
  await copy.stop()
})

test('a copy goes from a disk to object storage and back, with all its files', async () => {
  const storage = await startObjectStorage()
  const [from, there, back] = [await dataFolder('disk'), await dataFolder('objects'), await dataFolder('back')]
  const contents = ['une preuve', 'une autre', 'x'.repeat(300_000)]
  const digests: string[] = []
  for (const content of contents) digests.push(await openFileStore(from).save(Buffer.from(content)))
  const objects = filesOf({ dataDir: there, objects: storage.settings })
  const [first, second] = [join(folder, 'aller.tar.gz'), join(folder, 'retour.tar.gz')]
  await writeBackup(keptAt(source.ownerUrl, from), first)
  const copy = await emptyDatabase()
  assert.equal((await restoreBackup({ ownerUrl: copy.ownerUrl, dataDir: there, files: objects }, first)).files, 3)
  assert.equal((await writeBackup({ ownerUrl: copy.ownerUrl, dataDir: there, files: objects }, second)).files, 3)
  const again = await emptyDatabase()
  await restoreBackup(keptAt(again.ownerUrl, back), second)
  for (const [index, sha256] of digests.entries()) assert.equal(String(await openFileStore(back).find(sha256)), contents[index])
  await Promise.all([copy.stop(), again.stop(), storage.stop()])
})

test('a base in use is never overwritten, and a damaged archive leaves nothing behind', async () => {
  const from = await dataFolder('again')
  const archive = join(folder, 'encore.tar.gz')
  await writeBackup(keptAt(source.ownerUrl, from), archive)
  await assert.rejects(restoreBackup(keptAt(source.ownerUrl, join(folder, 'used')), archive), RestoreError)

  const bytes = await readFile(archive)
  await writeFile(archive, bytes.subarray(0, Math.floor(bytes.length / 2)))
  const copy = await emptyDatabase()
  await assert.rejects(restoreBackup(keptAt(copy.ownerUrl, join(folder, 'half')), archive))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from persons`.execute(copy.owner)
  assert.equal(rows[0]?.n, 0)
  await copy.stop()
})

test('a backup that could not be finished leaves no file under its name', async () => {
  const archive = join(folder, 'jamais.tar.gz')
  await assert.rejects(writeBackup(keptAt('postgres://nobody:nothing@127.0.0.1:1/none', await dataFolder('none')), archive))
  assert.equal(existsSync(archive), false)
})

/** Migrated, without the frameworks that the tests' template already holds. */
async function emptyDatabase(): Promise<FreshDatabase> {
  const copy = await freshDatabase()
  await sql`truncate frameworks cascade`.execute(copy.owner)
  return copy
}
