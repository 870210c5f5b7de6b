import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'
import { loadSecrets } from '../src/platform/secrets.ts'
import { tokenFor } from '../src/platform/web/forgery.ts'
import { crashSurvey } from './crash-survey.ts'
import { report } from './figure.ts'
import { fill } from './fill.ts'
import type { Filled } from './fill.ts'
import { freePort, startSiteProcess } from './site-process.ts'
import type { SiteProcess } from './site-process.ts'

const rounds = 20
const writers = 8

/** What one writer knows of one of its answers. */
interface Slip {
  version: number
  acknowledged: string | null
  /** Sent without an answer yet: may or may not be kept. */
  unsure: string | null
}

/** kill -9 of the web process, then of PostgreSQL, during answers: every acknowledged answer must be in the database afterwards. */
export async function run(): Promise<boolean> {
  const web = await killing('web process', async (site) => {
    const exited = new Promise((resolve) => site.child.once('exit', resolve))
    site.child.kill('SIGKILL')
    await exited
  })
  const database = await killing('PostgreSQL', async (_, dataDir) => {
    const pid = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
  })
  return [web, database, await crashSurvey()].every(Boolean)
}

async function killing(what: string, kill: (site: SiteProcess, dataDir: string) => Promise<void>): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-crash-'))
  const port = await freePort()
  let site = await startSiteProcess(dataDir, port)
  try {
    const filled = await fill(dataDir, 6)
    const book: Slip[][] = Array.from({ length: writers }, () => filled.openItems.map(() => ({ version: 0, acknowledged: null, unsure: null })))
    const tokens = await csrfTokens(dataDir, filled)
    let acknowledged = 0
    for (let round = 0; round < rounds; round++) {
      const stop = { now: false }
      const working = book.map((slips, writer) =>
        write(site.baseUrl, filled, { writer, slips, token: tokens[writer] ?? '', stop, count: () => acknowledged++ }),
      )
      await wait(200 + Math.random() * 600)
      await kill(site, dataDir)
      stop.now = true
      await Promise.all(working)
      if (site.child.exitCode !== null || site.child.signalCode !== null) site = await startSiteProcess(dataDir, port)
      else await waitUntilReady(site.baseUrl)
      await settle(dataDir, filled, book)
    }
    const lost = await countLost(dataDir, filled, book)
    report({
      bench: 'crash',
      figure: `${what} killed ${rounds} times: answers acknowledged`,
      value: acknowledged,
      unit: 'answers',
      target: { least: rounds * writers },
    })
    return report({ bench: 'crash', figure: `${what} killed ${rounds} times: acknowledged answers lost`, value: lost, unit: 'answers', target: { most: 0 } })
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Writer {
  writer: number
  slips: Slip[]
  token: string
  stop: { now: boolean }
  count: () => void
}

async function write(baseUrl: string, filled: Filled, { writer, slips, token, stop, count }: Writer): Promise<void> {
  for (let turn = 0; !stop.now; turn++) {
    const at = turn % slips.length
    const slip = slips[at]
    if (!slip || slip.unsure !== null) continue
    const reason = `écrit par ${writer} au tour ${turn}, ${Math.random()}`
    slip.unsure = reason
    const answer = await fetch(`${baseUrl}/autoevaluations/${filled.openId}/repondre/${filled.openItems[at]}`, {
      method: 'POST',
      headers: { accept: 'application/json', cookie: `session=${filled.memberCookies[writer]}`, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ _csrf: token, choice: String(1 + (turn % 4)), reason, version: String(slip.version) }),
    })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null)
    if (!isSaved(answer)) return
    Object.assign(slip, { acknowledged: reason, unsure: null, version: answer.version })
    count()
  }
}

const isSaved = (value: unknown): value is { saved: true; version: number } =>
  typeof value === 'object' && value !== null && 'saved' in value && value.saved === true && 'version' in value && typeof value.version === 'number'

async function csrfTokens(dataDir: string, filled: Filled): Promise<string[]> {
  const secrets = await loadSecrets(dataDir)
  return withOwner(dataDir, async (client) => {
    const rows = await client`
      select s.id from unnest(${filled.memberCookies}::text[]) with ordinality c(cookie, n)
      join sessions s on s.token_hash = sha256(convert_to(c.cookie, 'UTF8')) order by c.n`
    return rows.map((row) => tokenFor(secrets, String(row['id'])))
  })
}

/** Reads each answer: what was acknowledged must be there, unless what was on its way replaced it. */
async function countLost(dataDir: string, filled: Filled, book: readonly Slip[][]): Promise<number> {
  const kept = await readAnswers(dataDir, filled)
  let lost = 0
  for (const [writer, slips] of book.entries()) {
    for (const [at, slip] of slips.entries()) if (slip.acknowledged !== null && kept.get(`${writer} ${at}`)?.reason !== slip.acknowledged) lost++
  }
  return lost
}

// After each round, what was on its way is settled: kept (then it counts as acknowledged from now on) or gone.
async function settle(dataDir: string, filled: Filled, book: readonly Slip[][]): Promise<void> {
  const kept = await readAnswers(dataDir, filled)
  for (const [writer, slips] of book.entries()) {
    for (const [at, slip] of slips.entries()) {
      const row = kept.get(`${writer} ${at}`)
      if (slip.unsure !== null && row?.reason === slip.unsure) slip.acknowledged = slip.unsure
      slip.unsure = null
      slip.version = row?.version ?? 0
    }
  }
}

async function readAnswers(dataDir: string, filled: Filled): Promise<Map<string, { reason: string; version: number }>> {
  return withOwner(dataDir, async (client) => {
    const rows = await client`
      select c.n - 1 as writer, i.n - 1 as at, r.reason, r.version
      from unnest(${filled.memberCookies}::text[]) with ordinality c(cookie, n)
      join sessions s on s.token_hash = sha256(convert_to(c.cookie, 'UTF8'))
      join ratings r on r.person_id = s.person_id
      join unnest(${filled.openItems}::uuid[]) with ordinality i(id, n) on i.id = r.item_id`
    return new Map(rows.map((row) => [`${row['writer']} ${row['at']}`, { reason: String(row['reason']), version: Number(row['version']) }]))
  })
}

export async function withOwner<T>(dataDir: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const running = findRunningPostgres(dataDir)
    if (running) {
      const client = postgres(running.ownerUrl, { max: 1, onnotice: () => {} })
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    }
    await wait(100)
  }
  throw new Error('PostgreSQL did not come back')
}

export async function waitUntilReady(baseUrl: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${baseUrl}/connexion`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error('the site did not come back')
}
