import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { digestOf, isDigest } from './digest.ts'
import { openObjectStore } from './object-files.ts'

/** Files by their SHA-256: the name that people gave never becomes a path. */
export interface FileStore {
  /** Keeps the bytes durably and returns their SHA-256 in hexadecimal. The same file is kept once. */
  save(bytes: Uint8Array): Promise<string>
  /** Null when no such file is kept. */
  find(sha256: string): Promise<Uint8Array | null>
  /** Throws the file away; nothing happens when it is not there. */
  remove(sha256: string): Promise<void>
  /** SHA-256 of all that is kept, in order. */
  list(): AsyncIterable<string>
}

/** Where this site keeps the schools' files: on its disk, or in the storage that it is told of. */
export const filesOf = (config: Pick<Config, 'dataDir' | 'objects'>): FileStore =>
  config.objects ? openObjectStore(config.objects) : openFileStore(config.dataDir)

export function openFileStore(dataDir: string): FileStore {
  const folder = join(dataDir, 'files')
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    save: async (bytes) => {
      const sha256 = digestOf(bytes)
      const path = pathOf(sha256)
      if (await stat(path).catch(() => null)) return sha256
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, path)
      return sha256
    },
    find: (sha256) => (isDigest(sha256) ? readFile(pathOf(sha256)).catch(() => null) : Promise.resolve(null)),
    remove: async (sha256) => {
      if (isDigest(sha256)) await rm(pathOf(sha256), { force: true })
    },
    list: async function* () {
      const names = await readdir(folder, { recursive: true }).catch(() => [])
      for (const name of names.toSorted()) if (/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name)) yield name.slice(3)
    },
  }
}
