import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccounts } from '../../../demo/accounts.ts'
import { browser } from '../../../test/browser.ts'
import { givePassword, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import type { Role } from '../../platform/session.ts'
import { queueMail } from '../../platform/mail.ts'
import type { AccountTables } from './tables.ts'

let demo: FreshSite
let production: FreshSite
before(async () => {
  demo = await freshSite()
  production = await freshSite({ MODE: 'production', BASE_URL: 'http://localhost:3000', SMTP_URL: 'smtp://localhost' })
})
after(async () => {
  await demo.stop()
  await production.stop()
})

async function invented(site: FreshSite, email: string, role: Role, organisationId: string, name: string): Promise<Person> {
  const person = await makePerson(site, [{ role, organisationId }], name)
  await site.owner.withTables<AccountTables>().updateTable('persons').set({ email }).where('id', '=', person.id).execute()
  return { ...person, email }
}

test('the list shows the invented people by school, with their story, and nobody else; one press enters', async () => {
  const [lycee, college] = [await makeSchool(demo, { name: 'Lycée des Tilleuls' }), await makeSchool(demo, { name: 'Collège des Ormes' })]
  const known = demoAccounts[0]
  assert.ok(known)
  await invented(demo, known.email, 'head', lycee, known.name)
  await invented(demo, 'amina@demo.exemple', 'member', college, 'Amina Colin')
  await makePerson(demo, [{ role: 'member', organisationId: lycee }], 'Vraie Personne')
  const visitor = browser(demo)
  await visitor.open('/')
  assert.equal(visitor.path, '/demo/connexion')
  assert.match(visitor.text, /Collège des Ormes[^]*Amina Colin[^]*Lycée des Tilleuls/)
  assert.match(visitor.text, new RegExp(known.story.fr))
  assert.doesNotMatch(visitor.text, /Vraie Personne/)
  await visitor.send('/demo/connexion', { email: 'amina@demo.exemple' })
  await visitor.open('/mon-compte')
  assert.match(visitor.text, /Amina Colin/)
})

test('an address outside the demonstration is not entered by a press, even in the demonstration', async () => {
  const school = await makeSchool(demo)
  await invented(demo, 'karim@demo.exemple', 'lead', school, 'Karim')
  const real = await makePerson(demo, [{ role: 'head', organisationId: school }])
  for (const email of [real.email, 'inconnue@demo.exemple', '', `${real.email}@demo.exemple`]) {
    const visitor = browser(demo)
    await visitor.open('/demo/connexion')
    await visitor.send('/demo/connexion', { email })
    assert.equal(visitor.status, 404, email)
    assert.equal(visitor.cookie('session'), undefined)
  }
})

test('a referent of the demonstration gets through with the code that the page says, again and again', async () => {
  await invented(demo, 'rachid@demo.exemple', 'referent', await makeAuthority(demo), 'Rachid')
  const saidCode = (text: string): string => text.match(/<strong>(\d{6})<\/strong>/)?.[1] ?? ''
  const visitor = browser(demo)
  await visitor.open('/demo/connexion')
  await visitor.send('/demo/connexion', { email: 'rachid@demo.exemple' })
  await visitor.send('/mon-compte/double-verification', { code: saidCode(visitor.text) })
  assert.match(visitor.text, /codes de secours/)
  const again = browser(demo)
  await again.open('/demo/connexion')
  await again.send('/demo/connexion', { email: 'rachid@demo.exemple' })
  await again.send('/connexion/code', { code: saidCode(again.text) })
  assert.equal(again.path, '/ma-page')
  const third = browser(demo)
  await third.open('/demo/connexion')
  await third.send('/demo/connexion', { email: 'rachid@demo.exemple' })
  assert.match(third.text, /Rechargez la page/)
})

test('a real person’s code is not said, even in the demonstration', async () => {
  const person = await makePerson(demo, [{ role: 'referent', organisationId: await makeAuthority(demo) }])
  await givePassword(demo, person)
  const visitor = browser(demo)
  await signInWith(visitor, person)
  assert.match(visitor.path, /double-verification/)
  assert.doesNotMatch(visitor.text, /<strong>\d{6}<\/strong>/)
})

test('kept mails are shown newest first, escaped, with links that lead', async () => {
  await demo.as({}, (db) => queueMail(db, { to: 'un@exemple.fr', subject: 'Premier', body: 'Texte <script>' }))
  await demo.as({}, (db) => queueMail(db, { to: 'deux@exemple.fr', subject: 'Second', body: 'Ouvrez :\nhttp://localhost:3000/invitation/abc\nMerci' }))
  const visitor = browser(demo)
  await visitor.open('/demo/courriels')
  assert.match(visitor.text, /Second[^]*Premier/)
  assert.match(visitor.text, /<a class="govuk-link" href="http:\/\/localhost:3000\/invitation\/abc">/)
  assert.doesNotMatch(visitor.text, /<script>/)
})

test('outside the demonstration none of it exists, whatever the address', async () => {
  const school = await makeSchool(production)
  await invented(production, 'amina@demo.exemple', 'member', school, 'Amina Colin')
  const visitor = browser(production)
  await visitor.open('/rien-ici')
  const nothing = visitor.text
  for (const path of ['/demo/connexion', '/demo/courriels']) {
    await visitor.open(path)
    assert.equal(visitor.status, 404)
    assert.equal(visitor.text, nothing)
  }
  const body = new URLSearchParams({ email: 'amina@demo.exemple' })
  const response = await production.app.request('/demo/connexion', { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
  assert.equal(response.status, 404)
  assert.equal(response.headers.get('set-cookie'), null)
  await visitor.open('/')
  assert.equal(visitor.path, '/connexion')
  assert.doesNotMatch(visitor.text, /démonstration/i)
})
