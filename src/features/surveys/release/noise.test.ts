import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldCounts } from './figures.ts'
import { fading, noiseVariance, openNoise } from './noise.ts'

const draws = 40_000

test('noise has no bound, is nobody in half of the counts, and each further person is so many times rarer', () => {
  const noise = openNoise()
  const drawn = Array.from({ length: draws }, noise)
  const part = (people: number): number => drawn.filter((one) => one === people).length / draws
  const mean = drawn.reduce((sum, one) => sum + one, 0) / draws
  const variance = drawn.reduce((sum, one) => sum + one * one, 0) / draws
  assert.ok(Math.abs(part(0) - (1 - fading) / (1 + fading)) < 0.02, `${part(0)}`)
  for (const people of [0, 1, 2]) {
    assert.ok(Math.abs(part(people + 1) / part(people) - fading) < 0.05, `${people}`)
    assert.ok(Math.abs(part(-people - 1) / part(-people) - fading) < 0.05, `-${people}`)
  }
  assert.ok(Math.abs(mean) < 0.03, `${mean}`)
  assert.ok(Math.abs(variance - noiseVariance) < 0.1, `${variance}`)
  assert.ok(drawn.some((one) => one <= -4) && drawn.some((one) => one >= 4))
})

test('two sources of noise are not the same, and one does not come back to its beginning', () => {
  const [one, other] = [openNoise(), openNoise()]
  const [drawn, others] = [Array.from({ length: draws }, one), Array.from({ length: draws }, other)]
  assert.notDeepEqual(drawn, others)
  const first = drawn.slice(0, 50).join(' ')
  for (let from = 1; from + 50 <= draws; from++) if (drawn[from] === drawn[0]) assert.notEqual(drawn.slice(from, from + 50).join(' '), first)
})

test('a told count is never negative, and of several answers none passes all who answered', () => {
  const noise = openNoise()
  for (let draw = 0; draw < 2_000; draw++) {
    const blurred = (counts: readonly number[], people: number) => ({ counts: Int32Array.from(counts, (some) => some + noise()), people, atoms: 1 })
    const single = toldCounts(blurred([3, 0, 1, 12], 16), false)
    assert.ok(single.answers.every((some) => some >= 0) && single.base === single.answers.reduce((sum, some) => sum + some, 0))
    const several = toldCounts(blurred([0, 12, 0, 12], 12), true)
    assert.ok(several.answers.every((some) => some >= 0 && some <= several.base) && several.base >= 1)
  }
})
