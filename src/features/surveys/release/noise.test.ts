import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultOf } from './figures.ts'
import { blur, fading, openNoise } from './noise.ts'
import type { Noise } from './noise.ts'

const draws = 40_000
const scale = { several: false, levels: 4, values: null }

/** How often each figure is told of these counts. */
function figuresTold(counts: readonly number[], noise: Noise): Map<string, number> {
  const people = counts.reduce((sum, some) => sum + some, 0)
  const told = new Map<string, number>()
  for (let draw = 0; draw < draws; draw++) {
    const figure = JSON.stringify(resultOf(Int32Array.from(counts), people, scale, true, noise))
    told.set(figure, (told.get(figure) ?? 0) + 1)
  }
  return told
}

/**
 * The attacker who knows everything but one person's answer: two schools that differ by that answer alone. He wins where some figure is told of the one and,
 * for all that he can see, never of the other; under our noise each figure is at most so many times likelier of the one than of the other.
 */
function tellsApart(one: readonly number[], other: readonly number[], noise: Noise): boolean {
  const [first, second] = [figuresTold(one, noise), figuresTold(other, noise)]
  // One person moves two counts by one.
  const least = fading ** 2
  const often = draws / 100
  return [...first].some(([figure, times]) => times >= often && (second.get(figure) ?? 0) < times * least * 0.5)
}

/** Each but the last is a case in which the rules alone let a figure be worked back to somebody. */
const pairs: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['one who joined since last year, when the others answered as before', [0, 8, 8, 8, 9], [0, 9, 8, 8, 8]],
  ['the one of sixteen who may have answered otherwise', [0, 0, 0, 16, 0], [0, 0, 0, 15, 1]],
  ['one of three girls, when everybody and the boys are told', [0, 5, 6, 7, 8], [0, 6, 6, 7, 7]],
  ['one of a hundred', [0, 25, 25, 25, 25], [0, 26, 25, 25, 24]],
]

for (const [name, one, other] of pairs) {
  test(`no figure makes certain what was answered by ${name}`, () => {
    assert.equal(tellsApart(one, other, openNoise()), false)
    assert.equal(tellsApart(other, one, openNoise()), false)
  })
}

test('without noise the same attacker wins', () => {
  const told = pairs.filter(([, one, other]) => tellsApart(one, other, () => 0))
  assert.equal(told.length, pairs.length)
})

test('noise has no bound, is nobody in half of the counts, and moves a count by one on average', () => {
  const noise = openNoise()
  const drawn = Array.from({ length: draws }, noise)
  const none = drawn.filter((one) => one === 0).length / draws
  const mean = drawn.reduce((sum, one) => sum + one, 0) / draws
  const distance = drawn.reduce((sum, one) => sum + Math.abs(one), 0) / draws
  assert.ok(Math.abs(none - (1 - fading) / (1 + fading)) < 0.02, `${none}`)
  assert.ok(Math.abs(mean) < 0.03, `${mean}`)
  assert.ok(distance > 0.5 && distance < 1, `${distance}`)
  assert.ok(drawn.some((one) => one <= -4) && drawn.some((one) => one >= 4))
})

test('a blurred count is never negative, and of several answers none passes all who answered', () => {
  const noise = openNoise()
  for (let draw = 0; draw < 2_000; draw++) {
    const single = blur(Int32Array.of(3, 0, 1, 12), false, 13, noise)
    assert.ok(single.answers.every((some) => some >= 0) && single.base === single.answers.reduce((sum, some) => sum + some, 0))
    const several = blur(Int32Array.of(0, 12, 0, 12), true, 12, noise)
    assert.ok(several.answers.every((some) => some >= 0 && some <= several.base) && several.base >= 1)
  }
})
