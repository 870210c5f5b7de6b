import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLastHead, periodState } from './rules.ts'

const today = '2026-11-22'

test('a period runs from its first day to its last, both included', () => {
  const table: [string, string | null, string][] = [
    ['2026-11-22', null, 'running'],
    ['2026-11-23', null, 'upcoming'],
    ['2020-09-01', '2026-11-22', 'running'],
    ['2020-09-01', '2026-11-21', 'over'],
    // Ended on the day it began: it has run no whole day.
    ['2026-11-22', '2026-11-21', 'over'],
  ]
  for (const [validFrom, validTo, state] of table) assert.equal(periodState({ validFrom, validTo }, today), state, `${validFrom} ${validTo}`)
})

test('the last head is the one beside whom no other head runs today', () => {
  const head = { id: 'a', role: 'head' as const, validFrom: '2020-09-01', validTo: null }
  const other = { ...head, id: 'b' }
  assert.equal(isLastHead(head, [head], today), true)
  assert.equal(isLastHead(head, [head, other], today), false)
  assert.equal(isLastHead(head, [head, { ...other, validTo: '2026-11-21' }], today), true)
  assert.equal(isLastHead(head, [head, { ...other, validFrom: '2026-11-23' }], today), true)
  assert.equal(isLastHead(head, [head, { ...other, role: 'lead' }], today), true)
  assert.equal(isLastHead({ ...head, role: 'lead' }, [head], today), false)
})
