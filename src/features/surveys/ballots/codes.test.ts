import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { secretsOf } from '../../../platform/secrets.ts'
import { codeOf, digestOfCode, formatCode, readCode } from './codes.ts'

test('a code is made again from the key and the id, reads back however it is typed, and has no sign that looks like another', () => {
  const [key, id] = [randomBytes(32), randomUUID()]
  const code = codeOf(key, id)
  assert.equal(code, codeOf(key, id))
  assert.match(formatCode(code), /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  assert.equal(readCode(` ${formatCode(code).toLowerCase().replaceAll('-', ' ')} `), code)
  for (const wrong of ['', 'ABCD', `${code}A`, `${code.slice(1)}O`, `${code.slice(1)}1`]) assert.equal(readCode(wrong), null)
  assert.notEqual(code, codeOf(randomBytes(32), id))
})

test('what is kept of a code needs the installation’s key to be tried', () => {
  const code = codeOf(randomBytes(32), randomUUID())
  assert.equal(digestOfCode(secretsOf(randomBytes(32)), code).length, 16)
  assert.notDeepEqual(digestOfCode(secretsOf(Buffer.alloc(32, 1)), code), digestOfCode(secretsOf(Buffer.alloc(32, 2)), code))
})
