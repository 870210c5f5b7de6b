import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report, percentile } from './figure.ts'
import { fill } from './fill.ts'
import { load } from './load.ts'
import type { LoadResult } from './load.ts'
import { freePort, startSiteProcess } from './site-process.ts'

const clients = 16
/** Schools of the small base, a tenth of the country, the whole country. */
const sizes = [6, 1245, 12_455]

interface Measured {
  school: LoadResult
  spread: LoadResult
  memory: number
}

/** The school page and the spread page, with 16 clients at once, as the number of schools grows. */
export async function run(): Promise<boolean> {
  const results = new Map<number, Measured>()
  for (const schools of sizes) results.set(schools, await measure(schools))
  const kept: boolean[] = []
  for (const [schools, { school, spread }] of results) {
    for (const [name, result] of [
      ['school page', school],
      ['spread page', spread],
    ] as const) {
      const promised = schools === 12_455
      kept.push(
        report({
          bench: 'pages',
          figure: `${name}, ${schools} schools: p95`,
          value: percentile(result.times, 0.95),
          unit: 'ms',
          target: promised ? { most: 50 } : {},
        }),
      )
      kept.push(
        report({
          bench: 'pages',
          figure: `${name}, ${schools} schools: rate`,
          value: result.perSecond,
          unit: 'pages/s',
          target: promised ? { least: 300 } : {},
        }),
      )
      kept.push(report({ bench: 'pages', figure: `${name}, ${schools} schools: weight`, value: result.bytes / 1000, unit: 'kB', target: { most: 15 } }))
    }
  }
  const [small, large] = [results.get(6), results.get(12_455)]
  if (small && large) {
    for (const name of ['school', 'spread'] as const) {
      kept.push(
        report({
          bench: 'pages',
          figure: `${name} page: 12 455 schools against 6, median`,
          value: percentile(large[name].times, 0.5) / percentile(small[name].times, 0.5),
          unit: 'x',
          target: { most: 1.2 },
        }),
      )
    }
    kept.push(report({ bench: 'pages', figure: 'memory of web and worker after 10 000 pages', value: large.memory, unit: 'MB', target: { most: 250 } }))
  }
  return kept.every(Boolean)
}

async function measure(schools: number): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const site = await startSiteProcess(dataDir, await freePort())
  try {
    const filled = await fill(dataDir, schools)
    const cookie = `session=${filled.headCookie}`
    const addresses = { school: `${site.baseUrl}/etablissements/${filled.schoolId}`, spread: `${site.baseUrl}/autoevaluations/${filled.spreadId}/ecarts` }
    await load(Object.values(addresses), { clients, total: 400, cookie })
    const school = await load([addresses.school], { clients, total: 4800, cookie })
    const spread = await load([addresses.spread], { clients, total: 4800, cookie })
    if (school.failed + spread.failed > 0) throw new Error(`${school.failed + spread.failed} pages were not served`)
    return { school, spread, memory: await residentMegabytes(site.child.pid ?? 0) }
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function residentMegabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(text.match(/VmRSS:\s+(\d+) kB/)?.[1] ?? Number.NaN) / 1024
}
