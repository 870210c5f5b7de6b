import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import { frameworkId } from '../../frameworks/load-frameworks.ts'

let site: FreshSite
let member: Person

before(async () => {
  site = await freshSite()
  member = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }])
})
after(() => site.stop())

const older = frameworkId('lycee-des-metiers', '2016')
const newer = frameworkId('lycee-des-metiers', '2023')

test('the conversion table is told in words, whichever version is named first, with the words that changed marked', async () => {
  const browser = await visitor(site, member)
  const [one, other] = [await browser.get(`/referentiels/${newer}/versions/${older}`), await browser.get(`/referentiels/${older}/versions/${newer}`)]
  assert.deepEqual([one.status, other.status], [200, 200])
  const page = await one.text()
  assert.match(page, /de l’édition 2016 à l’édition 2023/)
  for (const kind of ['same', 'minor', 'major', 'split', 'merged', 'dropped', 'added']) assert.match(page, new RegExp(`href="#${kind}"`))
  assert.match(page, /points transformés/)
  assert.match(page, /Un signalement devient un contact, et il doit venir vite/)
  const reworded = page.slice(page.indexOf('id="minor"'), page.indexOf('</section>', page.indexOf('id="minor"')))
  assert.match(reworded, /<del>[^<]+<\/del>/)
  assert.match(reworded, /<ins>[^<]+<\/ins>/)
})

test('the table leaves as one of our files', async () => {
  const file = await (await visitor(site, member)).get(`/referentiels/${newer}/versions/${older}/exporter`)
  assert.match(file.headers.get('content-disposition') ?? '', /filename="lycee-des-metiers--2016--2023\.yaml"/)
  assert.match(await file.text(), /^# yaml-language-server: \$schema=\.\.\/conversion\.schema\.json\nframework: lycee-des-metiers\n/)
})

test('two frameworks without a table have no such page, and a visitor is asked to sign in', async () => {
  const rnq = frameworkId('rnq', '2023')
  assert.equal((await (await visitor(site, member)).get(`/referentiels/${newer}/versions/${rnq}`)).status, 404)
  assert.equal((await (await visitor(site, member)).get(`/referentiels/${newer}/versions/${rnq}/exporter`)).status, 404)
  assert.equal((await (await visitor(site)).get(`/referentiels/${newer}/versions/${older}`)).status, 303)
})
