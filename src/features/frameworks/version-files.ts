import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { decodeText, largestFile } from './read-yaml.ts'

/** The folder of frameworks that comes with the product. */
export const frameworksFolder = fileURLToPath(new URL('../../../frameworks/', import.meta.url))

export interface VersionFile {
  /** Path inside the folder of frameworks, with slashes. */
  path: string
  /** Null when it is too large or not text. */
  text: string | null
  tooLarge: boolean
}

/** The files of one version of a framework: `<framework>/<version>.yaml`, and its themes in `<framework>/<version>/`. */
export interface VersionFiles {
  framework: string
  version: string
  header: VersionFile
  themes: VersionFile[]
  /** Of all its files, ends of line aside. */
  sha256: string
}

export interface FolderListing {
  versions: VersionFiles[]
  /** Files and folders that nothing reads, by path. */
  strays: string[]
}

/** Reads the files of a folder of frameworks, in order of name. Throws when there is no such folder. */
export async function listVersionFiles(folder: string): Promise<FolderListing> {
  const strays: string[] = []
  const frameworks = (await entriesOf(folder)).filter((entry) => entry.isDirectory() && !aside.includes(entry.name))
  const versions = await Promise.all(frameworks.map((entry) => versionsOf(folder, entry.name, strays)))
  return { versions: versions.flat(), strays: strays.sort() }
}

/** Folders that hold no framework: what relates them. */
const aside: readonly string[] = ['crosswalks', 'conversions']

async function versionsOf(folder: string, framework: string, strays: string[]): Promise<VersionFiles[]> {
  const entries = await entriesOf(join(folder, framework))
  const headers = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  const names = headers.map((entry) => entry.name.slice(0, -'.yaml'.length))
  for (const entry of entries) {
    if (entry.isDirectory() ? !names.includes(entry.name) : !entry.name.endsWith('.yaml') && !entry.name.endsWith('.md'))
      strays.push(`${framework}/${entry.name}`)
  }
  return Promise.all(
    names.map(async (version) => {
      const inside = entries.some((entry) => entry.isDirectory() && entry.name === version) ? await entriesOf(join(folder, framework, version)) : []
      const themes: string[] = []
      for (const entry of inside) (entry.isFile() && entry.name.endsWith('.yaml') ? themes : strays).push(`${framework}/${version}/${entry.name}`)
      const files = await Promise.all([`${framework}/${version}.yaml`, ...themes].map((path) => readVersionFile(folder, path)))
      const [header, ...rest] = files
      if (!header) throw new Error(`the header of ${framework} ${version} was listed but not read`)
      return { framework, version, header, themes: rest, sha256: digestOf(files) }
    }),
  )
}

// A link could lead outside the folder: only plain files and folders are looked at.
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function readVersionFile(folder: string, path: string): Promise<VersionFile> {
  const bytes = await readFile(join(folder, path))
  const tooLarge = bytes.length > largestFile
  return { path, tooLarge, text: tooLarge ? null : decodeText(bytes) }
}

function digestOf(files: readonly VersionFile[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.path}\0${file.text ?? ''}\0`)
  return hash.digest('hex')
}
