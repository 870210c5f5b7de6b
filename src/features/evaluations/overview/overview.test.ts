import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let authority: string
let school: string
let lead: Person
let anna: Person

before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site)
  school = await makeSchool(site, { authorityId: authority })
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Marc Oudin')
  anna = await makePerson(site, [{ role: 'member', organisationId: school }], 'Anna Roy')
})
after(() => site.stop())

const pageOf = async (person: Person, path: string): Promise<string> => (await (await visitor(site, person)).get(path)).text()

test('the list of a school without evaluation teaches, and offers the first step to who may take it', async () => {
  const empty = await makeSchool(site)
  const head = await makePerson(site, [{ role: 'head', organisationId: empty }])
  const member = await makePerson(site, [{ role: 'member', organisationId: empty }])
  const path = urls.school.evaluations({ organisation: empty })
  const link = urls.school.newEvaluation({ organisation: empty })
  assert.ok((await pageOf(head, path)).includes(`href="${link}"`))
  const seen = await pageOf(member, path)
  assert.match(seen, /Aucune autoévaluation pour le moment/)
  assert.ok(!seen.includes(`href="${link}"`))
})

test('the list is for the school’s own people', async () => {
  const path = urls.school.evaluations({ organisation: school })
  const stranger = await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }])
  assert.equal((await (await visitor(site, anna)).get(path)).status, 200)
  assert.equal((await (await visitor(site, stranger)).get(path)).status, 404)
  assert.equal((await (await visitor(site)).get(path)).status, 303)
})

test('the list says of each evaluation where it stands and what comes first', async () => {
  await makeEvaluation(site, { organisationId: school, title: 'Nos stages', state: 'answering', items: 2, members: [anna, lead] })
  const text = await pageOf(lead, urls.school.evaluations({ organisation: school }))
  assert.match(text, /Nos stages/)
  assert.match(text, /0 sur 2 ont terminé/)
  assert.match(text, /2 personnes n’ont pas encore terminé/)
})

test('participation is visible to the team, answers are not', async () => {
  const { id, items } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 3, members: [anna, lead] })
  await sql`insert into ratings (evaluation_id, item_id, person_id, organisation_id, choice, value, reason)
    values (${id}, ${items[0]?.id}, ${anna.id}, ${school}, 'rated', 2, 'Une raison secrète')`.execute(site.owner)
  const text = await pageOf(lead, urls.evaluation.show({ evaluation: id }))
  assert.match(text, /Anna Roy<\/span> <strong[^>]*>1 sur 3/)
  assert.doesNotMatch(text, /raison secrète/)
})

test('the page offers one main step, by person and state', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 3, members: [anna, lead] })
  const path = urls.evaluation.show({ evaluation: id })
  const answer = `class="govuk-button" href="${urls.evaluation.answer({ evaluation: id })}"`
  assert.ok((await pageOf(anna, path)).includes(answer))
  await sql`update evaluation_members set finished_at = now() where evaluation_id = ${id}`.execute(site.owner)
  assert.ok(!(await pageOf(anna, path)).includes(answer))
  assert.ok((await pageOf(lead, path)).includes(`class="govuk-button" href="${urls.evaluation.close({ evaluation: id })}"`))
})

test('a member is given no link that would refuse her', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [anna] })
  const text = await pageOf(anna, urls.evaluation.show({ evaluation: id }))
  for (const url of [urls.evaluation.compose, urls.evaluation.settings, urls.evaluation.members, urls.evaluation.open, urls.evaluation.delete]) {
    assert.ok(!text.includes(`"${url({ evaluation: id })}"`), url.pattern)
  }
})

test('the referent reads a shared evaluation without any name of the team, and nothing of one that is not shared', async () => {
  const referent = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  const shared = await makeEvaluation(site, { organisationId: school, title: 'Partagée', state: 'validated', items: 2, members: [anna, lead], shared: true })
  const kept = await makeEvaluation(site, { organisationId: school, title: 'Gardée', state: 'validated', items: 2, members: [anna] })
  const text = await pageOf(referent, urls.evaluation.show({ evaluation: shared.id }))
  assert.match(text, /Partagée/)
  assert.match(text, /Lire le rapport/)
  assert.doesNotMatch(text, /Anna Roy|Marc Oudin|Participation|<form[^>]*autoevaluations/)
  assert.equal((await (await visitor(site, referent)).get(urls.evaluation.show({ evaluation: kept.id }))).status, 404)
})

test('a referent of another académie sees nothing, and a visitor signs in', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'validated', items: 2, members: [anna], shared: true })
  const other = await makePerson(site, [{ role: 'referent', organisationId: await makeAuthority(site) }])
  assert.equal((await (await visitor(site, other)).get(urls.evaluation.show({ evaluation: id }))).status, 404)
  assert.equal((await (await visitor(site)).get(urls.evaluation.show({ evaluation: id }))).status, 303)
})

test('the page speaks English to those who do', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [anna] })
  await sql`update persons set language = 'en' where id = ${anna.id}`.execute(site.owner)
  assert.match(await pageOf(anna, urls.evaluation.show({ evaluation: id })), /Where do we stand/)
})
