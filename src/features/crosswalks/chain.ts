import type { Graph, Link } from './graph.ts'
import { compose, longestChain, relations, strengthOf } from './relations.ts'
import type { Relation } from './relations.ts'

/** One link on the way, read in the direction of the walk. */
export interface Step {
  link: Link
  /** Whether the link is read from its end to its beginning. */
  reversed: boolean
  relation: Relation
  /** Numbers of the items on both sides. */
  from: number
  to: number
}

export interface Chain {
  steps: readonly Step[]
  /** What the source is, compared with the target. */
  relation: Relation
}

interface Arrival {
  item: number
  relation: Relation
  step: Step | null
  before: Arrival | null
}

/**
 * The strongest way from one item to another, and among these the shortest; null when no chain leads there. Links are followed in the
 * order of their crosswalks, so that the answer is the same each time.
 */
export function findChain(graph: Graph, source: number, target: number): Chain | null {
  const found = new Map<Relation, Arrival>()
  const seen = new Set<number>()
  let layer: Arrival[] = [{ item: source, relation: 'equal', step: null, before: null }]
  for (let step = 0; step < longestChain; step++) {
    const following: Arrival[] = []
    for (const arrival of layer) {
      for (const next of stepsFrom(graph, arrival)) {
        if (next.item === source) continue
        const state = next.item * 4 + relations.indexOf(next.relation)
        if (seen.has(state)) continue
        seen.add(state)
        following.push(next)
        if (next.item === target && !found.has(next.relation)) found.set(next.relation, next)
      }
    }
    layer = following
  }
  const best = relations.map((relation) => found.get(relation)).find((arrival) => arrival !== undefined)
  return best ? { steps: stepsTo(best), relation: best.relation } : null
}

function stepsFrom(graph: Graph, arrival: Arrival): Arrival[] {
  const { item } = arrival
  const after: Arrival[] = []
  for (let place = graph.linkStart[item] ?? 0; place < (graph.linkStart[item + 1] ?? 0); place++) {
    const relation = relations[graph.linkRelation[place] ?? 0]
    const link = graph.links[graph.linkIndex[place] ?? 0]
    const together = relation ? compose(arrival.relation, relation) : null
    if (!relation || !link || !together) continue
    const to = graph.linkEnd[place] ?? 0
    const reversed = graph.items[item]?.code !== link.from.code || graph.items[item]?.frameworkId !== link.from.frameworkId
    after.push({ item: to, relation: together, step: { link, reversed, relation, from: item, to }, before: arrival })
  }
  return after
}

function stepsTo(arrival: Arrival): Step[] {
  const steps: Step[] = []
  for (let at: Arrival | null = arrival; at?.step; at = at.before) steps.unshift(at.step)
  return steps
}

/** A chain is as strong as this: its loosest relation, and among these one that nobody has validated yet. */
export function weakestStep(chain: Chain): Step | null {
  const weakness = (step: Step): number => strengthOf(step.relation) * 2 + (step.link.status === 'validated' ? 1 : 0)
  return chain.steps.reduce<Step | null>((weakest, step) => (weakest && weakness(weakest) <= weakness(step) ? weakest : step), null)
}
