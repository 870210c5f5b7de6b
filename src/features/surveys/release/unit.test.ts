import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewestApart } from './cut.ts'
import { figuresEdge, resultOf, roundDown, shareOf } from './figures.ts'
import { atomsOf, depthOf, fewestOthers, keepsSecret, safeSplits, shownGroups, sumOf } from './unit.ts'
import type { Cells, ShownSplit, Split } from './unit.ts'
import { joins } from './together.ts'
import { wilson } from './wilson.ts'

const threshold = 11

interface Person {
  groups: number[]
  answer: number
}

/** One question with three answers, people by cell. */
function cellsOf(people: readonly Person[]): Cells {
  const cells = new Map<string, { groups: number[]; people: number; counts: Int32Array }>()
  for (const { groups, answer } of people) {
    const cell = cells.get(groups.join(' ')) ?? { groups, people: 0, counts: new Int32Array(4) }
    cell.people += 1
    cell.counts[answer] = (cell.counts[answer] ?? 0) + 1
    cells.set(groups.join(' '), cell)
  }
  const all = [...cells.values()]
  return { groups: all.map((cell) => cell.groups), people: all.map((cell) => cell.people), counts: all.map((cell) => [cell.counts]) }
}

const people = (groups: number[], answers: number[]): Person[] => answers.map((answer) => ({ groups, answer }))
const many = (count: number, groups: number[], answer = 1): Person[] =>
  people(
    groups,
    Array.from({ length: count }, () => answer),
  )

test('a group under the threshold is not shown, nor what would give it by subtraction', () => {
  const cells = cellsOf([...many(30, [0]), ...many(20, [1]), ...many(threshold - 1, [2])])
  assert.deepEqual([...shownGroups(cells, 0, 3, threshold)], [0])
  const enough = cellsOf([...many(30, [0]), ...many(20, [1]), ...many(threshold, [2])])
  assert.deepEqual([...shownGroups(enough, 0, 3, threshold)], [0, 1, 2])
})

const rest = (groups: readonly number[], { split, shown }: ShownSplit): number => (shown.has(groups[split] ?? -1) ? (groups[split] ?? -1) : 1000)

/** Everything that can be computed by adding and subtracting figures, by elimination: is there something about fewer people than the threshold? */
function attackerFinds(cells: Cells, family: readonly ShownSplit[]): boolean {
  const atoms = atomsOf(family, cells)
  const blocks = [
    atoms.map(() => 1),
    ...family.flatMap((shown) => {
      const names = atoms.map((atom) => rest(cells.groups[atom.cells[0] ?? 0] ?? [], shown))
      return [...new Set(names)].map((name) => names.map((one) => (one === name ? 1 : 0)))
    }),
  ]
  const full = rankOf(blocks)
  for (let set = 1; set < 1 << atoms.length; set++) {
    const inside = atoms.filter((_, index) => set & (1 << index))
    if (inside.reduce((sum, atom) => sum + atom.people, 0) >= threshold) continue
    if (rankOf(blocks.map((row) => row.filter((_, index) => !(set & (1 << index))))) < full) return true
  }
  return false
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [one = [], other = []] = [left[pivot], left[rank]]
    ;[left[rank], left[pivot]] = [one, other]
    for (const [index, row] of left.entries()) {
      if (index === rank) continue
      const factor = (row[column] ?? 0) / (one[column] ?? 1)
      if (factor !== 0) left[index] = row.map((value, place) => value - factor * (one[place] ?? 0))
    }
    rank += 1
  }
  return rank
}

const splits: Split[] = [
  { code: 'sexe', groups: ['F', 'G'] },
  { code: 'niveau', groups: ['2de', '1re', 'Tle'] },
  { code: 'statut', groups: ['interne', 'externe'] },
]

const population = fc.array(
  fc.record({
    groups: fc.tuple(fc.constantFrom(0, 0, 0, 1), fc.constantFrom(0, 0, 1, 1, 2), fc.constantFrom(0, 0, 0, 0, 1)),
    answer: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 20, maxLength: 150 },
)

test('by adding and subtracting, nobody finds fewer people than the threshold in what is shown, whoever they are', () => {
  fc.assert(
    fc.property(population, (all) => {
      const cells = cellsOf(all)
      assert.equal(attackerFinds(cells, safeSplits(cells, splits, threshold)), false)
    }),
    { numRuns: 400 },
  )
})

test('the attack works on what hides small groups alone: two breakdowns, each harmless, give somebody away', () => {
  let found = 0
  fc.assert(
    fc.property(population, (all) => {
      const cells = cellsOf(all)
      const weak = splits.map((_, split): ShownSplit => ({
        split,
        shown: new Set(
          [0, 1, 2].filter((group) => cells.people.reduce((sum, some, cell) => sum + (cells.groups[cell]?.[split] === group ? some : 0), 0) >= threshold),
        ),
      }))
      if (attackerFinds(cells, weak)) found += 1
    }),
    { numRuns: 200 },
  )
  assert.ok(found > 20, `${found} of 200`)
})

test('the smallest cut is what two breakdowns can tell apart', () => {
  // Everybody but one girl is in a level of one sex alone: girls less the first level leaves her.
  const cells = [
    { one: 0, other: 0, people: 20 },
    { one: 1, other: 1, people: 20 },
    { one: 0, other: 1, people: 1 },
  ]
  assert.equal(fewestApart(cells), 1)
  assert.equal(
    fewestApart([
      { one: 0, other: 0, people: 12 },
      { one: 0, other: 1, people: 15 },
      { one: 1, other: 0, people: 14 },
      { one: 1, other: 1, people: 13 },
    ]),
    25,
  )
  assert.equal(fewestApart([]), Infinity)
})

test('a question is detailed only where people whom the figures do not tell apart gave different answers', () => {
  fc.assert(
    fc.property(population, (all) => {
      const cells = cellsOf(all)
      const family = safeSplits(cells, splits, threshold)
      const depth = depthOf(cells, family, 0, false)
      if (depth < 0) return
      for (const atom of atomsOf(family.slice(0, depth), cells)) {
        const given = sumOf(cells, atom.cells, 0)
        assert.ok(atom.people - Math.max(...given) >= fewestOthers, 'each of them may have answered as another did')
      }
    }),
    { numRuns: 300 },
  )
})

test('all the same answer, or all but one, is not told exactly', () => {
  assert.equal(keepsSecret(Int32Array.of(0, 30, 0), false, 30), false)
  assert.equal(keepsSecret(Int32Array.of(0, 29, 1), false, 30), false)
  assert.equal(keepsSecret(Int32Array.of(0, 28, 2), false, 30), true)
  assert.equal(keepsSecret(Int32Array.of(5, 25, 0), false, 30), false, 'those who passed are no cover')
  assert.equal(keepsSecret(Int32Array.of(0, 30, 3), true, 30), false)
  assert.equal(keepsSecret(Int32Array.of(0, 12, 0), true, 30), true)
})

test('shares are whole percents, extremes are masked, bases are rounded down', () => {
  assert.deepEqual([shareOf(0, 40), shareOf(1, 40), shareOf(2, 40), shareOf(38, 40), shareOf(39, 40), shareOf(40, 40)], ['low', 'low', 5, 95, 'high', 'high'])
  assert.equal(figuresEdge, 0.05)
  assert.deepEqual([roundDown(4), roundDown(5), roundDown(14)], [0, 5, 10])
  const drawn = { several: false, levels: null, values: null }
  const still = (): number => 0
  assert.deepEqual(resultOf(Int32Array.of(0, 40, 0), 40, drawn, false, still), { shown: true, figures: { base: 40, shares: ['high', 'low'] } })
  assert.deepEqual(resultOf(Int32Array.of(0, 11, 1), 12, drawn, false, still), { shown: false, why: 'alike' })
})

test('favourable answers carry their interval; « je ne sais pas » and a middle level count for neither side', () => {
  const result = resultOf(Int32Array.of(0, 10, 10, 20, 20, 7), 67, { several: false, levels: 4, values: null }, true, () => 0)
  assert.ok(result.shown)
  assert.deepEqual(result.figures.favourable, { share: 67, low: 54, high: 78 })
  const odd = resultOf(Int32Array.of(0, 10, 10, 10), 30, { several: false, levels: 3, values: null }, true, () => 0)
  assert.ok(odd.shown)
  assert.equal(odd.figures.favourable?.share, 33)
})

test('Wilson’s interval is that of the tables', () => {
  const { low, high } = wilson(8, 10)
  assert.ok(Math.abs(low - 0.4902) < 0.0005 && Math.abs(high - 0.9433) < 0.0005)
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
})

test('schools that could not be told alone are told together only as many as the threshold, and not all alike', () => {
  assert.equal(joins({ counts: Int32Array.of(0, 5, 5), people: 10 }, false, threshold), false)
  assert.equal(joins({ counts: Int32Array.of(0, 6, 5), people: 11 }, false, threshold), true)
  assert.equal(joins({ counts: Int32Array.of(0, 30, 0), people: 30 }, false, threshold), false)
})
