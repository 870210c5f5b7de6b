import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../test/browser.ts'
import { givePassword, linkOf, mailsTo, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { resetLinkJob } from './password-reset.ts'
import { resetMinutes, resetsPerLink } from './rules.ts'
import type { AccountTables } from './tables.ts'
import { limits } from './throttle.ts'

let site: FreshSite
before(async () => {
  site = await freshSite({ TRUST_PROXY: '1' })
})
after(() => site.stop())

const fresh = 'girafe bleue sous le parapluie'

async function member(): Promise<Person> {
  const person = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
  await givePassword(site, person)
  return person
}

/** Does what the worker would do with the jobs that wait. */
async function runJobs(): Promise<void> {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'send_reset_link' returning j.payload) select payload from taken`.execute(site.owner)
  for (const { payload } of rows) await resetLinkJob(site.services.config).run(site.pool, payload)
}

async function askLink(email: string, address = '198.51.100.1') {
  const visitor = browser(site, { 'x-forwarded-for': address })
  await visitor.open('/mot-de-passe/oublie')
  await visitor.send('/mot-de-passe/oublie', { email })
  await runJobs()
  return visitor
}

test('the link sets a new password, once, and ends every session', async () => {
  const person = await member()
  const elsewhere = browser(site)
  await signInWith(elsewhere, person)
  await askLink(person.email)
  const link = linkOf((await mailsTo(site, person.email))[0])
  const visitor = browser(site)
  await visitor.open(link)
  await visitor.send(link, { password: 'court' })
  assert.equal(visitor.status, 422)
  await visitor.send(link, { password: fresh })
  assert.equal(visitor.path, '/connexion')
  assert.match(visitor.text, /Votre mot de passe est changé/)
  await elsewhere.open('/mon-compte')
  assert.match(elsewhere.path, /^\/connexion/)
  await signInWith(visitor, person, password)
  assert.equal(visitor.status, 422)
  await signInWith(visitor, person, fresh)
  assert.equal(visitor.path, '/ma-page')
  const late = browser(site)
  await late.open(link)
  assert.equal(late.status, 410)
})

test('a known address, an unknown one and a closed account get the same page; only the first gets a mail', async () => {
  const [known, closed] = [await member(), await member()]
  await site.owner.withTables<AccountTables>().updateTable('persons').set({ deactivated_at: new Date() }).where('id', '=', closed.id).execute()
  const unknown = 'personne-ici@exemple.fr'
  const pages: string[] = []
  for (const email of [known.email, unknown, closed.email]) {
    const visitor = await askLink(email, '198.51.100.2')
    assert.equal(visitor.status, 200)
    pages.push(visitor.text.replaceAll(email, 'X'))
  }
  assert.equal(pages[1], pages[0])
  assert.equal(pages[2], pages[0])
  assert.deepEqual(
    (await Promise.all([known.email, unknown, closed.email].map((email) => mailsTo(site, email)))).map((mails) => mails.length),
    [1, 0, 0],
  )
})

test('the request itself does not look the address up, so that its time says nothing', async () => {
  const person = await member()
  const visitor = browser(site, { 'x-forwarded-for': '198.51.100.3' })
  await visitor.open('/mot-de-passe/oublie')
  await visitor.send('/mot-de-passe/oublie', { email: person.email })
  assert.equal((await mailsTo(site, person.email)).length, 0)
  await runJobs()
  assert.equal((await mailsTo(site, person.email)).length, 1)
})

test('a link works until its last minute, and not for an invitation', async () => {
  const person = await member()
  const sent = new Date('2027-02-01T09:00:00Z')
  site.setNow(sent)
  await askLink(person.email, '198.51.100.4')
  const link = linkOf((await mailsTo(site, person.email))[0])
  const visitor = browser(site)
  site.setNow(new Date(sent.getTime() + resetMinutes * 60_000 - 1))
  await visitor.open(link)
  assert.equal(visitor.status, 200)
  await visitor.open(link.replace('/mot-de-passe/nouveau/', '/invitation/'))
  assert.equal(visitor.status, 410)
  site.setNow(new Date(sent.getTime() + resetMinutes * 60_000))
  await visitor.open(link)
  assert.equal(visitor.status, 410)
  site.setNow(new Date())
})

test('using one link voids the others', async () => {
  const person = await member()
  await askLink(person.email, '198.51.100.5')
  await askLink(person.email, '198.51.100.5')
  const links = (await mailsTo(site, person.email)).map(linkOf)
  assert.equal(new Set(links).size, 2)
  const visitor = browser(site)
  await visitor.open(links[1] ?? '')
  await visitor.send(links[1] ?? '', { password: fresh })
  await visitor.open(links[0] ?? '')
  assert.equal(visitor.status, 410)
})

test('mails are throttled from one place, and in number for one person whatever the place', async () => {
  const person = await member()
  for (let asked = 0; asked < limits.mailsAsked; asked++) assert.equal((await askLink(person.email, '198.51.100.6')).status, 200)
  const refused = await askLink(person.email, '198.51.100.6')
  assert.equal(refused.status, 429)
  assert.match(refused.text, /quart d’heure/)
  assert.equal((await mailsTo(site, person.email)).length, resetsPerLink)
  assert.equal((await askLink(person.email, '198.51.100.7')).status, 200)
  assert.equal((await mailsTo(site, person.email)).length, resetsPerLink)
})

test('an address that is not one is said so at once', async () => {
  const visitor = await askLink('camille@', '198.51.100.8')
  assert.equal(visitor.status, 422)
  assert.match(visitor.text, /adresse entière/)
})

test('the database keeps no link that could be used', async () => {
  const person = await member()
  await askLink(person.email, '198.51.100.9')
  const token =
    linkOf((await mailsTo(site, person.email))[0])
      .split('/')
      .at(-1) ?? ''
  const rows = await site.owner.withTables<AccountTables>().selectFrom('access_tokens').select('token_hash').where('person_id', '=', person.id).execute()
  assert.equal(rows.length, 1)
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  assert.equal(rows[0]?.token_hash.length, 32)
  assert.notDeepEqual(Buffer.from(rows[0]?.token_hash ?? []), Buffer.from(token, 'base64url'))
})
