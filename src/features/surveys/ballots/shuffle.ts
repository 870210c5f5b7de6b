import { randomInt } from 'node:crypto'

/** Every order equally likely (Fisher–Yates), from the system's own randomness. */
export function shuffle<T>(list: readonly T[]): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const place = randomInt(last + 1)
    const [one, other] = [shuffled[last], shuffled[place]]
    if (one !== undefined && other !== undefined) [shuffled[place], shuffled[last]] = [one, other]
  }
  return shuffled
}
