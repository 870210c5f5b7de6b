import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposalOf } from './proposal-rules.ts'
import type { Point } from './series.ts'

const point = (period: string, value: number | null): Point => ({
  period,
  value,
  missing: value === null ? 'not-entered' : null,
  numerator: null,
  denominator: null,
  provenance: { kind: 'counted', counts: 'x' },
})
const series = (...points: Point[]) => ({ measure: 'D01', points, breaks: [] })
const aim = (period: string, value: number) => [{ measure: 'D01', period, value, note: '' }]

for (const [name, now, direction, target, proposal] of [
  ['at the aim', [70, 80], 'up', 80, 'reached'],
  ['above it', [70, 85], 'up', 80, 'reached'],
  ['on the way', [70, 75], 'up', 80, 'nearer'],
  ['going away', [75, 70], 'up', 80, 'not-yet'],
  ['under a ceiling', [12, 8], 'down', 9, 'reached'],
  ['still over it', [12, 11], 'down', 9, 'nearer'],
  ['nearer to zero', [-9, -2], 'towards-zero', 3, 'reached'],
] as const) {
  test(`a figure ${name} proposes « ${proposal} »`, () => {
    const found = proposalOf(series(point('2024-2025', now[0]), point('2025-2026', now[1])), aim('2026-2027', target), direction)
    assert.equal(found?.proposal, proposal)
  })
}

test('without an aim, with one of the past, without a figure, or in a context, nothing is proposed', () => {
  const known = series(point('2025-2026', 80))
  assert.equal(proposalOf(known, [], 'up'), null)
  assert.equal(proposalOf(known, aim('2024-2025', 70), 'up'), null)
  assert.equal(proposalOf(series(point('2025-2026', null)), aim('2026-2027', 70), 'up'), null)
  assert.equal(proposalOf(known, aim('2026-2027', 70), 'context'), null)
})
