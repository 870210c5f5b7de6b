import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { makeSurvey, sampleDefinition, sampleQuestions } from '../../../../test/make-survey.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import { computeRelease } from '../release/compute-release.ts'
import { changeSince, strongPoints, weakPoints, widestToConclude, canConclude } from './rules.ts'

let site: FreshSite
let schoolId: string
let lead: Visitor
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  lead = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: schoolId }]))
})
after(() => site.stop())

const breakdown = { code: 'niveau', title: 'Niveau', source: 'group' as const, groups: ['2de', 'Tle'] }
const layout = layoutOf([breakdown], sampleQuestions)

/** Figures as counted, so that a test may say them: the noise has its own tests. */
const still = (): number => 0

/** A closed survey of pupils and families, with these answers to its first question. */
async function closedSurvey(pupils: readonly { group: number; answer: number }[], families: readonly number[]): Promise<string> {
  const survey = await makeSurvey(site, {
    organisationId: schoolId,
    state: 'open',
    parts: [{ breakdowns: [breakdown] }, { audience: 'family', breakdowns: [breakdown], definition: sampleDefinition() }],
  })
  const [pupil, family] = survey.parts
  const give = (part: string | undefined, group: number, answer: number) =>
    sql`insert into ballots (survey_id, part_id, school_id, answers)
    values (${survey.id}, ${part}, ${schoolId}, ${encodeRecord(layout, { groups: { niveau: group }, chosen: { Q1: [answer] } })})`.execute(site.owner)
  for (const { group, answer } of pupils) await give(pupil, group, answer)
  for (const answer of families) await give(family, 1, answer)
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${survey.id}`.execute(site.owner)
  return survey.id
}

const read = async (survey: string, reader = lead): Promise<string> => (await reader.get(urls.survey.results({ survey, organisation: schoolId }))).text()

/** The page of the pupils, question by question. */
async function readPupils(survey: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from survey_parts where survey_id = ${survey} and audience = 'pupil'`.execute(site.owner)
  return (await lead.get(urls.survey.result({ survey, organisation: schoolId, part: rows[0]?.id ?? '' }))).text()
}

const mixed = Array.from({ length: 40 }, (_, index) => ({ group: 1 + (index % 2), answer: 1 + (index % 4) }))

test('before the release a page says why nothing is shown; after, the figures with where they come from', async () => {
  const survey = await closedSurvey(mixed, [4, 4, 4, 4])
  assert.match(await read(survey), /calcul est en cours/)
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const page = await read(survey)
  assert.match(page, /Environ 40 réponses/)
  assert.match(page, /Moins de réponses que le seuil/, 'four families are told nothing of')
  const pupils = await readPupils(survey)
  assert.match(pupils, /Environ 40 réponses/)
  assert.match(pupils, /50\s% de réponses favorables \(entre 3\d et 6\d\s%\)/)
  assert.match(pupils, /Selon\s: Niveau/)
  assert.match(pupils, /D’où vient ce chiffre/)
  assert.match(pupils, /de zéro, une ou deux personnes, rarement plus/)
  assert.match(pupils, /Aucun point ne se détache assez/, 'half and half stands out nowhere')
  await assert.rejects(sql`update release_figures set figures = '{}' where survey_id = ${survey}`.execute(site.owner), { code: 'QS001' })
})

test('when nearly all say the same, only that is told, and no group', async () => {
  const survey = await closedSurvey(
    Array.from({ length: 40 }, (_, index) => ({ group: 1 + (index % 2), answer: 4 })),
    [],
  )
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const page = await readPupils(survey)
  assert.match(page, /95\s% au moins/)
  assert.doesNotMatch(page, /favorables[^<]*100\s%/)
  assert.match(page, /pas montré/)
})

test('the file holds what the page shows and no exact number', async () => {
  const survey = await closedSurvey([...mixed, { group: 1, answer: 1 }, { group: 2, answer: 2 }], [])
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const { rows } = await sql<{ id: string }>`select id from survey_parts where survey_id = ${survey} and audience = 'pupil'`.execute(site.owner)
  const text = await (await lead.get(urls.survey.resultFile({ survey, organisation: schoolId, part: rows[0]?.id ?? '', format: 'csv' }))).text()
  assert.match(text, /Je me sens bien au lycée/)
  assert.doesNotMatch(text, /;42/)
})

test('crossed views put the same question side by side, and another school sees nothing', async () => {
  const survey = await closedSurvey(
    mixed,
    Array.from({ length: 20 }, (_, index) => (index < 3 ? 1 : 3 + (index % 2))),
  )
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const page = await (await lead.get(urls.survey.views({ survey, organisation: schoolId }))).text()
  assert.match(page, /Élèves/)
  assert.match(page, /Familles/)
  const stranger = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: await makeSchool(site) }]))
  assert.equal((await stranger.get(urls.survey.results({ survey, organisation: schoolId }))).status, 404)
})

test('what people said stands beside the point of a label and the question of the team, and the release is one proof for all', async () => {
  const survey = await closedSurvey(mixed, [])
  const { rows: items } = await sql<{ id: string; code: string }>`
    select f.id, i.code from framework_items i join frameworks f on f.id = i.framework_id where f.framework = 'qualeduc' order by i.code limit 1`.execute(
    site.owner,
  )
  const item = items[0] ?? { id: '', code: '' }
  const { rows: parts } = await sql<{ definition: Definition }>`select definition from survey_parts where survey_id = ${survey} and audience = 'pupil'`.execute(
    site.owner,
  )
  const asked = parts[0]?.definition.questions[0]?.item
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const results = urls.survey.results({ survey, organisation: schoolId })
  const keep = async () => (await lead.post(urls.survey.toEvidence({ survey, organisation: schoolId }), {})).headers.get('location') ?? ''
  assert.match(await (await lead.get(results)).text(), /Garder ces résultats comme preuve/)
  const proof = await keep()
  assert.equal(await keep(), proof, 'the same results are one proof')
  const { rows: supports } = await sql<{ code: string }>`
    select s.item_code as code from evidence_supports s join evidence e on e.id = s.evidence_id where e.organisation_id = ${schoolId}`.execute(site.owner)
  assert.deepEqual(
    supports.map((row) => row.code),
    asked ? [asked.code] : [],
  )
  const point = await (await lead.get(urls.label.point({ organisation: schoolId, framework: item.id, code: asked?.code ?? item.code }))).text()
  assert.match(point, /Ce que disent les enquêtes/)
  assert.match(point, /Élèves\s: 50\s% de réponses favorables/)
})

test('the file says what is not shown, and why', async () => {
  const survey = await closedSurvey(
    [...mixed, ...Array.from({ length: 12 }, () => ({ group: 1, answer: 4 }))].map((one, index) => (index < 4 ? { ...one, group: 2 } : { ...one, group: 1 })),
    [4, 4],
  )
  await site.owner.inTransaction((db) => computeRelease(db, survey, still))
  const { rows } = await sql<{ id: string; audience: string }>`select id, audience from survey_parts where survey_id = ${survey} order by position`.execute(
    site.owner,
  )
  const [pupils, families] = await Promise.all(
    rows.map(async ({ id }) => (await lead.get(urls.survey.resultFile({ survey, organisation: schoolId, part: id, format: 'csv' }))).text()),
  )
  assert.match(pupils ?? '', /^\uFEFF?Public;Groupe;Code/)
  assert.match(pupils ?? '', /Niveau[^\n]*Pas montré/)
  assert.match(families ?? '', /Moins de réponses que le seuil/)
})

const figures = (share: number, low: number, high: number) => ({ base: 40, shares: [], favourable: { share, low, high } })
const part = (questions: Record<string, ReturnType<typeof figures>>) => ({
  answers: 40,
  invited: null,
  participation: null,
  breakdowns: [],
  questions: Object.fromEntries(Object.entries(questions).map(([code, one]) => [code, { shown: true as const, figures: one }])),
})

test('strong and weak points are those that the interval makes sure', () => {
  const all = part({ sure: figures(85, 66, 93), unsure: figures(90, 65, 99), low: figures(30, 20, 50), middle: figures(45, 40, 51) })
  assert.deepEqual(
    strongPoints(all).map(({ code }) => code),
    ['sure'],
  )
  assert.deepEqual(
    weakPoints(all).map(({ code }) => code),
    ['low'],
  )
  assert.equal(canConclude(figures(50, 35, 35 + widestToConclude)), true)
  assert.equal(canConclude(figures(50, 35, 36 + widestToConclude)), false)
})

test('a change is told only when it cannot be chance', () => {
  const shown = (share: number, low: number, high: number) => ({ shown: true as const, figures: figures(share, low, high) })
  assert.equal(changeSince(shown(80, 70, 88), shown(50, 40, 60)), 'up')
  assert.equal(changeSince(shown(50, 40, 60), shown(80, 70, 88)), 'down')
  assert.equal(changeSince(shown(60, 45, 73), shown(50, 36, 64)), 'unsure')
  assert.equal(changeSince(shown(60, 45, 73), { shown: false }), null)
})
