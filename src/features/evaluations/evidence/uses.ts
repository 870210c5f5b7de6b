import type { EvidenceUse, ListUses } from '../../evidence/pages.ts'
import { urls } from '../../../urls.ts'
import { listLinks } from './store.ts'

/** Where the school's proofs serve among its evaluations. */
export const listEvidenceUses: ListUses = async (db, evidenceIds) => {
  const uses = new Map<string, EvidenceUse[]>()
  for (const link of await listLinks(db, evidenceIds)) {
    const href = urls.evaluation.attachEvidence({ evaluation: link.evaluationId, item: link.itemId })
    uses.set(link.evidenceId, [...(uses.get(link.evidenceId) ?? []), { text: `${link.evaluationTitle} : ${link.statement}`, href }])
  }
  return uses
}
