import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Together } from './together.ts'

const question = { code: 'Q1', categories: 4, several: false }
const telling = { drawn: [{ several: false, levels: 4, values: null }], threshold: 11 }
const splits = [{ code: 'niveau', groups: ['2de', 'Tle'] }]

/** So many schools that show 20 people of the first group, half of them favourable, and one that shows the second. */
function told(schools: number) {
  const together = new Together([question])
  for (let school = 0; school < schools; school++) together.addGroup(0, 0, 0, { counts: Int32Array.of(0, 5, 5, 5, 5), people: 20, atoms: 1 })
  together.addGroup(0, 1, 0, { counts: Int32Array.of(0, 5, 5, 5, 5), people: 20, atoms: 1 })
  return together.breakdowns(splits, telling, 3)
}

test('a group is told of several schools when three show it, and a group of one school alone is not', () => {
  const [level] = told(3)
  assert.equal(level?.shown, true)
  assert.deepEqual(
    level?.groups.map(({ code, answers, why }) => ({ code, answers, why })),
    [
      { code: '2de', answers: 60, why: undefined },
      { code: 'Tle', answers: null, why: 'few' },
    ],
  )
  const result = level?.groups[0]?.questions['Q1']
  assert.ok(result?.shown)
  assert.deepEqual(result.figures.shares, [25, 25, 25, 25])
  assert.equal(result.figures.base, 60)
})

test('where two schools show a breakdown, none of it is told', () => {
  assert.deepEqual(told(2), [{ code: 'niveau', shown: false, why: 'few', groups: [] }])
})

test('a question that too few schools answered is not told of all: it would be one school’s own figure', () => {
  const told = (schools: number) => {
    const together = new Together([question])
    const some = { counts: Int32Array.of(0, 5, 5, 5, 5), people: 20, atoms: 1 }
    for (let school = 0; school < schools; school++) together.add(0, some, true)
    // Asked of boarders alone: in the other schools nobody answered.
    for (let school = schools; school < 6; school++) together.add(0, { counts: Int32Array.of(20, 0, 0, 0, 0), people: 20, atoms: 1 }, false)
    return together.results(telling, 5)['Q1']?.shown
  }
  assert.deepEqual([told(1), told(4), told(5)], [false, false, true])
})

test('what is added is copied: a school’s own counts do not change', () => {
  const together = new Together([question])
  const counts = Int32Array.of(0, 5, 5, 5, 5)
  for (let school = 0; school < 4; school++) together.addGroup(0, 0, 0, { counts, people: 20, atoms: 1 })
  assert.deepEqual([...counts], [0, 5, 5, 5, 5])
})
