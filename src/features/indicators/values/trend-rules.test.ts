import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Point } from './series.ts'
import { comparableOf, latestOf, orderPoints } from './series.ts'
import { fewPeople, intervalOf, isBetter, poolYears, trendOf } from './trend-rules.ts'

const point = (period: string, value: number | null, denominator: number | null = null): Point => ({
  period,
  value,
  missing: value === null ? 'not-published' : null,
  numerator: null,
  denominator,
  provenance: { kind: 'counted', counts: 'x' },
})

test('two shares are told apart only when their people make it sure', () => {
  assert.equal(trendOf([point('2023', 70, 200), point('2024', 85, 200)], 'percent'), 'up')
  assert.equal(trendOf([point('2023', 85, 200), point('2024', 70, 200)], 'percent'), 'down')
  assert.equal(trendOf([point('2023', 75, 200), point('2024', 80, 200)], 'percent'), 'unsure')
  assert.equal(trendOf([point('2023', 20, fewPeople - 1), point('2024', 95, 200)], 'percent'), 'few')
})

test('without people, only a step that is unusual beside the earlier ones is told', () => {
  const years = (values: number[]) => values.map((value, index) => point(String(2018 + index), value))
  assert.equal(trendOf(years([70, 90]), 'percent'), 'few')
  assert.equal(trendOf(years([70, 71, 70, 71, 90]), 'percent'), 'up')
  assert.equal(trendOf(years([70, 75, 70, 75, 80]), 'percent'), 'unsure')
  assert.equal(trendOf(years([7, 7, 7, 7, 7]), 'count'), 'unsure')
})

test('two cumulated figures share a year of people: their people tell nothing of a change', () => {
  assert.equal(trendOf([point('cumul 2022-2023', 40, 500), point('cumul 2023-2024', 80, 500)], 'percent'), 'few')
})

test('a missing figure is passed over, never taken for zero', () => {
  assert.equal(trendOf([point('2022', 80, 300), point('2023', null), point('2024', 81, 300)], 'percent'), 'unsure')
  assert.equal(latestOf({ measure: 'R01', points: [point('2023', 80), point('2024', null)], breaks: [] })?.period, '2023')
})

test('better is said only of a sure change, and towards zero from both sides', () => {
  assert.equal(isBetter('up', 'up', []), true)
  assert.equal(isBetter('up', 'down', []), false)
  assert.equal(isBetter('unsure', 'up', []), null)
  assert.equal(isBetter('up', 'context', []), null)
  assert.equal(isBetter('up', 'towards-zero', [point('2023', -8), point('2024', -2)]), true)
  assert.equal(isBetter('down', 'towards-zero', [point('2023', -2), point('2024', -8)]), false)
})

test('small years are pooled until there are enough people, and large ones are not', () => {
  assert.deepEqual(poolYears([point('2022', 50, 10), point('2023', 80, 10), point('2024', 100, 8)], 'percent'), {
    first: '2022',
    last: '2024',
    value: 75,
    people: 28,
  })
  assert.equal(poolYears([point('2023', 80, 10), point('2024', 90, 40)], 'percent'), null)
  assert.equal(poolYears([point('2024', 90, 4)], 'percent'), null)
})

test('the interval of a share is Wilson’s', () => {
  assert.deepEqual(intervalOf(point('2024', 77, 200), 'percent'), { low: 71, high: 82 })
  assert.equal(intervalOf(point('2024', 77), 'percent'), null)
})

test('points stand in the order of time, one a period, and what a break cuts off is not compared', () => {
  const points = orderPoints([point('2024', 3), point('2022', 1), point('2024', 9), point('2023', 2)])
  assert.deepEqual(
    points.map(({ value }) => value),
    [1, 2, 3],
  )
  assert.deepEqual(
    comparableOf({ measure: 'R01', points, breaks: [{ from: '2023', sentence: 'Autre méthode.' }] }).map(({ value }) => value),
    [2, 3],
  )
})
