import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { settingsOn } from './outlook-rules.ts'
import type { Knows, Settings } from './outlook-rules.ts'

const version = (grades: number[], questions: string[]): Knows => ({
  grades: grades.map((value) => ({ value, label: `Niveau ${value}` })),
  questions: questions.map((code) => ({ code, question: `${code} ?` })),
})
const older = version([1, 2], ['CFA', 'PUB'])
const newer = version([1, 2, 3], ['CFA', 'NUM'])

const settings: Settings = {
  state: 'preparing',
  grade: 2,
  conditions: ['CFA', 'PUB'],
  heldFrom: null,
  heldUntil: '2027-01-01',
  nextStep: 'Dossier',
  nextDueOn: '2026-12-01',
  sharedAt: new Date(0),
}

test('what both versions know is taken along, and so is everything that is said of the label as a whole', () => {
  assert.deepEqual(settingsOn(newer, { ...settings, ...older }, null), { ...settings, conditions: ['CFA'] })
})

test('what one version does not know keeps, on the way back, what was said there', () => {
  const moved = { ...settings, ...newer, conditions: ['NUM'], grade: 3, nextStep: 'Audit' }
  assert.deepEqual(settingsOn(older, moved, settings), { ...settings, conditions: ['PUB'], grade: 2, nextStep: 'Audit' })
})

test('a level taken back to « none », where both versions have levels, stays none', () => {
  assert.equal(settingsOn(older, { ...settings, ...newer, grade: null }, settings).grade, null)
  assert.equal(settingsOn(older, { ...settings, ...version([], []), grade: null }, settings).grade, 2)
})

test('there and back without a change is where one was', () => {
  const some = (codes: string[]) => fc.subarray(codes)
  const versions = fc.record({ grades: fc.subarray([1, 2, 3]), questions: some(['A', 'B', 'C']) }).map(({ grades, questions }) => version(grades, questions))
  fc.assert(
    fc.property(versions, versions, fc.constantFrom(null, 1, 2, 3), (from, to, grade) => {
      const own = from.grades.some((one) => one.value === grade) ? grade : null
      const start: Settings = { ...settings, grade: own, conditions: from.questions.slice(1).map((question) => question.code) }
      const there = settingsOn(to, { ...start, ...from }, null)
      assert.deepEqual(settingsOn(from, { ...there, ...to }, start), start)
    }),
  )
})
