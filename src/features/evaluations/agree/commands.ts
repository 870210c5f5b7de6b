import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import type { Evaluation } from '../store.ts'
import { agreeObstacle, nothingAgreed, sameAgreed, tooLongFields } from './rules.ts'
import type { Refusal } from './rules.ts'
import { findAgreement, saveAgreement } from './store.ts'
import type { KeptAgreement, SentAgreement } from './store.ts'

export type AgreeOutcome = { version: number } | { refused: Refusal; stored: KeptAgreement | null }

/** Notes what the group agrees on one question. A text that somebody else changed since is never overwritten. */
export async function agreeOn(db: Db, personId: string, evaluation: Evaluation, sent: SentAgreement): Promise<AgreeOutcome> {
  const stored = await findAgreement(db, sent.itemId)
  const refused = agreeObstacle(evaluation.state) ?? (tooLongFields(sent).length > 0 ? 'too-long' : null)
  if (refused) return { refused, stored }
  if (sameAgreed(stored ?? nothingAgreed, sent)) return { version: stored?.version ?? 0 }
  if ((stored?.version ?? 0) !== sent.version) return { refused: 'conflict', stored }
  const version = await saveAgreement(db, evaluation.id, personId, sent)
  if (version === null) {
    const now = await findAgreement(db, sent.itemId)
    return { refused: now && now.version !== sent.version ? 'conflict' : 'validated', stored: now }
  }
  await recordActivity(db, {
    organisationId: evaluation.organisationId,
    actorId: personId,
    kind: 'agreement.saved',
    subjectKind: 'evaluation_item',
    subjectId: sent.itemId,
  })
  return { version }
}
