import { makeProjector } from './project.ts'
import type { Seed } from './project.ts'
import type { Graph } from '../../crosswalks/graph.ts'
import { provenanceOfCode, stateOfCode } from './states.ts'
import type { ItemState, Provenance } from './states.ts'

export interface Turn {
  /** Number of the item. */
  item: number
  before: ItemState
  after: ItemState
  provenance: Provenance
}

/** Items whose state is not the same with these seeds as with those, in the order of the graph. */
export function turnsBetween(graph: Graph, before: readonly Seed[], after: readonly Seed[]): Turn[] {
  const project = makeProjector(graph)
  const old = project(before).state.slice()
  const next = project(after)
  const turns: Turn[] = []
  old.forEach((state, item) => {
    const now = next.state[item] ?? 0
    if (state !== now) turns.push({ item, before: stateOfCode(state), after: stateOfCode(now), provenance: provenanceOfCode(next.provenance[item] ?? 0) })
  })
  return turns
}

/** The seeds with one more proof on these items. */
export function withProof(seeds: readonly Seed[], items: readonly number[]): Seed[] {
  return [...seeds, ...items.map((item) => ({ item, position: 0, proofs: 1, planned: false }))]
}

/** The seeds with fewer proofs: so many on each of these items. */
export function withoutProofs(seeds: readonly Seed[], fewer: ReadonlyMap<number, number>): Seed[] {
  return seeds.map((seed) => ({ ...seed, proofs: Math.max(0, seed.proofs - (fewer.get(seed.item) ?? 0)) }))
}

/** The seeds with one proof fewer on one item. */
export const withoutProof = (seeds: readonly Seed[], item: number): Seed[] => withoutProofs(seeds, new Map([[item, 1]]))
