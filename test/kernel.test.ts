import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshSite } from './fresh-database.ts'
import type { FreshSite } from './fresh-database.ts'
import { makePerson, makeSchool } from './make.ts'
import { visitor } from './sign-in.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

test('the sign-in page answers a visitor, with the headers that every page carries', async () => {
  const response = await (await visitor(site)).get('/connexion')
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.match(await response.text(), /Se connecter/)
})

test('an unknown address and an id that is not an id lead to the same page', async () => {
  const school = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'head', organisationId: school }])
  const someone = await visitor(site, person)
  const unknown = await someone.get('/autoevaluations/00000000-0000-4000-8000-000000000000')
  const odd = await someone.get('/autoevaluations/rien')
  assert.equal(unknown.status, 404)
  assert.equal(await unknown.text().then(withoutKeys), await odd.text().then(withoutKeys))
})

const withoutKeys = (text: string): string => text.replace(/name="_form" value="[^"]+"/g, '')

test('a form sent from another site is refused', async () => {
  const person = await makePerson(site)
  const response = await (await visitor(site, person)).post('/deconnexion', {}, { 'sec-fetch-site': 'cross-site' })
  assert.equal(response.status, 403)
})
