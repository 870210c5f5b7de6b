import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSchoolScale, isValue, levelLabel, scaleForItem, scaleLevels, scaleValues, schoolScales } from './scale.ts'

test('words only offer nothing to choose', () => {
  assert.deepEqual(scaleValues({ kind: 'none' }), [])
  assert.equal(isValue({ kind: 'none' }, 1), false)
})

test('levels keep their own values and words', () => {
  const scale = {
    kind: 'levels',
    levels: [
      { value: 1, label: 'Engagé' },
      { value: 3, label: 'Déployé' },
    ],
  } as const
  assert.deepEqual(scaleValues(scale), [1, 3])
  assert.equal(isValue(scale, 2), false)
  assert.equal(levelLabel(scale, 3), 'Déployé')
  assert.equal(levelLabel(scale, 2), null)
})

test('an item writes its two contrasting statements into the scale, and only into that kind', () => {
  const item = { contrastLow: 'Chacun pour soi.', contrastHigh: 'Ensemble.' }
  assert.deepEqual(
    scaleLevels(scaleForItem({ kind: 'statements' }, item)).map((level) => level.label),
    ['Chacun pour soi.', 'Ensemble.'],
  )
  assert.deepEqual(scaleForItem({ kind: 'none' }, item), { kind: 'none' })
})

test('a school chooses between words, four described degrees and two statements', () => {
  assert.deepEqual(
    schoolScales.map((choice) => scaleValues(choice.scale)),
    [[], [1, 2, 3, 4], [1, 2]],
  )
  for (const level of scaleLevels(findSchoolScale('levels') ?? { kind: 'none' })) assert.ok(level.descriptor, level.label)
  assert.equal(findSchoolScale('notes'), null)
})
