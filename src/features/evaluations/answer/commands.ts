import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { isTooLong, nothingGiven, obstacle, sameGiven } from './rules.ts'
import type { Given, Refusal } from './rules.ts'
import { findOwnPart, findStanding, listOwnAnswers, saveAnswers, saveFinished } from './store.ts'
import type { OwnAnswer, SentAnswer, Standing } from './store.ts'

export type SaveOutcome = { version: number; stored: null } | { refused: Refusal; stored: OwnAnswer | null }

/**
 * Takes one answer. Sent again as it stands, it is accepted again: an acknowledgement lost on the way does not become a conflict.
 * A different text than the one that the member started from is never overwritten: 'conflict' comes with it.
 */
export async function saveAnswer(db: Db, personId: string, standing: Standing, sent: SentAnswer): Promise<SaveOutcome> {
  const decided = decide(standing, sent)
  if (decided !== 'save') return decided
  const { evaluationId } = standing
  const { open, saved } = await saveAnswers(db, evaluationId, personId, [sent])
  const version = saved[0]?.version
  if (version !== undefined) return { version, stored: null }
  // Something changed between the look and the save: look again, and say what.
  const now = await findStanding(db, { evaluationId, itemId: sent.itemId, personId })
  const again = now ? decide(now, sent) : null
  if (again && again !== 'save') return again
  return { refused: open ? 'conflict' : 'closed', stored: now?.stored ?? null }
}

function decide(standing: Standing, sent: SentAnswer): SaveOutcome | 'save' {
  const refused = obstacle(standing.state, standing.membership) ?? (standing.scale ? null : 'no-question') ?? (isTooLong(sent) ? 'too-long' : null)
  const { stored } = standing
  if (refused) return { refused, stored }
  return decideVersion(stored, sent)
}

function decideVersion(stored: OwnAnswer | null, sent: SentAnswer): SaveOutcome | 'save' {
  if (sameGiven(stored ?? nothingGiven, sent)) return { version: stored?.version ?? 0, stored: null }
  return (stored?.version ?? 0) === sent.version ? 'save' : { refused: 'conflict', stored }
}

export interface Clash {
  item: EvaluationItem
  mine: Given
  stored: OwnAnswer
}

export type SheetOutcome = { refused: Refusal } | { tooLong: string[] } | { clashes: Clash[] }

/** Takes a whole page of answers: what can be saved is, and what was changed elsewhere comes back with both texts. */
export async function saveSheet(
  db: Db,
  personId: string,
  evaluation: Evaluation,
  items: readonly EvaluationItem[],
  sent: readonly SentAnswer[],
): Promise<SheetOutcome> {
  const { membership } = await findOwnPart(db, evaluation.id, personId)
  const refused = obstacle(evaluation.state, membership)
  if (refused) return { refused }
  const tooLong = sent.filter(isTooLong).map((answer) => answer.itemId)
  if (tooLong.length > 0) return { tooLong }
  const before = await listOwnAnswers(db, evaluation.id, personId)
  const wanted = sent.filter((answer) => decideVersion(before.get(answer.itemId) ?? null, answer) === 'save')
  if (wanted.length > 0 && !(await saveAnswers(db, evaluation.id, personId, wanted)).open) return { refused: 'closed' }
  const after = await listOwnAnswers(db, evaluation.id, personId)
  return { clashes: items.flatMap((item) => clashOf(item, sent, after)) }
}

function clashOf(item: EvaluationItem, sent: readonly SentAnswer[], kept: ReadonlyMap<string, OwnAnswer>): Clash[] {
  const mine = sent.find((answer) => answer.itemId === item.id)
  const stored = kept.get(item.id)
  return mine && stored && !sameGiven(mine, stored) ? [{ item, mine, stored }] : []
}

/** Notes that the member has finished. She may come back until the round closes. */
export async function finishAnswering(db: Db, personId: string, evaluation: Evaluation): Promise<{ refused: Refusal } | { done: true }> {
  const { membership } = await findOwnPart(db, evaluation.id, personId)
  const refused = obstacle(evaluation.state, membership)
  if (refused) return { refused }
  if (await saveFinished(db, evaluation.id, personId)) {
    await recordActivity(db, {
      organisationId: evaluation.organisationId,
      actorId: personId,
      kind: 'answer.finished',
      subjectKind: 'evaluation',
      subjectId: evaluation.id,
    })
  }
  return { done: true }
}
