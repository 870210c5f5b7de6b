import type { Db } from '../../../platform/database.ts'
import { loadGraph } from '../../crosswalks/load-graph.ts'
import { makeGatherer } from './gather.ts'
import type { Gathered } from './gather.ts'
import { listOutlines } from '../store.ts'
import { listPackedSeeds } from '../facts-store.ts'
import { listShared } from './shared-store.ts'

/** Schools whose facts are read at once. */
const batch = 2000

/** What these schools share, gathered; those that share nothing with the caller are left out. */
export async function gatherSchools(db: Db, schoolIds: readonly string[], today: string, fewest: number): Promise<Gathered[]> {
  const graph = await loadGraph(db)
  const gatherer = makeGatherer(graph, await listOutlines(db, [...new Set(graph.items.map((item) => item.frameworkId))]))
  const batches = Array.from({ length: Math.ceil(schoolIds.length / batch) }, (_, index) => schoolIds.slice(index * batch, (index + 1) * batch))
  const load = async (ids: readonly string[]) => ({ shared: await listShared(db, ids), seeds: await listPackedSeeds(db, ids, graph.items, today) })
  // The database reads the next schools while these are computed.
  let next = load(batches[0] ?? [])
  for (let index = 0; index < batches.length; index++) {
    const { shared, seeds } = await next
    next = load(batches[index + 1] ?? [])
    gatherer.add(shared, seeds)
  }
  await next
  return gatherer.result(fewest)
}
