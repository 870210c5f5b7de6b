import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../test/make-evaluation.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { makeSurvey } from '../../../test/make-survey.ts'
import { visitor } from '../../../test/sign-in.ts'
import { recordActivity } from '../../platform/activity.ts'
import type { EvaluationTables } from '../evaluations/tables.ts'
import { urls } from '../../urls.ts'

let site: FreshSite
let authority: string
let school: string
let head: Person
let member: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site)
  school = await makeSchool(site, { authorityId: authority })
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Anne Tête')
  member = await makePerson(site, [{ role: 'member', organisationId: school }], 'Léa Membre')
})
after(() => site.stop())

const pageOf = async (person: Person | null): Promise<{ status: number; text: string; to: string }> => {
  const response = await (await visitor(site, person)).get(urls.myPage())
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' '), to: response.headers.get('location') ?? '' }
}

/** What was told to someone, without the house around it. */
const mainOf = (text: string): string => text.slice(text.indexOf('<main'), text.indexOf('</main>'))

test('without a session my page leads to sign-in', async () => {
  const { status, to } = await pageOf(null)
  assert.equal(status, 303)
  assert.ok(to.startsWith(urls.signIn()))
})

test('a member is told how many questions are left, how long they take and until when', async () => {
  const { id, items } = await makeEvaluation(site, {
    organisationId: school,
    title: 'Stages',
    state: 'answering',
    items: 4,
    members: [member],
    endsOn: '2099-03-12',
  })
  await site.owner
    .withTables<EvaluationTables>()
    .insertInto('ratings')
    .values({
      evaluation_id: id,
      item_id: items[0]?.id ?? '',
      person_id: member.id,
      organisation_id: school,
      choice: 'rated',
      value: 2,
      reason: 'Un secret bien gardé',
    })
    .execute()
  const { text } = await pageOf(member)
  assert.match(text, /Continuer vos réponses à « Stages »/)
  assert.match(text, /Encore 3 questions sur 4, environ 4 minutes\. Jusqu’au 12 mars 2099\./)
  assert.ok(text.includes(urls.evaluation.answer({ evaluation: id })))
  assert.doesNotMatch(text, /secret/)
})

test('a colleague’s answers and another school’s evaluations are nobody else’s page', async () => {
  const elsewhere = await makeSchool(site, { authorityId: authority, name: 'Lycée voisin' })
  const stranger = await makePerson(site, [{ role: 'head', organisationId: elsewhere }])
  await makeEvaluation(site, { organisationId: elsewhere, title: 'Affaire du voisin', state: 'answering', items: 2, members: [stranger] })
  assert.doesNotMatch(mainOf((await pageOf(member)).text), /voisin/)
  assert.doesNotMatch(mainOf((await pageOf(stranger)).text), /Stages/)
})

test('three things at most are shown, the most useful with its button', async () => {
  for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) await makeEvaluation(site, { organisationId: school, title, state: 'composing', items: 0 })
  const main = mainOf((await pageOf(head)).text)
  const awaiting = main.slice(main.indexOf('id="awaiting"'), main.indexOf('id="told"'))
  assert.equal(awaiting.match(/<article/g)?.length, 3)
  assert.equal(awaiting.match(/class="govuk-button"/g)?.length, 1)
})

test('what others did this week is told in sentences, what I did is not, and neither is any answer', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, title: 'Accueil', state: 'answering', items: 2, members: [member, head] })
  await site.as({ personId: head.id, organisations: [school] }, async (db) => {
    await recordActivity(db, { organisationId: school, actorId: head.id, kind: 'evaluation.opened', subjectKind: 'evaluation', subjectId: id })
    await recordActivity(db, { organisationId: school, actorId: randomUUID(), kind: 'answer.finished', subjectKind: 'evaluation', subjectId: id })
    await recordActivity(db, { organisationId: school, actorId: randomUUID(), kind: 'answer.finished', subjectKind: 'evaluation', subjectId: id })
    await recordActivity(db, { organisationId: school, actorId: randomUUID(), kind: 'answer.saved', subjectKind: 'evaluation', subjectId: id })
  })
  await sql`insert into activity (at, organisation_id, actor_id, kind, subject_kind, subject_id) values (now() - interval '8 days', ${school}, ${randomUUID()}, 'evaluation.closed', 'evaluation', ${id})`.execute(
    site.owner,
  )
  const told = mainOf((await pageOf(member)).text)
  assert.match(told, /Les réponses à « Accueil » sont ouvertes\./)
  assert.match(told, /2 personnes ont terminé leurs réponses à « Accueil »\./)
  assert.doesNotMatch(told, /sont closes/)
  assert.doesNotMatch(mainOf((await pageOf(head)).text), /sont ouvertes/)
})

test('my teams are those to which I belong, not all of my school', async () => {
  const main = mainOf((await pageOf(member)).text)
  const teams = main.slice(main.indexOf('id="teams"'), main.indexOf('id="places"'))
  assert.match(teams, /Stages/)
  assert.doesNotMatch(teams, /Quatre/)
})

test('a head alone in a new school is led to her first step', async () => {
  const fresh = await makeSchool(site, { authorityId: authority, name: 'Collège neuf' })
  const newHead = await makePerson(site, [{ role: 'head', organisationId: fresh }])
  const { text } = await pageOf(newHead)
  assert.match(text, /Inviter votre équipe/)
  assert.match(text, /Choisir un premier thème/)
  assert.ok(text.indexOf('Inviter votre équipe') < text.indexOf('Choisir un premier thème'))
})

test('someone without a role is told what this place is for', async () => {
  const { status, text } = await pageOf(await makePerson(site, []))
  assert.equal(status, 200)
  assert.match(text, /Vous n’avez pas de rôle en cours/)
  assert.ok(text.includes(urls.frameworks.list()))
})

test('a referent is told what schools of her académie have shared, and nothing else of them', async () => {
  const referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  assert.doesNotMatch(mainOf((await pageOf(referent)).text), /Lire/)
  const { id } = await makeEvaluation(site, { organisationId: school, title: 'Partagée', state: 'validated', shared: true })
  const { text } = await pageOf(referent)
  assert.match(text, /Lire « Partagée », Lycée des Tilleuls/)
  assert.ok(text.includes(urls.evaluation.show({ evaluation: id })))
  assert.doesNotMatch(mainOf(text), /Stages|Accueil/)
})

test('the same page speaks English', async () => {
  await sql`update persons set language = 'en' where id = ${member.id}`.execute(site.owner)
  const { text } = await pageOf(member)
  assert.match(text, /What awaits you/)
  assert.doesNotMatch(mainOf(text), /Ce qui vous attend|Depuis une semaine/)
})

test('a référent is told of her draft, of what she has offered, and of new results', async () => {
  const authorityId = await makeAuthority(site, 'Académie des Nouvelles')
  const schoolId = await makeSchool(site, { authorityId })
  const referent = await makePerson(site, [{ role: 'referent', organisationId: authorityId }])
  const made = { organisationId: authorityId, schoolIds: [schoolId] }
  const draft = await makeSurvey(site, { ...made, title: 'Un brouillon' })
  const offered = await makeSurvey(site, { ...made, title: 'Une enquête proposée', state: 'offered' })
  const released = await makeSurvey(site, { ...made, title: 'Une enquête finie', state: 'released' })
  await sql`insert into survey_releases (survey_id, organisation_id, threshold, schools) values (${released.id}, ${authorityId}, 11, 1)`.execute(site.owner)
  const { text } = await pageOf(referent)
  for (const survey of [draft, offered]) assert.ok(mainOf(text).includes(urls.survey.show({ survey: survey.id })))
  assert.ok(mainOf(text).includes(urls.survey.results({ survey: released.id, organisation: authorityId })))
})
