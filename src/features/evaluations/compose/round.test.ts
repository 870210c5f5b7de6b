import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { findEvaluation, listMembers } from '../store.ts'

let site: FreshSite
let school: string
let lead: Person
let anna: Person
let boris: Person
let asLead: Visitor

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }], 'Marc Oudin')
  anna = await makePerson(site, [{ role: 'member', organisationId: school }], 'Anna Roy')
  boris = await makePerson(site, [{ role: 'member', organisationId: school }], 'Boris Lenoir')
  asLead = await visitor(site, lead)
})
after(() => site.stop())

const now = new Date('2026-11-23T09:00:00Z')
const mailsTo = async (person: Person, about: string): Promise<string[]> =>
  (
    await sql<{ subject: string }>`select subject from mails where to_address = ${person.email} and body like ${`%${about}%`} order by created_at`.execute(
      site.owner,
    )
  ).rows.map((row) => row.subject)
const stateOf = async (id: string): Promise<string | undefined> => (await findEvaluation(site.owner, id))?.state

test('opening without question nor team says both, each with its door, and changes nothing', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school })
  const response = await asLead.post(urls.evaluation.open({ evaluation: id }))
  const text = await response.text()
  assert.equal(response.status, 409)
  assert.match(text, new RegExp(`href="${urls.evaluation.compose({ evaluation: id })}"`))
  assert.match(text, new RegExp(`href="${urls.evaluation.members({ evaluation: id })}"`))
  assert.equal(await stateOf(id), 'composing')
})

test('doing what the refusal lists is enough to open', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school })
  const here = { evaluation: id }
  const page = await (await asLead.get(urls.evaluation.open(here))).text()
  assert.match(page, /Avant d’ouvrir/)
  await asLead.post(urls.evaluation.addOwnItem(here), { statement: 'Nos élèves savent qui appeler.', phase: 'do' })
  assert.equal((await asLead.post(urls.evaluation.open(here))).status, 409)
  await asLead.post(urls.evaluation.members(here), { member: [anna.id] })
  assert.doesNotMatch(await (await asLead.get(urls.evaluation.open(here))).text(), /Avant d’ouvrir/)
  assert.equal((await asLead.post(urls.evaluation.open(here))).status, 303)
  assert.equal(await stateOf(id), 'answering')
})

test('at opening each member gets one mail with the link, the one who opens gets none, and the journal says it', async () => {
  site.setNow(now)
  const { id } = await makeEvaluation(site, { organisationId: school, items: 4, members: [lead, anna, boris] })
  const response = await asLead.post(urls.evaluation.open({ evaluation: id }), { until: '2026-12-18' })
  assert.equal(response.status, 303)
  assert.deepEqual([(await mailsTo(anna, id)).length, (await mailsTo(boris, id)).length, (await mailsTo(lead, id)).length], [1, 1, 0])
  const { rows } = await sql<{ body: string }>`select body from mails where to_address = ${anna.email} and body like ${`%${id}%`}`.execute(site.owner)
  assert.match(rows[0]?.body ?? '', new RegExp(`http://localhost:3000${urls.evaluation.answer({ evaluation: id })}`))
  assert.match(rows[0]?.body ?? '', /18 décembre 2026/)
  const evaluation = await findEvaluation(site.owner, id)
  assert.deepEqual([evaluation?.endsOn, evaluation?.openedAt?.toISOString()], ['2026-12-18', now.toISOString()])
  const journal = await sql<{ detail: unknown }>`select detail from activity where subject_id = ${id} and kind = 'evaluation.opened'`.execute(site.owner)
  assert.deepEqual(journal.rows[0]?.detail, { questions: 4, members: 3 })
})

test('opening twice opens once', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [anna] })
  const path = urls.evaluation.open({ evaluation: id })
  const answers = await Promise.all([asLead.post(path), asLead.post(path)])
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409])
  assert.equal((await mailsTo(anna, id)).length, 1)
})

test('a last day that is past comes back with a sentence', async () => {
  site.setNow(now)
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [anna] })
  const response = await asLead.post(urls.evaluation.open({ evaluation: id }), { until: '2026-11-22' })
  assert.equal(response.status, 422)
  assert.match(await response.text(), /Ce jour est déjà passé/)
  assert.equal((await asLead.post(urls.evaluation.open({ evaluation: id }), { until: '2026-11-23' })).status, 303)
})

test('a member may neither open, nor remind, nor change the team; a visitor signs in', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [anna] })
  const here = { evaluation: id }
  const asAnna = await visitor(site, anna)
  const tried = [
    urls.evaluation.open(here),
    urls.evaluation.remind(here),
    urls.evaluation.members(here),
    urls.evaluation.extend(here),
    urls.evaluation.delete(here),
  ]
  for (const path of tried) assert.equal((await asAnna.post(path)).status, 403, path)
  assert.equal((await (await visitor(site)).post(urls.evaluation.open(here))).status, 401)
})

test('a reminder goes to those who have not finished, once a day', async () => {
  site.setNow(now)
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [lead, anna, boris] })
  await sql`update evaluation_members set finished_at = now() where evaluation_id = ${id} and person_id = ${boris.id}`.execute(site.owner)
  const remind = () => asLead.post(urls.evaluation.remind({ evaluation: id }))
  assert.equal((await remind()).status, 303)
  assert.deepEqual([(await mailsTo(anna, id)).length, (await mailsTo(boris, id)).length, (await mailsTo(lead, id)).length], [1, 0, 0])
  site.setNow(new Date('2026-11-23T20:00:00Z'))
  const again = await remind()
  assert.equal(again.status, 409)
  assert.match(await again.text(), /déjà parti aujourd’hui/)
  site.setNow(new Date('2026-11-24T07:00:00Z'))
  assert.equal((await remind()).status, 303)
  assert.equal((await mailsTo(anna, id)).length, 2)
})

test('when all the others have finished there is nobody to remind', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [lead] })
  const response = await asLead.post(urls.evaluation.remind({ evaluation: id }))
  assert.equal(response.status, 409)
  assert.match(await response.text(), /Personne n’est à rappeler/)
})

test('someone added while the round is open is told at once; added again, not twice', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [anna] })
  const add = () => asLead.post(urls.evaluation.members({ evaluation: id }), { member: [anna.id, boris.id] })
  await add()
  await add()
  assert.deepEqual([(await mailsTo(boris, id)).length, (await mailsTo(anna, id)).length], [1, 0])
})

test('someone removed is seen nowhere, and may come back', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [anna, boris] })
  await asLead.post(urls.evaluation.removeMember({ evaluation: id, person: boris.id }))
  assert.deepEqual(
    (await listMembers(site.owner, id)).map((one) => one.name),
    ['Anna Roy'],
  )
  const page = await (await asLead.get(urls.evaluation.show({ evaluation: id }))).text()
  assert.doesNotMatch(page, /Boris Lenoir/)
  await asLead.post(urls.evaluation.members({ evaluation: id }), { member: [boris.id] })
  assert.equal((await listMembers(site.owner, id)).length, 2)
})

test('once the round is closed the team no longer changes', async () => {
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'agreeing', items: 1, members: [anna] })
  assert.equal((await asLead.post(urls.evaluation.members({ evaluation: id }), { member: [boris.id] })).status, 409)
  assert.equal((await asLead.post(urls.evaluation.removeMember({ evaluation: id, person: anna.id }))).status, 409)
  assert.match(await (await asLead.get(urls.evaluation.members({ evaluation: id }))).text(), /l’équipe ne change plus/)
})

test('a team whose members have all left the school cannot be asked anything', async () => {
  const gone = await makePerson(site, [{ role: 'member', organisationId: school, validTo: '2026-08-31' }], 'Partie Ailleurs')
  const { id } = await makeEvaluation(site, { organisationId: school, items: 1, members: [gone] })
  const response = await asLead.post(urls.evaluation.open({ evaluation: id }))
  assert.equal(response.status, 409)
  assert.match(await (await asLead.get(urls.evaluation.members({ evaluation: id }))).text(), /n’est plus dans l’établissement/)
})

test('the last day may be moved while the round is open, with a day to come', async () => {
  site.setNow(now)
  const { id } = await makeEvaluation(site, { organisationId: school, state: 'answering', items: 1, members: [anna], endsOn: '2026-11-30' })
  const path = urls.evaluation.extend({ evaluation: id })
  assert.equal((await asLead.post(path, { until: '' })).status, 422)
  assert.equal((await asLead.post(path, { until: '2026-12-11' })).status, 303)
  assert.equal((await findEvaluation(site.owner, id))?.endsOn, '2026-12-11')
})
