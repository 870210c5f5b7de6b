import { findChain } from '../../crosswalks/chain.ts'
import type { Chain } from '../../crosswalks/chain.ts'
import { numberOf } from '../../crosswalks/graph.ts'
import type { Graph } from '../../crosswalks/graph.ts'
import { relationBit, wholeBits } from '../../crosswalks/relations.ts'
import type { ItemKey } from '../../frameworks/store.ts'

/** What a proof beside one point says of another. */
export interface Reached {
  /** The point where the proof already stands. */
  from: ItemKey
  to: ItemKey
  chain: Chain
}

export interface Reach {
  /** Points that hold by what the proof already shows elsewhere: nothing more to do there. */
  served: Reached[]
  /** Points of which it shows a part: worth a link, and a look at the rest. */
  proposed: Reached[]
}

/**
 * What the crosswalks say of a proof that stands beside these points. To hold a statement is to hold all that it contains, so an equal or
 * a narrower target is served; a wider or an overlapping one is proposed. Each target is told once, by the strongest way that leads there.
 */
export function reachFrom(graph: Graph, linked: readonly ItemKey[]): Reach {
  const own = new Set(linked.map((item) => numberOf(graph, item)))
  const best = new Map<number, { source: number; weight: number }>()
  for (const source of own) {
    if (source < 0) continue
    for (let place = graph.reachStart[source] ?? 0; place < (graph.reachStart[source + 1] ?? 0); place += 1) {
      const target = graph.reachEnd[place] ?? 0
      const weight = weightOf(graph.reachBits[place] ?? 0)
      if (!own.has(target) && weight > (best.get(target)?.weight ?? 0)) best.set(target, { source, weight })
    }
  }
  const reach: Reach = { served: [], proposed: [] }
  for (const [target, { source, weight }] of [...best].sort(([one], [other]) => one - other)) {
    const [from, to, chain] = [graph.items[source], graph.items[target], findChain(graph, source, target)]
    if (from && to && chain) reach[weight === whole ? 'served' : 'proposed'].push({ from, to, chain })
  }
  return reach
}

const whole = 3

function weightOf(bits: number): number {
  if ((bits & wholeBits) !== 0) return whole
  return (bits & relationBit.narrower) !== 0 ? 2 : 1
}
