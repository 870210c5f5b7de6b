import type { Graph } from '../../crosswalks/graph.ts'
import { relationBit } from '../../crosswalks/relations.ts'
import type { Projection, Seed } from './project.ts'
import { cheapestCover } from './set-cover.ts'
import { positionCode, stateCode } from './states.ts'

/**
 * What is left to do on an item: join a proof of what is already held; gather one where nothing was said; finish what is in part there;
 * or do it. The weights say how much heavier one is than another (ours, to be argued with); they are shown beside each step.
 */
export const stepKinds = ['attach', 'prove', 'finish', 'act'] as const
export type StepKind = (typeof stepKinds)[number]

export const effort: Readonly<Record<StepKind, number>> = { attach: 1, prove: 2, finish: 3, act: 5 }

export interface PlanStep {
  /** Number of the item on which something is to be done. */
  item: number
  kind: StepKind
  /** Numbers of the items of the label that this settles, itself included where it is one. */
  settles: number[]
}

export interface NearestPlan {
  steps: PlanStep[]
  effort: number
  /** Whether no lighter plan exists. */
  exact: boolean
  /** Items that were still to be covered. */
  missing: number
}

/** The position of each item as the school said it; 0 where it said nothing. */
export function positionsOf(size: number, seeds: readonly Seed[]): Uint8Array {
  const positions = new Uint8Array(size)
  for (const seed of seeds) if (seed.position !== positionCode.none) positions[seed.item] = seed.position
  return positions
}

export function stepKind(position: number): StepKind {
  switch (position) {
    case positionCode.held:
      return 'attach'
    case positionCode.partly:
      return 'finish'
    case positionCode.notYet:
      return 'act'
    default:
      return 'prove'
  }
}

/** Where a proof elsewhere settles the item: not where the school has said itself that it is not there, or only in part. */
const followsOthers = (position: number): boolean => position === positionCode.none || position === positionCode.held

/**
 * The lightest set of proofs and actions that covers what is still missing of a label. `wanted` are the numbers of its items that are
 * asked of the school; `where` says on which items of the graph something may be done (frameworks that the school uses).
 */
export function nearestPlan(
  graph: Graph,
  projection: Projection,
  positions: Uint8Array,
  wanted: readonly number[],
  where: (item: number) => boolean,
): NearestPlan {
  const open = wanted.filter((item) => isOpen(projection, item))
  const element = new Map(open.map((item, index) => [item, index]))
  const settles = new Map<number, number[]>()
  const add = (source: number, target: number): void => void settles.set(source, [...(settles.get(source) ?? []), target])
  for (const target of open) {
    add(target, target)
    if (followsOthers(positions[target] ?? 0))
      for (const source of sourcesOf(graph, target)) if (where(source) && !isSetAside(projection, source)) add(source, target)
  }
  // Items of the label itself stand first, so that of two equal plans the plainer one is told.
  const sources = [...settles.keys()].sort((a, b) => Number(element.has(b)) - Number(element.has(a)) || a - b)
  const candidates = sources.map((source) => ({
    cost: effort[stepKind(positions[source] ?? 0)],
    covers: (settles.get(source) ?? []).map((target) => element.get(target) ?? 0),
  }))
  const cover = cheapestCover(open.length, candidates)
  const steps = cover.chosen.map((index): PlanStep => {
    const item = sources[index] ?? 0
    return { item, kind: stepKind(positions[item] ?? 0), settles: settles.get(item) ?? [] }
  })
  return {
    steps: steps.sort((a, b) => effort[a.kind] - effort[b.kind] || b.settles.length - a.settles.length || a.item - b.item),
    effort: cover.cost,
    exact: cover.exact,
    missing: open.length,
  }
}

const isOpen = (projection: Projection, item: number): boolean => {
  const state = projection.state[item]
  return state !== stateCode.covered && state !== stateCode.not_applicable
}

const isSetAside = (projection: Projection, item: number): boolean => projection.state[item] === stateCode.not_applicable

/** Items of which holding one is holding this one. */
function sourcesOf(graph: Graph, target: number): number[] {
  const found: number[] = []
  for (let place = graph.reachStart[target] ?? 0; place < (graph.reachStart[target + 1] ?? 0); place++) {
    if (((graph.reachBits[place] ?? 0) & (relationBit.equal | relationBit.narrower)) !== 0) found.push(graph.reachEnd[place] ?? 0)
  }
  return found
}

/** The seeds once every step of a plan is done: held, with its proof. */
export function afterPlan(seeds: readonly Seed[], plan: NearestPlan): Seed[] {
  const done = new Set(plan.steps.map((step) => step.item))
  return [...seeds.filter((seed) => !done.has(seed.item)), ...[...done].map((item) => ({ item, position: positionCode.held, proofs: 1, planned: false }))]
}

export interface Unlock {
  /** Number of the item that one proof would be about. */
  item: number
  kind: Extract<StepKind, 'attach' | 'prove'>
  /** Numbers of the items that it would cover, all labels together. */
  settles: number[]
}

/** The proofs that bring the most, each counted after those before it. `wanted` are the items asked of the school in all that it follows. */
export function bestProofs(
  graph: Graph,
  projection: Projection,
  positions: Uint8Array,
  wanted: readonly number[],
  where: (item: number) => boolean,
  most = 5,
): Unlock[] {
  const open = new Set(wanted.filter((item) => isOpen(projection, item) && followsOthers(positions[item] ?? 0)))
  const settles = new Map<number, number[]>()
  for (const target of open) {
    for (const source of [target, ...sourcesOf(graph, target)]) {
      if (where(source) && followsOthers(positions[source] ?? 0) && !isSetAside(projection, source))
        settles.set(source, [...(settles.get(source) ?? []), target])
    }
  }
  const sources = [...settles.keys()].sort((a, b) => a - b)
  const found: Unlock[] = []
  while (found.length < most) {
    let best: Unlock | null = null
    for (const item of sources) {
      const kind = positions[item] === positionCode.held ? 'attach' : 'prove'
      const brought = (settles.get(item) ?? []).filter((target) => open.has(target))
      if (brought.length > (best?.settles.length ?? 0) || (best && brought.length === best.settles.length && kind === 'attach' && best.kind === 'prove'))
        best = { item, kind, settles: brought }
    }
    if (!best) break
    found.push(best)
    for (const target of best.settles) open.delete(target)
  }
  return found
}
