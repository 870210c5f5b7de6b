import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSchool } from '../../../../test/make.ts'
import { makeSurvey, sampleQuestions } from '../../../../test/make-survey.ts'
import { connectDatabase } from '../../../platform/database.ts'
import type { PartFigures } from '../release/document.ts'
import { finishSurvey } from './close-survey.ts'
import { destroySurveyKey, ensureSurveyKey } from './keys.ts'
import { encodeRecord, layoutOf } from './record.ts'
import { mixBallots } from './mix.ts'
import { sealBallot } from './seal.ts'

let site: FreshSite
let schoolId: string
let dataDir: string
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-close-'))
})
after(async () => {
  await site.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const layout = layoutOf([], sampleQuestions)
const answerOf = (person: number): Buffer => encodeRecord(layout, { groups: {}, chosen: { Q1: [1 + (person % 4)], Q2: [1 + (person % 2)] } })

/** A survey whose people answered: some before ballots were kept sealed, some mixed, some still in the box. */
async function answeredSurvey({ old = 0, mixed = 0, waiting = 0 }): Promise<string> {
  const { id, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
  const part = parts[0] ?? ''
  const key = await ensureSurveyKey(dataDir, id)
  const put = (person: number) =>
    sql`insert into ballot_box (survey_id, sealed)
    values (${id}, ${sealBallot(key, id, { partId: part, schoolId, record: answerOf(person), texts: { Q6: `phrase ${person}` } })})`.execute(site.owner)
  for (let person = 0; person < old; person++)
    await sql`insert into ballots (survey_id, part_id, school_id, answers) values (${id}, ${part}, ${schoolId}, ${answerOf(person)})`.execute(site.owner)
  for (let person = 0; person < mixed; person++) await put(person)
  if (mixed > 0) await mixBallots(site.owner, { id, threshold: 11, key }, { last: true })
  for (let person = 0; person < waiting; person++) await put(person)
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${id}`.execute(site.owner)
  return id
}

const figuresOf = async (id: string): Promise<PartFigures | undefined> =>
  (await sql<{ figures: PartFigures }>`select figures from release_figures where survey_id = ${id}`.execute(site.owner)).rows[0]?.figures

const logged = async (): Promise<string[]> =>
  (
    await sql<{ name: string }>`select relname as name from pg_class where relname in ('ballots', 'ballot_texts') and relpersistence <> 'u' order by 1`.execute(
      site.owner,
    )
  ).rows.map(({ name }) => name)

test('whatever way an answer waited, it is counted once; opened ballots leave the journal as soon as no earlier survey needs them in it', async () => {
  for (const table of ['ballots', 'ballot_texts']) await sql`alter table ${sql.table(table)} set logged`.execute(site.owner)
  const [one, other] = [await answeredSurvey({ old: 20, mixed: 30, waiting: 12 }), await answeredSurvey({ old: 15 })]
  await finishSurvey(site.owner, dataDir, one)
  assert.equal((await figuresOf(one))?.answers, 60)
  assert.deepEqual(await logged(), ['ballots'], 'the other survey’s answers are still in it')
  await finishSurvey(site.owner, dataDir, other)
  assert.equal((await figuresOf(other))?.answers, 15)
  assert.deepEqual(await logged(), [])
})

test('without its key a survey is not released, and nothing is deleted', async () => {
  const id = await answeredSurvey({ mixed: 30, waiting: 3 })
  await destroySurveyKey(dataDir, id)
  await assert.rejects(finishSurvey(site.owner, dataDir, id), /put it back from a backup/)
  const { rows } =
    await sql`select (select state from surveys where id = ${id}) as state, (select count(*)::integer from ballot_box where survey_id = ${id}) as box,
    (select sum(ballots)::integer from ballot_bundles where survey_id = ${id}) as sealed`.execute(site.owner)
  assert.deepEqual(rows, [{ state: 'closed', box: 3, sealed: 30 }])
})

test('two surveys with the same answers do not tell the same: what the site itself releases is blurred', async () => {
  const told: string[] = []
  for (let turn = 0; turn < 3; turn++) {
    const id = await answeredSurvey({ mixed: 40 })
    await finishSurvey(site.owner, dataDir, id)
    told.push(JSON.stringify((await figuresOf(id))?.questions))
  }
  assert.ok(new Set(told).size > 1)
})

test('two who finish a survey at once count each answer once, and neither fails', async () => {
  const id = await answeredSurvey({ mixed: 30, waiting: 15 })
  const other = connectDatabase(site.ownerUrl, { max: 1 })
  try {
    await Promise.all([finishSurvey(site.owner, dataDir, id), finishSurvey(other, dataDir, id)])
  } finally {
    await other.destroy()
  }
  assert.equal((await figuresOf(id))?.answers, 45)
})
