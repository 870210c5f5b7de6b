import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import type { ItemKey } from '../frameworks/store.ts'
import type { Evidence } from './store.ts'
import type { EvidenceTables } from './tables.ts'

/** A proof beside one item of a framework, outside a self-evaluation. */
export interface Support extends ItemKey {
  evidenceId: string
  organisationId: string
  /** Where to look in the proof: « p. 4 ». */
  pageRef: string
  note: string
  addedAt: Date
}

const tablesOf = (db: Db) => db.withTables<EvidenceTables>()

/** Of a school or of some proofs, oldest first; none of a proof that the caller does not see. */
export async function listSupports(db: Db, of: { organisationId: string } | { evidenceIds: readonly string[] }): Promise<Support[]> {
  if ('evidenceIds' in of && of.evidenceIds.length === 0) return []
  const all = tablesOf(db)
    .selectFrom('evidence_supports as s')
    .innerJoin('evidence as e', 'e.id', 's.evidence_id')
    .select(['s.evidence_id as evidenceId', 's.organisation_id as organisationId', 's.framework_id as frameworkId', 's.item_code as code'])
    .select(['s.page_ref as pageRef', 's.note', 's.added_at as addedAt'])
    .orderBy('s.added_at')
    .orderBy('s.framework_id')
    .orderBy('s.item_code')
  return ('organisationId' in of ? all.where('s.organisation_id', '=', of.organisationId) : all.where('s.evidence_id', 'in', of.evidenceIds)).execute()
}

export interface NewSupport extends ItemKey {
  pageRef?: string
  note?: string
}

type Proof = Pick<Evidence, 'id' | 'organisationId'>

/** Puts a proof beside these items, with one line in the journal for each; returns those that it was not beside yet. */
export async function addSupports(db: Db, personId: string, evidence: Proof, items: readonly NewSupport[]): Promise<ItemKey[]> {
  if (items.length === 0) return []
  const added = await tablesOf(db)
    .insertInto('evidence_supports')
    .values(
      items.map((item) => ({
        evidence_id: evidence.id,
        framework_id: item.frameworkId,
        item_code: item.code,
        organisation_id: evidence.organisationId,
        page_ref: item.pageRef ?? '',
        note: item.note ?? '',
        added_by: personId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['framework_id as frameworkId', 'item_code as code'])
    .execute()
  for (const item of added) await recordLink(db, personId, evidence, 'evidence.linked', item)
  return added
}

/** Takes a proof off one item, with its line in the journal. False when it was not there. */
export async function removeSupport(db: Db, personId: string, evidence: Proof, item: ItemKey): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db)
    .deleteFrom('evidence_supports')
    .where('evidence_id', '=', evidence.id)
    .where('framework_id', '=', item.frameworkId)
    .where('item_code', '=', item.code)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await recordLink(db, personId, evidence, 'evidence.unlinked', item)
  return true
}

export async function updatePageRef(db: Db, evidenceId: string, item: ItemKey, pageRef: string): Promise<void> {
  await tablesOf(db)
    .updateTable('evidence_supports')
    .set({ page_ref: pageRef })
    .where('evidence_id', '=', evidenceId)
    .where('framework_id', '=', item.frameworkId)
    .where('item_code', '=', item.code)
    .execute()
}

const recordLink = (db: Db, actorId: string, evidence: Proof, kind: string, item: ItemKey): Promise<void> =>
  recordActivity(db, {
    organisationId: evidence.organisationId,
    actorId,
    kind,
    subjectKind: 'evidence',
    subjectId: evidence.id,
    detail: { framework: item.frameworkId, item: item.code },
  })
