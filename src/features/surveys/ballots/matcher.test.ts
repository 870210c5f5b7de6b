import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeSurvey, sampleDefinition } from '../../../../test/make-survey.ts'
import { parseConfig } from '../../../config.ts'
import { connectDatabase } from '../../../platform/database.ts'
import type { Pool } from '../../../platform/database.ts'
import { startEmbeddedPostgres } from '../../../platform/embedded-postgres.ts'
import type { RunningPostgres } from '../../../platform/embedded-postgres.ts'
import { migrate } from '../../../platform/migrate.ts'
import { servicesOf } from '../../../site.ts'
import type { Services } from '../../../platform/web/route.ts'
import { findPartView } from '../answer/part-view.ts'
import { submitBallot } from '../answer/submit.ts'
import { finishSurvey, rewritten } from './close-survey.ts'
import { codeOf, digestOfCode } from './codes.ts'
import { ensureSurveyKey, findSurveyKey } from './keys.ts'
import { mixAll } from './jobs.ts'

/**
 * Somebody who holds everything but the key of an open survey, which lies outside the database and is destroyed: a full copy of the tables with
 * their system columns, the files of the database, its journal (WAL) and its log. He wants to know who wrote what.
 */

const people = 44
let dataDir: string
let server: RunningPostgres
let owner: Pool
let services: Services

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-matcher-'))
  server = await startEmbeddedPostgres({ dataDir, log: () => {} })
  await migrate(server.ownerUrl)
  owner = connectDatabase(server.ownerUrl, { max: 1 })
  services = await servicesOf(parseConfig({ BASE_URL: 'http://localhost:3000', DATA_DIR: dataDir }), connectDatabase(server.appUrl))
})
after(async () => {
  await owner.destroy()
  await services.pool.destroy()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Other words in each test: the journal keeps those of the first. */
let saying = ''
const wordsOf = (person: number): string => `${saying} ${String(person).padStart(3, '0')} !`

/** Who wrote what, as he believes; the order of people is known to him (he stood in the corridor). */
type Guess = (string | null)[]
const rightGuesses = (guess: Guess): number => guess.filter((words, person) => words === wordsOf(person)).length

/** Of a shuffled list, one guess in `people` is right by luck, and nine or more once in a million times. */
const luck = 8

async function readJournal(): Promise<string> {
  const folder = join(dataDir, 'postgres', 'pg_wal')
  const files = (await readdir(folder)).filter((name) => /^[0-9A-F]{24}$/.test(name)).sort()
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))).join('')
}

/** In the order in which they stand in the journal or a file. */
function wordsInOrder(bytes: string): string[] {
  return [...new Set([...bytes.matchAll(new RegExp(`${saying} \\d{3} !`, 'g'))].map(([words]) => words))]
}

test('the attack works: on a survey kept the usual way, the system columns name everybody, and the journal nearly', async () => {
  saying = 'aveu de la personne'
  await sql`create table weak_invitations (person integer, used boolean not null default false)`.execute(owner)
  await sql`create table weak_ballots (words text)`.execute(owner)
  await sql`insert into weak_invitations select n from generate_series(0, ${people - 1}::integer) n`.execute(owner)
  for (let person = 0; person < people; person++) {
    await owner.inTransaction(async (db) => {
      await sql`update weak_invitations set used = true where person = ${person}`.execute(db)
      await sql`insert into weak_ballots values (${wordsOf(person)})`.execute(db)
    })
  }
  const { rows } = await sql<{ person: number; words: string }>`
    select person, words from weak_invitations i join weak_ballots b on b.xmin = i.xmin order by person`.execute(owner)
  assert.equal(rightGuesses(rows.map((row) => row.words)), people)
  // Words that stand across two pages of the journal are cut in two, and missed.
  assert.ok(rightGuesses(wordsInOrder(await readJournal())) >= people * 0.9)
  await sql`drop table weak_invitations, weak_ballots`.execute(owner)
})

test('on ours it fails: while the survey is open, and once it is closed', async () => {
  saying = 'mots de la personne'
  await sql`insert into organisations (id, kind, name) values ('00000000-0000-4000-8000-0000000000a1', 'school', 'Lycée')`.execute(owner)
  const schoolId = '00000000-0000-4000-8000-0000000000a1'
  const site = { owner, ownerUrl: server.ownerUrl, appUrl: server.appUrl, pool: services.pool, as: async () => assert.fail(), stop: async () => {} }
  const survey = await makeSurvey(site, { organisationId: schoolId, parts: [{ freeText: true, definition: sampleDefinition() }] })
  const key = await ensureSurveyKey(dataDir, survey.id)
  const invitations = Array.from({ length: people }, () => randomUUID())
  const digests = invitations.map((id) => digestOfCode(services.secrets, codeOf(key, id)))
  for (const [person, id] of invitations.entries()) {
    await sql`insert into survey_invitations (id, survey_id, part_id, school_id, digest) values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${digests[person]})`.execute(
      owner,
    )
  }
  await sql`update surveys set state = 'open', opened_at = now() where id = ${survey.id}`.execute(owner)
  const view = await findPartView(services.pool, survey.parts[0] ?? '', schoolId)
  assert.ok(view)
  for (let person = 0; person < people; person++) {
    const outcome = await submitBallot(
      services,
      view,
      { digest: digests[person] ?? Buffer.alloc(0), ticket: null, groups: {} },
      { chosen: { Q1: [1 + (person % 4)] }, texts: { Q6: wordsOf(person) } },
    )
    assert.equal(outcome, 'taken')
    if (person % 15 === 14) await mixAll(owner, dataDir)
  }

  // While it is open: the box tells nothing, and the store holds batches of at least the threshold under one transaction each.
  const { rows: joined } = await sql<{ sealed: Buffer; id: string }>`
    select b.sealed, i.id from survey_invitations i join ballot_box b on b.xmin = i.xmin where i.used`.execute(owner)
  assert.ok(joined.length > 0, 'the box and its invitation do share a transaction: what is in the box must be sealed')
  assert.ok(joined.every(({ sealed }) => !sealed.includes('mots de la personne')))
  assert.equal(new Set(joined.map(({ sealed }) => sealed.length)).size, 1, 'a length tells nothing')
  const { rows: batches } = await sql<{ size: number; shared: number }>`
    select count(*)::integer as size, count(i.id)::integer as shared from ballots b left join survey_invitations i on i.xmin = b.xmin group by b.xmin`.execute(
    owner,
  )
  assert.ok(batches.length > 0 && batches.every(({ size, shared }) => size >= 11 && shared === 0))
  const { rows: stored } = await sql<{ words: string }>`select words from ballot_texts order by ctid`.execute(owner)
  assert.ok(stored.length >= 11)
  assert.ok(rightGuesses(stored.map((row) => row.words)) <= luck)

  await sql`update surveys set state = 'closed', closed_at = now() where id = ${survey.id}`.execute(owner)
  const fileOf = async (table: string): Promise<string> =>
    (await sql<{ path: string }>`select pg_relation_filepath(${table}::regclass) as path`.execute(owner)).rows[0]?.path ?? ''
  const filesBefore = new Map<string, string>()
  for (const table of rewritten) filesBefore.set(table, await fileOf(table))
  await finishSurvey(owner, dataDir, survey.id)
  assert.equal(await findSurveyKey(dataDir, survey.id), null, 'what is sealed stays sealed for ever')
  const said = wordsInOrder(await readJournal())
  assert.ok(said.length >= people, 'the journal does hold what was written: it is the order that must tell nothing')
  assert.ok(rightGuesses(said) <= luck)
  for (const table of rewritten) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(owner)
    assert.equal(rows[0]?.n, 0)
    const path = await fileOf(table)
    assert.notEqual(path, filesBefore.get(table), `${table} was rewritten`)
    const bytes = await readFile(join(dataDir, 'postgres', path), 'latin1')
    assert.ok(!digests.some((digest) => bytes.includes(digest.toString('latin1'))) && wordsInOrder(bytes).length === 0)
  }
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
  assert.ok(wordsInOrder(log).length === 0 && !invitations.some((id) => log.includes(id)))
})
