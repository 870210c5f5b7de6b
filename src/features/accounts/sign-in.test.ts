import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import { givePassword, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import { seenEveryMinutes, sessionDays } from './sessions.ts'
import type { AccountTables } from './tables.ts'
import { limits, windowMinutes } from './throttle.ts'

let site: FreshSite
before(async () => {
  site = await freshSite({ TRUST_PROXY: '1' })
})
after(() => site.stop())

const from = (address: string) => browser(site, { 'x-forwarded-for': address })

async function member() {
  const school = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'member', organisationId: school }])
  await givePassword(site, person)
  return person
}

test('the right password opens a session and leads to the page that was asked', async () => {
  const person = await member()
  const camille = from('198.51.100.1')
  await camille.open('/mon-compte/sessions?x=1')
  assert.equal(camille.path, '/connexion?suite=%2Fmon-compte%2Fsessions%3Fx%3D1')
  await camille.send('/connexion', { email: person.email.toUpperCase(), password })
  assert.equal(camille.path, '/mon-compte/sessions?x=1')
  assert.match(camille.text, /Cet appareil/)
})

test('a wrong password, an unknown address and a closed account get the same page', async () => {
  const [person, closed] = [await member(), await member()]
  await site.owner.withTables<AccountTables>().updateTable('persons').set({ deactivated_at: new Date() }).where('id', '=', closed.id).execute()
  const texts = []
  for (const [email, typed] of [
    [person.email, 'autre chose'],
    ['inconnue@exemple.fr', password],
    [closed.email, password],
  ] as const) {
    const someone = from('198.51.100.2')
    await someone.open('/connexion')
    await someone.send('/connexion', { email, password: typed })
    assert.equal(someone.status, 422)
    texts.push(someone.text.replaceAll(email, 'X'))
  }
  assert.match(texts[0] ?? '', /ne correspond pas/)
  assert.equal(texts[1], texts[0])
  assert.equal(texts[2], texts[0])
})

test('the password typed never comes back in the page', async () => {
  const someone = from('198.51.100.3')
  await someone.open('/connexion')
  await someone.send('/connexion', { email: 'inconnue@exemple.fr', password: 'secret tout à fait secret' })
  assert.doesNotMatch(someone.text, /tout à fait secret/)
})

test('just as many failures as allowed are answered; then even the right password waits, until the window has passed', async () => {
  const person = await member()
  const someone = from('203.0.113.1')
  site.setNow(new Date('2030-01-01T10:00:00Z'))
  await someone.open('/connexion')
  for (let failure = 0; failure < limits.samePlaceAndAccount; failure++) {
    await someone.send('/connexion', { email: person.email, password: 'faux' })
    assert.equal(someone.status, 422)
  }
  await someone.send('/connexion', { email: person.email, password })
  assert.equal(someone.status, 429)
  assert.match(someone.text, /quart d’heure/)
  assert.match(someone.text, new RegExp(person.email))
  site.setNow(new Date(Date.parse('2030-01-01T10:00:00Z') + windowMinutes * 60_000))
  await someone.send('/connexion', { email: person.email, password })
  assert.equal(someone.path, '/ma-page')
  site.setNow(new Date())
})

test('failures from elsewhere do not lock the owner out, nor do those of a neighbour behind the same address once she is known there', async () => {
  const person = await member()
  const owner = from('203.0.113.10')
  await signInWith(owner, person)
  await owner.open('/mon-compte')
  await owner.send('/deconnexion')
  for (const address of ['203.0.113.66', '203.0.113.10']) {
    const attacker = from(address)
    await attacker.open('/connexion')
    for (let failure = 0; failure <= limits.samePlaceAndAccount; failure++) await attacker.send('/connexion', { email: person.email, password: 'faux' })
    assert.equal(attacker.status, 429, address)
  }
  await signInWith(from('203.0.113.11'), person)
  await signInWith(owner, person)
  assert.equal(owner.path, '/ma-page')
  const elsewhere = from('203.0.113.12')
  await signInWith(elsewhere, person)
  assert.equal(elsewhere.path, '/ma-page')
})

test('a mark of a known browser made for somebody else opens no other count', async () => {
  const [person, other] = [await member(), await member()]
  const someone = from('203.0.113.20')
  await signInWith(someone, other)
  someone.setCookie('session', null)
  await someone.open('/connexion')
  for (let failure = 0; failure < limits.samePlaceAndAccount; failure++) await someone.send('/connexion', { email: person.email, password: 'faux' })
  const plain = from('203.0.113.20')
  await signInWith(plain, person)
  assert.equal(plain.status, 429)
})

test('signing in again ends the session that this browser had', async () => {
  const person = await member()
  const someone = from('198.51.100.4')
  await signInWith(someone, person)
  const old = someone.cookie('session') ?? ''
  const stale = browser(site)
  stale.setCookie('session', old)
  await stale.open('/mon-compte')
  assert.equal(stale.path, '/mon-compte')
  // The sign-in page was open in another tab since before.
  const body = new URLSearchParams({ email: person.email, password })
  const response = await site.app.request('/connexion', { method: 'POST', body, headers: { cookie: `session=${old}`, 'sec-fetch-site': 'same-origin' } })
  assert.equal(response.status, 303)
  await stale.open('/mon-compte')
  assert.equal(stale.path, '/connexion?suite=%2Fmon-compte')
})

test('signing out ends the session itself, not only the cookie', async () => {
  const person = await member()
  const someone = from('198.51.100.5')
  await signInWith(someone, person)
  const cookie = someone.cookie('session') ?? ''
  await someone.open('/mon-compte')
  await someone.send('/deconnexion')
  assert.equal(someone.cookie('session'), undefined)
  assert.match(someone.text, /Votre session est fermée/)
  someone.setCookie('session', cookie)
  await someone.open('/mon-compte')
  assert.match(someone.path, /^\/connexion/)
})

test('a session ends after its days, and is seen at most every few minutes', async () => {
  const person = await member()
  const someone = from('198.51.100.6')
  const start = new Date('2031-03-01T08:00:00Z')
  site.setNow(start)
  await signInWith(someone, person)
  const seen = async (): Promise<number> => {
    const row = await site.owner
      .withTables<AccountTables>()
      .selectFrom('sessions')
      .select('seen_at')
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow()
    return row.seen_at.getTime() - start.getTime()
  }
  const visitAfter = async (milliseconds: number): Promise<void> => {
    site.setNow(new Date(start.getTime() + milliseconds))
    await someone.open('/mon-compte')
  }
  await visitAfter(seenEveryMinutes * 60_000 - 1)
  assert.equal(await seen(), 0)
  await visitAfter(seenEveryMinutes * 60_000)
  assert.equal(await seen(), seenEveryMinutes * 60_000)
  await visitAfter(sessionDays * 86_400_000 - 1)
  assert.equal(someone.path, '/mon-compte')
  await visitAfter(sessionDays * 86_400_000)
  assert.match(someone.path, /^\/connexion/)
  site.setNow(new Date())
})

test('a closed account and an ended mandate lose access at the next request', async () => {
  const school = await makeSchool(site, { name: 'Lycée des Saules' })
  const person = await makePerson(site, [{ role: 'head', organisationId: school }])
  await givePassword(site, person)
  const someone = from('198.51.100.7')
  await signInWith(someone, person)
  await someone.open('/mon-compte')
  assert.match(someone.text, /Lycée des Saules/)
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  await site.owner.withTables<AccountTables>().updateTable('mandates').set({ valid_to: yesterday }).where('person_id', '=', person.id).execute()
  await someone.open('/mon-compte')
  assert.doesNotMatch(someone.text, /Lycée des Saules/)
  await site.owner.withTables<AccountTables>().updateTable('persons').set({ deactivated_at: new Date() }).where('id', '=', person.id).execute()
  await someone.open('/mon-compte')
  assert.match(someone.path, /^\/connexion/)
})

test('a change is refused from another site, without any origin, and with a wrong token', async () => {
  const person = await member()
  const someone = await visitor(site, person)
  const rename = { name: 'Nom Forgé', language: 'fr', version: '1' }
  const crossSite = await someone.post('/mon-compte', rename, { 'sec-fetch-site': 'cross-site' })
  const sameSite = await someone.post('/mon-compte', rename, { 'sec-fetch-site': 'same-site' })
  const silent = await someone.post('/mon-compte', rename, { 'sec-fetch-site': '' })
  const foreign = await someone.post('/mon-compte', rename, { 'sec-fetch-site': '', origin: 'https://exemple.com' })
  const wrong = await someone.post('/mon-compte', { ...rename, _csrf: 'faux' })
  assert.deepEqual([crossSite.status, sameSite.status, silent.status, foreign.status, wrong.status], [403, 403, 403, 403, 403])
  const row = await site.owner.withTables<AccountTables>().selectFrom('persons').select('name').where('id', '=', person.id).executeTakeFirstOrThrow()
  assert.equal(row.name, person.name)
})
