import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, open } from 'node:fs/promises'
import { join } from 'node:path'

/** Files by their SHA-256: the name that people gave never becomes a path. */
export interface FileStore {
  /** Keeps the bytes durably and returns their SHA-256 in hexadecimal. The same file is kept once. */
  save(bytes: Uint8Array): Promise<string>
  /** Null when no such file is kept. */
  find(sha256: string): Promise<Uint8Array | null>
  /** Throws the file away; nothing happens when it is not there. */
  remove(sha256: string): Promise<void>
  folder: string
}

export function openFileStore(dataDir: string): FileStore {
  const folder = join(dataDir, 'files')
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    folder,
    save: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
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
  }
}

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
