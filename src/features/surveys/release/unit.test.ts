import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewestApart } from './cut.ts'
import { blurAtoms, notToldApartBy, sumOf } from './atoms.ts'
import { figuresEdge, intervalOf, resultOf, roundDown, shareOf } from './figures.ts'
import { openNoise } from './noise.ts'
import type { Noise } from './noise.ts'
import { depthOf, fewestOthers, keepsSecret } from './secret.ts'
import { largeEnough, notToldApart, safeSplits, shownGroups } from './shown-groups.ts'
import type { Cells, ShownSplit, Split } from './shown-groups.ts'
import { joins } from './together.ts'
import { breakdownsOf, judgeUnit } from './unit-figures.ts'
import { wilson } from './wilson.ts'

const threshold = 11

/** Counts as they are: the noise has its own tests. */
const still = (): number => 0

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
  const atoms = notToldApart(family, cells)
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
      const atoms = blurAtoms(cells, family, still)
      const depth = depthOf(
        [...family.keys(), family.length].map((some) => notToldApartBy(atoms, family.slice(0, some))),
        0,
        false,
      )
      if (depth < 0) return
      for (const block of notToldApartBy(atoms, family.slice(0, depth))) {
        const { counts, people: some } = sumOf(block, 0)
        assert.ok(counts[0] === some || some - Math.max(...counts) >= fewestOthers, 'each of them may have answered as another did')
      }
    }),
    { numRuns: 300 },
  )
})

const sum = (...counts: number[]) => ({ counts: Int32Array.from(counts), people: counts.reduce((all, some) => all + some, 0), atoms: 0 })

test('all the same answer, or all but one, is not told exactly', () => {
  assert.equal(keepsSecret(sum(0, 30, 0), false), false)
  assert.equal(keepsSecret(sum(0, 29, 1), false), false)
  assert.equal(keepsSecret(sum(0, 28, 2), false), true)
  assert.equal(keepsSecret(sum(5, 25, 0), false), false, 'those who passed are no cover')
  assert.equal(keepsSecret({ counts: Int32Array.of(0, 30, 3), people: 30, atoms: 0 }, true), false)
  assert.equal(keepsSecret({ counts: Int32Array.of(0, 12, 0), people: 30, atoms: 0 }, true), true)
})

test('of the groups in which too few answered a question, none can be found from the others', () => {
  assert.deepEqual([...largeEnough([20, 15, 3], 38, threshold)], [0], '38 − 20 − 15 would be the three')
  assert.deepEqual([...largeEnough([20, 15, 0], 35, threshold)], [0, 1], 'nobody is found')
  assert.deepEqual([...largeEnough([20, 15, 1], 36, threshold, 2)], [0, 1], 'one or two of blurred counts may be nobody')
})

/** One question asked of people of three groups: how many of each answered, and half of them each answer. */
const asked = (...answered: number[]): Cells => ({
  groups: answered.map((_, group) => [group]),
  people: answered.map(() => 30),
  counts: answered.map((some) => [Int32Array.of(30 - some, Math.ceil(some / 2), Math.floor(some / 2))]),
})
const three: Split[] = [{ code: 'niveau', groups: ['2de', '1re', 'Tle'] }]
const toldOf = (cells: Cells, noise: Noise): number[] => {
  const unit = judgeUnit(cells, [{ code: 'Q', categories: 2, several: false }], three, threshold, noise)
  const [breakdown] = breakdownsOf([{ code: 'Q', categories: 2, several: false }], three, unit, { drawn: [], threshold })
  return (breakdown?.groups ?? []).flatMap(({ questions }, group) => (questions['Q']?.shown ? [group] : []))
}

test('where few of a group answered a question, another group is hidden too; where nobody did, none', () => {
  assert.deepEqual(toldOf(asked(30, 25, 20), still), [0, 1, 2])
  assert.deepEqual(toldOf(asked(30, 25, 5), still), [0], '60 − 30 − 25 would be the five')
  assert.deepEqual(toldOf(asked(30, 25, 0), still), [0, 1])
  // Noise that makes two of nobody hides nothing more.
  let drawn = 0
  assert.deepEqual(
    toldOf(asked(30, 25, 0), () => (++drawn === 7 ? -2 : 0)),
    [0, 1],
  )
})

test('shares are whole percents, extremes are masked, bases are rounded down', () => {
  assert.deepEqual([shareOf(0, 40), shareOf(1, 40), shareOf(2, 40), shareOf(38, 40), shareOf(39, 40), shareOf(40, 40)], ['low', 'low', 5, 95, 'high', 'high'])
  assert.equal(figuresEdge, 0.05)
  assert.deepEqual([roundDown(4), roundDown(5), roundDown(14)], [0, 5, 10])
  const drawn = { several: false, levels: null, values: null }
  assert.deepEqual(resultOf(sum(0, 40, 0), drawn, false), { shown: true, figures: { base: 40, shares: ['high', 'low'] } })
  assert.deepEqual(resultOf(sum(0, 11, 1), drawn, false), { shown: false })
})

test('favourable answers carry their interval; « je ne sais pas » and a middle level count for neither side', () => {
  const result = resultOf(sum(0, 10, 10, 20, 20, 7), { several: false, levels: 4, values: null }, true)
  assert.ok(result.shown)
  assert.deepEqual(result.figures.favourable, { share: 67, low: 54, high: 78 })
  const odd = resultOf(sum(0, 10, 10, 10), { several: false, levels: 3, values: null }, true)
  assert.ok(odd.shown)
  assert.equal(odd.figures.favourable?.share, 33)
})

test('the interval is wider by what the noise adds, and no longer so in a large school', () => {
  const width = (people: number, atoms: number): number => {
    const { low, high } = intervalOf(0.5, people, 4, atoms)
    return high - low
  }
  assert.equal(width(40, 0), 30)
  assert.ok(width(40, 8) > width(40, 3) && width(40, 3) > width(40, 0))
  assert.ok(width(2_000, 12) - width(2_000, 0) <= 1)
  assert.deepEqual(intervalOf(0, 0, 4, 3), { low: 0, high: 100 })
})

test('nineteen times out of twenty the interval holds the true part, in small groups and near the ends too', () => {
  const noise = openNoise()
  const draws = 2_000
  for (const [people, atoms, levels] of [
    [11, 1, 5],
    [30, 6, 4],
    [40, 6, 5],
    [66, 6, 5],
    [500, 18, 4],
  ] as const)
    for (const truth of [0.5, 0.7, 0.9, 0.98]) {
      let held = 0
      for (let draw = 0; draw < draws; draw++) {
        const counts = Array.from({ length: levels }, () => 0)
        const first = Math.ceil(levels / 2)
        for (let person = 0; person < people; person++) {
          const level = Math.random() < truth ? first + (person % (levels - first)) : person % first
          counts[level] = (counts[level] ?? 0) + 1
        }
        const blurred = counts.map((some) => Array.from({ length: atoms }, noise).reduce((all, one) => all + one, some))
        const told = resultOf({ counts: Int32Array.from([0, ...blurred]), people, atoms }, { several: false, levels, values: null }, true)
        const { low = 0, high = 0 } = (told.shown && told.figures.favourable) || {}
        // The interval is told in whole percents.
        if (low <= Math.ceil(truth * 100) && high >= Math.floor(truth * 100)) held += 1
      }
      assert.ok(held / draws > 0.935, `${people} people, ${atoms} atoms, ${levels} levels, ${truth}: ${held / draws}`)
    }
})

test('Wilson’s interval is that of the tables', () => {
  const { low, high } = wilson(8, 10)
  assert.ok(Math.abs(low - 0.4902) < 0.0005 && Math.abs(high - 0.9433) < 0.0005)
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
})

test('schools that could not be told alone are told together only as many as the threshold, and not all alike', () => {
  assert.equal(joins(sum(0, 5, 5), false, threshold), false)
  assert.equal(joins(sum(0, 6, 5), false, threshold), true)
  assert.equal(joins(sum(0, 30, 0), false, threshold), false)
})
