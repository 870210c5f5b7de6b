import { createReadStream } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import type { UnzipFile } from 'fflate'
import postgres from 'postgres'
import { pauseMail } from '../mail-pause.ts'
import { listStoredTables } from './tables.ts'
import type { StoredTable } from './tables.ts'

/** Its message is a sentence for the operator. */
export class RestoreError extends Error {}

interface Manifest {
  qualeduc: number
  migrations: { name: string; sha256: string }[]
}

/**
 * Puts a backup back into a migrated, empty database and an empty data folder, all or nothing for the database. The restored copy sends
 * no mail until `qualeduc mail resume`.
 */
export async function restoreBackup(ownerUrl: string, dataDir: string, file: string, onProgress: (part: string) => void = () => {}): Promise<{ tables: number; files: number }> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await pauseMail(dataDir)
    return await client.begin(async (transaction) => {
      await refuseIfUsed(transaction)
      const tables = await listStoredTables(transaction)
      for (const table of tables.filter((one) => one.forced)) await transaction.unsafe(`alter table ${table.name} no force row level security`)
      await transaction.unsafe('alter table activity disable trigger user')
      await transaction.unsafe('truncate school_years cascade')
      const done = { tables: 0, files: 0 }
      await readArchive(file, async (entry) => {
        if (entry.name === 'manifest.json') return checkManifest(transaction, Buffer.concat(await partsOf(entry)).toString('utf8'))
        const table = entry.name.startsWith('tables/') ? tables.find((one) => one.name === entry.name.slice(7)) : undefined
        if (table) {
          onProgress(table.name)
          await copyInto(transaction, table, entry)
          done.tables++
          return
        }
        await keepFile(dataDir, entry)
        if (entry.name.startsWith('files/')) done.files++
      })
      if (done.tables === 0) throw new RestoreError('Ce fichier n’est pas une sauvegarde de Qualéduc.')
      await transaction`select setval(pg_get_serial_sequence('activity', 'id'), (select coalesce(max(id), 0) + 1 from activity), false)`
      await transaction.unsafe('alter table activity enable trigger user')
      for (const table of tables.filter((one) => one.forced)) await transaction.unsafe(`alter table ${table.name} force row level security`)
      return done
    })
  } finally {
    await client.end()
  }
}

async function refuseIfUsed(client: postgres.TransactionSql): Promise<void> {
  const [row] = await client`select (select count(*) from persons) + (select count(*) from organisations) as rows`
  if (Number(row?.['rows']) > 0) {
    throw new RestoreError('La base contient déjà des comptes ou des établissements. Restaurez dans un dossier de données vide, pour ne rien écraser.')
  }
}

async function checkManifest(client: postgres.TransactionSql, text: string): Promise<void> {
  const manifest: Manifest = JSON.parse(text)
  const here = new Map((await client`select name, sha256 from migrations`).map((row) => [row['name'], row['sha256']]))
  const same = manifest.migrations.length === here.size && manifest.migrations.every((one) => here.get(one.name) === one.sha256)
  if (!same) throw new RestoreError('Cette sauvegarde vient d’une autre version de Qualéduc. Installez la version qui l’a faite, restaurez, puis mettez à jour.')
}

async function copyInto(client: postgres.TransactionSql, table: StoredTable, entry: Entry): Promise<void> {
  const input: Writable = await client.unsafe(`copy ${table.name} (${table.columns}) from stdin`).writable()
  for await (const part of entry.parts) if (!input.write(part)) await once(input, 'drain')
  input.end()
  await once(input, 'finish')
}

async function keepFile(dataDir: string, entry: Entry): Promise<void> {
  const parts = await partsOf(entry)
  if (entry.name === 'application.key') return writeFile(join(dataDir, entry.name), Buffer.concat(parts), { mode: 0o600 })
  // Names of an archive never become paths unless they are exactly ours.
  if (!/^files\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(entry.name)) return
  const path = join(dataDir, entry.name)
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(`${path}.part`, 'w', 0o600)
  await handle.writeFile(Buffer.concat(parts))
  await handle.sync()
  await handle.close()
  await rename(`${path}.part`, path)
}

interface Entry {
  name: string
  parts: AsyncIterable<Uint8Array>
}

async function partsOf(entry: Entry): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of entry.parts) parts.push(part)
  return parts
}

// Entries come one after the other: each is read to its end before the next is handed over.
async function readArchive(file: string, use: (entry: Entry) => Promise<void>): Promise<void> {
  const input = createReadStream(file).iterator()
  const found: { name: string; waiting: Uint8Array[]; ended: boolean }[] = []
  const unzip = new Unzip((entry: UnzipFile) => {
    const one = { name: entry.name, waiting: [] as Uint8Array[], ended: false }
    found.push(one)
    entry.ondata = (error, chunk, final) => {
      if (error) throw new RestoreError('La sauvegarde est abîmée : elle ne se lit pas jusqu’au bout.')
      if (chunk.length > 0) one.waiting.push(chunk)
      one.ended ||= final
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  const readMore = async (): Promise<boolean> => {
    const { value, done } = await input.next()
    unzip.push(done ? new Uint8Array(0) : new Uint8Array(value), done === true)
    return done !== true
  }
  let more = true
  for (;;) {
    const one = found.shift()
    if (one) {
      await use({ name: one.name, parts: streamOf(one, async () => (more ? (more = await readMore()) : false)) })
    } else if (more) {
      more = await readMore()
    } else {
      return
    }
  }
}

async function* streamOf(entry: { waiting: Uint8Array[]; ended: boolean }, readMore: () => Promise<boolean>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const part = entry.waiting.shift()
    if (part) yield part
    else if (entry.ended) return
    else if (!(await readMore()) && entry.waiting.length === 0 && !entry.ended) throw new RestoreError('La sauvegarde est abîmée : elle s’arrête trop tôt.')
  }
}
