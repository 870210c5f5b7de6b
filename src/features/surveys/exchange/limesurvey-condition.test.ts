import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAlways, readRelevance } from './limesurvey-condition.ts'

test('conditions: simple ones are read, others are not', () => {
  assert.deepEqual(readRelevance('((Q1.NAOK == "A1"))'), [{ name: 'Q1', value: 'A1' }])
  assert.deepEqual(
    readRelevance('Q1 == \'A1\' OR Q1.NAOK==2 || Q1 eq "3"'),
    ['A1', '2', '3'].map((value) => ({ name: 'Q1', value })),
  )
  for (const hard of ['Q1 == "A1" and Q2 == "A1"', 'Q1 != "A1"', '!is_empty(Q1)', 'Q1 > 3', '(Q1 == "A1"', 'not (Q1 == "A1")', 'Q1 == "A1")('])
    assert.equal(readRelevance(hard), null, hard)
  assert.deepEqual(['', '1', '((1))', ' ', '0', 'Q1 == 1'].map(isAlways), [true, true, true, true, false, false])
})
