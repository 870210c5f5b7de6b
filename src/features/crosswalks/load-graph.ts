import type { Db } from '../../platform/database.ts'
import { conversionLinks } from './conversion-links.ts'
import { buildGraph } from './graph.ts'
import type { Graph } from './graph.ts'
import { graphStamp, listConversions, listGraphItems, listLinks } from './store.ts'

/** Nearly every school sees the same graph; those that write frameworks of their own add a few. */
const kept = new Map<string, Graph>()
const mostKept = 12

/** The graph of everything that the caller sees. Made once for as long as nothing of it changes. */
export async function loadGraph(db: Db): Promise<Graph> {
  const stamp = await graphStamp(db)
  const known = kept.get(stamp)
  if (known) return known
  const [items, links, conversions] = [await listGraphItems(db), await listLinks(db), await listConversions(db)]
  const graph = buildGraph(items, [...links, ...conversionLinks(conversions)])
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
  kept.set(stamp, graph)
  return graph
}
