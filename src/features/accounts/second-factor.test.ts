import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretsOf } from '../../platform/secrets.ts'
import { codeOfStep, newRecoveryCodes, newSecret, openSecret, readCode, recoveryCount, sealSecret, stepAt, stepOfCode, stepsAround } from './second-factor.ts'

// RFC 6238, appendix B: the secret '12345678901234567890', of whose 8 digits we keep the last 6.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('codes are those of RFC 6238', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ] as const) {
    assert.equal(codeOfStep(rfcSecret, stepAt(new Date(seconds * 1000))), code)
  }
})

test('a code counts for its step and the steps around it, no further', () => {
  const now = new Date(1111111109_000)
  const present = stepAt(now)
  for (let step = present - stepsAround; step <= present + stepsAround; step++) assert.equal(stepOfCode(rfcSecret, codeOfStep(rfcSecret, step), now), step)
  assert.equal(stepOfCode(rfcSecret, codeOfStep(rfcSecret, present - stepsAround - 1), now), null)
  assert.equal(stepOfCode(rfcSecret, codeOfStep(rfcSecret, present + stepsAround + 1), now), null)
  assert.equal(stepOfCode(rfcSecret, '', now), null)
})

test('codes are read with the spaces and hyphens that people type', () => {
  assert.deepEqual(readCode(' 123 456 '), { kind: 'telephone', code: '123456' })
  assert.deepEqual(readCode('ABCD-efgh-jkmn'), { kind: 'recovery', code: 'abcdefghjkmn' })
  for (const odd of ['', '12345', '1234567', 'abcd-efgh', 'abcd-efgh-jkml']) assert.equal(readCode(odd), null, odd)
})

test('recovery codes are all different and can all be read back', () => {
  const codes = newRecoveryCodes()
  assert.equal(codes.length, recoveryCount)
  assert.equal(new Set(codes).size, recoveryCount)
  for (const code of codes) assert.equal(readCode(code)?.kind, 'recovery', code)
})

test('a sealed secret opens for its person only, and not once it was touched', () => {
  const secrets = secretsOf(Buffer.alloc(32, 1))
  const secret = newSecret()
  const sealed = sealSecret(secrets, 'camille', secret)
  assert.equal(openSecret(secrets, 'camille', sealed), secret)
  assert.equal(openSecret(secrets, 'karim', sealed), null)
  assert.equal(openSecret(secrets, 'camille', `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`), null)
  assert.equal(openSecret(secrets, 'camille', ''), null)
})
