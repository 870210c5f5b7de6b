import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { fonts } from '../../ui/fonts.ts'
import { compileStylesheet } from '../../ui/stylesheet.ts'
import { faviconSvg } from '../../ui/wheel.ts'

interface Asset {
  mediaType: string
  bytes: Buffer
  brotli: Buffer | null
  gzip: Buffer | null
}

export interface Assets {
  css: string
  favicon: string
  fontPreload: string | undefined
  /** Address of a custom element by its file name in browser/, without ending. */
  script(name: string): string
  find(path: string): Asset | null
}

const folder = new URL('../../../browser/', import.meta.url).pathname

/** Reads, hashes and compresses everything that pages load, once at start. Addresses change with the content, so they may be kept for ever. */
export async function loadAssets(cacheDir: string): Promise<Assets> {
  const assets = new Map<string, Asset>()
  const add = (path: string, mediaType: string, bytes: Buffer): string => {
    assets.set(path, { mediaType, bytes, ...compressed(mediaType, bytes) })
    return path
  }
  const hashed = (name: string, ending: string, mediaType: string, text: string): string =>
    add(`/assets/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`, mediaType, Buffer.from(text))

  const { css } = await compileStylesheet(cacheDir)
  const cssPath = hashed('app', 'css', 'text/css; charset=utf-8', css)
  for (const font of fonts) add(`/assets/${font.name}`, font.type, await readFile(font.path))
  const preload = fonts.find((font) => font.preload)
  const favicon = hashed('wheel', 'svg', 'image/svg+xml', faviconSvg())

  const scripts = new Map<string, string>()
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ts'))) {
    const name = file.slice(0, -3)
    const source = stripTypeScriptTypes(await readFile(join(folder, file), 'utf8'))
    scripts.set(name, hashed(name, 'js', 'text/javascript; charset=utf-8', source))
  }
  return {
    css: cssPath,
    favicon,
    fontPreload: preload ? `/assets/${preload.name}` : undefined,
    script: (name) => {
      const path = scripts.get(name)
      if (!path) throw new Error(`no custom element browser/${name}.ts`)
      return path
    },
    find: (path) => assets.get(path) ?? null,
  }
}

function compressed(mediaType: string, bytes: Buffer): Pick<Asset, 'brotli' | 'gzip'> {
  if (mediaType.startsWith('font/')) return { brotli: null, gzip: null }
  return {
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzip: gzipSync(bytes, { level: 9 }),
  }
}
