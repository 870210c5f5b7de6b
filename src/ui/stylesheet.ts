import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fonts } from './fonts.ts'

export type Stylesheet = { css: string }

const folder = fileURLToPath(new URL('styles/', import.meta.url))
const modules = dirname(dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))))
const dependencies = ['govuk-frontend/package.json', 'sass/package.json']

/**
 * The style sheet, compiled once and kept in `cacheDir` under the hash of all it is made of, so that the next start reads one file.
 * It points to the fonts by `./name`: serve both in the same folder.
 */
export async function compileStylesheet(cacheDir: string): Promise<Stylesheet> {
  const file = join(cacheDir, `stylesheet-${await hashOfSources()}.css`)
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return { css: kept }
  const css = await compile()
  await mkdir(cacheDir, { recursive: true })
  // Two processes may start at once: each writes its own file, then renames it.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, css)
  await rename(draft, file)
  return { css }
}

async function hashOfSources(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.scss')).sort()
  const paths = [...names.map((name) => join(folder, name)), ...dependencies.map((path) => join(modules, path))]
  const texts = await Promise.all(paths.map((path) => readFile(path)))
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  for (const font of fonts) hash.update(font.name)
  return hash.digest('hex').slice(0, 16)
}

async function compile(): Promise<string> {
  // Loaded only when it is needed: it takes longer to load than a warm start may.
  const { compileAsync } = await import('sass')
  const { css } = await compileAsync(join(folder, 'main.scss'), { style: 'compressed', loadPaths: [modules], quietDeps: true })
  const [latin, latinExt] = fonts
  return css.replace('FONT-LATIN-EXT', latinExt?.name ?? '').replace('FONT-LATIN', latin?.name ?? '')
}
