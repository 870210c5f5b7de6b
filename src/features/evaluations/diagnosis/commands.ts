import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { lockState } from '../answer/store.ts'
import { moved } from '../compose/rules.ts'
import type { Move } from '../compose/rules.ts'
import type { Evaluation } from '../store.ts'
import { diagnosisObstacle } from './rules.ts'
import type { DiagnosisRefusal, FindingDraft } from './rules.ts'
import { deleteFinding, findFinding, insertFinding, listFindings, saveOrder, updateFinding } from './store.ts'
import type { Finding } from './store.ts'

type Refused = { refused: DiagnosisRefusal }
type Done = { done: true }

/** Holds the evaluation so that nothing slips in while it is being validated, and says what stands in the way. */
async function obstacleNow(db: Db, evaluation: Evaluation): Promise<Refused | null> {
  const refused = diagnosisObstacle((await lockState(db, evaluation.id)) ?? evaluation.state)
  return refused ? { refused } : null
}

const note = (db: Db, personId: string, evaluation: Evaluation, verb: string, findingId: string): Promise<void> =>
  recordActivity(db, {
    organisationId: evaluation.organisationId,
    actorId: personId,
    kind: `finding.${verb}`,
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    detail: { finding: findingId },
  })

export async function addFinding(db: Db, personId: string, evaluation: Evaluation, draft: FindingDraft): Promise<Refused | { id: string }> {
  const refused = await obstacleNow(db, evaluation)
  if (refused) return refused
  const id = await insertFinding(db, evaluation, draft)
  await note(db, personId, evaluation, 'added', id)
  return { id }
}

/** 'conflict' comes with the finding as somebody else saved it meanwhile; 'gone' when it was taken away. */
export type EditOutcome = Done | Refused | { conflict: Finding } | { gone: true }

export async function editFinding(
  db: Db,
  personId: string,
  evaluation: Evaluation,
  edit: { id: string; version: number; draft: FindingDraft },
): Promise<EditOutcome> {
  const refused = await obstacleNow(db, evaluation)
  if (refused) return refused
  const before = await findFinding(db, evaluation.id, edit.id)
  if (!before) return { gone: true }
  if (!(await updateFinding(db, evaluation, before, edit.version, edit.draft))) return { conflict: before }
  await note(db, personId, evaluation, 'changed', edit.id)
  return { done: true }
}

export async function removeFinding(db: Db, personId: string, evaluation: Evaluation, finding: Finding): Promise<Refused | Done> {
  const refused = await obstacleNow(db, evaluation)
  if (refused) return refused
  await deleteFinding(db, finding.id)
  await note(db, personId, evaluation, 'removed', finding.id)
  return { done: true }
}

/** One place up or down among those of its kind; at either end nothing happens. */
export async function moveFinding(db: Db, personId: string, evaluation: Evaluation, finding: Finding, move: Move): Promise<Refused | Done> {
  const refused = await obstacleNow(db, evaluation)
  if (refused) return refused
  const ids = (await listFindings(db, evaluation.id)).filter((one) => one.kind === finding.kind).map((one) => one.id)
  await saveOrder(db, evaluation.id, moved(ids, finding.id, move))
  await note(db, personId, evaluation, 'moved', finding.id)
  return { done: true }
}
