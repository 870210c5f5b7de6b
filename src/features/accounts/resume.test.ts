import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import type { Browser } from '../../../test/browser.ts'
import { codeAt, givePassword, giveSecondFactor, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import type { AccountTables } from './tables.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const written = 'Une phrase écrite avec soin <b>et</b> "guillemets", sur\ndeux lignes.'

async function member(name = 'Camille Martin'): Promise<Person> {
  const school = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'member', organisationId: school }], name)
  await givePassword(site, person)
  return person
}

/** Signs in, opens a form, then loses the session. */
async function interrupted(person: Person): Promise<Browser> {
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.open('/mon-compte')
  visitor.setCookie('session', null)
  return visitor
}

const nameOf = async (person: Person): Promise<string> =>
  (await site.owner.withTables<AccountTables>().selectFrom('persons').select('name').where('id', '=', person.id).executeTakeFirstOrThrow()).name

test('what was being sent when the session ended is shown after sign-in, and saved only by a press', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  await visitor.send('/mon-compte', { name: 'Camille Martin-Dupré' })
  assert.equal(visitor.status, 401)
  assert.match(visitor.text, /Votre session a pris fin/)
  await visitor.send('/connexion', { email: person.email, password })
  assert.match(visitor.text, /Reprendre là où vous étiez/)
  assert.match(visitor.text, /<h2[^>]*>Nom<\/h2>[^]*Camille Martin-Dupré/)
  assert.equal(await nameOf(person), 'Camille Martin')
  await visitor.send('/mon-compte')
  assert.equal(visitor.path, '/mon-compte')
  assert.equal(await nameOf(person), 'Camille Martin-Dupré')
})

test('a wrong password on the way loses nothing of it, with its signs, its lines and its empty fields', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  await visitor.send('/mon-compte', { name: written, language: '' })
  for (const typed of ['faux', '', 'encore faux']) {
    await visitor.send('/connexion', { email: person.email, password: typed })
    assert.equal(visitor.status, 422)
  }
  await visitor.send('/connexion', { email: person.email, password })
  const kept = new Map(visitor.fieldsOf('/mon-compte'))
  assert.equal(kept.get('name'), written)
  assert.equal(kept.get('language'), '')
  assert.doesNotMatch(visitor.text, /<b>et<\/b>/)
})

test('tokens, marks, versions and choices of the form are kept but not shown', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  const token = visitor.fieldsOf('/mon-compte').find(([name]) => name === '_csrf')?.[1] ?? 'absent'
  await visitor.send('/mon-compte', { name: written, language: 'en' })
  await visitor.send('/connexion', { email: person.email, password })
  const shown = [...visitor.text.matchAll(/<div class="govuk-inset-text">([^]*?)<\/div>/g)].map((match) => match[1])
  assert.equal(shown.length, 1)
  assert.doesNotMatch(visitor.text, new RegExp(token))
})

test('a text of 5 MB comes back whole', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  const long = 'Où en sommes-nous ? L’élève d’abord, « ensemble ».\n'.repeat(100_000).trim()
  assert.ok(Buffer.byteLength(long) > 5_000_000)
  await visitor.send('/mon-compte', { name: long })
  assert.equal(visitor.status, 401)
  await visitor.send('/connexion', { email: person.email, password })
  assert.match(visitor.text, /Le texte entier est gardé/)
  assert.equal(new Map(visitor.fieldsOf('/mon-compte')).get('name'), long)
  await visitor.send('/mon-compte')
  assert.equal(visitor.status, 422)
})

test('another person who signs in there neither reads nor signs it, and may leave the place to its author', async () => {
  const [author, other] = [await member(), await member('Karim Benali')]
  const visitor = await interrupted(author)
  await visitor.send('/mon-compte', { name: 'Un texte qui est à Camille' })
  await visitor.send('/connexion', { email: other.email, password })
  assert.match(visitor.text, /écrit par une autre personne/)
  assert.match(visitor.text, /au nom de Karim Benali/)
  assert.doesNotMatch(visitor.text, /<form[^>]*action="\/mon-compte"/)
  assert.doesNotMatch(visitor.text.replace(/<input[^>]*>/g, ''), /Un texte qui est à Camille/)
  await visitor.send('/connexion/reprendre')
  assert.equal(visitor.cookie('session'), undefined)
  await visitor.send('/connexion', { email: author.email, password })
  await visitor.send('/mon-compte')
  assert.equal(await nameOf(author), 'Un texte qui est à Camille')
  assert.equal(await nameOf(other), 'Karim Benali')
})

test('signed in again in another tab, the old page’s form comes back to its author instead of being refused blankly', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  const tab = browser(site)
  await signInWith(tab, person)
  visitor.setCookie('session', tab.cookie('session') ?? '')
  await visitor.send('/mon-compte', { name: 'Écrit avant de me reconnecter' })
  assert.equal(visitor.status, 403)
  assert.equal(await nameOf(person), 'Camille Martin')
  assert.match(visitor.text, /Reprendre là où vous étiez/)
  await visitor.send('/mon-compte')
  assert.equal(await nameOf(person), 'Écrit avant de me reconnecter')
})

test('a stale form of one person is not offered to the other who has since signed in on the same browser', async () => {
  const [author, other] = [await member(), await member('Karim Benali')]
  const visitor = await interrupted(author)
  const tab = browser(site)
  await signInWith(tab, other)
  visitor.setCookie('session', tab.cookie('session') ?? '')
  await visitor.send('/mon-compte', { name: 'Un texte qui est à Camille' })
  assert.match(visitor.text, /écrit par une autre personne/)
  assert.equal(await nameOf(other), 'Karim Benali')
})

test('the sign-in page asked in the middle still works when the person signed in meanwhile in another tab', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  await visitor.send('/mon-compte', { name: 'Gardé malgré tout' })
  const tab = browser(site)
  await signInWith(tab, person)
  visitor.setCookie('session', tab.cookie('session') ?? '')
  await visitor.send('/connexion', { email: person.email, password })
  await visitor.send('/mon-compte')
  assert.equal(await nameOf(person), 'Gardé malgré tout')
})

test('the second factor on the way keeps it too', async () => {
  const authority = await makeAuthority(site)
  const person = await makePerson(site, [{ role: 'referent', organisationId: authority }])
  await givePassword(site, person)
  const secret = await giveSecondFactor(site, person)
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.send('/connexion/code', { code: codeAt(secret, new Date()) })
  await visitor.open('/mon-compte')
  visitor.setCookie('session', null)
  await site.owner.withTables<AccountTables>().updateTable('persons').set({ totp_last_step: null }).where('id', '=', person.id).execute()
  await visitor.send('/mon-compte', { name: 'Écrit par la référente' })
  await visitor.send('/connexion', { email: person.email, password })
  await visitor.send('/connexion/code', { code: '000 000' })
  assert.equal(visitor.status, 422)
  await visitor.send('/connexion/code', { code: codeAt(secret, new Date()) })
  await visitor.send('/mon-compte')
  assert.equal(await nameOf(person), 'Écrit par la référente')
})

test('a script that saves as one writes is told in words, with 401, and nothing is saved', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  const body = new URLSearchParams([...visitor.fieldsOf('/mon-compte').filter(([name]) => name !== 'name'), ['name', 'Par un script']])
  const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin' }
  const gone = await site.app.request('/mon-compte', { method: 'POST', body, headers })
  assert.equal(gone.status, 401)
  assert.deepEqual(Object.keys(await gone.json()), ['saved', 'reason', 'message'])
  const tab = browser(site)
  await signInWith(tab, person)
  const stale = await site.app.request('/mon-compte', { method: 'POST', body, headers: { ...headers, cookie: `session=${tab.cookie('session')}` } })
  assert.equal(stale.status, 401)
  assert.equal(await nameOf(person), 'Camille Martin')
})

test('a button pressed after the session ended leads back to its page, without a form to send again', async () => {
  const person = await member()
  const visitor = await interrupted(person)
  await visitor.send('/deconnexion')
  assert.equal(visitor.status, 401)
  assert.doesNotMatch(visitor.text, /est gardé/)
  await visitor.send('/connexion', { email: person.email, password })
  assert.equal(visitor.path, '/mon-compte')
})

test('the same form sent twice has one effect and the same answer', async () => {
  const person = await member()
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.open('/mon-compte')
  const [drawn, session] = [visitor.fieldsOf('/mon-compte'), visitor.cookie('session')]
  const body = () => new URLSearchParams([...drawn.filter(([name]) => name !== 'name'), ['name', 'Deux fois']])
  const send = () =>
    site.app.request('/mon-compte', { method: 'POST', body: body(), headers: { cookie: `session=${session}`, 'sec-fetch-site': 'same-origin' } })
  const answers = await Promise.all([send(), send(), send()])
  assert.deepEqual(
    answers.map((answer) => [answer.status, answer.headers.get('location')]),
    Array(3).fill([303, '/mon-compte']),
  )
  const row = await site.owner
    .withTables<AccountTables>()
    .selectFrom('persons')
    .select(['name', 'version'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { name: 'Deux fois', version: 2 })
})
