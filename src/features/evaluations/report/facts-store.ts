import type { Db } from '../../../platform/database.ts'
import { listCounted } from '../agree/store.ts'
import { listEvaluationThemes } from '../compose/settings-store.ts'
import { findCycleFacts } from '../cycle-store.ts'
import type { ListActions } from '../diagnosis/action-sheet.ts'
import { listAgreedItems, listFindings } from '../diagnosis/store.ts'
import { listAttached } from '../evidence/store.ts'
import type { Evaluation } from '../store.ts'
import { fingerprint } from '../validation/snapshot.ts'
import { findParticipation, findSnapshot } from '../validation/store.ts'
import type { ReportFacts } from './facts.ts'

interface Reader {
  /** Whether the reader belongs to the school: answers are counted and proofs named for them only. */
  inside: boolean
  /** 'YYYY-MM-DD' */
  today: string
}

/** All that a report is made of, in a fixed number of queries. */
export async function findReportFacts(db: Db, evaluation: Evaluation, listActions: ListActions, { inside, today }: Reader): Promise<ReportFacts> {
  const snapshot = evaluation.validatedAt ? await findSnapshot(db, evaluation.id) : null
  return {
    evaluation,
    themes: await listEvaluationThemes(db, evaluation.id),
    items: await listAgreedItems(db, evaluation.id),
    findings: await listFindings(db, evaluation.id),
    // A report is printed and passed on: what is kept for those who lead is not named in it, whoever reads.
    proofs: inside ? (await listAttached(db, evaluation.id)).filter((proof) => proof.confidentiality === 'team') : [],
    counts: inside ? new Map((await listCounted(db, evaluation.id)).map((item) => [item.id, item])) : null,
    participation: inside ? await findParticipation(db, evaluation.id) : null,
    actions: (await listActions(db, evaluation.id)).filter((action) => action.state !== 'abandoned'),
    cycle: await findCycleFacts(db, evaluation.id),
    sha256: snapshot ? fingerprint(snapshot) : null,
    today,
  }
}
