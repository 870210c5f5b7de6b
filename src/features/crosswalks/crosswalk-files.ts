import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText, largestFile } from '../frameworks/read-yaml.ts'
import type { VersionFile } from '../frameworks/version-files.ts'

export type RelatingFolder = 'crosswalks' | 'conversions'

export interface RelatingFile extends VersionFile {
  /** Without folder and ending. */
  name: string
  sha256: string
}

/** The YAML files of one of the two folders that relate frameworks, in order of name; none when there is no such folder. */
export async function listRelatingFiles(folder: string, kind: RelatingFolder): Promise<RelatingFile[]> {
  const entries = await readdir(join(folder, kind), { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml')).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, kind, name))
      const tooLarge = bytes.length > largestFile
      const text = tooLarge ? null : decodeText(bytes)
      const sha256 = createHash('sha256')
        .update(text ?? '')
        .digest('hex')
      return { path: `${kind}/${name}`, name: name.slice(0, -'.yaml'.length), tooLarge, text, sha256 }
    }),
  )
}
