import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Agreed } from '../agree/rules.ts'
import { itemColumns, tablesOf } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import type { FindingKind } from '../tables.ts'
import type { FindingDraft } from './rules.ts'

/** A question with what the group agreed on it; null as long as nothing is noted. */
export type AgreedItem = EvaluationItem & { agreed: Agreed | null }

export interface Finding {
  id: string
  kind: FindingKind
  text: string
  detail: string
  position: number
  version: number
  /** Questions that it comes from, in the order of the questionnaire. */
  itemIds: string[]
}

/** The questionnaire in order, with the agreed positions. */
export async function listAgreedItems(db: Db, evaluationId: string): Promise<AgreedItem[]> {
  const items = await tablesOf(db)
    .selectFrom('evaluation_items')
    .select(itemColumns)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const agreements = await tablesOf(db)
    .selectFrom('agreements')
    .select(['item_id as itemId', 'choice', 'value', 'reason', 'minority_view as minorityView'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  const byItem = new Map(agreements.map(({ itemId, ...agreed }) => [itemId, agreed]))
  return items.map((item) => ({ ...item, agreed: byItem.get(item.id) ?? null }))
}

const selectFindings = (db: Db) =>
  tablesOf(db)
    .selectFrom('findings as f')
    .select([
      'f.id',
      'f.kind',
      'f.text',
      'f.detail',
      'f.position',
      'f.version',
      sql<
        string[]
      >`coalesce((select array_agg(i.id order by i.position, i.id) from finding_items l join evaluation_items i on i.id = l.item_id where l.finding_id = f.id), '{}')`.as(
        'itemIds',
      ),
    ])

/** Strengths, weaknesses and axes, each kind in its order. */
export async function listFindings(db: Db, evaluationId: string): Promise<Finding[]> {
  return selectFindings(db).where('f.evaluation_id', '=', evaluationId).orderBy('f.kind').orderBy('f.position').orderBy('f.id').execute()
}

export async function findFinding(db: Db, evaluationId: string, findingId: string): Promise<Finding | null> {
  return (await selectFindings(db).where('f.evaluation_id', '=', evaluationId).where('f.id', '=', findingId).executeTakeFirst()) ?? null
}

const nextPosition = (evaluationId: string, kind: FindingKind) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from findings where evaluation_id = ${evaluationId} and kind = ${kind})`

/** Adds at the end of its kind; returns its id. */
export async function insertFinding(db: Db, evaluation: Pick<Evaluation, 'id' | 'organisationId'>, draft: FindingDraft): Promise<string> {
  const id = randomUUID()
  await tablesOf(db)
    .insertInto('findings')
    .values({
      id,
      evaluation_id: evaluation.id,
      organisation_id: evaluation.organisationId,
      kind: draft.kind,
      text: draft.text,
      detail: draft.detail,
      position: nextPosition(evaluation.id, draft.kind),
    })
    .execute()
  await linkItems(db, evaluation, id, draft.itemIds)
  return id
}

/** False when somebody saved meanwhile: nothing is changed then. */
export async function updateFinding(
  db: Db,
  evaluation: Pick<Evaluation, 'id' | 'organisationId'>,
  before: Finding,
  version: number,
  draft: FindingDraft,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('findings')
    .set({
      kind: draft.kind,
      text: draft.text,
      detail: draft.detail,
      version: version + 1,
      ...(draft.kind === before.kind ? {} : { position: nextPosition(evaluation.id, draft.kind) }),
    })
    .where('id', '=', before.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tablesOf(db).deleteFrom('finding_items').where('finding_id', '=', before.id).execute()
  await linkItems(db, evaluation, before.id, draft.itemIds)
  return true
}

// Only questions of this very evaluation are linked, whatever the form names.
async function linkItems(db: Db, evaluation: Pick<Evaluation, 'id' | 'organisationId'>, findingId: string, itemIds: readonly string[]): Promise<void> {
  await sql`insert into finding_items (finding_id, item_id, organisation_id)
    select ${findingId}::uuid, id, organisation_id from evaluation_items where evaluation_id = ${evaluation.id} and id::text = any (${[...itemIds]}::text[])`.execute(
    db,
  )
}

export async function deleteFinding(db: Db, findingId: string): Promise<void> {
  await tablesOf(db).deleteFrom('findings').where('id', '=', findingId).execute()
}

/** Puts findings of one kind in this order. */
export async function saveOrder(db: Db, evaluationId: string, ids: readonly string[]): Promise<void> {
  await sql`update findings f set position = o.place from unnest(${[...ids]}::uuid[]) with ordinality o(id, place)
    where f.id = o.id and f.evaluation_id = ${evaluationId} and f.position <> o.place`.execute(db)
}
