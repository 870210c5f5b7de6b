import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestDescription, longestLabel, moveId, referenceFault } from './rules.ts'

test('a reference needs a name, and both texts have a limit', () => {
  assert.equal(referenceFault({ label: '', description: 'x' }), 'no-label')
  assert.equal(referenceFault({ label: 'a'.repeat(longestLabel), description: '' }), null)
  assert.equal(referenceFault({ label: 'a'.repeat(longestLabel + 1), description: '' }), 'long-label')
  assert.equal(referenceFault({ label: 'a', description: 'b'.repeat(longestDescription) }), null)
  assert.equal(referenceFault({ label: 'a', description: 'b'.repeat(longestDescription + 1) }), 'long-description')
})

test('a line moves by one place and stays at the ends', () => {
  assert.deepEqual(moveId(['a', 'b', 'c'], 'b', 'up'), ['b', 'a', 'c'])
  assert.deepEqual(moveId(['a', 'b', 'c'], 'b', 'down'), ['a', 'c', 'b'])
  assert.deepEqual(moveId(['a', 'b', 'c'], 'a', 'up'), ['a', 'b', 'c'])
  assert.deepEqual(moveId(['a', 'b', 'c'], 'c', 'down'), ['a', 'b', 'c'])
  assert.deepEqual(moveId(['a', 'b', 'c'], 'unknown', 'down'), ['a', 'b', 'c'])
})
