import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { tablesOf } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import type { ModelQuestion } from '../tables.ts'

/** Adds at the end of the questionnaire, in this order. */
export async function appendQuestions(db: Db, evaluation: Pick<Evaluation, 'id' | 'organisationId'>, questions: readonly ModelQuestion[]): Promise<string[]> {
  if (questions.length === 0) return []
  const last = await tablesOf(db)
    .selectFrom('evaluation_items')
    .select((item) => item.fn.max('position').as('position'))
    .where('evaluation_id', '=', evaluation.id)
    .executeTakeFirst()
  const rows = questions.map((question, index) => ({ id: randomUUID(), position: Number(last?.position ?? 0) + index + 1, question }))
  await tablesOf(db)
    .insertInto('evaluation_items')
    .values(
      rows.map(({ id, position, question }) => ({
        id,
        position,
        evaluation_id: evaluation.id,
        organisation_id: evaluation.organisationId,
        origin: question.origin,
        framework_id: question.frameworkId,
        origin_code: question.originCode,
        origin_statement: question.originStatement,
        theme_code: question.themeCode,
        theme_title: question.themeTitle,
        phase: question.phase,
        statement: question.statement,
        help: question.help,
        scale: question.scale,
        evidence: question.evidence,
        indicators: question.indicators,
      })),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Writes the order of the questionnaire: the first id comes first. */
export async function saveOrder(db: Db, evaluationId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update evaluation_items i set position = wanted.position
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, position)
    where i.id = wanted.id and i.evaluation_id = ${evaluationId}`.execute(db)
}

export interface ItemChange {
  statement: string
  help: string
  phase: EvaluationItem['phase']
  scale: Scale
}

/** False when the question is no longer at this version, or no longer there: nothing is written. */
export async function saveItem(db: Db, item: Pick<EvaluationItem, 'id' | 'version'>, change: ItemChange): Promise<boolean> {
  const row = await tablesOf(db)
    .updateTable('evaluation_items')
    .set({ ...change, version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteItem(db: Db, evaluationId: string, itemId: string): Promise<boolean> {
  const row = await tablesOf(db)
    .deleteFrom('evaluation_items')
    .where('evaluation_id', '=', evaluationId)
    .where('id', '=', itemId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Questions that had the school's former scale take the new one. */
export async function replaceScale(db: Db, evaluationId: string, from: Scale, to: Scale): Promise<void> {
  await sql`
    update evaluation_items set scale = ${to}::jsonb, version = version + 1
    where evaluation_id = ${evaluationId} and scale = ${from}::jsonb`.execute(db)
}
