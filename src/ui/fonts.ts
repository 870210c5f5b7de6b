import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file to serve in the same folder as the style sheet, under `name`, for ever: the name changes with the content. */
export type FontFile = { name: string; path: string; type: 'font/woff2'; preload: boolean }

/** Atkinson Hyperlegible Next, variable; the second file is fetched only for letters such as Ł or Ş. */
export const fonts: readonly FontFile[] = [fontFile('latin', true), fontFile('latin-ext', false)]

function fontFile(subset: 'latin' | 'latin-ext', preload: boolean): FontFile {
  const file = `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`
  const path = fileURLToPath(import.meta.resolve(file))
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12)
  return { name: `atkinson-${subset}.${hash}.woff2`, path, type: 'font/woff2', preload }
}
