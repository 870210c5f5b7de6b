import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differenceOf } from './difference.ts'
import { wilson } from './wilson.ts'

const of = (successes: number, people: number) => ({ middle: successes / people, ...wilson(successes, people) })

test('the interval of a difference is the one that Newcombe published (1998, table II, method 10)', () => {
  const rounded = (...[one, other]: [[number, number], [number, number]]) => {
    const { low, high } = differenceOf(of(...one), of(...other))
    return [low.toFixed(4), high.toFixed(4)]
  }
  assert.deepEqual(rounded([56, 70], [48, 80]), ['0.0524', '0.3339'])
  assert.deepEqual(rounded([9, 10], [3, 10]), ['0.1705', '0.8090'])
  assert.deepEqual(rounded([5, 56], [0, 29]), ['-0.0381', '0.1926'])
})
