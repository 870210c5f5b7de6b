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
import { finishSurvey } from './close-survey.ts'
import { codeOf, digestOfCode } from './codes.ts'
import { ensureSurveyKey, findSurveyKey } from './keys.ts'
import { mixAll } from './jobs.ts'
import { shuffle } from './shuffle.ts'

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

const mailOf = (person: number): string => `personne.${person}@exemple.fr`

/** The database samples columns for its own use, and keeps the samples when the rows are gone: of these tables there must be none. */
async function rejectsSamples(tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql`analyze ${sql.table(table)}`.execute(owner)
    // Statistics are shown only to whom no row is hidden.
    await sql`alter table ${sql.table(table)} no force row level security`.execute(owner)
    const { rows } = await sql<{ attname: string }>`select attname from pg_stats where tablename = ${table}`.execute(owner)
    await sql`alter table ${sql.table(table)} force row level security`.execute(owner)
    assert.deepEqual(rows, [], table)
  }
}

test('the attack works without any thread of time: what tells groups apart, kept beside an answer, names whoever is alone in her group', async () => {
  saying = 'secret de la personne'
  await sql`create table weak_invitations (person integer, class text)`.execute(owner)
  await sql`create table weak_ballots (class text, words text)`.execute(owner)
  await sql`insert into weak_invitations select n, 'classe ' || n from generate_series(0, ${people - 1}::integer) n`.execute(owner)
  const given = shuffle(Array.from({ length: people }, (_, person) => person))
  for (const person of given) await sql`insert into weak_ballots values (${`classe ${person}`}, ${wordsOf(person)})`.execute(owner)
  const { rows } = await sql<{ words: string }>`select b.words from weak_invitations i join weak_ballots b using (class) order by i.person`.execute(owner)
  assert.equal(rightGuesses(rows.map((row) => row.words)), people)
  await sql`drop table weak_invitations, weak_ballots`.execute(owner)
})

/** All tables that hold something of a survey until its release. Written out here: one that the product forgets must be missed. */
const purged = ['survey_invitations', 'survey_doors', 'survey_tickets', 'ballot_box', 'ballot_bundles', 'ballots', 'ballot_texts']

test('on ours it fails: while the survey is open, and once it is closed', async () => {
  saying = 'mots de la personne'
  await sql`insert into organisations (id, kind, name) values ('00000000-0000-4000-8000-0000000000a1', 'school', 'Lycée')`.execute(owner)
  const schoolId = '00000000-0000-4000-8000-0000000000a1'
  const site = { owner, ownerUrl: server.ownerUrl, appUrl: server.appUrl, pool: services.pool, as: async () => assert.fail(), stop: async () => {} }
  // Each is alone in a class: whatever keeps a class beside an answer names her.
  const classes = Array.from({ length: people }, (_, person) => `classe ${person}`)
  const breakdowns = [{ code: 'classe', title: 'Classe', source: 'group' as const, groups: classes }]
  const survey = await makeSurvey(site, { organisationId: schoolId, parts: [{ freeText: true, definition: sampleDefinition(), breakdowns }] })
  const key = await ensureSurveyKey(dataDir, survey.id)
  const invitations = Array.from({ length: people }, () => randomUUID())
  const digests = invitations.map((id) => digestOfCode(services.secrets, codeOf(key, id)))
  for (const [person, id] of invitations.entries()) {
    await sql`insert into survey_invitations (id, survey_id, part_id, school_id, digest, groups, mail)
      values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${digests[person]}, ${JSON.stringify({ classe: classes[person] })}::text::jsonb, ${mailOf(person)})`.execute(
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
      { digest: digests[person] ?? Buffer.alloc(0), ticket: null, groups: { classe: classes[person] ?? '' } },
      // Some write much more than others.
      { chosen: { Q1: [1 + (person % 4)] }, texts: { Q6: wordsOf(person) + '.'.repeat(person) } },
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
  const { rows: bundles } = await sql<{ ballots: number; sealed: Buffer; shared: number }>`
    select b.ballots, b.sealed, (select count(*)::integer from survey_invitations i where i.xmin = b.xmin) as shared from ballot_bundles b`.execute(owner)
  assert.ok(bundles.length > 0 && bundles.every(({ ballots, shared }) => ballots >= 11 && shared === 0))
  assert.ok(bundles.every(({ sealed }) => wordsInOrder(sealed.toString('latin1')).length === 0))
  const { rows: left } = await sql<{ box: number; opened: number }>`
    select (select count(*)::integer from ballot_box) as box, (select count(*)::integer from ballots) + (select count(*)::integer from ballot_texts) as opened`.execute(
    owner,
  )
  assert.ok((left[0]?.box ?? 0) >= 11, 'what stays behind is as many as the threshold')
  assert.equal(left[0]?.opened, 0, 'no answer is readable beside a school, a part or a group')
  assert.deepEqual(wordsInOrder(await readJournal()), [], 'nor in the journal')
  await rejectsSamples(purged)

  await sql`update surveys set state = 'closed', closed_at = now() where id = ${survey.id}`.execute(owner)
  const fileOf = async (table: string): Promise<string> =>
    (await sql<{ path: string }>`select pg_relation_filepath(${table}::regclass) as path`.execute(owner)).rows[0]?.path ?? ''
  const filesBefore = new Map<string, string>()
  for (const table of purged) filesBefore.set(table, await fileOf(table))
  await finishSurvey(owner, dataDir, survey.id)
  assert.equal(await findSurveyKey(dataDir, survey.id), null, 'what is sealed stays sealed for ever')
  const said = wordsInOrder(await readJournal())
  assert.ok(said.length >= people * 0.9, 'the journal does hold what was written: it is the order that must tell nothing')
  assert.ok(rightGuesses(said) <= luck)
  for (const table of purged) {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(owner)
    assert.equal(rows[0]?.n, 0)
    const path = await fileOf(table)
    assert.notEqual(path, filesBefore.get(table), `${table} was rewritten`)
    const bytes = await readFile(join(dataDir, 'postgres', path), 'latin1')
    assert.ok(!digests.some((digest) => bytes.includes(digest.toString('latin1'))) && wordsInOrder(bytes).length === 0)
  }
  const { rows: logged } = await sql<{ name: string }>`
    select relname as name from pg_class where relname in ('ballots', 'ballot_texts') and relpersistence <> 'u'`.execute(owner)
  assert.deepEqual(logged, [], 'what is opened for the release never reaches the journal')
  await rejectsSamples(purged)
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
  assert.ok(wordsInOrder(log).length === 0 && !invitations.some((id) => log.includes(id)))
})
