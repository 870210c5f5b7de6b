import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import type { WriteStream } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import postgres from 'postgres'
import { listStoredTables } from './tables.ts'

export interface BackupReport {
  file: string
  tables: number
  files: number
  bytes: number
}

/** The application's key opens the second factors kept in the database: without it a restored copy could not check them. */
const keyFile = 'application.key'

/**
 * Writes one archive with every table (one consistent moment), the evidence files and the installation's key. The archive is as secret
 * as the site itself: mode 0600. `onProgress` hears each part's name.
 */
export async function writeBackup(ownerUrl: string, dataDir: string, file: string, onProgress: (part: string) => void = () => {}): Promise<BackupReport> {
  const draft = `${file}.part`
  const output = createWriteStream(draft, { mode: 0o600 })
  const archive = archiveInto(output)
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const tables = await client.begin('isolation level repeatable read read only', async (transaction) => {
      const migrations = await transaction`select name, sha256 from migrations order by name`
      await archive.add('manifest.json', [Buffer.from(JSON.stringify({ qualeduc: 1, at: new Date().toISOString(), migrations: [...migrations] }))])
      const list = await listStoredTables(transaction)
      for (const table of list) {
        onProgress(table.name)
        const rows = await transaction.unsafe(`copy (select ${table.columns} from ${table.name}) to stdout`).readable()
        await archive.add(`tables/${table.name}`, rows)
      }
      return list.length
    })
    const files = await listFiles(join(dataDir, 'files'))
    onProgress('files')
    for (const name of files) await archive.add(`files/${name}`, createReadStream(join(dataDir, 'files', name)), { packed: true })
    await archive.add(keyFile, createReadStream(join(dataDir, keyFile)))
    await archive.end()
    await rename(draft, file)
    return { file, tables, files: files.length, bytes: (await stat(file)).size }
  } finally {
    await client.end()
  }
}

function archiveInto(output: WriteStream) {
  const zip = new Zip((error, chunk) => {
    if (error) output.destroy(error)
    else output.write(chunk)
  })
  const drained = async (): Promise<void> => {
    if (output.writableNeedDrain) await once(output, 'drain')
  }
  return {
    add: async (name: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: { packed?: boolean } = {}): Promise<void> => {
      const entry = options.packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      zip.add(entry)
      for await (const part of parts) {
        entry.push(part)
        await drained()
      }
      entry.push(new Uint8Array(0), true)
    },
    end: async (): Promise<void> => {
      zip.end()
      output.end()
      await once(output, 'close')
    },
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name)).sort()
}
