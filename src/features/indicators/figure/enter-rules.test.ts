import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTyped, readTypedNumber } from './enter-rules.ts'
import type { TypedValue } from './enter-rules.ts'

const empty: TypedValue = { period: '2025-2026', section: '', value: '', numerator: '', denominator: '', missing: '', note: '' }
const check = (typed: Partial<TypedValue>, unit: Parameters<typeof checkTyped>[1] = 'percent', smallest: number | null = 5) =>
  checkTyped({ ...empty, ...typed }, unit, { smallest_group: smallest })
const faults = (...given: Parameters<typeof check>) => check(...given).faults.map(({ fault }) => fault)

for (const [text, number] of [
  ['77', 77],
  ['77,5 %', 77.5],
  ['1 234', 1234],
  ['-3', -3],
  ['1e9', null],
  ['douze', null],
  ['', null],
] as const) {
  test(`« ${text} » is read as ${number}`, () => assert.equal(readTypedNumber(text), number))
}

test('a share is computed from its two numbers, and keeps them', () => {
  assert.deepEqual(check({ numerator: '154', denominator: '200' }).value, {
    period: '2025-2026',
    section: '',
    value: 77,
    missing: null,
    note: '',
    numerator: 154,
    denominator: 200,
  })
})

test('an absence has its kind and no number, and is not zero', () => {
  assert.equal(check({ missing: 'below-threshold' }).value?.value, null)
  assert.equal(check({ missing: 'below-threshold' }).value?.missing, 'below-threshold')
  assert.equal(check({ value: '0' }).value?.value, 0)
})

for (const [name, given, fault] of [
  ['nothing at all', {}, 'none'],
  ['a period that is none', { period: 'hier', value: '5' }, 'period'],
  ['a word', { value: 'beaucoup' }, 'value'],
  ['a value and an absence', { value: '5', missing: 'not-published' }, 'both'],
  ['more than all', { value: '101' }, 'range'],
  ['more people counted than there are', { numerator: '9', denominator: '8' }, 'people'],
  ['a whole of nobody', { numerator: '0', denominator: '0' }, 'people'],
  ['too few people', { numerator: '2', denominator: '4' }, 'few'],
] as const) {
  test(`${name} is told`, () => assert.deepEqual(faults(given), [fault]))
}

test('a number without an end may be large, and a mean out of four may not', () => {
  assert.deepEqual(faults({ value: '12500' }, 'count', null), [])
  assert.deepEqual(faults({ value: '5' }, 'mean-4', null), ['range'])
})
