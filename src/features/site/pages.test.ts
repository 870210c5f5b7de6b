import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import { givePassword, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import { connectDatabase } from '../../platform/database.ts'
import { loadAssets } from '../../platform/web/assets.ts'
import { appOf } from '../../site.ts'
import type { AccountTables } from '../accounts/tables.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

test('the public pages are open to everyone, in both languages, without developers’ words', async () => {
  for (const [path, french, english] of [
    ['/aide', 'Aide', 'Help'],
    ['/confidentialite', 'Vos données', 'Your data'],
    ['/accessibilite', 'partiellement conforme', 'partially compliant'],
  ] as const) {
    const visitor = browser(site)
    await visitor.open(path)
    assert.equal(visitor.status, 200)
    assert.match(visitor.text, new RegExp(`<h1[^>]*>[^<]*${french}`))
    assert.doesNotMatch(visitor.text, /\b(item|framework|token|upload)\b/i)
    await visitor.open('/langue?langue=en')
    assert.equal(visitor.path, path)
    assert.match(visitor.text, new RegExp(`<h1[^>]*>[^<]*${english}`))
  }
})

test('the home page leads somebody signed in to her page', async () => {
  const person = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
  await givePassword(site, person)
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.open('/')
  assert.equal(visitor.path, '/ma-page')
})

test('choosing a language holds for this browser, counts before the person’s own, and writes nothing', async () => {
  const person = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
  await givePassword(site, person)
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.open('/mon-compte/sessions')
  await visitor.open('/langue?langue=en')
  assert.equal(visitor.path, '/mon-compte/sessions')
  assert.match(visitor.text, /lang="en"/)
  const row = await site.owner
    .withTables<AccountTables>()
    .selectFrom('persons')
    .select(['language', 'version'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { language: 'fr', version: 1 })
})

test('the choice of a language leads back to a page of ours only, and knows only our languages', async () => {
  const foreign = await site.app.request('/langue?langue=en', { headers: { referer: 'https://exemple.com/piege' } })
  assert.equal(foreign.headers.get('location'), '/')
  const unknown = await site.app.request('/langue?langue=xx', { headers: { referer: 'http://localhost:3000/aide?x=1' } })
  assert.equal(unknown.headers.get('location'), '/aide?x=1')
  assert.equal(unknown.headers.get('set-cookie'), null)
})

test('the two signs of health answer', async () => {
  const live = await site.app.request('/health/live')
  assert.deepEqual([live.status, await live.json()], [200, { status: 'live' }])
  const ready = await site.app.request('/health/ready')
  assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready' }])
})

test('without its database the site lives but is not ready, and says so in words', async () => {
  const pool = connectDatabase('postgres://qualeduc_app@127.0.0.1:1/nothing')
  const app = appOf({ ...site.services, pool }, await loadAssets(join(tmpdir(), 'qualeduc-test-cache')))
  assert.equal((await app.request('/health/live')).status, 200)
  assert.equal((await app.request('/health/ready')).status, 503)
  const page = await app.request('/connexion', { headers: { 'accept-language': 'fr' } })
  assert.equal(page.status, 503)
  assert.equal(page.headers.get('retry-after'), '5')
  assert.match(await page.text(), /Rien de ce qui était enregistré n’est perdu/)
})
