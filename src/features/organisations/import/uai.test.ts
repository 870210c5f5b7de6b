import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatUai, parseUai } from './uai.ts'

const numbers = fc.integer({ min: 0, max: 9_999_999 })

test('every number makes a UAI that reads back with the right key', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const uai = formatUai(number)
      assert.match(uai, /^[0-9]{7}[A-HJ-NPR-Z]$/)
      assert.deepEqual(parseUai(uai), { ok: true, uai, keyIsRight: true, expectedKey: uai.slice(7) })
    }),
  )
})

test('another letter is read, and said to be wrong with the one expected', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (number, letter) => {
      const right = formatUai(number)
      const reading = parseUai(right.slice(0, 7) + letter)
      assert.ok(reading.ok)
      assert.equal(reading.keyIsRight, letter === right.slice(7))
      assert.equal(reading.expectedKey, right.slice(7))
    }),
  )
})

test('case and spaces do not matter, whatever the space', () => {
  assert.deepEqual(parseUai(' 035\u00a02072m '), parseUai('0352072M'))
})

test('anything that is not seven digits and a letter is refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = parseUai(text)
      if (reading.ok) assert.match(reading.uai, /^[0-9]{7}[A-Z]$/)
    }),
  )
  for (const wrong of ['0352O72M', '03520720', '0352072MM', '٠٣٥٢٠٧٢M', 'Identifiant', '=0352072M']) {
    assert.deepEqual(parseUai(wrong), { ok: false, reason: 'wrong_shape' })
  }
})

test('a UAI whose first zero a spreadsheet has removed is refused as such', () => {
  assert.deepEqual(parseUai('352072M'), { ok: false, reason: 'lost_zero' })
  assert.deepEqual(parseUai('  '), { ok: false, reason: 'empty' })
})

test('UAI of real schools have the key that the rule gives', () => {
  for (const uai of ['0352072M', '0350122T', '0360016X', '0350044H']) assert.equal(formatUai(Number(uai.slice(0, 7))), uai)
})
