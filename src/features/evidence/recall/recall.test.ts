import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvidence } from '../../../../test/make-evidence.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { recallDays } from '../validity-rules.ts'
import { recallJob } from './recall-job.ts'

let site: FreshSite
let school: string
let people: Record<'head' | 'lead' | 'member' | 'gone', Person>

before(async () => {
  site = await freshSite()
  school = await makeSchool(site, { name: 'Lycée des Tilleuls' })
  people = {
    head: await makePerson(site, [{ role: 'head', organisationId: school }], 'Anne Lavigne'),
    lead: await makePerson(site, [
      { role: 'lead', organisationId: school },
      { role: 'member', organisationId: school },
    ]),
    member: await makePerson(site, [{ role: 'member', organisationId: school }]),
    gone: await makePerson(site, [{ role: 'lead', organisationId: school, validTo: '2024-08-31' }]),
  }
})
after(() => site.stop())
beforeEach(async () => {
  await sql`delete from mails`.execute(site.owner)
  await sql`delete from evidence where organisation_id = ${school}`.execute(site.owner)
})

const run = (day: string): Promise<void> => recallJob(site.services.config, () => new Date(`${day}T08:00:00Z`)).run(site.pool, {})
const mails = async (): Promise<{ to: string; subject: string; body: string }[]> =>
  (await sql<{ to: string; subject: string; body: string }>`select to_address as to, subject, body from mails order by to_address`.execute(site.owner)).rows
const make = (more: Partial<Parameters<typeof makeEvidence>[1]>): Promise<string> =>
  makeEvidence(site, { organisationId: school, addedBy: people.member.id, ...more })

test('some days before the end, the head and the lead get one mail each for all proofs of the day, and only one', async () => {
  const id = await make({ title: 'Convention scierie', validUntil: '2026-04-30', leadersOnly: true })
  await make({ title: 'Charte', remindOn: '2026-03-31' })
  await make({ title: 'Plus tard', validUntil: '2026-09-01' })
  await run('2026-03-30')
  assert.deepEqual(await mails(), [])
  await run('2026-03-31')
  const sent = await mails()
  assert.deepEqual(
    sent.map((mail) => mail.to),
    [people.head.email, people.lead.email].sort(),
  )
  const [{ subject, body } = { subject: '', body: '' }] = sent
  assert.match(subject, /^2 preuves à renouveler ou à revoir/)
  assert.match(body, /Convention scierie \(valable jusqu’au 30 avril 2026\)/)
  assert.match(body, /Charte \(à revoir\)/)
  assert.ok(body.includes(urls.evidence.show({ evidence: id })))
  assert.doesNotMatch(body, /Plus tard/)
  await Promise.all([run('2026-03-31'), run('2026-04-01'), run('2026-04-15')])
  assert.equal((await mails()).length, 2)
})

test('what was told once is not told again with the next one', async () => {
  await make({ title: 'Déjà dite', validUntil: '2026-04-30' })
  await run('2026-04-01')
  await make({ title: 'Nouvelle', validUntil: '2026-05-02' })
  await run('2026-04-03')
  const last = (await mails()).filter((mail) => mail.body.includes('Nouvelle'))
  assert.equal(last.length, 2)
  assert.ok(last.every((mail) => !mail.body.includes('Déjà dite')))
})

test('a chosen day comes before the rule, and a new end is told anew', async () => {
  const id = await make({ title: 'Convention', validUntil: '2026-04-30', remindOn: '2026-02-01' })
  await run('2026-02-01')
  assert.equal((await mails()).length, 2)
  await run('2026-03-31')
  assert.equal((await mails()).length, 2)
  const lead = await visitor(site, people.lead)
  const sheet = { title: 'Convention', nature: 'agreement', note: '', effectiveOn: '', validUntil: '2027-04-30', remindOn: '', version: '1' }
  assert.equal((await lead.post(urls.evidence.edit({ evidence: id }), sheet)).status, 303)
  await run('2027-03-31')
  assert.equal((await mails()).length, 4)
})

test('a sheet changed without its dates is not told again', async () => {
  const id = await make({ title: 'Convention', validUntil: '2026-04-30' })
  await run('2026-04-01')
  const lead = await visitor(site, people.lead)
  const sheet = { title: 'Convention signée', nature: 'agreement', note: '', effectiveOn: '', validUntil: '2026-04-30', remindOn: '', version: '1' }
  assert.equal((await lead.post(urls.evidence.edit({ evidence: id }), sheet)).status, 303)
  await run('2026-04-02')
  assert.equal((await mails()).length, 2)
})

test('what is already past its date is not told: the page lists it', async () => {
  await make({ title: 'Ancienne', validUntil: '2026-01-01' })
  await run('2026-03-31')
  assert.deepEqual(await mails(), [])
})

test('each school hears of its own proofs alone, and a school without leaders waits for one', async () => {
  const other = await makeSchool(site)
  const member = await makePerson(site, [{ role: 'member', organisationId: other }])
  await makeEvidence(site, { organisationId: other, addedBy: member.id, title: 'Leur preuve', validUntil: '2026-04-10' })
  await make({ title: 'La nôtre', validUntil: '2026-04-10' })
  await run('2026-04-01')
  const sent = await mails()
  assert.equal(sent.length, 2)
  assert.ok(sent.every((mail) => mail.body.includes('La nôtre') && !mail.body.includes('Leur preuve')))
  const head = await makePerson(site, [{ role: 'head', organisationId: other }])
  await run('2026-04-02')
  assert.deepEqual(
    (await mails()).filter((mail) => mail.body.includes('Leur preuve')).map((mail) => mail.to),
    [head.email],
  )
})

test('the rule is a month', () => assert.equal(recallDays, 30))
