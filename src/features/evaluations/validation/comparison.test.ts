import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fourLevels } from '../../../../test/make-evaluation.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { AgreedItem } from '../diagnosis/store.ts'
import { changeOf, compareCycles, groupByScale, stepOf } from './comparison.ts'

const threeLevels: Scale = {
  kind: 'levels',
  levels: [
    { value: 1, label: 'Non' },
    { value: 2, label: 'En partie' },
    { value: 3, label: 'Oui' },
  ],
}

function question(code: string | null, more: Partial<AgreedItem> & { value?: number } = {}): AgreedItem {
  const { value, ...given } = more
  return {
    id: `${code}`,
    evaluationId: '',
    organisationId: '',
    position: 1,
    origin: code ? 'bank' : 'own',
    frameworkId: code ? 'f' : null,
    originCode: code,
    originStatement: code,
    themeCode: null,
    themeTitle: '',
    phase: 'plan',
    statement: `Question ${code}`,
    help: '',
    scale: fourLevels,
    evidence: [],
    indicators: [],
    version: 1,
    agreed: value === undefined ? null : { choice: 'rated', value, reason: '', minorityView: '' },
    ...given,
  }
}

const codes = (items: readonly AgreedItem[]): string => items.map((item) => item.originCode ?? item.statement).join(' ')

test('only the same question of the same sheet, on the same scale, is put face to face', () => {
  const before = [
    question('A', { value: 1 }),
    question('B', { value: 2 }),
    question('C', { scale: threeLevels, value: 2 }),
    question('D'),
    question(null, { statement: 'La nôtre.' }),
  ]
  const after = [
    question('B', { value: 2, statement: 'Reformulée' }),
    question('A', { value: 3 }),
    question('C', { value: 2 }),
    question('E'),
    question(null, { statement: 'La nôtre.' }),
    question(null, { statement: 'Une autre.' }),
  ]
  const { pairs, otherScale, added, dropped } = compareCycles(before, after)
  assert.equal(codes(pairs.map((pair) => pair.after)), 'B A La nôtre.')
  assert.equal(codes(otherScale.map((pair) => pair.after)), 'C')
  assert.equal(codes(added), 'E Une autre.')
  assert.equal(codes(dropped), 'D')
  assert.deepEqual(pairs.map(changeOf), ['same', 'changed', 'unknown'])
})

test('the same line of another sheet is another question, and each has one counterpart at most', () => {
  const { pairs, added, dropped } = compareCycles([question('A'), question('B', { frameworkId: 'other' })], [question('A'), question('A'), question('B')])
  assert.deepEqual([pairs.length, codes(added), codes(dropped)], [1, 'A B', 'B'])
})

test('a position is a step of its scale; without one there is no step', () => {
  assert.equal(stepOf(question('A', { value: 4 })), 3)
  assert.equal(stepOf(question('A')), null)
  assert.equal(stepOf(question('A', { agreed: { choice: 'unknown', value: null, reason: '', minorityView: '' } })), null)
  assert.equal(stepOf(question('A', { scale: { kind: 'none' }, agreed: { choice: 'worded', value: null, reason: 'x', minorityView: '' } })), null)
})

test('questions are drawn together only when their steps have the same words', () => {
  const pair = (scale: Scale) => ({ before: question('A', { scale }), after: question('A', { scale }) })
  const groups = groupByScale([
    pair(fourLevels),
    pair(threeLevels),
    pair(fourLevels),
    pair({ kind: 'statements', low: 'a', high: 'b' }),
    pair({ kind: 'none' }),
  ])
  assert.deepEqual(
    groups.map((group) => [group.levels.length, group.pairs.length]),
    [
      [4, 2],
      [3, 1],
    ],
  )
})
