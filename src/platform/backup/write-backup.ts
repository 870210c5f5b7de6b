import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import { pack } from 'tar-stream'
import type { Pack } from 'tar-stream'
import type { FileStore } from '../files.ts'
import { listStoredTables } from './tables.ts'

export interface BackupReport {
  file: string
  tables: number
  files: number
  bytes: number
}

/** What a site consists of: its database, as the owner, its data folder and its files. */
export interface Kept {
  ownerUrl: string
  dataDir: string
  files: FileStore
}

/** The application's key opens the second factors kept in the database: without it a restored copy could not check them. */
const keyFile = 'application.key'

/** Keys of what is still sealed, a file each: without them a restored copy could not open it. They leave the next backup when they are destroyed. */
export const sealKeysFolder = 'survey-keys'

/**
 * Writes one archive (tar, gzip) with every table as of one moment, the evidence files and the installation's key. The archive is as
 * secret as the site itself: mode 0600. `onProgress` hears each part's name.
 */
export async function writeBackup(
  { ownerUrl, dataDir, files: store }: Kept,
  file: string,
  onProgress: (part: string) => void = () => {},
): Promise<BackupReport> {
  const workFolder = await mkdtemp(join(tmpdir(), 'qualeduc-backup-'))
  try {
    const { names, manifest } = await writeTables(ownerUrl, workFolder, onProgress)
    let files = 0
    const archive = pack()
    const written = pipeline(archive, createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 }))
    const filled = async (): Promise<void> => {
      archive.entry({ name: 'manifest.json' }, manifest)
      for (const name of names) await addFile(archive, `tables/${name}`, join(workFolder, name))
      onProgress('files')
      for await (const sha256 of store.list()) if (await addEvidence(archive, store, sha256)) files += 1
      await addFile(archive, keyFile, join(dataDir, keyFile))
      for (const name of await listSealKeys(dataDir)) await addFile(archive, `keys/${name}`, join(dataDir, sealKeysFolder, name))
      archive.finalize()
    }
    await Promise.all([filled(), written])
    await rename(`${file}.part`, file)
    return { file, tables: names.length, files, bytes: (await stat(file)).size }
  } finally {
    await rm(workFolder, { recursive: true, force: true })
    await rm(`${file}.part`, { force: true })
  }
}

/** None where no survey was ever made. Rejects where they cannot be read: a backup without them would open no answer. */
async function listSealKeys(dataDir: string): Promise<string[]> {
  try {
    return (await readdir(join(dataDir, sealKeysFolder))).filter((name) => !name.startsWith('.'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function writeTables(ownerUrl: string, folder: string, onProgress: (part: string) => void): Promise<{ names: string[]; manifest: string }> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await client.begin('isolation level repeatable read read only', async (transaction) => {
      const migrations = await transaction`select name, sha256 from migrations order by name`
      const names: string[] = []
      for (const table of await listStoredTables(transaction)) {
        onProgress(table.name)
        const rows = await transaction.unsafe(`copy (select ${table.columns} from ${table.name} order by ${table.order}) to stdout`).readable()
        await spool(rows, join(folder, table.name))
        names.push(table.name)
      }
      return { names, manifest: JSON.stringify({ qualeduc: 1, at: new Date().toISOString(), migrations: [...migrations] }) }
    })
  } finally {
    await client.end()
  }
}

// The driver leaves its connection paused when a reader that is slower than the server stops it at the last row: so we never slow it down,
// and what the disk has not taken yet waits in memory.
async function spool(rows: Readable, path: string): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  rows.on('data', (part: Uint8Array) => file.write(part))
  await once(rows, 'end')
  file.end()
  await once(file, 'close')
}

async function addFile(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path)
  const entry = archive.entry({ name, size, mode: 0o600 })
  await pipeline(createReadStream(path), entry)
}

// One file at a time in memory; one that was thrown away meanwhile is left out, as nothing holds it any more.
async function addEvidence(archive: Pack, store: FileStore, sha256: string): Promise<boolean> {
  const bytes = await store.find(sha256)
  if (!bytes) return false
  const entry = archive.entry({ name: `files/${sha256.slice(0, 2)}/${sha256}`, size: bytes.length, mode: 0o600 })
  await pipeline(Readable.from([bytes]), entry)
  return true
}
