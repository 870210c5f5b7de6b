import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import { addSupports, removeSupport } from '../evidence/supports-store.ts'
import { findEvidence } from '../evidence/store.ts'
import type { Evidence } from '../evidence/store.ts'
import type { ItemKey } from '../frameworks/store.ts'
import { createAction } from '../plans/commands.ts'
import type { Actor } from '../plans/commands.ts'
import { emptySheet } from './point/new-action.ts'
import { deletePosition, insertTarget, savePosition } from './point/point-store.ts'
import { insertFollow, updateFollow } from './store.ts'
import type { FollowChange, Followed } from './store.ts'
import type { SentPosition } from './point/point-store.ts'

/** Follows these frameworks; returns how many are new. */
export async function followFrameworks(db: Db, personId: string, organisationId: string, frameworkIds: readonly string[]): Promise<number> {
  let added = 0
  for (const frameworkId of frameworkIds) {
    if (!(await insertFollow(db, { organisationId, frameworkId, personId }))) continue
    added += 1
    await recordChange(db, personId, organisationId, 'label.followed', { frameworkId })
  }
  return added
}

export type FollowFault = 'bad-dates' | 'long-step'

/** Longest « next step », in characters. */
export const longestStep = 200

export function followFault(change: FollowChange): FollowFault | null {
  if (change.next_step.length > longestStep) return 'long-step'
  return change.held_from && change.held_until && change.held_until < change.held_from ? 'bad-dates' : null
}

export async function saveFollow(
  db: Db,
  personId: string,
  followed: Followed,
  version: number,
  change: FollowChange,
): Promise<{ saved: true } | { refused: FollowFault | 'changed-meanwhile' }> {
  const fault = followFault(change)
  if (fault) return { refused: fault }
  if (!(await updateFollow(db, followed, version, change))) return { refused: 'changed-meanwhile' }
  await recordChange(db, personId, followed.organisationId, 'label.edited', followed)
  return { saved: true }
}

/** Takes a framework off the board; what was said and joined stays. */
export async function stopFollowing(db: Db, personId: string, followed: Followed): Promise<void> {
  if (await updateFollow(db, followed, followed.version, { state: 'ended', shared_at: null }))
    await recordChange(db, personId, followed.organisationId, 'label.stopped', followed)
}

export async function shareFollowed(db: Db, personId: string, followed: Followed, now: Date | null): Promise<void> {
  if (!(await updateFollow(db, followed, followed.version, { shared_at: now }))) return
  if (now) await recordChange(db, personId, followed.organisationId, 'label.shared', followed)
  else await recordChange(db, personId, followed.organisationId, 'label.unshared', followed)
}

/** Longest reason beside a position, in characters. */
export const longestReason = 2000

export async function notePosition(db: Db, sent: SentPosition): Promise<{ saved: true } | { refused: 'too-long' | 'changed-meanwhile' }> {
  if (sent.reason.length > longestReason) return { refused: 'too-long' }
  if (!(await savePosition(db, sent))) return { refused: 'changed-meanwhile' }
  await recordChange(db, sent.personId, sent.organisationId, 'point.positioned', sent, { item: sent.code, position: sent.position })
  return { saved: true }
}

export async function takePosition(db: Db, personId: string, organisationId: string, item: ItemKey, version: number): Promise<boolean> {
  if (!(await deletePosition(db, organisationId, item, version))) return false
  await recordChange(db, personId, organisationId, 'point.position_taken', item, { item: item.code })
  return true
}

/** Joins one of the school's proofs to a point. Null when there is no such proof. */
export async function joinProof(
  db: Db,
  personId: string,
  organisationId: string,
  item: ItemKey,
  evidenceId: string,
  pageRef: string,
): Promise<Evidence | null> {
  const evidence = await findEvidence(db, evidenceId)
  if (evidence?.organisationId !== organisationId) return null
  await addSupports(db, personId, evidence, [{ frameworkId: item.frameworkId, code: item.code, pageRef }])
  return evidence
}

export async function detachProof(db: Db, personId: string, organisationId: string, item: ItemKey, evidenceId: string): Promise<boolean> {
  const evidence = await findEvidence(db, evidenceId)
  return evidence?.organisationId === organisationId && removeSupport(db, personId, evidence, item)
}

/** Decides an action about a point. Returns the action's id. */
export async function decideAction(db: Db, actor: Actor, organisationId: string, item: ItemKey, title: string): Promise<string> {
  const id = await createAction(db, actor, { organisationId, evaluationId: null, findingId: null }, emptySheet(title))
  await insertTarget(db, organisationId, id, item)
  return id
}

const recordChange = (
  db: Db,
  actorId: string,
  organisationId: string,
  kind: string,
  { frameworkId }: Pick<ItemKey, 'frameworkId'>,
  detail: Record<string, string> = {},
): Promise<void> => recordActivity(db, { organisationId, actorId, kind, subjectKind: 'framework', subjectId: frameworkId, detail })
