import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSchool } from '../../../../test/make.ts'
import { makeSurvey, sampleQuestions } from '../../../../test/make-survey.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import { computeRelease } from './compute-release.ts'

let site: FreshSite
let schoolId: string
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
})
after(() => site.stop())

const layout = layoutOf([], sampleQuestions)
const record = encodeRecord(layout, { groups: {}, chosen: { Q1: [2] } })

async function closedSurvey(ballots: readonly Uint8Array[]): Promise<string> {
  const { id, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
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

test('a release is written in the log, once', async () => {
  const survey = await closedSurvey(Array.from({ length: 12 }, () => record))
  for (let turn = 0; turn < 2; turn++) await site.owner.inTransaction((db) => computeRelease(db, survey))
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from activity where subject_id = ${survey} and kind = 'survey.released'`.execute(
    site.owner,
  )
  assert.deepEqual(rows, [{ n: 1 }])
})
