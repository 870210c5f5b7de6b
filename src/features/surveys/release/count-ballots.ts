import { answeredBit } from '../ballots/record.ts'
import type { Layout } from '../ballots/record.ts'
import type { Cells } from './shown-groups.ts'

/** How one breakdown reads its group from a ballot: the byte, whose values from 1 up are the groups in order. */
export interface SplitAt {
  offset: number
}

/** Counts ballots laid end to end, cell by cell. Groups of the breakdowns are at most a few dozen cells in a school. */
export function countBallots(layout: Layout, ballots: Uint8Array, splits: readonly SplitAt[]): Cells {
  const places = layout.places.filter((place) => place.kind !== 'group')
  const known = new Map<number, number>()
  const groups: number[][] = []
  const people: number[] = []
  const counts: Int32Array[][] = []
  for (let at = 0; at + layout.length <= ballots.length; at += layout.length) {
    let key = 0
    for (const { offset } of splits) key = key * 256 + (ballots[at + offset] ?? 0)
    let cell = known.get(key)
    if (cell === undefined) {
      cell = people.length
      known.set(key, cell)
      groups.push(splits.map(({ offset }) => (ballots[at + offset] ?? 0) - 1))
      people.push(0)
      counts.push(places.map((place) => new Int32Array(place.categories + 1)))
    }
    people[cell] = (people[cell] ?? 0) + 1
    const mine = counts[cell] ?? []
    for (let index = 0; index < places.length; index++) {
      const place = places[index]
      const tally = mine[index]
      if (!place || !tally) continue
      const first = ballots[at + place.offset] ?? 0
      if (place.kind === 'one') tally[first] = (tally[first] ?? 0) + 1
      else addTicked(tally, first | ((ballots[at + place.offset + 1] ?? 0) << 8))
    }
  }
  return { groups, people, counts }
}

function addTicked(tally: Int32Array, bits: number): void {
  if (!(bits & answeredBit)) {
    tally[0] = (tally[0] ?? 0) + 1
    return
  }
  for (let option = 1; option < tally.length; option++) if (bits & (1 << (option - 1))) tally[option] = (tally[option] ?? 0) + 1
}
