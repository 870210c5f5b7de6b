import type { SignedIn } from '../../../platform/web/route.ts'
import { loadGraph } from '../../crosswalks/load-graph.ts'
import type { VersionChange } from '../../crosswalks/versions/store.ts'
import { findFramework } from '../../frameworks/store.ts'
import { coverItems } from '../projection/coverage.ts'
import type { Reach } from '../projection/coverage.ts'
import { makeProjector } from '../projection/project.ts'
import { seedsOf } from '../standing.ts'
import { findFollowed, listOutlines } from '../store.ts'
import { listItemFacts } from '../facts-store.ts'
import type { Followed } from '../store.ts'
import { outlookOf, settingsOn } from './outlook-rules.ts'
import type { Outlook } from './outlook-rules.ts'

/** What the change makes of everything that the school said and showed; `followed` is the version on its board, the older or the newer. */
export async function loadOutlook(ask: SignedIn, followed: Followed, change: VersionChange): Promise<Outlook> {
  const { organisationId } = followed
  const graph = await loadGraph(ask.db)
  const facts = await listItemFacts(ask.db, [organisationId], ask.today)
  const outlines = await listOutlines(ask.db, [change.older.id, change.newer.id])
  const projection = makeProjector(graph)(seedsOf(graph, facts))
  const cover = async (frameworkId: string) =>
    coverItems(
      graph,
      projection,
      outlines.filter((outline) => outline.frameworkId === frameworkId),
      await reachOn(ask, followed, frameworkId),
    )
  return outlookOf(change.changes, await cover(change.older.id), await cover(change.newer.id), facts)
}

/** Level and answers on one of the two versions: those of its row, or what would be taken along. */
async function reachOn(ask: SignedIn, followed: Followed, frameworkId: string): Promise<Reach> {
  if (followed.frameworkId === frameworkId) return followed
  const framework = await findFramework(ask.db, frameworkId)
  const former = await findFollowed(ask.db, followed.organisationId, frameworkId)
  return settingsOn({ grades: framework?.grades ?? [], questions: framework?.conditions ?? [] }, followed, former)
}
