import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../test/browser.ts'
import type { Browser } from '../../../test/browser.ts'
import { codeAt, givePassword, giveSecondFactor, password, signInWith } from '../../../test/accounts.ts'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import type { Role } from '../../platform/session.ts'
import { codeOfStep, recoveryCount, stepAt } from './second-factor.ts'
import type { AccountTables } from './tables.ts'
import { limits } from './throttle.ts'

let site: FreshSite
before(async () => {
  site = await freshSite({ MODE: 'production', BASE_URL: 'http://localhost:3000', SMTP_URL: 'smtp://localhost', TRUST_PROXY: '1' })
})
after(() => site.stop())

async function someone(role: Role): Promise<Person> {
  const organisationId = role === 'referent' ? await makeAuthority(site) : await makeSchool(site)
  const person = await makePerson(site, [{ role, organisationId }])
  await givePassword(site, person)
  return person
}

/** The secret that the set-up page shows for typing by hand. */
const shownKey = (visitor: Browser): string => (visitor.text.match(/<strong>((?:[A-Z2-7]{4} ?){8})<\/strong>/)?.[1] ?? '').replaceAll(' ', '')
const shownCodes = (visitor: Browser): string[] =>
  [...visitor.text.matchAll(/<strong>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})<\/strong>/g)].map((match) => match[1] ?? '')
const present = (secret: string): string => codeAt(secret, new Date())

test('a referent reaches nothing before the second factor is set up, then everything', async () => {
  const person = await someone('referent')
  const visitor = browser(site)
  await signInWith(visitor, person)
  assert.match(visitor.path, /^\/mon-compte\/double-verification/)
  assert.match(visitor.text, /y est nécessaire/)
  for (const path of ['/mon-compte', '/mon-compte/sessions', '/mon-compte/mot-de-passe']) {
    await visitor.open(path)
    assert.match(visitor.path, /^\/mon-compte\/double-verification/, path)
  }
  assert.doesNotMatch(visitor.text, /Dans la démonstration/)
  await visitor.send('/mon-compte/double-verification', { code: present(shownKey(visitor)) })
  assert.equal(shownCodes(visitor).length, recoveryCount)
  await visitor.open('/mon-compte')
  assert.equal(visitor.path, '/mon-compte')
})

test('the square is drawn without any style and the page where it stands was not written to the database', async () => {
  const person = await someone('referent')
  const visitor = browser(site)
  await signInWith(visitor, person)
  assert.match(visitor.text, /<svg role="img" aria-label="Carré/)
  assert.doesNotMatch(visitor.text, /style=/)
  const row = await site.owner.withTables<AccountTables>().selectFrom('persons').select('totp_secret').where('id', '=', person.id).executeTakeFirstOrThrow()
  assert.equal(row.totp_secret, null)
})

test('a wrong code at set-up keeps the same square', async () => {
  const visitor = browser(site)
  await signInWith(visitor, await someone('referent'))
  const key = shownKey(visitor)
  await visitor.send('/mon-compte/double-verification', { code: '12345' })
  assert.equal(visitor.status, 422)
  assert.equal(shownKey(visitor), key)
  await visitor.send('/mon-compte/double-verification', { code: present(key) })
  assert.equal(visitor.status, 200)
})

test('the password alone does not let anyone put another telephone in place of the first', async () => {
  const person = await someone('referent')
  const secret = await giveSecondFactor(site, person)
  const [thief, spare] = [browser(site), browser(site)]
  await signInWith(spare, await someone('referent'))
  await signInWith(thief, person)
  assert.match(thief.text, /Entrez le code de votre téléphone/)
  const csrf = thief.fieldsOf('/connexion/code').find(([name]) => name === '_csrf')?.[1] ?? ''
  const sealed = spare.fieldsOf('/mon-compte/double-verification').find(([name]) => name === 'sealed')?.[1] ?? ''
  const body = new URLSearchParams({ _csrf: csrf, sealed, code: present(shownKey(spare)), password })
  const response = await site.app.request('/mon-compte/double-verification', {
    method: 'POST',
    body,
    headers: { cookie: `session=${thief.cookie('session')}`, 'sec-fetch-site': 'same-origin', 'accept-language': 'fr' },
  })
  assert.match(await response.text(), /Entrez le code de votre téléphone/)
  await thief.open('/mon-compte')
  assert.match(thief.path, /double-verification/)
  await thief.send('/connexion/code', { code: present(secret) })
  assert.equal(thief.path, '/mon-compte')
})

test('a code is accepted once, even sent twice in the same instant', async () => {
  const person = await someone('referent')
  const secret = await giveSecondFactor(site, person)
  const visitors = [browser(site), browser(site)]
  for (const visitor of visitors) await signInWith(visitor, person)
  const code = present(secret)
  await Promise.all(visitors.map((visitor) => visitor.send('/connexion/code', { code })))
  assert.deepEqual(visitors.map((visitor) => visitor.path === '/ma-page').sort(), [false, true])
  const third = browser(site)
  await signInWith(third, person)
  await third.send('/connexion/code', { code: codeOfStep(secret, stepAt(new Date()) - 1) })
  assert.equal(third.status, 422, 'an older code is refused once a newer one was accepted')
  await third.send('/connexion/code', { code: codeOfStep(secret, stepAt(new Date()) + 1) })
  assert.equal(third.path, '/ma-page')
})

test('a recovery code replaces the telephone once', async () => {
  const visitor = browser(site)
  const person = await someone('referent')
  await signInWith(visitor, person)
  await visitor.send('/mon-compte/double-verification', { code: present(shownKey(visitor)) })
  const [code = ''] = shownCodes(visitor)
  const again = browser(site)
  await signInWith(again, person)
  await again.send('/connexion/code', { code: code.toUpperCase().replaceAll('-', ' ') })
  assert.equal(again.path, '/ma-page')
  await again.open('/mon-compte/double-verification')
  assert.match(again.text, /Il vous reste 9 codes de secours/)
  const third = browser(site)
  await signInWith(third, person)
  await third.send('/connexion/code', { code })
  assert.equal(third.status, 422)
})

test('codes are throttled from one place, and on the account from all places together', async () => {
  const person = await someone('referent')
  const secret = await giveSecondFactor(site, person)
  let tried = 0
  for (let place = 0; tried < limits.codesOfAccount; place++) {
    const visitor = browser(site, { 'x-forwarded-for': `198.51.100.${place}` })
    await signInWith(visitor, person)
    const here = Math.min(limits.samePlaceAndAccount, limits.codesOfAccount - tried)
    for (let attempt = 0; attempt < here; attempt++, tried++) {
      await visitor.send('/connexion/code', { code: 'abcd-efgh-jkmn' })
      assert.equal(visitor.status, 422, `attempt ${tried}`)
    }
    if (here === limits.samePlaceAndAccount) {
      await visitor.send('/connexion/code', { code: present(secret) })
      assert.equal(visitor.status, 429)
    }
  }
  const fresh = browser(site, { 'x-forwarded-for': '203.0.113.200' })
  await signInWith(fresh, person)
  await fresh.send('/connexion/code', { code: present(secret) })
  assert.equal(fresh.status, 429)
})

test('the password alone marks no browser as known, and its thief cannot lock the owner out of the browser that she uses', async () => {
  const person = await someone('referent')
  const secret = await giveSecondFactor(site, person)
  const owner = browser(site, { 'x-forwarded-for': '192.0.2.1' })
  await signInWith(owner, person)
  assert.equal(owner.cookie('browser'), undefined)
  await owner.send('/connexion/code', { code: present(secret) })
  assert.ok(owner.cookie('browser'))
  let refused = 0
  for (let place = 0; refused < limits.codesOfAccount / limits.samePlaceAndAccount; place++) {
    const thief = browser(site, { 'x-forwarded-for': `198.51.101.${place}` })
    for (let attempt = 0; attempt < limits.samePlaceAndAccount; attempt++) {
      // A new sign-in opens no new count.
      if (attempt % 4 === 0) {
        thief.setCookie('session', null)
        await signInWith(thief, person)
      }
      await thief.send('/connexion/code', { code: 'abcd-efgh-jkmn' })
    }
    await thief.send('/connexion/code', { code: 'abcd-efgh-jkmn' })
    assert.equal(thief.status, 429)
    refused++
  }
  owner.setCookie('session', null)
  await signInWith(owner, person)
  await owner.send('/connexion/code', { code: codeOfStep(secret, stepAt(new Date()) + 1) })
  assert.equal(owner.path, '/ma-page')
})

test('a member turns it on and off with the password; a referent cannot turn it off', async () => {
  const member = browser(site)
  await signInWith(member, await someone('member'))
  await member.open('/mon-compte/double-verification')
  assert.doesNotMatch(member.text, /y est nécessaire/)
  await member.send('/mon-compte/double-verification', { code: present(shownKey(member)) })
  await member.open('/mon-compte/double-verification')
  await member.send('/mon-compte/double-verification/retirer', { password: 'faux' })
  assert.equal(member.status, 422)
  await member.send('/mon-compte/double-verification/retirer', { password })
  assert.match(member.text, /est retirée/)

  const referent = browser(site)
  const person = await someone('referent')
  const secret = await giveSecondFactor(site, person)
  await signInWith(referent, person)
  await referent.send('/connexion/code', { code: present(secret) })
  await referent.open('/mon-compte/double-verification')
  assert.doesNotMatch(referent.text, /double-verification\/retirer/)
  const fields = referent.fieldsOf('/mon-compte/double-verification/codes').filter(([name]) => name !== 'password')
  const response = await site.app.request('/mon-compte/double-verification/retirer', {
    method: 'POST',
    body: new URLSearchParams([...fields, ['password', password]]),
    headers: { cookie: `session=${referent.cookie('session')}`, 'sec-fetch-site': 'same-origin', 'accept-language': 'fr' },
  })
  assert.equal(response.status, 403)
  assert.match(await response.text(), /ne peut pas être retirée/)
})

test('changing telephone asks for the password, and the old one stops working', async () => {
  const person = await someone('member')
  const old = await giveSecondFactor(site, person)
  const visitor = browser(site)
  await signInWith(visitor, person)
  await visitor.send('/connexion/code', { code: present(old) })
  await visitor.open('/mon-compte/double-verification?changer=1')
  const key = shownKey(visitor)
  await visitor.send('/mon-compte/double-verification', { code: present(key), password: 'faux' })
  assert.equal(visitor.status, 422)
  await visitor.send('/mon-compte/double-verification', { code: present(key), password })
  assert.equal(shownCodes(visitor).length, recoveryCount)
  const next = browser(site)
  await signInWith(next, person)
  await next.send('/connexion/code', { code: codeOfStep(old, stepAt(new Date()) + 1) })
  assert.equal(next.status, 422)
  await next.send('/connexion/code', { code: codeOfStep(key, stepAt(new Date()) + 1) })
  assert.equal(next.path, '/ma-page')
})

test('new recovery codes void those before', async () => {
  const visitor = browser(site)
  const person = await someone('member')
  await signInWith(visitor, person)
  await visitor.open('/mon-compte/double-verification')
  await visitor.send('/mon-compte/double-verification', { code: present(shownKey(visitor)) })
  const [first = ''] = shownCodes(visitor)
  await visitor.open('/mon-compte/double-verification')
  await visitor.send('/mon-compte/double-verification/codes', { password })
  const [second = ''] = shownCodes(visitor)
  assert.notEqual(second, first)
  const again = browser(site)
  await signInWith(again, person)
  await again.send('/connexion/code', { code: first })
  assert.equal(again.status, 422)
  await again.send('/connexion/code', { code: second })
  assert.equal(again.path, '/ma-page')
})

test('without a session the pages of the second factor lead to sign-in', async () => {
  const visitor = browser(site)
  for (const path of ['/mon-compte/double-verification', '/connexion/code']) {
    await visitor.open(path)
    assert.match(visitor.path, /^\/connexion/)
    assert.match(visitor.text, /Mot de passe oublié/)
  }
})
