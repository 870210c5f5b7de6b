import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateFaultOf, missingParts, moveTo, timingOf } from './rules.ts'

const bare = { state: 'planned' as const, why: '', byWhom: '', how: '', indicator: '', effect: '', ownerId: null, dueOn: null }

test('an action is near from fourteen days before its date, and its date has passed from the day after', () => {
  const on = (dueOn: string): string => timingOf({ state: 'under_way', dueOn }, '2026-11-21')
  assert.deepEqual(['2026-12-06', '2026-12-05', '2026-11-21', '2026-11-20'].map(on), ['later', 'near', 'near', 'passed'])
})

test('a closed action has no timing, an open one without a date is undated', () => {
  assert.equal(timingOf({ state: 'done', dueOn: '2020-01-01' }, '2026-11-21'), 'closed')
  assert.equal(timingOf({ state: 'abandoned', dueOn: null }, '2026-11-21'), 'closed')
  assert.equal(timingOf({ state: 'planned', dueOn: null }, '2026-11-21'), 'undated')
})

test('filling what the sheet says is missing leaves nothing missing', () => {
  assert.deepEqual(missingParts(bare), ['why', 'by_whom', 'owner', 'due_on', 'how', 'indicator'])
  assert.deepEqual(missingParts({ ...bare, why: 'a', byWhom: 'b', ownerId: 'c', dueOn: '2026-12-01', how: 'd', indicator: 'e' }), [])
})

test('an effect is asked for only once the action is done', () => {
  const full = { ...bare, why: 'a', byWhom: 'b', ownerId: 'c', dueOn: '2026-12-01', how: 'd', indicator: 'e' }
  assert.deepEqual(missingParts({ ...full, state: 'done' }), ['effect'])
  assert.deepEqual(missingParts({ ...full, state: 'done', effect: 'Les élèves arrivent attendus.' }), [])
})

test('reaching done dates the action once, and leaving done takes the date away', () => {
  const open = { state: 'under_way' as const, progress: 60, doneOn: null }
  const done = moveTo(open, 'done', 60, '2026-11-21')
  assert.deepEqual(done, { state: 'done', progress: 100, doneOn: '2026-11-21' })
  assert.equal(moveTo(done, 'done', 100, '2026-12-01').doneOn, '2026-11-21')
  assert.deepEqual(moveTo(done, 'under_way', 80, '2026-12-01'), { state: 'under_way', progress: 80, doneOn: null })
})

test('full progress does not close an action by itself', () => {
  assert.equal(moveTo({ state: 'under_way', progress: 50, doneOn: null }, 'under_way', 100, '2026-11-21').state, 'under_way')
})

test('an action cannot end before it starts; one date alone is fine', () => {
  assert.equal(dateFaultOf('2026-12-02', '2026-12-01'), 'ends-before-start')
  assert.equal(dateFaultOf('2026-12-01', '2026-12-01'), null)
  assert.equal(dateFaultOf(null, '2026-12-01'), null)
})
