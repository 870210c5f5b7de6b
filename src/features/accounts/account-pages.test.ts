import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import { givePassword, mailsTo, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const fresh = 'girafe bleue sous le parapluie'

async function member(name = 'Camille Martin'): Promise<Person> {
  const person = await makePerson(site, [{ role: 'member', organisationId: await makeSchool(site) }], name)
  await givePassword(site, person)
  return person
}

async function signedIn(person: Person, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0') {
  const visitor = browser(site, { 'user-agent': userAgent })
  await signInWith(visitor, person)
  return visitor
}

test('name and language are changed, and the pages speak it at once', async () => {
  const visitor = await signedIn(await member())
  await visitor.open('/mon-compte')
  await visitor.send('/mon-compte', { name: 'Camille Martin-Dupré', language: 'en' })
  assert.match(visitor.text, /Your changes are saved/)
  assert.match(visitor.text, /<html[^>]*lang="en"/)
  assert.match(visitor.text, /Camille Martin-Dupré/)
})

test('an empty name brings the form back', async () => {
  const visitor = await signedIn(await member())
  await visitor.open('/mon-compte')
  await visitor.send('/mon-compte', { name: '  ' })
  assert.equal(visitor.status, 422)
  assert.match(visitor.text, /Écrivez votre prénom et votre nom/)
})

test('two windows do not overwrite each other: the second shows both names', async () => {
  const person = await member()
  const [first, second] = [await signedIn(person), await signedIn(person)]
  await first.open('/mon-compte')
  await second.open('/mon-compte')
  await first.send('/mon-compte', { name: 'Première' })
  await second.send('/mon-compte', { name: 'Seconde' })
  assert.equal(second.status, 422)
  assert.match(second.text, /Première/)
  assert.match(second.text, /value="Seconde"/)
  await second.send('/mon-compte')
  assert.match(second.text, /Vos changements sont enregistrés/)
})

test('the password changes with the present one; other sessions end, this one stays, and a mail says so', async () => {
  const person = await member()
  const [here, elsewhere] = [await signedIn(person), await signedIn(person)]
  await here.open('/mon-compte/mot-de-passe')
  await here.send('/mon-compte/mot-de-passe', { password: 'faux', new: fresh })
  assert.equal(here.status, 422)
  assert.match(here.text, /pas votre mot de passe actuel/)
  await here.send('/mon-compte/mot-de-passe', { password, new: 'Camille Martin 2026' })
  assert.match(here.text, /serait vite deviné/)
  await here.send('/mon-compte/mot-de-passe', { password, new: fresh })
  assert.match(here.text, /Votre mot de passe est changé/)
  await elsewhere.open('/mon-compte')
  assert.match(elsewhere.path, /^\/connexion/)
  assert.match((await mailsTo(site, person.email))[0]?.subject ?? '', /mot de passe a été changé/)
  await signInWith(elsewhere, person, fresh)
  assert.equal(elsewhere.path, '/ma-page')
})

test('the list of devices says each in plain words, and ends one or all the others', async () => {
  const person = await member()
  const phone = await signedIn(person, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')
  const mac = await signedIn(person, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Chrome/140.0 Safari/537.36')
  const here = await signedIn(person)
  await here.open('/mon-compte/sessions')
  for (const device of ['Firefox sur Windows', 'Safari sur iPhone', 'Chrome sur Mac']) assert.match(here.text, new RegExp(device))
  const [, id = ''] = here.text.match(/Safari sur iPhone<\/h2>[^]*?name="session" value="([^"]+)"/) ?? []
  await here.send('/mon-compte/sessions', { session: id })
  assert.doesNotMatch(here.text, /Safari sur iPhone/)
  await phone.open('/mon-compte')
  assert.match(phone.path, /^\/connexion/)
  await here.send('/mon-compte/sessions', { session: 'others' })
  assert.match(here.text, /Aucun autre appareil/)
  await mac.open('/mon-compte')
  assert.match(mac.path, /^\/connexion/)
  await here.open('/mon-compte')
  assert.equal(here.path, '/mon-compte')
})

test('nobody ends the session of somebody else, nor one that is no id', async () => {
  const [person, other] = [await member(), await member('Karim Benali')]
  const [victim, attacker] = [await signedIn(person), await signedIn(other)]
  await signedIn(other)
  await signedIn(person)
  await victim.open('/mon-compte/sessions')
  const [, id = ''] = victim.text.match(/name="session" value="([0-9a-f-]{36})"/) ?? []
  for (const wanted of [id, 'autre chose', '']) {
    await attacker.open('/mon-compte/sessions')
    await attacker.send('/mon-compte/sessions', { session: wanted })
    assert.equal(attacker.path, '/mon-compte/sessions')
  }
  await victim.open('/mon-compte/sessions')
  assert.match(victim.text, new RegExp(id))
})

test('without a session, each page of the account asks to sign in', async () => {
  for (const path of ['/mon-compte', '/mon-compte/mot-de-passe', '/mon-compte/sessions']) {
    const visitor = browser(site)
    await visitor.open(path)
    assert.equal(visitor.path, `/connexion?suite=${encodeURIComponent(path)}`)
  }
})
