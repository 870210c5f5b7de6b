import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'
import type { ModelQuestion } from '../tables.ts'

export interface Model {
  id: string
  title: string
  questions: ModelQuestion[]
  createdAt: Date
}

/** Questionnaires that the school keeps, the latest first. */
export async function listModels(db: Db, organisationId: string): Promise<Model[]> {
  return tablesOf(db)
    .selectFrom('question_models')
    .select(['id', 'title', 'questions', 'created_at as createdAt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function findModel(db: Db, organisationId: string, id: string): Promise<Model | null> {
  const row = await tablesOf(db)
    .selectFrom('question_models')
    .select(['id', 'title', 'questions', 'created_at as createdAt'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function saveModel(
  db: Db,
  model: { organisationId: string; title: string; questions: readonly ModelQuestion[]; createdBy: string },
): Promise<string> {
  const id = randomUUID()
  // A list given as it is would be sent as an array of PostgreSQL, not as JSON.
  await sql`insert into question_models (id, organisation_id, title, questions, created_by)
    values (${id}, ${model.organisationId}, ${model.title}, ${JSON.stringify(model.questions)}::text::jsonb, ${model.createdBy})`.execute(db)
  return id
}

export async function deleteModel(db: Db, organisationId: string, id: string): Promise<boolean> {
  const row = await tablesOf(db)
    .deleteFrom('question_models')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface Reusable {
  id: string
  title: string
  schoolYear: string
  items: number
}

/** Evaluations of the organisation that have left composing: what a new cycle may start from, the latest first. */
export async function listReusable(db: Db, organisationId: string, except?: Pick<Evaluation, 'id'>): Promise<Reusable[]> {
  const { rows } = await sql<Reusable>`
    select e.id, e.title, e.school_year as "schoolYear", (select count(*) from evaluation_items i where i.evaluation_id = e.id) as items
    from evaluations e
    where e.organisation_id = ${organisationId} and e.state <> 'composing' and e.id is distinct from ${except?.id ?? null}::uuid
    order by e.created_at desc`.execute(db)
  return rows
}
