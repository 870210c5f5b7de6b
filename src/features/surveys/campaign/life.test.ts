import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { makeSurvey, sampleDefinition } from '../../../../test/make-survey.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { scopeOf } from '../../../platform/database.ts'
import { formatDate } from '../../../platform/language.ts'
import { urls } from '../../../urls.ts'
import { findSurveyKey } from '../ballots/keys.ts'
import { closeDueSurveysJob } from './due-job.ts'
import { textsIn } from './texts.en.ts'

let site: FreshSite
let schoolId: string
let lead: Person
let member: Person
let browser: Visitor
const t = textsIn('fr')

before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  lead = await makePerson(site, [{ role: 'lead', organisationId: schoolId }])
  member = await makePerson(site, [{ role: 'member', organisationId: schoolId }])
  browser = await visitor(site, lead)
})
after(() => site.stop())

const future = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function makeQuestionnaire(organisationId: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into questionnaires (id, organisation_id, title, audience, definition, updated_by)
    values (${id}, ${organisationId}, 'Climat', 'pupil', ${JSON.stringify(sampleDefinition())}::text::jsonb, ${randomUUID()})`.execute(site.owner)
  return id
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await sql<{ state: string }>`select state from surveys where id = ${id}`.execute(site.owner)).rows[0]?.state

const idIn = (location: string | null): string => /enquetes\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''

const partOf = async (survey: string): Promise<string> =>
  (await sql<{ id: string }>`select id from survey_parts where survey_id = ${survey}`.execute(site.owner)).rows[0]?.id ?? ''

test('a survey of one school lives from its first line to its closing', async () => {
  const settings = { title: 'Se sentir bien', purpose: 'Comprendre', promise: 'Le CVL lira.', closes: future(10), results: future(20), threshold: '11' }
  const created = await browser.post(urls.survey.create({ organisation: schoolId }), settings)
  assert.equal(created.status, 303)
  const survey = idIn(created.headers.get('location'))
  const missing = await (await browser.get(urls.survey.show({ survey }))).text()
  assert.ok(missing.includes(t.missing.parts.text) && missing.includes(urls.survey.addPart({ survey })))
  assert.equal((await browser.post(urls.survey.open({ survey }))).status, 409, 'nothing is opened while something is missing')
  const questionnaire = await makeQuestionnaire(schoolId)
  assert.equal((await browser.post(urls.survey.addPart({ survey }), { questionnaire, access: 'personal' })).status, 303)
  const part = await partOf(survey)
  const version = await versionOf(survey)
  const groups = { version, access: 'personal', kind1: 'group', title1: 'Niveau', groups1: 'Seconde\nPremière', kind2: 'question', question2: 'Q2' }
  assert.equal((await browser.post(urls.survey.part({ survey, part }), groups)).status, 303)
  const opening = await (await browser.get(urls.survey.open({ survey }))).text()
  assert.ok(opening.includes(t.opening.frozen.threshold(11)) && opening.includes('Niveau'))
  assert.equal((await browser.post(urls.survey.open({ survey }))).status, 303)
  assert.equal(await stateOf(survey), 'open')
  assert.ok(await findSurveyKey(site.services.config.dataDir, survey), 'the key lies on disk once the survey is open')
  assert.equal((await browser.post(urls.survey.extend({ survey }), { closes: future(12), results: future(22) })).status, 303)
  assert.equal((await browser.post(urls.survey.close({ survey }))).status, 303)
  assert.equal(await stateOf(survey), 'closed')
  const jobs = await sql`select from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
    where k.identifier = 'close-survey' and j.payload ->> 'survey' = ${survey}`.execute(site.owner)
  assert.equal(jobs.rows.length, 1)
})

const versionOf = async (survey: string): Promise<string> =>
  String((await sql<{ version: number }>`select version from surveys where id = ${survey}`.execute(site.owner)).rows[0]?.version)

test('a refused form comes back as it was typed, and a change made meanwhile shows both', async () => {
  const { id: survey } = await makeSurvey(site, { organisationId: schoolId, title: 'Avant' })
  const typed = { title: '', promise: 'Nous le lirons ensemble', threshold: '4', version: '1' }
  const refused = await browser.post(urls.survey.settings({ survey }), typed)
  const text = await refused.text()
  assert.equal(refused.status, 422)
  assert.ok(text.includes('Nous le lirons ensemble') && text.includes('value="4"') && text.includes(t.settings.errors.titleMissing))
  assert.equal((await browser.post(urls.survey.settings({ survey }), { title: 'Premier', threshold: '11', version: '1' })).status, 303)
  const second = await browser.post(urls.survey.settings({ survey }), { title: 'Second', threshold: '11', version: '1' })
  const both = await second.text()
  assert.equal(second.status, 409)
  assert.ok(both.includes('Premier') && both.includes('value="Second"'))
})

test('a member reads a survey but neither makes nor opens one', async () => {
  const { id: survey } = await makeSurvey(site, { organisationId: schoolId })
  const other = await visitor(site, member)
  assert.equal((await other.get(urls.survey.show({ survey }))).status, 200)
  for (const path of [urls.survey.create({ organisation: schoolId }), urls.survey.open({ survey }), urls.survey.settings({ survey })])
    assert.equal((await other.post(path)).status, 403, path)
})

test('after opening nothing that protects people is lowered, by any form or by SQL', async () => {
  const { id: survey, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open', threshold: 15 })
  const part = parts[0] ?? ''
  const forms: [string, Record<string, string>][] = [
    [urls.survey.settings({ survey }), { title: 'Autre', threshold: '5', version: '1' }],
    [urls.survey.part({ survey, part }), { access: 'shared', freeText: 'yes', version: '1' }],
    [urls.survey.addPart({ survey }), { questionnaire: await makeQuestionnaire(schoolId), access: 'shared' }],
    [urls.survey.removePart({ survey, part }), {}],
    [urls.survey.schools({ survey }), { school: schoolId }],
    [urls.survey.removeSchool({ survey, school: schoolId }), {}],
    [urls.survey.additions({ survey, organisation: schoolId }), { part, kind: 'scale', scale: 'agreement', words: 'Et chez nous ?' }],
    [urls.survey.delete({ survey }), {}],
    [urls.survey.offer({ survey }), {}],
  ]
  for (const [path, fields] of forms) assert.equal((await browser.post(path, fields)).status, 409, path)
  const statements = [
    sql`update surveys set threshold = 5 where id = ${survey}`,
    sql`update surveys set state = 'draft' where id = ${survey}`,
    sql`update survey_parts set free_text = true where id = ${part}`,
    sql`update survey_parts set breakdowns = '[{"code":"Q2"}]' where id = ${part}`,
    sql`delete from survey_parts where id = ${part}`,
    sql`insert into survey_additions (part_id, survey_id, school_id) values (${part}, ${survey}, ${schoolId})`,
    sql`delete from survey_schools where survey_id = ${survey}`,
    sql`delete from surveys where id = ${survey}`,
  ]
  for (const statement of statements)
    await assert.rejects(
      site.as(scopeOf(schoolId), (db) => statement.execute(db)),
      { code: 'QS001' },
    )
  const kept = await sql<{ threshold: number }>`select threshold from surveys where id = ${survey}`.execute(site.owner)
  assert.equal(kept.rows[0]?.threshold, 15)
})

test('an académie offers a survey to its schools: they see it then, not before, and only theirs', async () => {
  const authorityId = await makeAuthority(site, 'Académie des Essais')
  const [one, two] = [await makeSchool(site, { name: 'Lycée Un', authorityId }), await makeSchool(site, { name: 'Lycée Deux', authorityId })]
  const referent = await visitor(site, await makePerson(site, [{ role: 'referent', organisationId: authorityId }]))
  const head = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: one }]))
  const settings = { title: 'Partout', promise: 'Nous lirons.', closes: future(10), results: future(20), threshold: '11' }
  const survey = idIn((await referent.post(urls.survey.create({ organisation: authorityId }), settings)).headers.get('location'))
  assert.ok((await (await referent.get(urls.survey.schools({ survey }))).text()).includes('Lycée Deux'), 'all its schools take part by default')
  await referent.post(urls.survey.addPart({ survey }), { questionnaire: await makeQuestionnaire(authorityId), access: 'personal' })
  const place = urls.survey.place({ survey, organisation: one })
  assert.equal((await head.get(place)).status, 404)
  assert.equal((await referent.post(urls.survey.open({ survey }))).status, 409, 'schools see it before it opens')
  assert.equal((await referent.post(urls.survey.offer({ survey }))).status, 303)
  assert.equal((await head.get(place)).status, 200)
  assert.equal((await head.get(urls.survey.place({ survey, organisation: two }))).status, 404)
  const own = { part: await partOf(survey), kind: 'scale', scale: 'agreement', words: 'Et dans notre lycée ?' }
  assert.equal((await head.post(urls.survey.additions({ survey, organisation: one }), own)).status, 303)
  assert.equal((await referent.post(urls.survey.open({ survey }))).status, 303)
  assert.equal((await head.post(urls.survey.additions({ survey, organisation: one }), own)).status, 409)
  assert.equal((await head.post(urls.survey.close({ survey }))).status, 403)
})

test('a survey closes by itself once its last day is over', async () => {
  const { id: survey } = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
  await sql`update surveys set closes_on = '2026-11-30' where id = ${survey}`.execute(site.owner)
  await closeDueSurveysJob(() => new Date('2026-11-30T22:30:00Z')).run(site.pool, {})
  assert.equal(await stateOf(survey), 'open')
  await closeDueSurveysJob(() => new Date('2026-11-30T23:30:00Z')).run(site.pool, {})
  assert.equal(await stateOf(survey), 'closed')
})

test('what was asked is asked again in one step: same audiences and settings, in this school year, its days still to choose', async () => {
  const level = { code: 'groupe-1', title: 'Niveau', source: 'group' as const, groups: ['Seconde', 'Première'] }
  const parts = [{ access: 'session' as const, breakdowns: [level], freeText: true }]
  const { id: survey } = await makeSurvey(site, { organisationId: schoolId, state: 'open', threshold: 15, title: 'Chaque année', parts })
  assert.equal((await browser.post(urls.survey.again({ survey }))).status, 409, 'not before its results are out')
  await sql`update surveys set state = 'released', school_year = '2025-2026', promise = 'Nous lirons.' where id = ${survey}`.execute(site.owner)
  const shown = await (await browser.get(urls.survey.show({ survey }))).text()
  assert.ok(shown.includes(t.show.again) && !shown.includes(t.show.place), 'nobody is invited any more')
  const made = await browser.post(urls.survey.again({ survey }))
  assert.equal(made.status, 303)
  const next = idIn(made.headers.get('location'))
  const rows = await sql`select s.state, s.title, s.promise, s.threshold, s.closes_on, s.results_on, s.previous_id, s.school_year <> '2025-2026' as later,
    p.access, p.breakdowns, p.free_text, p.definition = old.definition as same, (select array_agg(school_id) from survey_schools where survey_id = s.id) as schools
    from surveys s join survey_parts p on p.survey_id = s.id join survey_parts old on old.survey_id = ${survey} where s.id = ${next}`.execute(site.owner)
  const settings = { state: 'draft', title: 'Chaque année', promise: 'Nous lirons.', threshold: 15, closes_on: null, results_on: null, previous_id: survey }
  const part = { access: 'session', breakdowns: [level], free_text: true, same: true }
  assert.deepEqual(rows.rows, [{ ...settings, later: true, ...part, schools: [schoolId] }])
})

test('a school reads and tries what it is offered; its head may decline and change their mind until it opens, and who asks is told', async () => {
  const authorityId = await makeAuthority(site, 'Académie des Choix')
  const [one, two] = [await makeSchool(site, { name: 'Lycée Oui', authorityId }), await makeSchool(site, { name: 'Lycée Non', authorityId })]
  const referent = await visitor(site, await makePerson(site, [{ role: 'referent', organisationId: authorityId }]))
  const head = await visitor(site, await makePerson(site, [{ role: 'head', organisationId: two }]))
  const lead2 = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: two }]))
  const { id: survey, parts } = await makeSurvey(site, { organisationId: authorityId, schoolIds: [one, two] })
  await sql`update surveys set promise = 'Nous en parlerons partout.', purpose = 'Mieux vivre', closes_on = ${future(9)}, results_on = ${future(20)} where id = ${survey}`.execute(
    site.owner,
  )
  const at = { survey, organisation: two }
  assert.equal((await head.post(urls.survey.decline(at))).status, 404, 'nobody sees a draft')
  await referent.post(urls.survey.offer({ survey }))
  const shown = await (await head.get(urls.survey.place(at))).text()
  const trial = urls.survey.placeTrial({ ...at, part: parts[0] ?? '' })
  for (const words of ['Nous en parlerons partout.', 'Mieux vivre', t.part.minutes(2, 5), trial]) assert.ok(shown.includes(words), words)
  assert.ok((await (await head.get(trial)).text()).includes('Je me sens bien au lycée.'))
  assert.equal((await lead2.post(urls.survey.decline(at))).status, 403)
  assert.equal((await head.post(urls.survey.decline(at))).status, 303)
  assert.equal((await lead2.post(urls.survey.invitations(at), { part: parts[0] ?? '', count0: '3' })).status, 409)
  assert.ok((await (await referent.get(urls.survey.show({ survey }))).text()).includes(t.show.declined(1)))
  const schools = await (await referent.get(urls.survey.schools({ survey }))).text()
  assert.ok(schools.includes(t.schools.declined) && schools.includes(t.schools.lead(1)))
  assert.equal((await head.post(urls.survey.takePart(at))).status, 303)
  assert.ok((await (await referent.get(urls.survey.schools({ survey }))).text()).includes(t.schools.lead(2)))
  await head.post(urls.survey.decline(at))
  const kinds = await sql<{ kind: string }>`select kind from activity where organisation_id = ${two} and subject_id = ${survey} order by at`.execute(site.owner)
  assert.deepEqual(
    kinds.rows.map(({ kind }) => kind),
    ['survey.declined', 'survey.taken_part', 'survey.declined'],
  )
  assert.equal((await referent.post(urls.survey.open({ survey }))).status, 303)
  assert.equal((await head.get(urls.survey.place(at))).status, 404)
  const taking = await sql<{ id: string }>`select school_id as id from survey_schools where survey_id = ${survey}`.execute(site.owner)
  assert.deepEqual(taking.rows, [{ id: one }])
  const opened = await (await referent.get(urls.survey.show({ survey }))).text()
  assert.ok(opened.includes(t.steps['schools-invite'].button) && !opened.includes(t.steps.wait.button), 'nobody is invited yet')
})

test('the page before opening says who is asked what and how, the promise, the last day and what nobody has read', async () => {
  const definition = {
    ...sampleDefinition(),
    languages: [
      { tag: 'fr', reviewed: true },
      { tag: 'ar', reviewed: false },
    ],
  }
  const { id: survey } = await makeSurvey(site, { organisationId: schoolId, parts: [{ definition, access: 'session', freeText: true }] })
  await sql`update surveys set promise = 'Le CVL lira.', closes_on = ${future(9)}, results_on = ${future(20)} where id = ${survey}`.execute(site.owner)
  const text = await (await browser.get(urls.survey.open({ survey }))).text()
  const { frozen } = t.opening
  for (const words of [
    'Élèves',
    frozen.questions(6),
    'en séance',
    frozen.noBreakdowns,
    frozen.freeText,
    'Le CVL lira.',
    formatDate(future(9), 'fr'),
    'العربية',
  ])
    assert.ok(text.includes(words), words)
  assert.ok(!text.includes(frozen.schools(1)), 'a school alone is not counted')
})

test('a long list of surveys is cut, and the older ones are a page further', async () => {
  const organisationId = await makeSchool(site)
  const own = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId }]))
  await makeSurvey(site, { organisationId, title: 'La toute première' })
  await sql`insert into surveys (id, organisation_id, title, school_year, created_by, created_at)
    select gen_random_uuid(), ${organisationId}, 'Suivante', '2026-2027', gen_random_uuid(), now() + n * interval '1 second' from generate_series(1, 50) n`.execute(
    site.owner,
  )
  const list = urls.survey.list({ organisation: organisationId })
  const latest = await (await own.get(list)).text()
  assert.ok(!latest.includes('La toute première') && latest.includes(t.list.older))
  const older = await (await own.get(`${list}?apres=50`)).text()
  assert.ok(older.includes('La toute première') && older.includes(t.list.newer) && !older.includes(t.list.older))
})
