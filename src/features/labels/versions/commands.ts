import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { findNextVersion } from '../../crosswalks/versions/store.ts'
import { findFramework } from '../../frameworks/store.ts'
import { findFollowed } from '../store.ts'
import type { Followed } from '../store.ts'
import { beginFollow, confirmFollow, endFollow } from './move-store.ts'
import { settingsOn } from './outlook-rules.ts'
import type { Knows } from './outlook-rules.ts'

/** Why a move is not made: it is followed no longer; nothing newer exists; the newer one is followed too; somebody was faster. */
export type MoveRefusal = 'ended' | 'nothing-newer' | 'both-followed' | 'changed-meanwhile' | 'nothing-to-undo'

export type MoveResult = { movedTo: string } | { refused: MoveRefusal }

async function targetOf(db: Db, frameworkId: string): Promise<Knows> {
  const framework = await findFramework(db, frameworkId)
  return { grades: framework?.grades ?? [], questions: framework?.conditions ?? [] }
}

/** From a version to the next. Only which version is followed changes: what was said of the older points stays where it is (decision 8). */
export async function moveToNext(db: Db, personId: string, followed: Followed, version: number): Promise<MoveResult> {
  if (followed.state === 'ended') return { refused: 'ended' }
  const next = await findNextVersion(db, followed.frameworkId)
  if (!next) return { refused: 'nothing-newer' }
  const former = await findFollowed(db, followed.organisationId, next.newer.id)
  if (former && former.state !== 'ended') return { refused: 'both-followed' }
  if (!(await endFollow(db, followed, version))) return { refused: 'changed-meanwhile' }
  const settings = settingsOn(await targetOf(db, next.newer.id), followed, former)
  const { organisationId, frameworkId } = followed
  if (!(await beginFollow(db, { organisationId, frameworkId: next.newer.id, personId, settings, previousId: frameworkId }))) return { refused: 'both-followed' }
  await recordMove(db, personId, organisationId, 'label.version_moved', next.newer.id)
  return { movedTo: next.newer.id }
}

/** Back to the version before, with what was noted meanwhile of the label as a whole; points written on the newer version stay there. */
export async function moveBack(db: Db, personId: string, followed: Followed, version: number): Promise<MoveResult> {
  const { organisationId, previousId } = followed
  if (!previousId || followed.state === 'ended') return { refused: 'nothing-to-undo' }
  const former = await findFollowed(db, organisationId, previousId)
  if (!(await endFollow(db, followed, version))) return { refused: 'changed-meanwhile' }
  const settings = settingsOn(await targetOf(db, previousId), followed, former)
  if (!(await beginFollow(db, { organisationId, frameworkId: previousId, personId, settings, previousId: null }))) return { refused: 'both-followed' }
  await recordMove(db, personId, organisationId, 'label.version_back', previousId)
  return { movedTo: previousId }
}

/** The school stays on the newer version. */
export async function confirmMove(db: Db, personId: string, followed: Followed, version: number): Promise<MoveResult> {
  if (!followed.previousId) return { refused: 'nothing-to-undo' }
  if (!(await confirmFollow(db, followed, version))) return { refused: 'changed-meanwhile' }
  await recordMove(db, personId, followed.organisationId, 'label.version_confirmed', followed.frameworkId)
  return { movedTo: followed.frameworkId }
}

const recordMove = (db: Db, actorId: string, organisationId: string, kind: string, frameworkId: string): Promise<void> =>
  recordActivity(db, { organisationId, actorId, kind, subjectKind: 'framework', subjectId: frameworkId })
