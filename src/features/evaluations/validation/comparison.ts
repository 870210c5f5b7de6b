import { scaleLevels, scaleValues } from '../../frameworks/scale.ts'
import { isSameQuestion, isSameScale, questionOf } from '../compose/questions.ts'
import type { AgreedItem } from '../diagnosis/store.ts'

/** One question asked in both cycles. */
export interface Pair {
  before: AgreedItem
  after: AgreedItem
}

export interface Comparison {
  /** Asked both times with the same scale, in the order of the later one: the only ones that may be compared. */
  pairs: Pair[]
  /** Asked both times, but placed on another scale. */
  otherScale: Pair[]
  added: AgreedItem[]
  dropped: AgreedItem[]
}

/** What two cycles have in common: the same line of the same sheet, or the same words. Each question has at most one counterpart. */
export function compareCycles(before: readonly AgreedItem[], after: readonly AgreedItem[]): Comparison {
  const left = [...before]
  const found: Pair[] = []
  const added: AgreedItem[] = []
  for (const item of after) {
    const index = left.findIndex((one) => isSameQuestion(questionOf(one), questionOf(item)))
    const [same] = index < 0 ? [] : left.splice(index, 1)
    if (same) found.push({ before: same, after: item })
    else added.push(item)
  }
  const same = ({ before: one, after: other }: Pair): boolean => isSameScale(one.scale, other.scale)
  return { pairs: found.filter(same), otherScale: found.filter((pair) => !same(pair)), added, dropped: left }
}

export type Change = 'changed' | 'same' | 'unknown'

/** Whether the agreed position is another one; unknown when one of the two has none. Never whether it is better. */
export function changeOf({ before, after }: Pair): Change {
  const [one, other] = [stepOf(before), stepOf(after)]
  if (one === null || other === null) return 'unknown'
  return one === other ? 'same' : 'changed'
}

/** Place of the agreed position on its scale, from 0; null without one. */
export function stepOf({ scale, agreed }: AgreedItem): number | null {
  const step = agreed?.choice === 'rated' && agreed.value !== null ? scaleValues(scale).indexOf(agreed.value) : -1
  return step < 0 ? null : step
}

/** Pairs by scale: a chart has one set of steps. Pairs of contrasting statements and of words only have no common steps: they are left out. */
export function groupByScale(pairs: readonly Pair[]): { levels: string[]; pairs: Pair[] }[] {
  const groups = new Map<string, { levels: string[]; pairs: Pair[] }>()
  for (const pair of pairs) {
    if (pair.after.scale.kind !== 'levels') continue
    const levels = scaleLevels(pair.after.scale).map((level) => level.label)
    const key = JSON.stringify(levels)
    groups.set(key, { levels, pairs: [...(groups.get(key)?.pairs ?? []), pair] })
  }
  return [...groups.values()]
}
