import { randomFillSync } from 'node:crypto'

/** People to add to a count, or to take off, before anything is told of it. */
export type Noise = () => number

/** Each person further from the truth is so many times less likely: nobody in more than half of the counts, one or two in nearly all others. */
export const fading = 0.3

/** Of one draw, in people squared. */
export const noiseVariance = (2 * fading) / (1 - fading) ** 2

/**
 * Two-sided geometric noise, from the system's randomness. It has no bound, so that no figure makes any count certain, whatever else is known: this year and
 * last, a group and its school, all but one of the people. (Ghosh, Roughgarden, Sundararajan 2009: the geometric mechanism.)
 */
export function openNoise(): Noise {
  const drawn = new Uint32Array(16_384)
  let next = drawn.length
  const draw = (): number => {
    if (next === drawn.length) {
      randomFillSync(drawn)
      next = 0
    }
    return drawn[next++] ?? 0
  }
  const all = 2 ** 32
  const nobody = Math.round((all * (1 - fading)) / (1 + fading))
  const further = Math.round(all * fading)
  return () => {
    const first = draw()
    if (first < nobody) return 0
    let people = 1
    while (draw() < further) people += 1
    return first % 2 === 0 ? people : -people
  }
}
