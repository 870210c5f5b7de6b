import type { Db } from '../../../platform/database.ts'
import { loadGraph } from '../../crosswalks/load-graph.ts'
import type { ItemKey } from '../../frameworks/store.ts'
import { natureSearchWords } from '../nature-rules.ts'
import type { Evidence } from '../store.ts'
import type { UseSource } from '../uses.ts'
import { findPoints, listAskingFor, listLinkedPoints, pointKey } from './points-store.ts'
import type { Point } from './points-store.ts'
import { reachFrom } from './suggest-rules.ts'
import type { Reached } from './suggest-rules.ts'

/** Versions of frameworks that a school follows: a later feature knows. */
export type ListFollowed = (db: Db, organisationId: string) => Promise<ReadonlySet<string>>

export type Why = { by: 'crosswalk'; from: Point; reached: Reached } | { by: 'title' | 'nature'; name: string }

export interface Suggestion {
  point: Point
  why: Why
  /** Whether the school is engaged in that framework. */
  followed: boolean
}

export interface Suggestions {
  proposed: Suggestion[]
  /** Points that what the proof already shows is enough for. */
  served: Suggestion[]
}

/** How many points are proposed at once, and how many served ones are told. */
export const mostProposed = 40
const mostServed = 200

/** Where else a proof could serve: by the crosswalks from where it already does, and by what points ask for. Frameworks that the school follows come first. */
export async function suggestPoints(
  db: Db,
  evidence: Evidence,
  { sources, listFollowed }: { sources: readonly UseSource[]; listFollowed: ListFollowed },
): Promise<Suggestions> {
  const linked = await listLinkedPoints(db, sources, evidence.id)
  const reach = reachFrom(await loadGraph(db), linked)
  const asking = await listAskingFor(db, { title: evidence.title, nature: natureSearchWords(evidence.nature) }, mostServed)
  const followed = await listFollowed(db, evidence.organisationId)
  const points = await findPoints(db, [...linked, ...[...reach.served, ...reach.proposed].map(({ to }) => to), ...asking])
  const known = new Set([...linked, ...reach.served.map(({ to }) => to)].map(pointKey))

  const suggestion = (key: ItemKey, why: Why | null): Suggestion[] => {
    const point = points.get(pointKey(key))
    return point && why ? [{ point, why, followed: followed.has(point.frameworkId) }] : []
  }
  const byCrosswalk = (reached: Reached): Suggestion[] => {
    const from = points.get(pointKey(reached.from))
    return suggestion(reached.to, from ? { by: 'crosswalk', from, reached } : null)
  }
  const crossed = reach.proposed.flatMap(byCrosswalk)
  const named = asking.filter((one) => !known.has(pointKey(one)) && !crossed.some(({ point }) => pointKey(point) === pointKey(one)))
  const proposed = [...crossed, ...named.flatMap((one) => suggestion(one, { by: one.by, name: one.name }))]
  return { proposed: proposed.sort(byUse).slice(0, mostProposed), served: reach.served.flatMap(byCrosswalk).sort(byUse).slice(0, mostServed) }
}

/** What the school is engaged in first, then by how much the reason weighs; the order of frameworks otherwise. */
const byUse = (one: Suggestion, other: Suggestion): number => Number(other.followed) - Number(one.followed) || weightOf(other.why) - weightOf(one.why)

/** A part that a crosswalk says, and a name that the title says; then what only overlaps; then what the nature alone says. Nearer before farther. */
function weightOf(why: Why): number {
  switch (why.by) {
    case 'title':
      return 3
    case 'nature':
      return 0
    case 'crosswalk':
      return (why.reached.chain.relation === 'overlaps' ? 1 : 3) + (why.reached.chain.steps.length === 1 ? 0.5 : 0)
  }
}
