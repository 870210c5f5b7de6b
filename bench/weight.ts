import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './figure.ts'
import { fill } from './fill.ts'
import { load } from './load.ts'
import { freePort, startSiteProcess } from './site-process.ts'

/** Compressed bytes of pages as the browser gets them: everything on a first visit, the page alone after. */
export async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const site = await startSiteProcess(dataDir, await freePort())
  try {
    const filled = await fill(dataDir, 6)
    const cookie = `session=${filled.headCookie}`
    const pages: Record<string, string> = {
      'my page': '/ma-page',
      'school page': `/etablissements/${filled.schoolId}`,
      'answering page': `/autoevaluations/${filled.openId}/repondre`,
      'spread page': `/autoevaluations/${filled.spreadId}/ecarts`,
      'composing page': `/autoevaluations/${filled.openId}/questionnaire`,
    }
    const kept: boolean[] = []
    for (const [name, path] of Object.entries(pages)) {
      const page = await load([site.baseUrl + path], { clients: 1, total: 1, cookie })
      const text = await (await fetch(site.baseUrl + path, { headers: { cookie } })).text()
      const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
      const fonts = await fontsOf(site.baseUrl, assets)
      let first = page.bytes
      for (const asset of new Set([...assets, ...fonts])) first += (await load([site.baseUrl + asset], { clients: 1, total: 1 })).bytes
      kept.push(report({ bench: 'weight', figure: `${name}, first visit`, value: first / 1000, unit: 'kB', target: { most: 90 } }))
      kept.push(report({ bench: 'weight', figure: `${name}, after`, value: page.bytes / 1000, unit: 'kB', target: { most: 15 } }))
    }
    return kept.every(Boolean)
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

// Every font that the style sheet names counts, whether or not this page would ask for it.
async function fontsOf(baseUrl: string, assets: readonly string[]): Promise<string[]> {
  const css = assets.find((asset) => asset.endsWith('.css'))
  if (!css) return []
  const text = await (await fetch(baseUrl + css)).text()
  return [...text.matchAll(/url\("?\.?\/?([^")]+\.woff2)"?\)/g)].map((match) => `/assets/${match[1]?.replace(/^assets\//, '')}`)
}
