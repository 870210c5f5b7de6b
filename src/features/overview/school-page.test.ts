import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../test/make-evaluation.ts'
import { makeAuthority, makeNetwork, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import type { EvaluationTables } from '../evaluations/tables.ts'
import type { PlanTables } from '../plans/tables.ts'
import { urls } from '../../urls.ts'

let site: FreshSite
let authority: string
let school: string
let head: Person
let member: Person
let referent: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site)
  school = await makeSchool(site, { authorityId: authority })
  head = await makePerson(site, [{ role: 'head', organisationId: school }], 'Anne Tête')
  member = await makePerson(site, [{ role: 'member', organisationId: school }], 'Léa Membre')
  referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
})
after(() => site.stop())

const pageOf = async (person: Person | null, organisation = school): Promise<{ status: number; text: string; to: string }> => {
  const response = await (await visitor(site, person)).get(urls.school.show({ organisation }))
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' '), to: response.headers.get('location') ?? '' }
}

async function makeAction(title: string, dueOn: string | null, ownerId: string | null = null): Promise<void> {
  await site.owner
    .withTables<PlanTables>()
    .insertInto('actions')
    .values({
      id: randomUUID(),
      organisation_id: school,
      evaluation_id: null,
      finding_id: null,
      title,
      what: '',
      for_whom: '',
      by_whom: '',
      with_whom: '',
      place: '',
      how: '',
      why: '',
      comments: '',
      indicator: '',
      workload: '',
      starts_on: null,
      due_on: dueOn,
      state: 'planned',
      progress: null,
      owner_id: ownerId,
      effect: '',
      effect_noted_on: null,
      done_on: null,
      created_by: head.id,
    })
    .execute()
}

test('without a session the school’s page leads to sign-in', async () => {
  const { status, to } = await pageOf(null)
  assert.equal(status, 303)
  assert.ok(to.startsWith(urls.signIn()))
})

test('a new school is shown its way to a first diagnosis, which goes once there is one', async () => {
  const fresh = await makeSchool(site, { authorityId: authority, name: 'Collège neuf' })
  const newHead = await makePerson(site, [{ role: 'head', organisationId: fresh }])
  const first = await pageOf(newHead, fresh)
  assert.match(first.text, /Vos premiers pas/)
  assert.ok(first.text.includes(urls.school.invite({ organisation: fresh })))
  const colleague = await makePerson(site, [{ role: 'member', organisationId: fresh }])
  assert.ok((await pageOf(newHead, fresh)).text.includes(urls.school.newEvaluation({ organisation: fresh })))
  assert.doesNotMatch((await pageOf(colleague, fresh)).text, /Choisir un premier thème/, 'a member is not shown a button that would refuse her')
  const evaluation = await makeEvaluation(site, { organisationId: fresh, state: 'agreeing', items: 1 })
  assert.match((await pageOf(newHead, fresh)).text, /Premier diagnostic/)
  await site.owner
    .withTables<EvaluationTables>()
    .insertInto('findings')
    .values({ id: randomUUID(), evaluation_id: evaluation.id, organisation_id: fresh, kind: 'strength', text: 'Bien', detail: '', position: 1 })
    .execute()
  assert.doesNotMatch((await pageOf(newHead, fresh)).text, /Vos premiers pas/)
})

test('each running cycle shows its wheel in words and its next step for this person', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, title: 'Stages', state: 'answering', items: 2, members: [head] })
  const { text } = await pageOf(head)
  assert.match(text, /Stages/)
  assert.match(text, /aria-label="Roue du cycle : \d quarts? complets? sur 4"/)
  assert.match(text, /Mettre en/)
  assert.ok(text.includes(urls.evaluation.answer({ evaluation: id })), 'the head is in the team and has not answered')
  assert.ok(!(await pageOf(member)).text.includes(urls.evaluation.answer({ evaluation: id })), 'a member outside the team is not asked to answer')
})

test('the five nearest actions are shown, the undated last, with who follows them', async () => {
  await makeAction('Sans date', null)
  for (const month of ['06', '02', '04', '03', '05']) await makeAction(`Action ${month}`, `2099-${month}-01`, member.id)
  const { text } = await pageOf(head)
  const shown = [...text.matchAll(/>(Action \d\d|Sans date)</g)].map((match) => match[1])
  assert.deepEqual(shown, ['Action 02', 'Action 03', 'Action 04', 'Action 05', 'Action 06'])
  assert.match(text, /pour le 1er février 2099 · Léa Membre/)
  assert.match(text, /Voir les 6 actions en cours/)
})

test('the team is told in one line, and the journal is offered to those who may read it', async () => {
  const { text } = await pageOf(head)
  assert.match(text, /L’équipe : 2 personnes/)
  assert.match(text, /Anne Tête \(direction\)/)
  assert.ok(text.includes(urls.school.activity({ organisation: school })))
  assert.ok(!(await pageOf(member)).text.includes(urls.school.activity({ organisation: school })))
})

test('a foreign school and an unknown one are the same page', async () => {
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { authorityId: authority }) }])
  const [foreign, unknown] = [await pageOf(stranger), await pageOf(stranger, randomUUID())]
  assert.equal(foreign.status, 404)
  assert.equal(foreign.text.replace(/value="[^"]*"/g, ''), unknown.text.replace(/value="[^"]*"/g, ''))
})

test('a referent sees of a school only what it shares, and nothing before', async () => {
  assert.equal((await pageOf(referent)).status, 404)
  await makeEvaluation(site, { organisationId: school, title: 'Partagée', state: 'validated', shared: true })
  const { status, text } = await pageOf(referent)
  assert.equal(status, 200)
  assert.match(text, /Partagée/)
  assert.doesNotMatch(text, /Stages|Action 02|Anne Tête|Sans date/)
  const elsewhere = await makePerson(site, [{ role: 'referent', organisationId: await makeAuthority(site, 'Autre académie') }])
  assert.equal((await pageOf(elsewhere)).status, 404)
})

test('a network has the same page; an académie has its own', async () => {
  const network = await makeNetwork(site, { authorityId: authority })
  const lead = await makePerson(site, [{ role: 'lead', organisationId: network }])
  assert.equal((await pageOf(lead, network)).status, 200)
  assert.equal((await pageOf(referent, authority)).status, 404)
})

test('the page of a busy school weighs less than 15 kB', async () => {
  for (let index = 0; index < 6; index++)
    await makeEvaluation(site, { organisationId: school, title: `Cycle ${index}`, state: 'agreeing', items: 3, members: [head, member] })
  assert.ok(brotliCompressSync((await pageOf(head)).text).length < 15_000)
})
