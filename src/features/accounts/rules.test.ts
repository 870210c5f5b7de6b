import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller, Role } from '../../platform/session.ts'
import { deviceWords } from './device-words.ts'
import { safePath } from './onward.ts'
import { isEmail, isName, lastDayWhenEnded, longestName, roleFits, rolesGivenBy } from './rules.ts'
import { networkOf } from './throttle.ts'

const caller = (role: Role, organisationId = 'school'): Caller => ({
  sessionId: 's',
  personId: 'p',
  name: 'Camille',
  email: 'c@exemple.fr',
  language: 'fr',
  secondFactorPassed: true,
  hasSecondFactor: false,
  mandates: [{ organisationId, role, kind: 'school', name: 'Lycée' }],
})
const school = { id: 'school', kind: 'school' }

test('each role gives the roles that are hers to give, in her own organisation only', () => {
  assert.deepEqual(rolesGivenBy(caller('head'), school), ['member', 'lead', 'head'])
  assert.deepEqual(rolesGivenBy(caller('lead'), school), ['member'])
  for (const role of ['member', 'referent', 'national'] as const) assert.deepEqual(rolesGivenBy(caller(role), school), [], role)
  assert.deepEqual(rolesGivenBy(caller('head', 'elsewhere'), school), [])
})

test('the operator gives every role that fits the organisation', () => {
  assert.deepEqual(rolesGivenBy(caller('operator', 'nation'), school), ['member', 'lead', 'head'])
  assert.deepEqual(rolesGivenBy(caller('operator', 'nation'), { id: 'a', kind: 'authority' }), ['referent'])
  assert.deepEqual(rolesGivenBy(caller('operator', 'nation'), { id: 'n', kind: 'nation' }), ['national', 'operator'])
})

test('a head of an académie cannot be made, nor a referent of a school', () => {
  assert.equal(roleFits('head', 'authority'), false)
  assert.equal(roleFits('referent', 'school'), false)
  assert.equal(roleFits('member', 'network'), true)
})

test('an address is one address, with nothing that a mail could read as two', () => {
  for (const good of ['camille.martin@lycee-tilleuls.fr', 'c+q@exemple.education.gouv.fr', 'élise@exemple.fr']) assert.ok(isEmail(good), good)
  for (const bad of ['', 'camille', 'a@b', 'a@b.fr, c@d.fr', 'a@b.fr\nBcc: c@d.fr', 'Camille <a@b.fr>', 'a b@c.fr', `${'a'.repeat(250)}@b.fr`])
    assert.ok(!isEmail(bad), bad)
})

test('a name has letters, one line and no more than the longest length', () => {
  assert.ok(isName('É'.repeat(longestName)))
  for (const bad of ['', '  ', '123', 'Camille\nMartin', 'É'.repeat(longestName + 1)]) assert.ok(!isName(bad), bad)
})

test('a mandate ended today ran until yesterday, whatever the month; one not begun ran no day at all', () => {
  assert.equal(lastDayWhenEnded('2026-03-01', '2025-09-01'), '2026-02-28')
  assert.equal(lastDayWhenEnded('2026-03-01', '2026-03-01'), '2026-02-28')
  assert.equal(lastDayWhenEnded('2026-03-01', '2026-09-01'), '2026-08-31')
})

test('addresses of one IPv6 network count together, IPv4 addresses each for themselves', () => {
  assert.equal(networkOf('2001:db8:1:2:aaaa::1'), networkOf('2001:0db8:1:2::ffff'))
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0')
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  assert.notEqual(networkOf('192.0.2.7'), networkOf('192.0.2.8'))
})

test('after sign-in one is led to a path of ours and nowhere else', () => {
  assert.equal(safePath('/actions?vue=liste'), '/actions?vue=liste')
  for (const bad of [
    '//exemple.com',
    '/\\exemple.com',
    'https://exemple.com',
    '/a b',
    '/connexion',
    '/connexion?suite=/connexion',
    '/日本',
    '/a\r\nSet-Cookie: x',
  ])
    assert.equal(safePath(bad), '/', bad)
})

test('a device is said in plain words', () => {
  assert.equal(deviceWords('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'fr'), 'Firefox sur Windows')
  assert.equal(
    deviceWords('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', 'en'),
    'Safari on iPhone',
  )
  assert.equal(deviceWords('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'fr'), 'Edge sur Windows')
  assert.equal(deviceWords('', 'fr'), 'Appareil inconnu')
})
