import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSchool } from '../../../../test/make.ts'
import { makeSurvey } from '../../../../test/make-survey.ts'
import { mixBallots } from './mix.ts'
import { openBundle, sealBallot } from './seal.ts'

let site: FreshSite
let schoolId: string
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
})
after(() => site.stop())

const key = randomBytes(32)
const threshold = 11

/** So many sealed ballots in the box of an open survey; the first byte of each answer is its turn. */
async function boxOf(waiting: number): Promise<{ id: string; threshold: number; key: Uint8Array }> {
  const { id, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
  for (let turn = 0; turn < waiting; turn++) {
    const sealed = sealBallot(key, id, { partId: parts[0] ?? '', schoolId, record: Uint8Array.of(turn), texts: {} })
    await sql`insert into ballot_box (survey_id, sealed) values (${id}, ${sealed})`.execute(site.owner)
  }
  return { id, threshold, key }
}

async function standing(id: string): Promise<{ box: number; bundles: number[]; turns: number[] }> {
  const { rows: box } = await sql<{ n: number }>`select count(*)::integer as n from ballot_box where survey_id = ${id}`.execute(site.owner)
  const { rows } = await sql<{ ballots: number; sealed: Buffer }>`select ballots, sealed from ballot_bundles where survey_id = ${id}`.execute(site.owner)
  const turns = rows.flatMap(({ sealed }) => openBundle(key, id, sealed).map(({ record }) => record[0] ?? -1))
  return { box: box[0]?.n ?? 0, bundles: rows.map(({ ballots }) => ballots), turns }
}

test('while the survey is open neither what is mixed nor what stays behind is ever smaller than the threshold', async () => {
  for (const waiting of [1, 10, 11, 21]) {
    const survey = await boxOf(waiting)
    assert.equal(await mixBallots(site.owner, survey, { last: false }), 0)
    assert.deepEqual(await standing(survey.id), { box: waiting, bundles: [], turns: [] })
  }
  for (const waiting of [22, 40]) {
    const survey = await boxOf(waiting)
    assert.equal(await mixBallots(site.owner, survey, { last: false }), waiting - threshold)
    const { box, bundles } = await standing(survey.id)
    assert.deepEqual({ box, bundles }, { box: threshold, bundles: [waiting - threshold] })
  }
})

test('a bundle is in another order than the box, and holds others than those who came first', async () => {
  const survey = await boxOf(60)
  await mixBallots(site.owner, survey, { last: false })
  const { turns } = await standing(survey.id)
  const first = Array.from({ length: turns.length }, (_, turn) => turn)
  assert.notDeepEqual(
    turns,
    [...turns].sort((one, other) => one - other),
  )
  assert.notDeepEqual(
    [...turns].sort((one, other) => one - other),
    first,
  )
})

test('at closing all are mixed, each once; with another key none is', async () => {
  const survey = await boxOf(3)
  await assert.rejects(mixBallots(site.owner, { ...survey, key: randomBytes(32) }, { last: true }))
  assert.equal((await standing(survey.id)).box, 3)
  assert.equal(await mixBallots(site.owner, survey, { last: true }), 3)
  const { box, turns } = await standing(survey.id)
  assert.deepEqual({ box, turns: turns.sort() }, { box: 0, turns: [0, 1, 2] })
})

test('mixing is done as the role that reads nothing else', async () => {
  const survey = await boxOf(30)
  await sql`revoke delete on ballot_box from qualeduc_mixer`.execute(site.owner)
  try {
    await assert.rejects(mixBallots(site.owner, survey, { last: true }), { code: '42501' })
  } finally {
    await sql`grant delete on ballot_box to qualeduc_mixer`.execute(site.owner)
  }
})
