import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSchool } from '../../../../test/make.ts'
import { makeSurvey, sampleQuestions } from '../../../../test/make-survey.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import type { Question } from '../questionnaire/definition.ts'
import { computeRelease } from './compute-release.ts'
import type { PartFigures } from './document.ts'

let site: FreshSite
let schoolId: string
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
})
after(() => site.stop())

const layout = layoutOf([], sampleQuestions)
const record = encodeRecord(layout, { groups: {}, chosen: { Q1: [2] } })

async function closedSurvey(ballots: readonly Uint8Array[], own?: Question, seats?: number): Promise<string> {
  const { id, parts } = await makeSurvey(site, { organisationId: schoolId })
  if (own)
    await sql`insert into survey_additions (part_id, survey_id, school_id, questions) values (${parts[0]}, ${id}, ${schoolId}, ${JSON.stringify([own])}::text::jsonb)`.execute(
      site.owner,
    )
  if (seats !== undefined)
    await sql`insert into survey_doors (id, survey_id, part_id, school_id, kind, digest, name, seats, created_by)
      values (${randomUUID()}, ${id}, ${parts[0]}, ${schoolId}, 'session', ${Buffer.alloc(16, 3)}, '2de', ${seats}, ${randomUUID()})`.execute(site.owner)
  await sql`update surveys set state = 'open', opened_at = now() where id = ${id}`.execute(site.owner)
  for (const answers of ballots)
    await sql`insert into ballots (survey_id, part_id, school_id, answers) values (${id}, ${parts[0]}, ${schoolId}, ${answers})`.execute(site.owner)
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${id}`.execute(site.owner)
  return id
}

const stateOf = async (id: string): Promise<unknown> =>
  (
    await sql<{ state: string; ballots: number }>`
    select state, (select count(*)::integer from ballots b where b.survey_id = s.id) as ballots from surveys s where id = ${id}`.execute(site.owner)
  ).rows[0]

test('ballots that do not have the shape of their questions are not read as others’ answers: no release, and nothing is lost', async () => {
  const shifted = await closedSurvey([record, record, Buffer.concat([record, Buffer.of(1)]), record.subarray(1)])
  await assert.rejects(
    site.owner.inTransaction((db) => computeRelease(db, shifted)),
    /bytes long/,
  )
  assert.deepEqual(await stateOf(shifted), { state: 'closed', ballots: 4 })
})

test('what people wrote is released from the threshold up, in another order', async () => {
  for (const writers of [10, 11, 60]) {
    const survey = await closedSurvey(Array.from({ length: 12 }, () => record))
    const words = Array.from({ length: writers }, (_, person) => `phrase ${person}`)
    for (const said of words)
      await sql`insert into ballot_texts (survey_id, part_id, school_id, question, words)
        select survey_id, id, ${schoolId}, 'Q6', ${said} from survey_parts where survey_id = ${survey}`.execute(site.owner)
    await sql`alter table survey_parts disable trigger user`.execute(site.owner)
    await sql`update survey_parts set free_text = true where survey_id = ${survey}`.execute(site.owner)
    await sql`alter table survey_parts enable trigger user`.execute(site.owner)
    await site.owner.inTransaction((db) => computeRelease(db, survey))
    const { rows } = await sql<{ words: string }>`select words from release_texts where survey_id = ${survey} order by ctid`.execute(site.owner)
    const told = rows.map((row) => row.words)
    assert.equal(told.length, writers < 11 ? 0 : writers)
    if (writers === 60) assert.notDeepEqual(told, words)
    assert.deepEqual([...told].sort(), told.length === 0 ? [] : [...words].sort())
  }
})

test('every question of a release is blurred, those with several answers and a school’s own too', async () => {
  const own = { ...sampleQuestions[0], code: 'E1' }
  const questions = [...sampleQuestions, own as Question]
  const shape = layoutOf([], questions)
  const told = new Map<string, Set<string>>()
  for (let turn = 0; turn < 5; turn++) {
    const ballots = Array.from({ length: 40 }, (_, person) =>
      encodeRecord(shape, {
        groups: {},
        chosen: {
          Q1: [1 + (person % 4)],
          Q2: [1 + (person % 2)],
          Q3: person % 2 ? [1] : [2],
          Q4: [1 + (person % 3)],
          Q5: [1 + (person % 3)],
          E1: [1 + (person % 4)],
        },
      }),
    )
    const survey = await closedSurvey(ballots, own as Question)
    await site.owner.inTransaction((db) => computeRelease(db, survey))
    const { rows } = await sql<{ figures: PartFigures }>`select figures from release_figures where survey_id = ${survey}`.execute(site.owner)
    for (const [code, result] of Object.entries(rows[0]?.figures.questions ?? {})) told.set(code, (told.get(code) ?? new Set()).add(JSON.stringify(result)))
  }
  assert.deepEqual([...told.keys()].sort(), ['E1', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5'])
  for (const [code, results] of told) assert.ok(results.size > 1, `${code}: five releases of the same answers tell the same`)
})

test('participation is told of rounded numbers, and does not give the exact ones back', async () => {
  const survey = await closedSurvey(
    Array.from({ length: 47 }, () => record),
    undefined,
    99,
  )
  await site.owner.inTransaction((db) => computeRelease(db, survey))
  const { rows } = await sql<{ figures: PartFigures }>`select figures from release_figures where survey_id = ${survey}`.execute(site.owner)
  const { answers, invited, participation } = rows[0]?.figures ?? {}
  assert.deepEqual({ answers, invited, participation }, { answers: 45, invited: 95, participation: 47 })
})

test('a release is written in the log, once', async () => {
  const survey = await closedSurvey(Array.from({ length: 12 }, () => record))
  for (let turn = 0; turn < 2; turn++) await site.owner.inTransaction((db) => computeRelease(db, survey))
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from activity where subject_id = ${survey} and kind = 'survey.released'`.execute(
    site.owner,
  )
  assert.deepEqual(rows, [{ n: 1 }])
})
