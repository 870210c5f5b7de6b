import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { disagreement, findingOf } from './disagreement.ts'

/** People by level: 2 to 10 levels, at least two people. */
const group = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 10 }).filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 2)
const measure = (counts: readonly number[]): number => disagreement(counts) ?? NaN
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9

/** The definition, person by person. */
function pairwise(counts: readonly number[]): number {
  const people = counts.flatMap((count, level) => Array.from({ length: count }, () => level))
  const distance = (levels: readonly number[]): number =>
    levels.reduce((sum, one, index) => sum + levels.slice(index + 1).reduce((inner, other) => inner + Math.abs(one - other), 0), 0)
  const half = Math.floor(people.length / 2)
  const opposed = people.map((_, index) => (index < half ? 0 : counts.length - 1))
  return distance(people) / distance(opposed)
}

test('it is the mean distance between two people over the largest possible', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 6 }), { minLength: 2, maxLength: 6 }).filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 2),
      (counts) => near(measure(counts), pairwise(counts)),
    ),
    { numRuns: 60 },
  )
})

test('it stays between 0 and 1, is 0 only when all agree and 1 only for two halves at the ends', () => {
  fc.assert(
    fc.property(group, (counts) => {
      const value = measure(counts)
      const people = counts.reduce((sum, count) => sum + count, 0)
      assert.ok(value >= 0 && value <= 1 + 1e-12)
      assert.equal(
        value === 0,
        counts.some((count) => count === people),
      )
      const [low, high] = [counts[0] ?? 0, counts.at(-1) ?? 0]
      assert.equal(near(value, 1), low + high === people && Math.abs(low - high) <= 1)
    }),
  )
})

test('it is the same read from either end of the scale', () => {
  fc.assert(fc.property(group, (counts) => near(measure(counts), measure([...counts].reverse()))))
})

test('one person moving one level away from everybody never lowers it', () => {
  fc.assert(
    fc.property(group, (counts) => {
      const high = counts.findLastIndex((count) => count > 0)
      fc.pre(high < counts.length - 1)
      const moved = counts.map((count, level) => (level === high ? count - 1 : level === high + 1 ? count + 1 : count))
      // Alone on top, she leaves; with others, she leaves them: either way she is further from all who stay below.
      assert.ok(measure(moved) >= measure(counts) - 1e-9)
    }),
  )
})

test('two opposed camps count for more than answers spread evenly, and these for more than neighbours', () => {
  const [opposed, even, neighbours] = [measure([6, 0, 0, 6]), measure([3, 3, 3, 3]), measure([0, 6, 6, 0])]
  assert.ok(opposed > even && even > neighbours)
})

test('nobody or one person alone has no disagreement: unknown, not zero', () => {
  assert.equal(disagreement([0, 0, 0, 0]), null)
  assert.equal(disagreement([0, 1, 0, 0]), null)
  assert.equal(disagreement([]), null)
  assert.equal(disagreement([0, 2, 0, 0]), 0)
})

test('each shape of answers has its finding', () => {
  const kinds: [number[], string][] = [
    [[0, 0, 0, 0], 'nobody'],
    [[0, 1, 0, 0], 'alone'],
    [[0, 5, 0, 0], 'same'],
    [[4, 1, 1, 4], 'split'],
    [[3, 3], 'split'],
    [[1, 0, 8, 1], 'leaning'],
    [[1, 5], 'leaning'],
    [[0, 3, 3, 0], 'near'],
    [[1, 3, 3, 1], 'wide'],
  ]
  for (const [counts, kind] of kinds) assert.equal(findingOf(counts).kind, kind, counts.join(' '))
})

test('every group has a finding that its counts bear out', () => {
  fc.assert(
    fc.property(group, (counts) => {
      const finding = findingOf(counts)
      if ('level' in finding) assert.ok((counts[finding.level] ?? 0) > 0)
      if (finding.kind === 'near' || finding.kind === 'wide') assert.ok((counts[finding.low] ?? 0) > 0 && (counts[finding.high] ?? 0) > 0)
      if (finding.kind === 'same') assert.equal(measure(counts), 0)
    }),
  )
})
