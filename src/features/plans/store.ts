import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { AccountTables } from '../accounts/tables.ts'
import type { EvaluationTables, FindingKind } from '../evaluations/tables.ts'
import type { OrganisationTables } from '../organisations/tables.ts'
import type { ActionState, PlanTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PlanTables & EvaluationTables & AccountTables & OrganisationTables>()

export interface Action {
  id: string
  organisationId: string
  organisationName: string
  evaluationId: string | null
  evaluationTitle: string | null
  findingId: string | null
  findingText: string | null
  title: string
  what: string
  forWhom: string
  byWhom: string
  withWhom: string
  place: string
  how: string
  why: string
  comments: string
  indicator: string
  workload: string
  startsOn: string | null
  dueOn: string | null
  state: ActionState
  progress: number | null
  ownerId: string | null
  ownerName: string | null
  effect: string
  effectNotedOn: string | null
  doneOn: string | null
  version: number
}

export interface Step {
  id: string
  label: string
  dueOn: string | null
  doneOn: string | null
}

const selectActions = (db: Db) =>
  tablesOf(db)
    .selectFrom('actions as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .leftJoin('evaluations as e', 'e.id', 'a.evaluation_id')
    .leftJoin('findings as f', 'f.id', 'a.finding_id')
    .leftJoin('persons as p', 'p.id', 'a.owner_id')
    .select([
      'a.id',
      'a.organisation_id as organisationId',
      'o.name as organisationName',
      'a.evaluation_id as evaluationId',
      'e.title as evaluationTitle',
      'a.finding_id as findingId',
      'f.text as findingText',
      'a.title',
      'a.what',
      'a.for_whom as forWhom',
      'a.by_whom as byWhom',
      'a.with_whom as withWhom',
      'a.place',
      'a.how',
      'a.why',
      'a.comments',
      'a.indicator',
      'a.workload',
      'a.starts_on as startsOn',
      'a.due_on as dueOn',
      'a.state',
      'a.progress',
      'a.owner_id as ownerId',
      'p.name as ownerName',
      'a.effect',
      'a.effect_noted_on as effectNotedOn',
      'a.done_on as doneOn',
      'a.version',
    ])

export async function findAction(db: Db, id: string): Promise<Action | null> {
  return (await selectActions(db).where('a.id', '=', id).executeTakeFirst()) ?? null
}

/** Of a school, the nearest date first, the undated after. */
export async function listActions(db: Db, organisationId: string): Promise<Action[]> {
  return selectActions(db)
    .where('a.organisation_id', '=', organisationId)
    .orderBy(sql`a.due_on asc nulls last`)
    .orderBy('a.created_at')
    .execute()
}

/** Those that an evaluation led to. */
export async function listActionsOfEvaluation(db: Db, evaluationId: string): Promise<Action[]> {
  return selectActions(db)
    .where('a.evaluation_id', '=', evaluationId)
    .orderBy(sql`a.due_on asc nulls last`)
    .orderBy('a.created_at')
    .execute()
}

/** Open actions of which a person has charge, in all her organisations. */
export async function listActionsOwnedBy(db: Db, personId: string): Promise<Action[]> {
  return selectActions(db)
    .where('a.owner_id', '=', personId)
    .where('a.state', 'in', ['planned', 'under_way'])
    .orderBy(sql`a.due_on asc nulls last`)
    .execute()
}

export async function listSteps(db: Db, actionId: string): Promise<Step[]> {
  return tablesOf(db)
    .selectFrom('action_steps')
    .select(['id', 'label', 'due_on as dueOn', 'done_on as doneOn'])
    .where('action_id', '=', actionId)
    .orderBy('position')
    .execute()
}

export interface SourceFinding {
  id: string
  organisationId: string
  evaluationId: string
  evaluationTitle: string
  kind: FindingKind
  text: string
  detail: string
}

/** The finding that an action starts from. */
export async function findSourceFinding(db: Db, id: string): Promise<SourceFinding | null> {
  const row = await tablesOf(db)
    .selectFrom('findings as f')
    .innerJoin('evaluations as e', 'e.id', 'f.evaluation_id')
    .select(['f.id', 'f.organisation_id as organisationId', 'f.evaluation_id as evaluationId', 'e.title as evaluationTitle', 'f.kind', 'f.text', 'f.detail'])
    .where('f.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** People who work in an organisation today, by name: those who may have charge of an action. */
export async function listPeople(db: Db, organisationId: string, today: string): Promise<{ id: string; name: string }[]> {
  return tablesOf(db)
    .selectFrom('persons as p')
    .innerJoin('mandates as m', 'm.person_id', 'p.id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('m.organisation_id', '=', organisationId)
    .where('m.valid_from', '<=', today)
    .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>=', today)]))
    .orderBy('p.name')
    .execute()
}

export type ActionValues = Omit<PlanTables['actions'], 'id' | 'organisation_id' | 'created_by' | 'created_at' | 'version'>

export async function insertAction(db: Db, row: ActionValues & { id: string; organisation_id: string; created_by: string }): Promise<void> {
  await tablesOf(db).insertInto('actions').values(row).execute()
}

/** False when somebody saved meanwhile: nothing is changed then. */
export async function updateAction(db: Db, id: string, version: number, values: Partial<ActionValues>): Promise<boolean> {
  const done = await tablesOf(db)
    .updateTable('actions')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteAction(db: Db, id: string): Promise<void> {
  await tablesOf(db).deleteFrom('actions').where('id', '=', id).execute()
}

export async function insertStep(db: Db, step: { id: string; actionId: string; organisationId: string; label: string; dueOn: string | null }): Promise<void> {
  await tablesOf(db)
    .insertInto('action_steps')
    .values({
      id: step.id,
      action_id: step.actionId,
      organisation_id: step.organisationId,
      label: step.label,
      due_on: step.dueOn,
      done_on: null,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from action_steps where action_id = ${step.actionId})`,
    })
    .execute()
}

/** Returns false when the step is not one of this action. */
export async function setStepDone(db: Db, actionId: string, stepId: string, doneOn: string | null): Promise<boolean> {
  const done = await tablesOf(db)
    .updateTable('action_steps')
    .set({ done_on: doneOn })
    .where('id', '=', stepId)
    .where('action_id', '=', actionId)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
