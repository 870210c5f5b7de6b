import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { evidenceColumns } from '../../evidence/store.ts'
import type { Evidence } from '../../evidence/store.ts'
import type { EvidenceTables } from '../../evidence/tables.ts'
import { tablesOf } from '../store.ts'
import type { EvaluationItem } from '../store.ts'

/** A proof as it stands beside a question. */
export interface AttachedEvidence extends Evidence {
  itemId: string
  /** What it shows there. */
  shows: string
  /** Where to look in it: « p. 4 ». */
  pageRef: string
}

const withEvidence = (db: Db) => tablesOf(db).withTables<EvidenceTables>()

/** Proofs of all questions of an evaluation, or of one; none outside the school. */
export async function listAttached(db: Db, evaluationId: string, itemId?: string): Promise<AttachedEvidence[]> {
  const all = withEvidence(db)
    .selectFrom('evidence_links')
    .innerJoin('evidence', 'evidence.id', 'evidence_links.evidence_id')
    .select([...evidenceColumns, 'evidence_links.item_id as itemId', 'evidence_links.note as shows', 'evidence_links.page_ref as pageRef'])
    // A validated evaluation names a proof as it was called that day, whatever became of it.
    .select(sql<string>`coalesce(evidence_links.kept_title, evidence.title)`.as('title'))
    .where('evidence_links.evaluation_id', '=', evaluationId)
    .orderBy('evidence.title')
    .orderBy('evidence.id')
  return (itemId ? all.where('evidence_links.item_id', '=', itemId) : all).execute()
}

/** The school's latest proofs that are not yet beside this question. */
export async function listAttachable(db: Db, item: EvaluationItem, limit: number): Promise<Evidence[]> {
  return withEvidence(db)
    .selectFrom('evidence')
    .select(evidenceColumns)
    .where('organisation_id', '=', item.organisationId)
    .where('id', 'not in', (links) => links.selectFrom('evidence_links').select('evidence_id').where('item_id', '=', item.id))
    .orderBy('added_at', 'desc')
    .limit(limit)
    .execute()
}

/** False when it was already there. */
export async function insertLink(db: Db, item: EvaluationItem, evidenceId: string, { shows, pageRef }: { shows: string; pageRef: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await withEvidence(db)
    .insertInto('evidence_links')
    .values({
      evidence_id: evidenceId,
      item_id: item.id,
      evaluation_id: item.evaluationId,
      organisation_id: item.organisationId,
      note: shows,
      page_ref: pageRef,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it was not there. */
export async function deleteLink(db: Db, item: EvaluationItem, evidenceId: string): Promise<boolean> {
  const { numDeletedRows } = await withEvidence(db)
    .deleteFrom('evidence_links')
    .where('item_id', '=', item.id)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export interface Use {
  evidenceId: string
  evaluationId: string
  evaluationTitle: string
  itemId: string
  statement: string
  pageRef: string
}

/** Every question that these proofs serve. */
export async function listLinks(db: Db, evidenceIds: readonly string[]): Promise<Use[]> {
  if (evidenceIds.length === 0) return []
  const { rows } = await sql<Use>`
    select l.evidence_id as "evidenceId", l.evaluation_id as "evaluationId", e.title as "evaluationTitle", l.item_id as "itemId", i.statement, l.page_ref as "pageRef"
    from evidence_links l join evaluations e on e.id = l.evaluation_id join evaluation_items i on i.id = l.item_id
    where l.evidence_id = any (${[...evidenceIds]}::uuid[])
    order by e.created_at desc, i.position`.execute(db)
  return rows
}
