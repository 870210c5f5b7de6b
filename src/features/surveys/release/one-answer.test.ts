import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSurvey, sampleDefinition, sampleQuestions } from '../../../../test/make-survey.ts'
import { makeAuthority, makeSchool } from '../../../../test/make.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import { sumOf } from './atoms.ts'
import { computeRelease } from './compute-release.ts'
import type { CountedQuestion, Telling } from './figures.ts'
import type { Noise } from './noise.ts'
import type { Cells, Split } from './shown-groups.ts'
import { Together } from './together.ts'
import { breakdownsOf, judgeUnit, totalsOf } from './unit-figures.ts'
import type { Unit } from './unit-figures.ts'

/**
 * The attacker who knows everything but one answer of one person: two worlds that differ by that answer alone. He learns nothing for certain if whatever is
 * told of the one may as well be told of the other: everything told, figures, groups, several schools, and what is not shown. Noise drawn on a tape makes it
 * exact rather than likely: the same release must come of both worlds when two draws differ by one, those of the answer given and of the other. Each of the
 * two is then 1 / fading times rarer at most, and the whole release eleven times rarer at most, however many figures the person stands in.
 */
const threshold = 11
const questions: CountedQuestion[] = [{ code: 'Q1', categories: 4, several: false }]
/** Counts of one question in one atom: « not answered », and four answers. */
const places = 5
const splits: Split[] = [
  { code: 'sexe', groups: ['F', 'G'] },
  { code: 'niveau', groups: ['2de', '1re', 'Tle'] },
]
const telling: Telling = { drawn: [{ several: false, levels: 3, values: [1, 2, 3] }], threshold }

/** A tape of noise, read from its beginning. `moved`: draws that differ. */
function play(tape: readonly number[], moved: Readonly<Record<number, number>> = {}): Noise {
  let at = -1
  return () => {
    at += 1
    return (tape[at % tape.length] ?? 0) + (moved[at] ?? 0)
  }
}

interface Person {
  groups: readonly number[]
  /** 0: not answered. */
  answer: number
}
/** People of several schools. */
type World = readonly (readonly Person[])[]

function cellsOf(people: readonly Person[]): Cells {
  const cells = new Map<string, { groups: readonly number[]; people: number; counts: Int32Array }>()
  for (const { groups, answer } of people) {
    const cell = cells.get(groups.join(' ')) ?? { groups, people: 0, counts: new Int32Array(places) }
    cell.people += 1
    cell.counts[answer] = (cell.counts[answer] ?? 0) + 1
    cells.set(groups.join(' '), cell)
  }
  const all = [...cells.values()]
  return { groups: all.map((cell) => cell.groups), people: all.map((cell) => cell.people), counts: all.map((cell) => [cell.counts]) }
}

type Judge = (cells: Cells, noise: Noise) => Unit
const ours: Judge = (cells, noise) => judgeUnit(cells, questions, splits, threshold, noise)

/** Blurred figures, but what is shown is decided on exact counts. */
const decidesOnExact: Judge = (cells, noise) => ({ ...ours(cells, noise), questions: ours(cells, () => 0).questions })

/** Everything that is told of these schools: each, and all together. */
function everythingTold(world: World, noise: Noise, judge: Judge): string {
  const together = new Together(questions)
  const told = world.map((people) => {
    const unit = judge(cellsOf(people), noise)
    together.add(0, sumOf(unit.atoms, 0), (unit.questions[0]?.depth ?? -1) >= 0)
    if (!unit.told) return null
    const groups = breakdownsOf(questions, splits, unit, telling, (split, group, question, sum) => together.addGroup(split, group, question, sum))
    return [totalsOf(questions, unit, telling), groups]
  })
  return JSON.stringify([told, together.results(telling, 3), together.breakdowns(splits, telling, 3)])
}

/** Whether two draws, each moved by one, hide which of the two answers was given. */
function isHidden(world: World, other: World, given: readonly [number, number], tape: readonly number[], judge: Judge): boolean {
  const seen = everythingTold(world, play(tape), judge)
  const atoms = world.length * 6
  for (let atom = 0; atom < atoms; atom++) {
    const moved = { [atom * places + given[0]]: 1, [atom * places + given[1]]: -1 }
    if (everythingTold(other, play(tape, moved), judge) === seen) return true
  }
  return false
}

const person: fc.Arbitrary<Person> = fc.record({ groups: fc.tuple(fc.nat(1), fc.nat(2)), answer: fc.constantFrom(0, 1, 2, 3, 4) })
/** Of some schools nearly all answer alike: there, one answer decides whether anything is shown. */
const alike: fc.Arbitrary<Person> = fc.record({ groups: fc.tuple(fc.nat(1), fc.nat(2)), answer: fc.constantFrom(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 0) })
const school = fc.oneof(fc.array(person, { minLength: 1, maxLength: 90 }), fc.array(alike, { minLength: 10, maxLength: 60 }))
const worlds = fc.record({
  world: fc.array(school, { minLength: 1, maxLength: 4 }),
  who: fc.nat(10_000),
  answer: fc.nat(4),
  tape: fc.array(fc.constantFrom(-2, -1, -1, 0, 0, 0, 0, 1, 1, 2), { minLength: 7, maxLength: 400 }),
})
type Case = typeof worlds extends fc.Arbitrary<infer T> ? T : never

/** The same world in which one person answered something else. */
function otherwise({ world, who, answer }: Case): { other: World; given: [number, number] } | null {
  const place = who % world.length
  const people = world[place] ?? []
  const index = who % people.length
  const before = people[index]
  if (!before || before.answer === answer) return null
  const changed = people.map((one, at) => (at === index ? { ...one, answer } : one))
  return { other: world.map((some, at) => (at === place ? changed : some)), given: [before.answer, answer] }
}

function countFound(runs: number, judge: Judge, noisy: boolean): number {
  return fc.sample(worlds, { numRuns: runs, seed: 7 }).filter((one) => {
    const changed = otherwise(one)
    if (!changed) return false
    if (!noisy) return everythingTold(one.world, play([0]), judge) !== everythingTold(changed.other, play([0]), judge)
    return !isHidden(one.world, changed.other, changed.given, one.tape, judge)
  }).length
}

test('without noise, who knows all answers but one sees that one in what is told', () => {
  const found = countFound(200, ours, false)
  assert.ok(found > 60, `${found} of 200`)
})

test('with blurred figures, but what is shown decided on exact counts, some answers still make themselves known', () => {
  const found = countFound(400, decidesOnExact, true)
  assert.ok(found > 4, `${found} of 400`)
})

test('everything told of one world may be told of the other, eleven times rarer at most: one answer moves two draws by one, whatever is shown', () => {
  assert.equal(countFound(400, ours, true), 0)
})

const level = { code: 'niveau', title: 'Niveau', source: 'group' as const, groups: ['2de', 'Tle'] }
const asked = sampleQuestions.slice(0, 1)
const layout = layoutOf([level], asked)
const placesAsked = (layout.places.find((place) => place.kind !== 'group')?.categories ?? 0) + 1

let site: FreshSite
let authorityId: string
let schoolIds: string[]
before(async () => {
  site = await freshSite()
  authorityId = await makeAuthority(site)
  schoolIds = []
  for (let place = 0; place < 5; place++) schoolIds.push(await makeSchool(site, { authorityId }))
})
after(() => site.stop())

const halfAndHalf = (people: number): number[] => Array.from({ length: people }, (_, index) => 1 + (index % 4))
const allBut = (people: number, ...others: number[]): number[] => [...Array.from({ length: people }, () => 3), ...others]

/** A closed survey of five schools: these answers of the first, and as many of each in the others. */
async function closedSurvey(first: readonly number[]): Promise<string> {
  const parts = [{ breakdowns: [level], definition: sampleDefinition(asked) }]
  const survey = await makeSurvey(site, { organisationId: authorityId, schoolIds, state: 'open', parts })
  for (const [place, id] of schoolIds.entries())
    for (const [index, answer] of (place === 0 ? first : halfAndHalf(24)).entries()) {
      const ballot = encodeRecord(layout, { groups: { niveau: 1 + (index % 2) }, chosen: answer === 0 ? {} : { Q1: [answer] } })
      await sql`insert into ballots (survey_id, part_id, school_id, answers) values (${survey.id}, ${survey.parts[0]}, ${id}, ${ballot})`.execute(site.owner)
    }
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${survey.id}`.execute(site.owner)
  return survey.id
}

/** All that the release of these surveys would hold, which is then taken back. */
async function releasedWith(surveys: readonly string[], noise: Noise): Promise<string> {
  const takenBack = new Error('taken back')
  let told = ''
  const look = site.owner.inTransaction(async (db) => {
    for (const survey of surveys) {
      await computeRelease(db, survey, noise)
      const { rows } = await sql<{ figures: unknown }>`
        select level, organisation_id, figures from release_figures where survey_id = ${survey} order by level, organisation_id`.execute(db)
      assert.equal(rows.length, schoolIds.length + 1)
      told += JSON.stringify(rows)
    }
    throw takenBack
  })
  await assert.rejects(look, takenBack)
  return told
}

/** Whether some noise hides which of the two answers was given from who compares everything that is stored. */
async function isHiddenInRelease(
  one: readonly string[],
  other: readonly string[],
  given: readonly [number, number],
  tape: readonly number[],
): Promise<boolean> {
  const seen = await releasedWith(one, play(tape))
  const atoms = one.length * schoolIds.length * level.groups.length
  for (let atom = 0; atom < atoms; atom++) {
    const moved = { [atom * placesAsked + given[0]]: 1, [atom * placesAsked + given[1]]: -1 }
    if ((await releasedWith(other, play(tape, moved))) === seen) return true
  }
  return false
}

/** Two years, and the same in which one answer of the last year is another. `given`: that answer in each. */
const cases: readonly { name: string; years: readonly (readonly number[])[]; otherwise: readonly (readonly number[])[]; given: [number, number] }[] = [
  { name: 'the one of sixteen who may have answered as all others', years: [allBut(15, 1)], otherwise: [allBut(15, 3)], given: [1, 3] },
  { name: 'the one without whom two only answered otherwise', years: [allBut(20, 1, 2, 1)], otherwise: [allBut(20, 1, 2, 3)], given: [1, 3] },
  { name: 'the eleventh who answered the question, or not', years: [allBut(8, 1, 2, 4)], otherwise: [allBut(8, 1, 2, 0)], given: [4, 0] },
  {
    name: 'the one who joined since last year, when the others answered as before',
    years: [halfAndHalf(32), [...halfAndHalf(32), 1]],
    otherwise: [halfAndHalf(32), [...halfAndHalf(32), 4]],
    given: [1, 4],
  },
]

for (const { name, years, otherwise: changed, given } of cases) {
  test(`what is stored of a release may be told of either answer of ${name}`, async () => {
    const one: string[] = []
    const other: string[] = []
    for (const answers of years) one.push(await closedSurvey(answers))
    for (const answers of changed) other.push(await closedSurvey(answers))
    assert.notEqual(await releasedWith(one, play([0])), await releasedWith(other, play([0])), 'without noise it is seen')
    for (const tape of [[0], [1, 0, 0, -1, 0, 2, 0], [-1, 0, 1, 0, 0]]) assert.ok(await isHiddenInRelease(one, other, given, tape))
  })
}
