import { createReadStream } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import postgres from 'postgres'
import { extract } from 'tar-stream'
import { pauseMail } from '../mail-pause.ts'
import { listStoredTables } from './tables.ts'
import { sealKeysFolder } from './write-backup.ts'
import type { Kept } from './write-backup.ts'
import type { StoredTable } from './tables.ts'

/** Its message is a sentence for the operator. */
export class RestoreError extends Error {}

interface Manifest {
  migrations: { name: string; sha256: string }[]
}

/**
 * Puts a backup back into a migrated database without people and a data folder of its own, all or nothing for the database. The restored
 * copy sends no mail until `qualeduc mail resume`.
 */
export async function restoreBackup(
  { ownerUrl, dataDir, files }: Kept,
  file: string,
  onProgress: (part: string) => void = () => {},
): Promise<{ tables: number; files: number }> {
  await checkWhole(file)
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await pauseMail(dataDir)
    return await client.begin(async (transaction) => {
      await refuseIfUsed(transaction)
      const tables = await openTables(transaction)
      const done = await readArchive(transaction, { dataDir, files }, file, tables, onProgress)
      if (done.tables < tables.length) throw new RestoreError('Ce fichier n’est pas une sauvegarde entière de Qualéduc.')
      await transaction`select setval(pg_get_serial_sequence('activity', 'id'), (select coalesce(max(id), 0) + 1 from activity), false)`
      await closeTables(transaction, tables)
      return done
    })
  } finally {
    await client.end()
  }
}

// The archive is read to its end once before anything is touched: its checksum tells a file that was cut or changed.
async function checkWhole(file: string): Promise<void> {
  try {
    await pipeline(createReadStream(file), createGunzip(), async (parts: AsyncIterable<Uint8Array>) => {
      for await (const _ of parts);
    })
  } catch {
    throw new RestoreError('La sauvegarde est abîmée, ou ce fichier n’en est pas une : elle ne se lit pas jusqu’au bout.')
  }
}

async function refuseIfUsed(client: postgres.TransactionSql): Promise<void> {
  const [row] = await client`select (select count(*) from persons) + (select count(*) from organisations) as rows`
  if (Number(row?.['rows']) > 0) {
    throw new RestoreError('La base contient déjà des comptes ou des établissements. Restaurez dans un dossier de données vide, pour ne rien écraser.')
  }
}

// Inside the one transaction only: COPY does not work under row-level security, and the log's own triggers would seal its lines again.
async function openTables(client: postgres.TransactionSql): Promise<StoredTable[]> {
  const tables = await listStoredTables(client)
  for (const table of tables) {
    if (table.forced) await client.unsafe(`alter table ${table.name} no force row level security`)
    await client.unsafe(`alter table ${table.name} disable trigger user`)
  }
  await client.unsafe(`truncate ${tables.map((table) => table.name).join(', ')} cascade`)
  return tables
}

async function closeTables(client: postgres.TransactionSql, tables: readonly StoredTable[]): Promise<void> {
  // Pending checks of foreign keys come first: a table that awaits them cannot be altered.
  await client.unsafe('set constraints all immediate')
  for (const table of tables) {
    await client.unsafe(`alter table ${table.name} enable trigger user`)
    if (table.forced) await client.unsafe(`alter table ${table.name} force row level security`)
  }
}

async function readArchive(
  client: postgres.TransactionSql,
  kept: Omit<Kept, 'ownerUrl'>,
  file: string,
  tables: readonly StoredTable[],
  onProgress: (part: string) => void,
): Promise<{ tables: number; files: number }> {
  const archive = extract()
  const done = { tables: 0, files: 0 }
  const used = async (): Promise<void> => {
    for await (const entry of archive) {
      const { name } = entry.header
      const table = tables.find((one) => name === `tables/${one.name}`)
      if (name === 'manifest.json') await checkManifest(client, String(await bytesOf(entry)))
      else if (table) {
        onProgress(table.name)
        await pipeline(entry, await client.unsafe(`copy ${table.name} (${table.columns}) from stdin`).writable())
        done.tables++
      } else if (await keepEntry(kept, name, entry)) done.files++
    }
  }
  await Promise.all([pipeline(createReadStream(file), createGunzip(), archive), used()])
  return done
}

async function checkManifest(client: postgres.TransactionSql, text: string): Promise<void> {
  const manifest: Manifest = JSON.parse(text)
  const here = new Map((await client`select name, sha256 from migrations`).map((row) => [row['name'], row['sha256']]))
  const same = manifest.migrations.length === here.size && manifest.migrations.every((one) => here.get(one.name) === one.sha256)
  if (!same)
    throw new RestoreError('Cette sauvegarde vient d’une autre version de Qualéduc. Installez la version qui l’a faite, restaurez, puis mettez à jour.')
}

/** Keeps an evidence file or the key; anything else in the archive is passed over: names of an archive never become paths. */
async function keepEntry({ dataDir, files }: Omit<Kept, 'ownerUrl'>, name: string, entry: AsyncIterable<unknown>): Promise<boolean> {
  const bytes = await bytesOf(entry)
  const sha256 = /^files\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1]
  if (sha256) {
    if ((await files.save(bytes)) !== sha256) throw new RestoreError('Un fichier de la sauvegarde n’a pas l’empreinte que dit son nom : elle a été changée.')
    return true
  }
  if (name === 'application.key') await keepKey(join(dataDir, name), bytes)
  const seal = /^keys\/([0-9a-f-]{36})$/.exec(name)?.[1]
  if (seal) await keepKey(join(dataDir, sealKeysFolder, seal), bytes)
  return false
}

async function keepKey(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(`${path}.part`, 'w', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(`${path}.part`, path)
}

async function bytesOf(entry: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of entry) if (part instanceof Uint8Array) parts.push(part)
  return Buffer.concat(parts)
}
