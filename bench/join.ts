import { mkdtemp, rm } from 'node:fs/promises'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'
import { percentile, report } from './figure.ts'
import { freePort, startSiteProcess } from './site-process.ts'

const turns = 60

interface Made {
  school: string
  framework: string
  cookie: string
  /** Proofs to join, one a turn. */
  proofs: string[]
  codes: string[]
}

/** From the click that joins a proof to the page that shows what turned, on a site of its own. */
export async function measureJoin(): Promise<boolean[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const site = await startSiteProcess(dataDir, await freePort())
  try {
    const made = await makeSchool(dataDir)
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++) times.push(await joinOnce(site.baseUrl, made, turn))
    return [
      report({
        bench: 'crosswalk',
        figure: 'joining a proof to the repainted page, p95',
        value: percentile(times.slice(10), 0.95),
        unit: 'ms',
        target: { most: 100 },
      }),
    ]
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function joinOnce(baseUrl: string, made: Made, turn: number): Promise<number> {
  const address = `${baseUrl}/etablissements/${made.school}/demarches/${made.framework}/points/${made.codes[turn % made.codes.length] ?? ''}`
  const headers = { cookie: `session=${made.cookie}`, 'accept-language': 'fr' }
  const form = await (await fetch(address, { headers })).text()
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? ''
  const body = new URLSearchParams({ _csrf: hidden('_csrf'), _form: hidden('_form'), evidence: made.proofs[turn] ?? '' })
  const started = performance.now()
  const answer = await fetch(`${address}/preuves`, { method: 'POST', body, headers: { ...headers, 'sec-fetch-site': 'same-origin' } })
  const text = await answer.text()
  const took = performance.now() - started
  if (!answer.ok || !text.includes('q-turned')) throw new Error(`the proof was not joined: ${answer.status}`)
  return took
}

async function makeSchool(dataDir: string): Promise<Made> {
  const running = findRunningPostgres(dataDir)
  if (!running) throw new Error('no site runs on this folder')
  const sql = postgres(running.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [school, person, cookie] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')]
    await sql`insert into organisations (id, kind, name) values (${school}, 'school', 'Lycée de mesure')`
    await sql`insert into persons (id, email, name) values (${person}, ${`${person}@exemple.fr`}, 'Personne')`
    await sql`insert into mandates (id, person_id, organisation_id, role, valid_from) values (${randomUUID()}, ${person}, ${school}, 'head', '2020-09-01')`
    await sql`insert into sessions (id, token_hash, person_id, expires_at) values (${randomUUID()}, ${createHash('sha256').update(cookie).digest()}, ${person}, now() + interval '1 day')`
    await sql`insert into evidence (id, organisation_id, title, kind, url, added_by) select gen_random_uuid(), ${school}, 'Preuve ' || n, 'link', 'https://exemple.fr/', ${person} from generate_series(1, 500) n`
    await sql`insert into followed_frameworks (organisation_id, framework_id, added_by) select ${school}, id, ${person} from frameworks where not blank`
    await sql`
      insert into evidence_supports (evidence_id, framework_id, item_code, organisation_id, added_by)
      select v.id, i.framework_id, i.code, ${school}, ${person}
      from (select id, row_number() over () as n from evidence where organisation_id = ${school}) v
      join (select framework_id, code, row_number() over (order by framework_id, code) as n from framework_items) i on i.n % 480 = v.n and v.n > 60`
    await sql.unsafe('analyze')
    const proofs = (await sql`select id from evidence where organisation_id = ${school} order by added_at, id`).map((row) => String(row['id']))
    const [guide] = await sql`select id from frameworks where framework = 'qualeduc' order by version limit 1`
    const codes = (await sql`select code from framework_items where framework_id = ${String(guide?.['id'])} and theme_code = 'QF19' order by position`).map(
      (row) => String(row['code']),
    )
    return { school, framework: String(guide?.['id']), cookie, proofs, codes }
  } finally {
    await sql.end()
  }
}
