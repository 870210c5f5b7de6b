import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { deleteQuestionnaire, insertQuestionnaire, saveDefinition } from './write-store.ts'
import type { NewQuestionnaire, Questionnaire } from './write-store.ts'

const line = (ask: SignedIn, organisationId: string, kind: string, id: string) =>
  recordActivity(ask.db, { organisationId, actorId: ask.caller.personId, kind, subjectKind: 'questionnaire', subjectId: id })

/** Its id. */
export async function createQuestionnaire(ask: SignedIn, made: Omit<NewQuestionnaire, 'id'>): Promise<string> {
  const id = randomUUID()
  await insertQuestionnaire(ask.db, ask.caller.personId, { ...made, id })
  await line(ask, made.organisationId, 'questionnaire.created', id)
  return id
}

/** Saves if nobody changed it since the version that the form was drawn from. */
export async function changeQuestionnaire(ask: SignedIn, questionnaire: Questionnaire, definition: Definition): Promise<'saved' | 'conflict'> {
  if (Number(ask.form.text('version')) !== questionnaire.version) return 'conflict'
  if (!(await saveDefinition(ask.db, ask.caller.personId, questionnaire, definition))) return 'conflict'
  await line(ask, questionnaire.organisationId, 'questionnaire.changed', questionnaire.id)
  return 'saved'
}

/** Only as it was when its deletion was asked: what somebody wrote meanwhile is not lost with it. */
export async function removeQuestionnaire(ask: SignedIn, questionnaire: Questionnaire): Promise<'removed' | 'conflict'> {
  if (!(await deleteQuestionnaire(ask.db, questionnaire.id, Number(ask.form.text('version'))))) return 'conflict'
  await line(ask, questionnaire.organisationId, 'questionnaire.deleted', questionnaire.id)
  return 'removed'
}
