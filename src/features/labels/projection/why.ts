import { findChain } from '../../crosswalks/chain.ts'
import type { Chain } from '../../crosswalks/chain.ts'
import type { Graph } from '../../crosswalks/graph.ts'
import { relationBit, wholeBits, inverseBits } from '../../crosswalks/relations.ts'
import { ownState } from './project.ts'
import type { Seed } from './project.ts'
import { positionCode, stateCode, stateOfCode } from './states.ts'
import type { ItemState } from './states.ts'

/** What one other item says of this one. */
export interface Contribution {
  seed: Seed
  /** The state that it brings here; 'missing' when it says that a part is not there yet. */
  brings: ItemState
  chain: Chain
}

/**
 * Everything elsewhere that speaks of an item, the strongest first, each with the chain that leads from it. All are kept: a weaker reading
 * beside a stronger one is worth knowing.
 */
export function contributionsTo(graph: Graph, seeds: readonly Seed[], item: number): Contribution[] {
  const byItem = new Map(seeds.map((seed) => [seed.item, seed]))
  const found: Contribution[] = []
  for (let place = graph.reachStart[item] ?? 0; place < (graph.reachStart[item + 1] ?? 0); place++) {
    const seed = byItem.get(graph.reachEnd[place] ?? 0)
    const brings = seed ? broughtBy(seed, inverseBits(graph.reachBits[place] ?? 0)) : null
    const chain = seed && brings ? findChain(graph, seed.item, item) : null
    if (seed && brings && chain) found.push({ seed, brings, chain })
  }
  return found.sort((a, b) => stateCode[b.brings] - stateCode[a.brings] || a.chain.steps.length - b.chain.steps.length || a.seed.item - b.seed.item)
}

/** Null when the seed says nothing here. */
function broughtBy(seed: Seed, relation: number): ItemState | null {
  const level = ownState(seed.position, seed.proofs > 0, seed.planned)
  if (level === stateCode.not_applicable) return (relation & relationBit.equal) !== 0 ? 'not_applicable' : null
  if (level === stateCode.missing) {
    const denies = seed.position === positionCode.notYet && (relation & (relationBit.equal | relationBit.narrower)) !== 0
    return denies ? 'missing' : null
  }
  return stateOfCode((relation & wholeBits) !== 0 ? level : Math.min(level, stateCode.partly))
}
