import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scaleValues } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { Agreed } from '../agree/rules.ts'
import { diagnosisObstacle, draftErrors, heightOf, longestFinding, suggestFindings } from './rules.ts'

const levels = (count: number): Scale => ({
  kind: 'levels',
  levels: Array.from({ length: count }, (_, index) => ({ value: index + 1, label: `Degré ${index + 1}` })),
})
const rated = (value: number): Agreed => ({ choice: 'rated', value, reason: '', minorityView: '' })

/** For each scale, what is suggested from each of its steps, in order: + strength, - worth a look, . nothing. */
const scales: [name: string, scale: Scale, suggested: string][] = [
  ['two contrasting statements', { kind: 'statements' }, '-+'],
  ['three levels', levels(3), '-.+'],
  ['four levels', levels(4), '--.+'],
  ['five levels', levels(5), '--.++'],
  ['six levels', levels(6), '--..++'],
  ['seven levels', levels(7), '---..++'],
  ['one level', levels(1), '.'],
  ['words only', { kind: 'none' }, ''],
]

for (const [name, scale, suggested] of scales) {
  test(`suggestions follow the height on a scale of ${name}`, () => {
    const signs = scaleValues(scale).map((value) => {
      const [found] = suggestFindings([{ id: 'a', scale, agreed: rated(value) }], new Set())
      return found ? { strength: '+', weakness: '-' }[found.kind] : '.'
    })
    assert.equal(signs.join(''), suggested)
  })
}

test('nothing is suggested without a position, nor twice from the same question', () => {
  const scale = levels(4)
  const others: (Agreed | null)[] = [
    null,
    { ...rated(1), choice: 'unknown', value: null },
    { ...rated(1), choice: 'not_applicable', value: null },
    { ...rated(1), choice: 'worded', value: null },
    rated(9),
  ]
  for (const agreed of others) assert.equal(heightOf({ scale, agreed }), null)
  assert.deepEqual(suggestFindings([{ id: 'a', scale, agreed: rated(4) }], new Set(['a'])), [])
})

test('findings are written between closing and validation only', () => {
  assert.deepEqual((['composing', 'answering', 'agreeing', 'validated'] as const).map(diagnosisObstacle), ['not-closed', 'not-closed', null, 'validated'])
})

test('a finding needs one sentence, and one that can be said in a breath', () => {
  const draft = { kind: 'strength' as const, text: 'x'.repeat(longestFinding), detail: '', itemIds: [] }
  assert.deepEqual(draftErrors(draft), [])
  assert.deepEqual(draftErrors({ ...draft, text: '' }), [{ field: 'text', error: 'no-text' }])
  assert.deepEqual(
    draftErrors({ ...draft, text: `${draft.text}x`, detail: 'x'.repeat(20_001) }).map(({ error }) => error),
    ['long-text', 'long-detail'],
  )
})
