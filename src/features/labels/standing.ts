import type { Db } from '../../platform/database.ts'
import { numberOf } from '../crosswalks/graph.ts'
import type { Graph } from '../crosswalks/graph.ts'
import { loadGraph } from '../crosswalks/load-graph.ts'
import { coverItems } from './projection/coverage.ts'
import type { ItemCoverage } from './projection/coverage.ts'
import { nearestPlan, positionsOf, bestProofs } from './projection/nearest.ts'
import type { NearestPlan, Unlock } from './projection/nearest.ts'
import { makeProjector } from './projection/project.ts'
import type { Projection, Seed } from './projection/project.ts'
import { listFollowed, listGuideIds, listOutlines } from './store.ts'
import { listItemFacts } from './facts-store.ts'
import type { Followed, ItemOutline } from './store.ts'
import type { ItemFact } from './facts-store.ts'

/** Where a school stands with everything that it follows, computed afresh from what it said and showed. */
export interface Standing {
  graph: Graph
  seeds: readonly Seed[]
  projection: Projection
  facts: readonly ItemFact[]
  followed: readonly FollowedStanding[]
  /** Guides that every school may use, followed or not. */
  guides: ReadonlySet<string>
}

export interface FollowedStanding {
  followed: Followed
  items: readonly ItemCoverage<ItemOutline>[]
}

/** Facts on items that no framework of the graph has (a version taken away) are left out. */
export function seedsOf(graph: Graph, facts: readonly ItemFact[]): Seed[] {
  return facts.flatMap((fact) => {
    const item = numberOf(graph, fact)
    return item < 0 ? [] : [{ item, position: fact.position ?? 0, proofs: fact.proofs, planned: fact.planned }]
  })
}

export async function loadStanding(db: Db, organisationId: string, today: string): Promise<Standing> {
  const graph = await loadGraph(db)
  const facts = await listItemFacts(db, [organisationId], today)
  const followed = await listFollowed(db, organisationId)
  const outlines = await listOutlines(
    db,
    followed.map((one) => one.frameworkId),
  )
  const seeds = seedsOf(graph, facts)
  const projection = makeProjector(graph)(seeds)
  const guides = new Set(await listGuideIds(db))
  return { graph, seeds, projection, facts, guides, followed: followed.map((one) => standingOf(graph, projection, one, outlines)) }
}

export function standingOf(graph: Graph, projection: Projection, followed: Followed, outlines: readonly ItemOutline[]): FollowedStanding {
  const own = outlines.filter((outline) => outline.frameworkId === followed.frameworkId)
  return { followed, items: coverItems(graph, projection, own, followed) }
}

/** Items of the framework that are asked of the school. */
export const askedNumbers = (standing: FollowedStanding): number[] => standing.items.flatMap((one) => (one.asked ? [one.number] : []))

/** Items on which something may be proposed: those of what the school follows, and those of the guides that everybody may use. */
function isUsed(standing: Standing): (item: number) => boolean {
  const used = new Set([...standing.guides, ...standing.followed.map((one) => one.followed.frameworkId)])
  return (item) => used.has(standing.graph.items[item]?.frameworkId ?? '')
}

export function nearestOf(standing: Standing, one: FollowedStanding): NearestPlan {
  const { graph, projection, seeds } = standing
  return nearestPlan(graph, projection, positionsOf(graph.items.length, seeds), askedNumbers(one), isUsed(standing))
}

export function bestProofsOf(standing: Standing, most?: number): Unlock[] {
  const { graph, projection, seeds } = standing
  const wanted = [...new Set(standing.followed.flatMap(askedNumbers))]
  return bestProofs(graph, projection, positionsOf(graph.items.length, seeds), wanted, isUsed(standing), most)
}
