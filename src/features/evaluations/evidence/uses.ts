import { sql } from 'kysely'
import type { EvidenceUse, ListUses, UseSource } from '../../evidence/uses.ts'
import { urls } from '../../../urls.ts'
import { listLinks } from './store.ts'

const listQuestions: ListUses = async (db, evidenceIds) => {
  const uses = new Map<string, EvidenceUse[]>()
  for (const link of await listLinks(db, evidenceIds)) {
    const href = urls.evaluation.attachEvidence({ evaluation: link.evaluationId, item: link.itemId })
    const use = { text: `${link.evaluationTitle} : ${link.statement}`, href, pageRef: link.pageRef }
    uses.set(link.evidenceId, [...(uses.get(link.evidenceId) ?? []), use])
  }
  return uses
}

/** Questions of the school's evaluations; one that comes from a framework is the same point in every evaluation. */
export const questionUses: UseSource = {
  rows: sql`select l.evidence_id, i.framework_id, coalesce(i.framework_id || ' ' || i.origin_code, i.id::text) as point
    from evidence_links l join evaluation_items i on i.id = l.item_id`,
  list: listQuestions,
}
