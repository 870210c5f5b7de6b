import type { Graph } from '../../crosswalks/graph.ts'
import { relationBit, wholeBits } from '../../crosswalks/relations.ts'
import { itemStates, positionCode, provenanceCode, provenanceOfCode, stateCode, stateOfCode } from './states.ts'
import type { ItemState, Provenance } from './states.ts'

/** What a school has said or shown of one item. Items that it has not touched have none. */
export interface Seed {
  /** Number of the item in the graph. */
  item: number
  /** positionCode. */
  position: number
  /** Proofs that hold today. */
  proofs: number
  /** Whether an action under way is about it. */
  planned: boolean
}

/** The state of every item of the graph for one school, item by item. */
export interface Projection {
  /** stateCode. */
  state: Uint8Array
  /** provenanceCode. */
  provenance: Uint8Array
  /** What other items bring (stateCode, never not_applicable). */
  inherited: Uint8Array
}

const seedBits = { position: 7, proof: 8, planned: 16 } as const
const heard = { notYet: 1, notApplicable: 2 } as const

const { missing, planned: plannedState, partly, covered, not_applicable: notApplicable } = stateCode

/** What the item's own position and proofs make of it, without any other item. */
export function ownState(position: number, hasProof: boolean, planned: boolean): number {
  switch (position) {
    case positionCode.notApplicable:
      return notApplicable
    case positionCode.held:
      return hasProof ? covered : partly
    case positionCode.partly:
      return partly
    case positionCode.notYet:
      if (hasProof) return partly
      return planned ? plannedState : missing
    default:
      if (hasProof) return covered
      return planned ? plannedState : missing
  }
}

/**
 * Projects what a school has said and shown onto every item of the graph. Pure; the order of seeds does not matter; adding a proof never
 * lowers a state, and taking it away brings the former states back, since nothing is kept between two calls. One projector serves many
 * schools in turn: the arrays that it returns are its own and hold until its next call.
 */
export function makeProjector(graph: Graph): (seeds: readonly Seed[]) => Projection {
  const size = graph.items.length
  const own = new Uint8Array(size)
  const inherited = new Uint8Array(size)
  const told = new Uint8Array(size)
  const state = new Uint8Array(size)
  const provenance = new Uint8Array(size)
  const { reachStart, reachEnd, reachBits } = graph
  return (seeds) => {
    own.fill(0)
    inherited.fill(0)
    told.fill(0)
    for (const seed of seeds) own[seed.item] = (own[seed.item] ?? 0) | bitsOf(seed)
    for (let item = 0; item < size; item++) if (own[item] !== 0) spread(item, own[item] ?? 0)
    for (let item = 0; item < size; item++) {
      const settled = settledBy[(own[item] ?? 0) | ((inherited[item] ?? 0) << 5) | ((told[item] ?? 0) << 7)] ?? 0
      state[item] = settled & 7
      provenance[item] = settled >> 3
    }
    return { state, provenance, inherited }
  }

  function spread(item: number, bits: number): void {
    const { whole, part, says, tellingBits } = bringing[bits] ?? nothingBrought
    for (let place = reachStart[item] ?? 0, end = reachStart[item + 1] ?? 0; place < end; place++) {
      const target = reachEnd[place] ?? 0
      const relation = reachBits[place] ?? 0
      const brought = (relation & wholeBits) !== 0 ? whole : part
      if (brought > (inherited[target] ?? 0)) inherited[target] = brought
      if ((relation & tellingBits) !== 0) told[target] = (told[target] ?? 0) | says
    }
  }
}

const bitsOf = (seed: Seed): number => seed.position | (seed.proofs > 0 ? seedBits.proof : 0) | (seed.planned ? seedBits.planned : 0)

interface Bringing {
  /** The state brought to an item that it holds in whole, and to one that it only helps. */
  whole: number
  part: number
  /** What it denies, and by which relations. */
  says: number
  tellingBits: number
}

const nothingBrought: Bringing = { whole: missing, part: missing, says: 0, tellingBits: 0 }

/** What an item brings to others, by its own bits. Where a part is not there yet, the whole is not; what does not concern the school concerns it nowhere in the same words. */
const bringing: readonly Bringing[] = Array.from({ length: 32 }, (_, bits) => {
  const position = bits & seedBits.position
  const level = ownState(position, (bits & seedBits.proof) !== 0, (bits & seedBits.planned) !== 0)
  const whole = level === notApplicable ? missing : level
  const part = Math.min(whole, partly)
  if (position === positionCode.notYet && level <= plannedState)
    return { whole, part, says: heard.notYet, tellingBits: relationBit.equal | relationBit.narrower }
  if (position === positionCode.notApplicable) return { whole, part, says: heard.notApplicable, tellingBits: relationBit.equal }
  return { whole, part, says: 0, tellingBits: 0 }
})

const as = (state: number, provenance: number): number => state | (provenance << 3)

/** The item's state and provenance as one number. `brought` is the most that other items bring, `says` what they deny. */
function settleItem(position: number, hasProof: boolean, planned: boolean, brought: number, says: number): number {
  const { own, inherited, confirmed, diverging, none } = provenanceCode
  const denied = (says & heard.notYet) !== 0
  const level = ownState(position, hasProof, planned)
  switch (position) {
    case positionCode.notApplicable:
      if (brought >= partly) return as(notApplicable, diverging)
      return as(notApplicable, (says & heard.notApplicable) !== 0 ? confirmed : own)
    case positionCode.notYet:
      return as(level, brought >= partly ? diverging : denied ? confirmed : own)
    case positionCode.partly:
      if (brought === covered || (denied && brought < partly)) return as(partly, diverging)
      return as(partly, brought === partly ? confirmed : own)
    case positionCode.held:
      if (brought >= partly) return as(brought === covered ? covered : level, confirmed)
      return as(level, denied ? diverging : own)
    default:
      if (hasProof) return as(covered, brought >= partly ? confirmed : denied ? diverging : own)
      if (brought >= partly) return as(brought, inherited)
      if (planned) return as(plannedState, brought === plannedState ? confirmed : own)
      if ((says & heard.notApplicable) !== 0) return as(notApplicable, inherited)
      if (brought === plannedState) return as(plannedState, inherited)
      return as(missing, denied ? inherited : none)
  }
}

/** Every case of settleItem, by the item's own bits, what is brought (times 32) and what is denied (times 128). */
const settledBy = Uint8Array.from({ length: 512 }, (_, key) =>
  settleItem(key & seedBits.position, (key & seedBits.proof) !== 0, (key & seedBits.planned) !== 0, (key >> 5) & 3, key >> 7),
)

/** One school, once. */
export const project = (graph: Graph, seeds: readonly Seed[]): Projection => makeProjector(graph)(seeds)

export const stateAt = (projection: Projection, item: number): ItemState => stateOfCode(projection.state[item] ?? 0)
export const provenanceAt = (projection: Projection, item: number): Provenance => provenanceOfCode(projection.provenance[item] ?? 0)

export type StateCounts = Record<ItemState, number>

/** How many of these items stand in each state. */
export function countStates(states: Iterable<ItemState>): StateCounts {
  const counts: StateCounts = { missing: 0, planned: 0, partly: 0, covered: 0, not_applicable: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** Items that concern the school: what a share of covered ones is a share of. */
export const applicableOf = (counts: StateCounts): number => itemStates.reduce((sum, state) => sum + counts[state], 0) - counts.not_applicable
