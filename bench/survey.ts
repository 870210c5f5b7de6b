import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { codeOf, digestOfCode } from '../src/features/surveys/ballots/codes.ts'
import { ensureSurveyKey } from '../src/features/surveys/ballots/keys.ts'
import type { Definition } from '../src/features/surveys/questionnaire/definition.ts'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'
import { loadSecrets } from '../src/platform/secrets.ts'
import { percentile, report } from './figure.ts'
import { openClient } from './load.ts'
import type { Client } from './load.ts'
import { freePort, startSiteProcess } from './site-process.ts'

const clients = 16
const journeys = 20_000
/** A whole académie's pupils at ten times the promised pace: 30 000 in one minute and not in ten. */
const crowd = { people: 30_000, seconds: 60, clients: 64 }

/** People who open their page and send their answers: with everything on, and every ballot counted afterwards. */
export async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const site = await startSiteProcess(dataDir, await freePort())
  const running = findRunningPostgres(dataDir)
  if (!running) throw new Error('the site has no database')
  const owner = postgres(running.ownerUrl, { max: 1, onnotice: () => {} })
  const kept: boolean[] = []
  try {
    const made = await makeOpenSurvey(owner, dataDir, journeys + 500 + crowd.people)
    const address = new URL(site.baseUrl)
    await answerAll(address, made.codes.splice(0, 500), made.body)
    const floor = await measureFloor(running.ownerUrl, owner)
    const { times, perSecond, opening } = await answerAll(address, made.codes.splice(0, journeys), made.body)
    const one = { bench: 'survey' }
    kept.push(
      report({ ...one, figure: 'journeys (open, send)', value: perSecond, unit: 'journeys/s', target: { least: 1450 } }),
      report({ ...one, figure: 'each request: p95', value: percentile(times, 0.95), unit: 'ms', target: { most: 25 } }),
      report({ ...one, figure: 'bare floor: two requests, one durable commit', value: floor, unit: 'journeys/s', target: {} }),
      report({ ...one, figure: 'share of the floor', value: perSecond / floor, unit: 'x', target: {} }),
      report({ ...one, figure: 'the page, as sent', value: opening / 1000, unit: 'kB', target: { most: 14 } }),
      report({ ...one, figure: 'page, style and script, as sent', value: (await weigh(site.baseUrl, made.lastCode)) / 1000, unit: 'kB', target: { most: 14 } }),
    )
    kept.push(...(await countBallots(owner, made.surveyId, 500 + journeys)))
    const rush = await rushIn(address, made.codes.splice(0, crowd.people), made.body)
    kept.push(
      report({ ...one, figure: `${crowd.people} people in ${crowd.seconds} s: p99`, value: percentile(rush.times, 0.99), unit: 'ms', target: { most: 1000 } }),
      report({ ...one, figure: `${crowd.people} people in ${crowd.seconds} s: refused`, value: rush.failed, unit: 'people', target: { most: 0 } }),
    )
    kept.push(...(await countBallots(owner, made.surveyId, 500 + journeys + crowd.people)))
  } finally {
    await owner.end()
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return kept.every(Boolean)
}

/** As long as the ready questionnaire on school climate. */
const definition: Definition = {
  title: { fr: 'Le climat du lycée' },
  intro: { fr: 'Ton avis compte : il aide le lycée à changer ce qui doit l’être. Cela prend quatre minutes.' },
  sections: ['La vie de tous les jours', 'Les cours', 'Les autres'].map((fr, index) => ({ code: `S${index}`, words: { fr } })),
  questions: Array.from({ length: 15 }, (_, index) => ({
    code: `Q${index + 1}`,
    section: `S${index % 3}`,
    kind: 'scale',
    scale: 'agreement',
    pictogram: '🙂',
    words: { fr: `Je sais à qui parler quand quelque chose ne va pas au lycée (${index + 1}).` },
  })),
  languages: [{ tag: 'fr', reviewed: true }],
}

export interface OpenSurvey {
  surveyId: string
  codes: string[]
  lastCode: string
  /** A form, filled, as a browser sends it. */
  body: string
}

/** An open survey of one school with fifteen questions, and so many invitations. */
export async function makeOpenSurvey(owner: postgres.Sql, dataDir: string, people: number): Promise<OpenSurvey> {
  const [surveyId, partId] = [randomUUID(), randomUUID()]
  const key = await ensureSurveyKey(dataDir, surveyId)
  const secrets = await loadSecrets(dataDir)
  const ids = Array.from({ length: people + 1 }, () => randomUUID())
  const codes = ids.map((id) => codeOf(key, id))
  const [school] = await owner`select id from organisations where kind = 'school' order by id limit 1`
  const schoolId = String(school?.['id'])
  const breakdowns = [{ code: 'niveau', title: 'Niveau', source: 'group', groups: ['2de', '1re', 'Tle'] }]
  await owner.begin(async (sql) => {
    await sql`insert into surveys (id, organisation_id, title, school_year, created_by) values (${surveyId}, ${schoolId}, 'Climat scolaire', '2026-2027', ${randomUUID()})`
    await sql`insert into survey_parts (id, survey_id, organisation_id, position, audience, definition, breakdowns)
      values (${partId}, ${surveyId}, ${schoolId}, 0, 'pupil', ${sql.json(JSON.parse(JSON.stringify(definition)))}, ${sql.json(breakdowns)})`
    await sql`insert into survey_schools (survey_id, school_id, organisation_id) values (${surveyId}, ${schoolId}, ${schoolId})`
    await sql`
      insert into survey_invitations (id, survey_id, part_id, school_id, digest, groups)
      select id, ${surveyId}, ${partId}, ${schoolId}, decode(digest, 'hex'), '{"niveau":"1re"}'
      from unnest(${ids}::uuid[], ${codes.map((code) => digestOfCode(secrets, code).toString('hex'))}::text[]) i (id, digest)`
    await sql`update surveys set state = 'open', opened_at = now() where id = ${surveyId}`
  })
  await owner`analyze survey_invitations`
  const answers = definition.questions.filter(({ kind }) => kind === 'scale').map(({ code }): [string, string] => [code, '3'])
  return { surveyId, codes: codes.slice(0, people), lastCode: codes.at(-1) ?? '', body: String(new URLSearchParams([...answers, ['_step', 'send']])) }
}

const opened = (host: string, code: string): string => `GET /r/${code} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: gzip, br\r\n\r\n`
const sent = (host: string, code: string, body: string): string =>
  `POST /r/${code} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

interface Journey {
  times: [number, number]
  opening: number
  failed: boolean
}

async function journey(client: Client, { host }: URL, code: string, body: string): Promise<Journey> {
  const start = performance.now()
  const page = await client.ask(opened(host, code))
  const between = performance.now()
  const thanks = await client.ask(sent(host, code, body))
  return { times: [between - start, performance.now() - between], opening: page.bytes, failed: page.status !== 200 || thanks.status !== 303 }
}

/** As fast as so many people can, one after the other. */
async function answerAll(address: URL, codes: string[], body: string): Promise<{ times: number[]; perSecond: number; opening: number }> {
  const times: number[] = []
  let opening = 0
  const total = codes.length
  const one = async (): Promise<void> => {
    const client = await openClient(address)
    for (let code = codes.pop(); code !== undefined; code = codes.pop()) {
      const done = await journey(client, address, code, body)
      if (done.failed) throw new Error('an answer was not taken')
      times.push(...done.times)
      opening = done.opening
    }
    client.close()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, one))
  return { times, perSecond: total / ((performance.now() - started) / 1000), opening }
}

/** At a steady pace whatever the site does: a person who must wait is one more who waits. */
async function rushIn(address: URL, codes: readonly string[], body: string): Promise<{ times: number[]; failed: number }> {
  const free = await Promise.all(Array.from({ length: crowd.clients }, () => openClient(address)))
  const times: number[] = []
  let [next, failed] = [0, 0]
  const started = performance.now()
  const arrival = (person: number): number => started + (person * crowd.seconds * 1000) / crowd.people
  const one = async (client: Client): Promise<void> => {
    while (next < codes.length) {
      const person = next++
      const early = arrival(person) - performance.now()
      if (early > 1) await wait(early)
      const done = await journey(client, address, codes[person] ?? '', body)
      times.push(performance.now() - arrival(person))
      if (done.failed) failed += 1
    }
    client.close()
  }
  await Promise.all(free.map(one))
  return { times, failed }
}

async function countBallots(owner: postgres.Sql, surveyId: string, expected: number): Promise<boolean[]> {
  const [row] = await owner`
    select (select count(*) from ballot_box where survey_id = ${surveyId})::int
        + (select coalesce(sum(ballots), 0) from ballot_bundles where survey_id = ${surveyId})::int as ballots,
      (select count(*) from survey_invitations where survey_id = ${surveyId} and used)::int as used`
  const one = { bench: 'survey', unit: 'ballots' }
  return [
    report({ ...one, figure: `${expected} people: ballots lost`, value: Math.max(0, expected - Number(row?.['ballots'])), target: { most: 0 } }),
    report({
      ...one,
      figure: `${expected} people: ballots too many`,
      value: Math.max(0, Number(row?.['ballots']) - Number(row?.['used'])),
      target: { most: 0 },
    }),
  ]
}

/** The page and the files that it names, as a browser receives them. */
async function weigh(baseUrl: string, code: string): Promise<number> {
  const bytesOf = async (path: string): Promise<{ bytes: number; text: string }> => {
    const client = await openClient(new URL(baseUrl))
    const { bytes } = await client.ask(`GET ${path} HTTP/1.1\r\nhost: ${new URL(baseUrl).host}\r\naccept-encoding: br\r\n\r\n`)
    client.close()
    return { bytes, text: await (await fetch(baseUrl + path)).text() }
  }
  const page = await bytesOf(`/r/${code}`)
  const files = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  if (files.length > 2) throw new Error(`the page asks for ${files.length} files`)
  const weights = await Promise.all(files.map(bytesOf))
  return weights.reduce((sum, { bytes }) => sum + bytes, page.bytes)
}

/** What this machine can do at best: a bare server that answers two requests and writes one row durably, with the same clients. */
async function measureFloor(databaseUrl: string, owner: postgres.Sql): Promise<number> {
  await owner`create table bench_floor (answer bytea not null)`
  const port = await freePort()
  const child = spawn(process.execPath, ['bench/survey-floor.ts'], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, FLOOR_DATABASE: databaseUrl, FLOOR_PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    const address = new URL(`http://127.0.0.1:${port}`)
    for (let tries = 0; tries < 500 && !(await fetch(address).catch(() => null)); tries++) await wait(20)
    await answerAll(
      address,
      Array.from({ length: 500 }, () => 'floor'),
      'x'.repeat(300),
    )
    const { perSecond } = await answerAll(
      address,
      Array.from({ length: 10_000 }, () => 'floor'),
      'x'.repeat(300),
    )
    return perSecond
  } finally {
    child.kill('SIGKILL')
    await owner`drop table bench_floor`
  }
}
