import type { Graph } from '../crosswalks/graph.ts'
import { coverItems } from './coverage.ts'
import type { ItemCoverage } from './coverage.ts'
import { applicableOf, countStates, makeProjector } from './project.ts'
import { seedsOf } from './standing.ts'
import type { Followed, ItemFact, ItemOutline } from './store.ts'

/** One framework as the schools that share it stand with it, together: no school can be told from it. */
export interface Gathered {
  framework: Pick<Followed, 'frameworkId' | 'shortTitle' | 'kind' | 'frameworkVersion'>
  schools: number
  /** Means over schools; null under the threshold. */
  mean: { covered: number; asked: number } | null
  /** Points that are most often not covered, with how many schools lack them; empty under the threshold. */
  lacking: { item: ItemOutline; schools: number; asked: number }[]
}

/** Points named for each framework. */
const mostLacking = 3

export interface Gatherer {
  /** Schools in turn, each whole: what it shares, and all its facts. */
  add(shared: readonly Followed[], facts: readonly ItemFact[]): void
  /** Under `fewest` schools no figure is given. */
  result(fewest: number): Gathered[]
}

/**
 * Gathers what schools share, framework by framework, a batch of schools at a time: only sums are kept between two batches, so that memory
 * does not grow with the number of schools.
 */
export function makeGatherer(graph: Graph, outlines: readonly ItemOutline[]): Gatherer {
  const projector = makeProjector(graph)
  const outlinesByFramework = Map.groupBy(outlines, (outline) => outline.frameworkId)
  const sums = new Map<string, Sum>()
  const addOne = (one: Followed, items: readonly ItemCoverage<ItemOutline>[]): void => {
    const counts = countStates(items.map((item) => item.state))
    const sum = sums.get(one.frameworkId) ?? { framework: one, schools: 0, covered: 0, asked: 0, lacking: new Map() }
    sums.set(one.frameworkId, sum)
    sum.schools += 1
    sum.covered += counts.covered
    sum.asked += applicableOf(counts)
    for (const { item, state } of items) {
      if (state === 'not_applicable') continue
      const known = sum.lacking.get(item.code) ?? { item, schools: 0, asked: 0 }
      known.asked += 1
      if (state !== 'covered') known.schools += 1
      sum.lacking.set(item.code, known)
    }
  }
  return {
    add: (shared, facts) => {
      const factsBySchool = Map.groupBy(facts, (fact) => fact.organisationId)
      for (const [school, followed] of Map.groupBy(shared, (one) => one.organisationId)) {
        const projection = projector(seedsOf(graph, factsBySchool.get(school) ?? []))
        for (const one of followed) addOne(one, coverItems(graph, projection, outlinesByFramework.get(one.frameworkId) ?? [], one))
      }
    },
    result: (fewest) => [...sums.values()].map((sum) => gatheredOf(sum, fewest)),
  }
}

interface Sum {
  framework: Followed
  schools: number
  covered: number
  asked: number
  lacking: Map<string, { item: ItemOutline; schools: number; asked: number }>
}

function gatheredOf({ framework, schools, covered, asked, lacking }: Sum, fewest: number): Gathered {
  if (schools < fewest) return { framework, schools, mean: null, lacking: [] }
  const most = [...lacking.values()]
    .filter((one) => one.asked >= fewest && one.schools > 0)
    .sort((a, b) => b.schools / b.asked - a.schools / a.asked || (a.item.code < b.item.code ? -1 : 1))
    .slice(0, mostLacking)
  return { framework, schools, mean: { covered: covered / schools, asked: asked / schools }, lacking: most }
}
