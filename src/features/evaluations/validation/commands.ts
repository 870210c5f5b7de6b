import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { lockState } from '../answer/store.ts'
import type { Evaluation } from '../store.ts'
import type { EvaluationState } from '../tables.ts'
import { buildSnapshot, fingerprint } from './snapshot.ts'
import { findWhole, saveShared, saveValidation } from './store.ts'

export type ValidationRefusal = 'not-closed' | 'already' | 'changed'

export function validationObstacle(state: EvaluationState): 'not-closed' | 'already' | null {
  switch (state) {
    case 'composing':
    case 'answering':
      return 'not-closed'
    case 'agreeing':
      return null
    case 'validated':
      return 'already'
  }
}

interface Validating {
  personId: string
  now: Date
  /** Fingerprint of what the page showed: nobody validates what she has not seen. */
  seen: string
}

/** Freezes the evaluation. The row is held first, so that whatever was being written is either in the snapshot or refused. */
export async function validateEvaluation(
  db: Db,
  evaluation: Evaluation,
  { personId, now, seen }: Validating,
): Promise<{ refused: ValidationRefusal } | { sha256: string }> {
  const refused = validationObstacle((await lockState(db, evaluation.id)) ?? evaluation.state)
  if (refused) return { refused }
  const snapshot = buildSnapshot(await findWhole(db, evaluation))
  const sha256 = fingerprint(snapshot)
  if (sha256 !== seen) return { refused: 'changed' }
  await saveValidation(db, evaluation.id, { at: now, by: personId, snapshot })
  await recordActivity(db, {
    organisationId: evaluation.organisationId,
    actorId: personId,
    kind: 'evaluation.validated',
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    detail: { sha256, questions: snapshot.questions.length, findings: snapshot.findings.length },
  })
  return { sha256 }
}

/** Opens the evaluation to those who accompany the school, or closes it to them again. What they may read stands in the database's policies. */
export async function shareEvaluation(
  db: Db,
  evaluation: Evaluation,
  given: { personId: string; at: Date | null },
): Promise<{ refused: 'not-validated' } | { done: true }> {
  if (evaluation.state !== 'validated') return { refused: 'not-validated' }
  if (await saveShared(db, evaluation.id, given.at)) {
    const kind = given.at ? 'evaluation.shared' : 'evaluation.unshared'
    await recordActivity(db, { organisationId: evaluation.organisationId, actorId: given.personId, kind, subjectKind: 'evaluation', subjectId: evaluation.id })
  }
  return { done: true }
}
