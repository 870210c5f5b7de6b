import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attack, Contradiction } from '../../../../test/differencing-attacker.ts'
import type { Block, Row, Win } from '../../../../test/differencing-attacker.ts'
import type { BreakdownFigures, QuestionResult } from './document.ts'
import { addSum, blurAtoms, sumOf } from './atoms.ts'
import type { CountedQuestion, Drawn, Telling } from './figures.ts'
import { openNoise } from './noise.ts'
import type { Noise } from './noise.ts'
import { groupSizes } from './shown-groups.ts'
import type { Cells, Split } from './shown-groups.ts'
import { fewestSchools, joins, Together } from './together.ts'
import { breakdownsOf, judgeUnit, totalsOf } from './unit-figures.ts'
import type { Unit } from './unit-figures.ts'

const threshold = 11
const question: CountedQuestion = { code: 'q', categories: 4, several: false }
const scale: Drawn = { several: false, levels: 3, values: [1, 2, 3] }
/** The rules alone, without the noise that covers them: what they hold, they hold against exact figures. */
const still = (): number => 0
const telling: Telling = { drawn: [scale], threshold }
const splits: Split[] = [
  { code: 'sexe', groups: ['F', 'G'] },
  { code: 'niveau', groups: ['2de', '1re', 'Tle'] },
  { code: 'statut', groups: ['interne', 'externe'] },
]

/** People of one school: their group in each breakdown; how many gave each answer, place 0 being none. */
interface Cell {
  groups: readonly number[]
  counts: readonly number[]
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, some) => sum + some, 0)

const cellsOf = (school: readonly Cell[]): Cells => ({
  groups: school.map(({ groups }) => groups),
  people: school.map(({ counts }) => total(counts)),
  counts: school.map(({ counts }) => [Int32Array.from(counts)]),
})

type Judge = (cells: Cells) => Unit

const ours: Judge = (cells) => judgeUnit(cells, [question], splits, threshold, still)

/** « Hide what is under the threshold », and nothing else. */
const weak: Judge = (cells) => {
  const people = total(cells.people)
  const told = people >= threshold
  const sizes = splits.map(({ groups }, split) => groupSizes(cells, split, groups.length))
  const family = sizes.flatMap((some, split) => {
    const shown = new Set(some.flatMap((size, group) => (told && size >= threshold ? [group] : [])))
    return shown.size > 0 ? [{ split, shown }] : []
  })
  const atoms = blurAtoms(cells, family, still)
  const members = family.map(({ split }) => Map.groupBy(atoms, (atom) => atom.groups[split] ?? -1))
  return {
    people,
    told,
    family,
    atoms,
    members,
    sizes,
    questions: [{ depth: told ? family.length : null, groups: family.map(({ shown }) => shown) }],
  }
}

interface School {
  blocks: Block[]
  rows: Row[]
  cells: Cells
  unit: Unit
}

/** What these cells answered, exactly. */
function countsOf(cells: Cells, some: readonly number[]): Int32Array {
  const counts = new Int32Array(question.categories + 1)
  for (const cell of some) for (const [place, people] of (cells.counts[cell]?.[0] ?? []).entries()) counts[place] = (counts[place] ?? 0) + people
  return counts
}

/** What is released of one school, as rows over its cells. */
function release(cells: Cells, judge: Judge, name: string, exact: boolean): School {
  const blocks = cells.people.map((people, cell): Block => ({ name: `${name}${cell}`, people }))
  const unit = judge(cells)
  if (!unit.told) return { blocks, rows: [], cells, unit }
  const everybody = cells.people.map((_, cell) => cell)
  const rowOf = (some: readonly number[], result: QuestionResult | undefined, split?: number, group?: number): Row[] => {
    if (!result?.shown) return []
    const { levels, values } = scale
    const counts = exact && (unit.questions[0]?.depth ?? -1) >= 0 ? countsOf(cells, some) : undefined
    return [
      {
        blocks: some.map((cell) => `${name}${cell}`),
        figures: result.figures,
        levels,
        values,
        atoms: unit.atoms.filter(({ groups }) => split === undefined || groups[split] === group).length,
        exact: counts,
      },
    ]
  }
  const of = (split: number, group: number): number[] => everybody.filter((cell) => cells.groups[cell]?.[split] === group)
  const told: BreakdownFigures[] = breakdownsOf([question], splits, unit, telling)
  const rows = [
    ...rowOf(everybody, totalsOf([question], unit, telling)['q']),
    ...told.flatMap(({ groups }, split) => groups.flatMap(({ questions }, group) => rowOf(of(split, group), questions['q'], split, group))),
  ]
  return { blocks, rows, cells, unit }
}

/** Every set of people of the same groups in one, two or three breakdowns, that is smaller than the threshold. */
function smallSets({ cells, blocks }: School): string[][] {
  const sets = new Map<string, { blocks: string[]; people: number }>()
  for (let some = 1; some < 1 << splits.length; some++) {
    for (const [cell, { name, people }] of blocks.entries()) {
      const key = `${some} ${cells.groups[cell]?.filter((_, split) => some & (1 << split)).join(' ')}`
      const set = sets.get(key) ?? { blocks: [], people: 0 }
      sets.set(key, { blocks: [...set.blocks, name], people: set.people + people })
    }
  }
  return [...sets.values()].flatMap((set) => (set.people > 0 && set.people < threshold ? [set.blocks] : []))
}

function attackSchool(cells: Cells, judge: Judge, exact: boolean): Win[] {
  const school = release(cells, judge, '', exact)
  return attack({ blocks: school.blocks, rows: school.rows, answers: question.categories }, smallSets(school))
}

/**
 * A school of some cells, sometimes few people and sometimes many in each, with answers that may go with the groups: in some cells everybody says nearly the
 * same, and in others nobody gives an answer that is common elsewhere.
 */
const peopleOfCell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 25 }), fc.integer({ min: 10, max: 60 }))
const weights = fc.array(fc.constantFrom(0, 0, 1, 2, 6), { minLength: 5, maxLength: 5 })
const cellOf = (groups: readonly number[]): fc.Arbitrary<Cell> =>
  fc.tuple(peopleOfCell, weights, fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 })).map(([people, weight, draws]) => {
    const lots = weight.flatMap((some, answer) => Array.from({ length: some }, () => answer))
    const counts = [0, 0, 0, 0, 0]
    for (const draw of draws.slice(0, people)) {
      const answer = lots[draw % Math.max(1, lots.length)] ?? 2
      counts[answer] = (counts[answer] ?? 0) + 1
    }
    return { groups, counts }
  })
const schoolOf: fc.Arbitrary<Cell[]> = fc
  .tuple(...[0, 1].flatMap((sex) => [0, 1, 2].flatMap((level) => [0, 1].map((status) => cellOf([sex, level, status])))))
  .map((cells) => cells.filter(({ counts }) => total(counts) > 0))
  .filter((cells) => cells.length > 0)

const alikeSchool = fc
  .record({ people: fc.integer({ min: 12, max: 45 }), others: fc.constantFrom(0, 0, 1) })
  .map(({ people, others }): Cell[] => [{ groups: [0, 0, 0], counts: [0, 0, 0, people - others, others] }])
const tinySchool = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }))
  .map((given): Cell[] => [{ groups: [0, 0, 0], counts: [0, ...given] }])
const plainSchool = fc
  .tuple(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 3, max: 15 }), fc.integer({ min: 2, max: 15 }), fc.integer({ min: 3, max: 15 }))
  .map((given): Cell[] => [{ groups: [0, 0, 0], counts: [0, ...given] }])

/** Several schools and the figure of all of them: ours, or everybody's sum. */
function attackTogether(schools: readonly Cells[], judge: Judge, exact: boolean, plain: boolean): Win[] {
  const released = schools.map((cells, index) => release(cells, judge, `s${index}.`, exact))
  const together = new Together([question])
  const pool = { counts: new Int32Array(5), people: 0, atoms: 0 }
  const [own, pooled]: School[][] = [[], []]
  for (const school of released) {
    const sum = sumOf(school.unit.atoms, 0)
    const alone = plain || (school.unit.questions[0]?.depth ?? -1) >= 0
    together.add(0, sum, alone)
    if (alone) own?.push(school)
    else {
      pooled?.push(school)
      addSum(pool, sum)
    }
  }
  const counted = [...(own ?? []), ...(joins(pool, false, threshold) ? (pooled ?? []) : [])]
  const rows = released.flatMap((school) => school.rows)
  const result = together.results(telling, plain ? 1 : fewestSchools.network)['q']
  const all = counted.flatMap(({ blocks }) => blocks.map(({ name }) => name))
  const sum = new Int32Array(5)
  for (const { cells } of counted)
    for (const [place, some] of countsOf(
      cells,
      cells.people.map((_, cell) => cell),
    ).entries())
      sum[place] = (sum[place] ?? 0) + some
  // Under so many schools that are told alone, nothing is told of them together.
  if (result?.shown && (plain || (own?.length ?? 0) >= fewestSchools.network))
    rows.push({
      blocks: all,
      figures: result.figures,
      levels: 3,
      values: [1, 2, 3],
      atoms: total(counted.map(({ unit }) => unit.atoms.length)),
      exact: exact && result.figures.favourable ? sum : undefined,
    })
  const targets = released.flatMap((school) => smallSets(school))
  return attack({ blocks: released.flatMap(({ blocks }) => blocks), rows, answers: 4 }, targets)
}

/** Answers known of people, that they gave one or how many of a hidden set did. « none » tells only that nobody gave one. */
const found = (wins: readonly Win[]): Win[] => wins.filter(({ kind }) => kind !== 'none')
const certain = (wins: readonly Win[]): Win[] => wins.filter(({ kind }) => kind === 'certain')

/** In how many of these the attacker finds something. */
function countWins<T>(arbitrary: fc.Arbitrary<T>, runs: number, wins: (value: T) => Win[]): number {
  return fc.sample(arbitrary, { numRuns: runs, seed: 1 }).filter((value) => wins(value).length > 0).length
}

const network = fc.array(fc.oneof(alikeSchool, tinySchool, plainSchool, plainSchool), { minLength: fewestSchools.network, maxLength: 6 })

/** Three girls, hidden; everybody less the boys who are shown. */
const fewGirls: Cell[] = [
  { groups: [0, 0, 0], counts: [0, 0, 0, 0, 3] },
  { groups: [1, 0, 0], counts: [0, 5, 6, 7, 5] },
]

test('« hide what is under the threshold » gives a hidden group away by subtraction', () => {
  for (const exact of [true, false]) assert.ok(certain(attackSchool(cellsOf(fewGirls), weak, exact)).length > 0)
  assert.deepEqual(found(attackSchool(cellsOf(fewGirls), ours, true)), [])
})

test('« hide what is under the threshold » gives somebody away in a third of random schools, rounded or not', () => {
  for (const exact of [true, false]) {
    const wins = countWins(schoolOf, 60, (school) => found(attackSchool(cellsOf(school), weak, exact)))
    assert.ok(wins >= 18, `${wins} of 60`)
  }
})

test('in what is released of one school nobody’s answer is certain, even from exact counts', () => {
  for (const exact of [true, false])
    assert.equal(
      countWins(schoolOf, 300, (school) => certain(attackSchool(cellsOf(school), ours, exact))),
      0,
    )
})

test('several schools summed without care give away the one that is hidden', () => {
  const wins = countWins(network, 60, (schools) => found(attackTogether(schools.map(cellsOf), weak, true, true)))
  assert.ok(wins >= 12, `${wins} of 60`)
})

test('of several schools together nobody’s answer is certain, even from exact counts', () => {
  for (const exact of [true, false])
    assert.equal(
      countWins(network, 150, (schools) => certain(attackTogether(schools.map(cellsOf), ours, exact, false))),
      0,
    )
})

/** One school in two years: the same people who answered as before, and one who joined. What he joined with is asked of the linear programme. */
function attackTwoYears(stayed: readonly number[], joined: number, noise: Noise): Win[] {
  const people = total(stayed)
  const yearOf = (counts: readonly number[]): Int32Array => {
    const cells = cellsOf([{ groups: [0, 0, 0], counts }])
    return sumOf(judgeUnit(cells, [question], [], threshold, noise).atoms, 0).counts
  }
  const rowOf = (blocks: string[], exact: Int32Array): Row => ({ blocks, figures: { base: 0, shares: [] }, levels: 3, values: null, atoms: 1, exact })
  const rows = [rowOf(['stayed'], yearOf(stayed)), rowOf(['stayed', 'joined'], yearOf(stayed.map((some, place) => (place === joined ? some + 1 : some))))]
  const blocks = [
    { name: 'stayed', people },
    { name: 'joined', people: 1 },
  ]
  try {
    return attack({ blocks, rows, answers: 4 }, [['joined']])
  } catch (error) {
    // Two years that contradict one another tell him nothing.
    if (error instanceof Contradiction) return []
    throw error
  }
}

const twoYears = fc.record({ stayed: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 5, maxLength: 5 }), joined: fc.integer({ min: 1, max: 4 }) })

test('of two years, what somebody who joined answered is certain from exact counts, and from blurred ones hardly ever even guessed', () => {
  const right = (wins: readonly Win[], joined: number): boolean => wins.some(({ kind, answer }) => kind === 'certain' && answer === joined)
  const worlds = fc.sample(twoYears, { numRuns: 200, seed: 3 })
  assert.equal(worlds.filter(({ stayed, joined }) => right(attackTwoYears(stayed, joined, still), joined)).length, worlds.length)
  const noise = openNoise()
  const guessed = worlds.filter(({ stayed, joined }) => right(attackTwoYears(stayed, joined, noise), joined)).length
  assert.ok(guessed < worlds.length / 20, `${guessed} of ${worlds.length}`)
})
