import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { fonts } from '../../ui/fonts.ts'
import { compileStylesheet } from '../../ui/stylesheet.ts'
import { faviconSvg } from '../../ui/wheel.ts'
import type { Asset, MadeAssets } from './assets.ts'

/** Compiles, hashes and compresses everything that pages load. Addresses change with the content, so they may be kept for ever. */
export async function makeAssets(browserFolder: string): Promise<MadeAssets> {
  const files: [string, Asset][] = []
  const add = (path: string, mediaType: string, bytes: Buffer): string => {
    files.push([path, { mediaType, bytes, ...compressed(mediaType, bytes) }])
    return path
  }
  const hashed = (name: string, ending: string, mediaType: string, text: string): string =>
    add(`/assets/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`, mediaType, Buffer.from(text))

  const css = hashed('app', 'css', 'text/css; charset=utf-8', await compileStylesheet('main'))
  const answerCss = hashed('repondre', 'css', 'text/css; charset=utf-8', await compileStylesheet('survey'))
  for (const font of fonts) add(`/assets/${font.name}`, font.type, await readFile(font.path))
  const favicon = hashed('wheel', 'svg', 'image/svg+xml', faviconSvg())
  const scripts: [string, string][] = []
  for (const file of (await readdir(browserFolder)).filter((name) => name.endsWith('.ts')).sort()) {
    const source = stripTypeScriptTypes(await readFile(join(browserFolder, file), 'utf8'))
    scripts.push([file.slice(0, -3), hashed(file.slice(0, -3), 'js', 'text/javascript; charset=utf-8', source)])
  }
  const preload = fonts.find((font) => font.preload)
  return { css, answerCss, favicon, fontPreload: preload ? `/assets/${preload.name}` : undefined, scripts, files }
}

function compressed(mediaType: string, bytes: Buffer): Pick<Asset, 'brotli' | 'gzip'> {
  if (mediaType.startsWith('font/')) return { brotli: null, gzip: null }
  return {
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzip: gzipSync(bytes, { level: 9 }),
  }
}
