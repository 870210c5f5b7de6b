import type { Db } from '../../platform/database.ts'
import { loadGraph } from '../crosswalks/load-graph.ts'
import { makeGatherer } from './gather.ts'
import type { Gathered } from './gather.ts'
import { listOutlines, listPackedSeeds, listShared } from './store.ts'

/** Schools whose facts are read at once. */
const batch = 500

/** What these schools share, gathered; those that share nothing with the caller are left out. */
export async function gatherSchools(db: Db, schoolIds: readonly string[], today: string, fewest: number): Promise<Gathered[]> {
  const graph = await loadGraph(db)
  const gatherer = makeGatherer(graph, await listOutlines(db, [...new Set(graph.items.map((item) => item.frameworkId))]))
  for (let start = 0; start < schoolIds.length; start += batch) {
    const ids = schoolIds.slice(start, start + batch)
    gatherer.add(await listShared(db, ids), await listPackedSeeds(db, ids, graph.items, today))
  }
  return gatherer.result(fewest)
}
