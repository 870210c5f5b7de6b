import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../platform/activity.ts'
import type { Db } from '../../platform/database.ts'
import { moveTo } from './rules.ts'
import { deleteAction, insertAction, insertStep, setStepDone, updateAction } from './store.ts'
import type { Action } from './store.ts'
import type { ActionState, AddedField, SheetField } from './tables.ts'

export interface Actor {
  personId: string
  today: string
}

/** What the sheet's form sends, checked. */
export type SheetValues = Record<SheetField | AddedField, string> & { starts_on: string | null; due_on: string | null; owner_id: string | null }

interface Origin {
  organisationId: string
  evaluationId: string | null
  findingId: string | null
}

/** Decides an action: valid with its name alone. Returns its id. */
export async function createAction(db: Db, actor: Actor, origin: Origin, values: SheetValues): Promise<string> {
  const id = randomUUID()
  await insertAction(db, {
    ...values,
    id,
    organisation_id: origin.organisationId,
    evaluation_id: origin.evaluationId,
    finding_id: origin.findingId,
    state: 'planned',
    progress: null,
    effect: '',
    effect_noted_on: null,
    done_on: null,
    created_by: actor.personId,
  })
  await record(db, actor, { id, organisationId: origin.organisationId }, 'action.created')
  return id
}

export type Saved = { saved: true } | { refused: 'changed-meanwhile' }

export async function saveSheet(db: Db, actor: Actor, action: Action, version: number, values: SheetValues): Promise<Saved> {
  if (!(await updateAction(db, action.id, version, values))) return { refused: 'changed-meanwhile' }
  await record(db, actor, action, 'action.edited')
  return { saved: true }
}

export interface ProgressValues {
  state: ActionState
  progress: number | null
  effect: string
}

/** Says where the action stands and what it has changed. */
export async function saveProgress(db: Db, actor: Actor, action: Action, version: number, values: ProgressValues): Promise<Saved> {
  const next = moveTo(action, values.state, values.progress, actor.today)
  const noted = values.effect === action.effect ? action.effectNotedOn : values.effect ? actor.today : null
  const saved = await updateAction(db, action.id, version, {
    state: next.state,
    progress: next.progress,
    done_on: next.doneOn,
    effect: values.effect,
    effect_noted_on: noted,
  })
  if (!saved) return { refused: 'changed-meanwhile' }
  await record(db, actor, action, 'action.moved', { from: action.state, to: next.state })
  return { saved: true }
}

export async function addStep(db: Db, actor: Actor, action: Action, label: string, dueOn: string | null): Promise<void> {
  await insertStep(db, { id: randomUUID(), actionId: action.id, organisationId: action.organisationId, label, dueOn })
  await record(db, actor, action, 'action.step_added')
}

/** Null when the step is not one of this action. */
export async function toggleStep(db: Db, actor: Actor, action: Action, stepId: string, done: boolean): Promise<boolean> {
  if (!(await setStepDone(db, action.id, stepId, done ? actor.today : null))) return false
  await record(db, actor, action, 'action.step_marked', { done })
  return true
}

export async function removeAction(db: Db, actor: Actor, action: Action): Promise<void> {
  await deleteAction(db, action.id)
  await record(db, actor, action, 'action.deleted')
}

const record = (
  db: Db,
  actor: Actor,
  action: { id: string; organisationId: string },
  kind: string,
  detail: Record<string, string | boolean> = {},
): Promise<void> =>
  recordActivity(db, { organisationId: action.organisationId, actorId: actor.personId, kind, subjectKind: 'action', subjectId: action.id, detail })
