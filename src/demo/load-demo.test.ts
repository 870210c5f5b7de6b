import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/fresh-database.ts'
import type { FreshDatabase } from '../../test/fresh-database.ts'
import { demoEvidence } from '../../demo/evidence.ts'
import { findSurveyKey } from '../features/surveys/ballots/keys.ts'
import { openFileStore } from '../platform/files.ts'
import type { FileStore } from '../platform/files.ts'
import { loadDemo } from './load-demo.ts'

let database: FreshDatabase
let folder: string
let files: FileStore
before(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'qualeduc-demo-'))
  files = openFileStore(folder)
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const numbers = async (): Promise<Record<string, number>> => {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from organisations where kind = 'school') as schools, (select count(*)::int from persons) as people,
      (select count(distinct state)::int from evaluations) as states, (select count(*)::int from evaluation_answers) as answers,
      (select count(*)::int from ratings) as ratings, (select count(*)::int from actions) as actions`.execute(database.owner)
  return rows[0] ?? {}
}

test('the demo académie has six schools, people of every role and evaluations at every point of the cycle; loading it twice adds nothing', async () => {
  assert.equal(await loadDemo(database.owner, { files, dataDir: folder }, new Date()), true)
  const first = await numbers()
  assert.equal(first['schools'], 6)
  assert.equal(first['states'], 4)
  for (const name of ['people', 'answers', 'ratings', 'actions']) assert.ok((first[name] ?? 0) > 10, name)
  const { rows } = await sql<{ role: string }>`select distinct role from mandates order by 1`.execute(database.owner)
  assert.deepEqual(
    rows.map((row) => row.role),
    ['head', 'lead', 'member', 'national', 'operator', 'referent'],
  )
  assert.equal(await loadDemo(database.owner, { files, dataDir: folder }, new Date()), false)
  assert.deepEqual(await numbers(), first)
})

test('the proofs of the demo are real files, dated, one past its date and one near it, and each stands where its story says', async () => {
  const { rows } = await sql<{ all: number; expired: number; soon: number; leaders: number; links: number; supports: number }>`
    select count(*)::int as all, count(*) filter (where valid_until < now())::int as expired,
      count(*) filter (where valid_until between now() and now() + interval '30 days')::int as soon, count(*) filter (where confidentiality = 'leaders')::int as leaders,
      (select count(*)::int from evidence_links) as links, (select count(*)::int from evidence_supports) as supports from evidence`.execute(database.owner)
  const wished = (of: 'questions' | 'points'): number => demoEvidence.reduce((sum, proof) => sum + (proof[of]?.length ?? 0), 0)
  assert.deepEqual(rows[0], { all: demoEvidence.length, expired: 1, soon: 1, leaders: 1, links: wished('questions'), supports: wished('points') })
  const held = await sql<{ sha256: string }>`select sha256 from evidence where sha256 is not null`.execute(database.owner)
  for (const { sha256 } of held.rows) assert.ok(await files.find(sha256))
})

test('every survey of the demo that is open has its key: sessions and links can be made at once', async () => {
  const { rows } = await sql<{ id: string }>`select id from surveys where state = 'open'`.execute(database.owner)
  assert.ok(rows.length > 0)
  for (const { id } of rows) assert.ok(await findSurveyKey(folder, id))
})

test('the demo has an académie’s survey over five schools with what people wrote, and a school’s survey that follows another', async () => {
  const { rows } = await sql<{ title: string; together: number; schools: number; waiting: number; shown: number; followed: boolean }>`
    select s.title, (select count(*)::int from release_figures f where f.survey_id = s.id and f.level = 'together' and (f.figures -> 'schools' ->> 'counted')::int >= 5) as together,
      (select count(*)::int from release_figures f where f.survey_id = s.id and f.level = 'school') as schools,
      (select count(*)::int from release_texts t where t.survey_id = s.id and t.state = 'waiting') as waiting,
      (select count(*)::int from release_texts t where t.survey_id = s.id and t.state = 'shown') as shown, s.previous_id is not null as followed
    from surveys s where s.state = 'released' order by s.created_at`.execute(database.owner)
  assert.equal(rows.filter((row) => row.followed).length, 1)
  const many = rows.find((row) => row.schools >= 5)
  assert.ok(many && many.together === 1 && many.waiting > 0 && many.shown > 0)
})
