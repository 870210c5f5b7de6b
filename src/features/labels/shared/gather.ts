import { numberOf } from '../../crosswalks/graph.ts'
import type { Graph } from '../../crosswalks/graph.ts'
import { isAsked } from '../projection/coverage.ts'
import { makeProjector } from '../projection/project.ts'
import type { Seed } from '../projection/project.ts'
import { stateCode } from '../projection/states.ts'
import type { ItemOutline } from '../store.ts'
import type { Shared } from './shared-store.ts'

/** One framework as the schools that share it stand with it, together: no school can be told from it. */
export interface Gathered {
  frameworkId: string
  schools: number
  /** Means over schools; null under the threshold. */
  mean: { covered: number; asked: number } | null
  /** Points that are most often not covered, with how many schools lack them; empty under the threshold. */
  lacking: { item: ItemOutline; schools: number; asked: number }[]
}

export interface Gatherer {
  /** Schools in turn, each whole: what it shares, and all its facts packed (listPackedSeeds). */
  add(shared: readonly Shared[], packed: ReadonlyMap<string, string>): void
  /** Under `fewest` schools no figure is given. */
  result(fewest: number): Gathered[]
}

/** Points named for each framework. */
const mostLacking = 3

/** Sums over schools of one framework, item by item in its own order. */
interface Sum {
  items: readonly ItemOutline[]
  /** Numbers of its items in the graph. */
  numbers: Int32Array
  schools: number
  covered: number
  asked: number
  askedOf: Uint32Array
  lackingOf: Uint32Array
}

/**
 * Gathers what schools share, framework by framework, a batch of schools at a time: only sums are kept between two batches, so that memory
 * does not grow with the number of schools.
 */
export function makeGatherer(graph: Graph, outlines: readonly ItemOutline[]): Gatherer {
  const project = makeProjector(graph)
  const sums = new Map([...Map.groupBy(outlines, (outline) => outline.frameworkId)].map(([id, items]) => [id, emptySum(graph, items)]))
  return {
    add: (shared, packed) => {
      for (const [school, followed] of Map.groupBy(shared, (one) => one.organisationId)) {
        const { state } = project(unpackSeeds(packed.get(school) ?? ''))
        for (const one of followed) {
          const sum = sums.get(one.frameworkId)
          if (sum) addStates(sum, one, state)
        }
      }
    },
    result: (fewest) => [...sums].flatMap(([frameworkId, sum]) => (sum.schools === 0 ? [] : [gatheredOf(frameworkId, sum, fewest)])),
  }
}

const emptySum = (graph: Graph, items: readonly ItemOutline[]): Sum => ({
  items,
  numbers: Int32Array.from(items, (item) => numberOf(graph, item)),
  schools: 0,
  covered: 0,
  asked: 0,
  askedOf: new Uint32Array(items.length),
  lackingOf: new Uint32Array(items.length),
})

/** Numbers of migration 0010: the item times 32, its position, 8 for a proof, 16 for an action. */
export function unpackSeeds(packed: string): Seed[] {
  if (packed === '') return []
  return packed.split(',').map((text) => {
    const value = Number(text)
    return { item: value >> 5, position: value & 7, proofs: (value >> 3) & 1, planned: (value & 16) !== 0 }
  })
}

function addStates(sum: Sum, reach: Shared, state: Uint8Array): void {
  sum.schools += 1
  sum.items.forEach((item, place) => {
    const code = state[sum.numbers[place] ?? 0] ?? 0
    if (code === stateCode.not_applicable || !isAsked(item, reach)) return
    sum.asked += 1
    sum.askedOf[place] = (sum.askedOf[place] ?? 0) + 1
    if (code === stateCode.covered) sum.covered += 1
    else sum.lackingOf[place] = (sum.lackingOf[place] ?? 0) + 1
  })
}

function gatheredOf(frameworkId: string, sum: Sum, fewest: number): Gathered {
  const { schools, covered, asked } = sum
  if (schools < fewest) return { frameworkId, schools, mean: null, lacking: [] }
  const lacking = sum.items
    .map((item, place) => ({ item, schools: sum.lackingOf[place] ?? 0, asked: sum.askedOf[place] ?? 0 }))
    .filter((one) => one.asked >= fewest && one.schools > 0)
    .sort((a, b) => b.schools / b.asked - a.schools / a.asked)
    .slice(0, mostLacking)
  return { frameworkId, schools, mean: { covered: covered / schools, asked: asked / schools }, lacking }
}
