import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { deserialize } from 'node:v8'
import { fonts } from '../../ui/fonts.ts'
import { stylesFolder } from '../../ui/styles-folder.ts'
import { faviconSvg } from '../../ui/wheel.ts'

export interface Asset {
  mediaType: string
  bytes: Uint8Array
  brotli: Uint8Array | null
  gzip: Uint8Array | null
}

export interface MadeAssets {
  css: string
  /** Of the pages of who answers a survey, which are to weigh as little as they can. */
  answerCss: string
  favicon: string
  fontPreload: string | undefined
  /** Address of each custom element by its file name in browser/, without ending. */
  scripts: [name: string, path: string][]
  files: [path: string, asset: Asset][]
}

export interface Assets extends Pick<MadeAssets, 'css' | 'answerCss' | 'favicon' | 'fontPreload'> {
  script(name: string): string
  find(path: string): Asset | null
}

const browserFolder = fileURLToPath(new URL('../../../browser/', import.meta.url))
const maker = ['stylesheet.ts', '../platform/web/make-assets.ts'].map((name) => fileURLToPath(new URL(`../../ui/${name}`, import.meta.url)))
const packages = dirname(dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))))
const dependencies = ['govuk-frontend', 'sass'].map((name) => join(packages, name, 'package.json'))

/** Everything that pages load, made once and kept in `cacheDir` under the hash of all it is made of: the next start reads one file. */
export async function loadAssets(cacheDir: string): Promise<Assets> {
  const file = join(cacheDir, `assets-${await hashOfSources()}`)
  const { scripts, files, ...made } = (await readKept(file)) ?? (await make(file))
  const [addresses, assets] = [new Map(scripts), new Map(files)]
  return {
    ...made,
    script: (name) => {
      const path = addresses.get(name)
      if (!path) throw new Error(`no custom element browser/${name}.ts`)
      return path
    },
    find: (path) => assets.get(path) ?? null,
  }
}

async function make(file: string): Promise<MadeAssets> {
  await mkdir(dirname(file), { recursive: true })
  const program = fileURLToPath(new URL('make-assets-process.ts', import.meta.url))
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', program, file, browserFolder])
  const made = await readKept(file)
  if (!made) throw new Error(`what pages load was not written to ${file}`)
  return made
}

async function readKept(file: string): Promise<MadeAssets | null> {
  const bytes = await readFile(file).catch(() => null)
  return bytes ? deserialize(bytes) : null
}

async function hashOfSources(): Promise<string> {
  const inFolder = async (folder: string, ending: string): Promise<string[]> =>
    (await readdir(folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name))
  const paths = [...(await inFolder(stylesFolder, '.scss')), ...(await inFolder(browserFolder, '.ts')), ...maker, ...dependencies]
  const hash = createHash('sha256').update(process.version).update(faviconSvg())
  for (const text of await Promise.all(paths.map((path) => readFile(path)))) hash.update(text).update('\0')
  for (const font of fonts) hash.update(font.name)
  return hash.digest('hex').slice(0, 16)
}
