import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile, report } from './figure.ts'
import { authorities, fillFigures } from './indicators-fill.ts'
import type { FilledFigures } from './indicators-fill.ts'
import { openClient } from './load.ts'
import { freePort, startSiteProcess } from './site-process.ts'
import type { SiteProcess } from './site-process.ts'

const file = new URL('../../shared/data/opendata/ivac-colleges.csv', import.meta.url).pathname
const sizes = (process.env['BENCH_SCHOOLS'] ?? '125,1245,12455').split(',').map(Number)
const clients = 4
const requests = 480

/** The import of a national file, and dashboards and figures of schools as the base grows. */
export async function run(): Promise<boolean> {
  const kept: boolean[] = []
  const medians: number[] = []
  const togetherMedians: number[] = []
  for (const schools of sizes) {
    const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
    const loopFile = join(dataDir, 'loop-delay')
    const preload = `--import=${new URL('loop-delay.ts', import.meta.url).pathname}`
    const site = await startSiteProcess(dataDir, await freePort(), { NODE_OPTIONS: preload, BENCH_LOOP_FILE: loopFile })
    try {
      const promised = schools === sizes.at(-1)
      const started = performance.now()
      const filled = await fillFigures(dataDir, schools)
      report({ bench: 'indicators', figure: `${schools} schools: filling the base`, value: (performance.now() - started) / 1000, unit: 's', target: {} })
      const ofSchools = (pathOf: (school: string) => string): Asked[] => filled.visited.map(({ schoolId, cookie }) => ({ path: pathOf(schoolId), cookie }))
      const board = await visit(
        site,
        ofSchools((school) => `/etablissements/${school}/indicateurs`),
      )
      medians.push(percentile(board, 0.5))
      kept.push(said(`dashboard of 12, ${schools} schools: p95`, percentile(board, 0.95), promised ? 60 : undefined))
      const figure = await visit(
        site,
        ofSchools((school) => `/etablissements/${school}/indicateurs/suivi/R01`),
      )
      kept.push(said(`one figure with its ranges, ${schools} schools: p95`, percentile(figure, 0.95), promised ? 100 : undefined))
      const together = await visit(site, [{ path: `/academies/${filled.authorityId}/indicateurs`, cookie: filled.referentCookie }])
      togetherMedians.push(percentile(together, 0.5))
      kept.push(said(`an académie of ${Math.floor(schools / authorities)} schools: p95`, percentile(together, 0.95), promised ? 100 : undefined))
      if (promised) kept.push(...(await importWhole(site, filled, loopFile)))
    } finally {
      await site.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  }
  const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN)
  kept.push(
    report({ bench: 'indicators', figure: `dashboard: ${sizes.at(-1)} schools against ${sizes[0]}, median`, value: ratio, unit: 'x', target: { most: 1.2 } }),
  )
  // No faster than the number of schools shown: the time of one school falls, or stays.
  const growth = (togetherMedians.at(-1) ?? Number.NaN) / (togetherMedians[0] ?? Number.NaN) / ((sizes.at(-1) ?? 1) / (sizes[0] ?? 1))
  kept.push(
    report({ bench: 'indicators', figure: 'an académie: time by school shown, largest against smallest', value: growth, unit: 'x', target: { most: 1 } }),
  )
  return kept.every(Boolean)
}

interface Asked {
  path: string
  cookie: string
}

const said = (figure: string, value: number, most?: number): boolean =>
  report({ bench: 'indicators', figure, value, unit: 'ms', target: most === undefined ? {} : { most } })

/** Milliseconds of each page, several people at once. */
async function visit(site: SiteProcess, asked: readonly Asked[]): Promise<number[]> {
  const address = new URL(site.baseUrl)
  const times: number[] = []
  let next = -40
  const one = async (): Promise<void> => {
    const client = await openClient(address)
    while (next < requests) {
      const turn = next++
      const { path = '', cookie = '' } = asked[(turn + 40) % asked.length] ?? {}
      const started = performance.now()
      const { status } = await client.ask(
        `GET ${path} HTTP/1.1\r\nhost: ${address.host}\r\naccept-encoding: gzip, br\r\naccept-language: fr\r\ncookie: session=${cookie}\r\n\r\n`,
      )
      if (status !== 200) throw new Error(`a page answered ${status}`)
      if (turn >= 0) times.push(performance.now() - started)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: clients }, one))
  return times
}

/** Sent, seen and confirmed as a référent does it, while somebody else opens pages. */
async function importWhole(site: SiteProcess, filled: FilledFigures, loopFile: string): Promise<boolean[]> {
  const real = existsSync(file)
  const name = real ? 'IVAC, the real file' : 'IVAC, a made file of the same shape'
  const bytes = real ? await readFile(file) : Buffer.from(madeFile())
  const pid = site.child.pid ?? 0
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {})
  await loopDelay(pid, loopFile)
  const over = new AbortController()
  const pages = openPages(site, filled, over.signal)
  const started = performance.now()
  await importOnce(site, filled, bytes).finally(async () => {
    over.abort()
    await pages
  })
  const seconds = (performance.now() - started) / 1000
  const times = await pages
  const delay = await loopDelay(pid, loopFile)
  const peak = Number((await readFile(`/proc/${pid}/status`, 'utf8')).match(/VmHWM:\s+(\d+) kB/)?.[1] ?? Number.NaN) / 1024
  said(`${name}: pages meanwhile, p95`, percentile(times, 0.95))
  return [
    report({ bench: 'indicators', figure: `${name}: sent, seen and confirmed`, value: seconds, unit: 's', target: { most: 10 } }),
    report({ bench: 'indicators', figure: `${name}: peak memory of the site`, value: peak, unit: 'MB', target: { most: 300 } }),
    said(`${name}: event loop, p99`, delay, 100),
  ]
}

async function importOnce(site: SiteProcess, { authorityId, referentCookie }: FilledFigures, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const there = `${site.baseUrl}/organisations/${authorityId}/chiffres-publies`
  const headers = { cookie: `session=${referentCookie}`, 'accept-language': 'fr', 'sec-fetch-site': 'same-origin' }
  const hidden = (text: string, field: string): string => new RegExp(`name="${field}" value="([^"]+)"`).exec(text)?.[1] ?? ''
  const opened = await (await fetch(there, { headers })).text()
  const body = new FormData()
  for (const field of ['_csrf', '_form']) body.append(field, hidden(opened, field))
  body.append('file', new Blob([bytes]), 'ivac-colleges.csv')
  const seen = await fetch(there, { method: 'POST', body, headers })
  const preview = await seen.text()
  const action = /action="([^"]+\/importer)"/.exec(preview)?.[1]
  if (!action) throw new Error(`the file was not read: ${seen.status}`)
  const form = new URLSearchParams(['_csrf', '_form'].map((field): [string, string] => [field, hidden(preview, field)]))
  const done = await fetch(site.baseUrl + action, { method: 'POST', body: form, headers })
  await done.text()
  if (!done.ok || !done.url.includes('/chiffres-publies/')) throw new Error(`the file was not loaded: ${done.status}`)
}

async function openPages(site: SiteProcess, { visited }: FilledFigures, over: AbortSignal): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; !over.aborted; turn++) {
    const { schoolId, cookie } = visited[turn % visited.length] ?? { schoolId: '', cookie: '' }
    const started = performance.now()
    await (await fetch(`${site.baseUrl}/etablissements/${schoolId}/indicateurs`, { headers: { cookie: `session=${cookie}` } })).arrayBuffer()
    times.push(performance.now() - started)
  }
  return times
}

/** How late the site's event loop was since it was last asked: p99, in milliseconds. */
async function loopDelay(pid: number, loopFile: string): Promise<number> {
  await rm(loopFile, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (let tries = 0; tries < 500 && !existsSync(loopFile); tries++) await wait(20)
  return Number(await readFile(loopFile, 'utf8'))
}

function madeFile(): string {
  const row = (n: number): string => `${n};${2022 + (n % 3)};${String(1_000_000 + Math.floor(n / 3)).padStart(7, '0')}A;42;86.0;-4.0;10.1;-1.0;92.0`
  const head = "num_ligne;Session;UAI;Nb candidats G;Taux de réussite G;VA du taux de réussite G;Note à l'écrit G;VA de la note G;Taux d'accès 6eme 3eme"
  return [head, ...Array.from({ length: 20_053 }, (_, index) => row(index))].join('\n')
}
