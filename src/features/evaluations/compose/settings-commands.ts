import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { findSchoolScale } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { findEvaluation, listItems, tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'
import type { ModelQuestion } from '../tables.ts'
import { appendQuestions, replaceScale } from './items-store.ts'
import { addMembers } from './members-store.ts'
import { findModel } from './models-store.ts'
import { copiedQuestion, isSameScale, questionOf } from './questions.ts'
import type { Refused } from './refusals.ts'
import { isId, isScopeKind } from './settings.ts'
import type { Settings, ThemeKey } from './settings.ts'
import { listEvaluationThemes, lockEvaluation, saveThemes } from './settings-store.ts'

/** Settings whose form was found right, with what its choices stand for. */
export interface Checked {
  settings: Settings
  themes: readonly ThemeKey[]
  /** Among the people of the organisation. */
  members: readonly string[]
}

const columnsOf = ({ settings }: Checked) => ({
  title: settings.title,
  purpose: settings.purpose,
  scope_kind: isScopeKind(settings.scopeKind) ? settings.scopeKind : ('school' as const),
  scope_detail: settings.scopeKind === 'school' ? '' : settings.scopeDetail,
  school_year: settings.schoolYear,
  starts_on: settings.startsOn || null,
  ends_on: settings.endsOn || null,
})

const scaleOf = (settings: Settings, kept: Scale): Scale => findSchoolScale(settings.scale) ?? kept

/** A new evaluation of the organisation, with its first questions when it starts from an earlier one. Returns its id. */
export async function createEvaluation(ask: SignedIn, organisationId: string, checked: Checked): Promise<string> {
  const id = randomUUID()
  const start = await findStart(ask, organisationId, checked.settings.start)
  const scale = scaleOf(checked.settings, start.scale ?? { kind: 'none' })
  await tablesOf(ask.db)
    .insertInto('evaluations')
    .values({
      id,
      organisation_id: organisationId,
      ...columnsOf(checked),
      state: 'composing',
      scale,
      previous_id: start.previousId,
      created_by: ask.caller.personId,
    })
    .execute()
  const evaluation = { id, organisationId }
  const ofPrevious = checked.themes.length === 0 && start.previousId ? await listEvaluationThemes(ask.db, start.previousId) : []
  await saveThemes(ask.db, evaluation, [...checked.themes, ...ofPrevious])
  await addMembers(ask.db, evaluation, checked.members)
  await appendQuestions(
    ask.db,
    evaluation,
    start.questions.map((question) => copiedQuestion(question, start.scale, scale)),
  )
  await recordActivity(ask.db, {
    organisationId,
    actorId: ask.caller.personId,
    kind: 'evaluation.created',
    subjectKind: 'evaluation',
    subjectId: id,
    detail: { questions: start.questions.length },
  })
  return id
}

export interface Start {
  previousId: string | null
  questions: readonly ModelQuestion[]
  /** The scale that the school had chosen there. */
  scale: Scale | null
}

/** What 'evaluation:uuid' or 'model:uuid' of this organisation gives to start from; anything else gives nothing. */
export async function findStart(ask: SignedIn, organisationId: string, text: string): Promise<Start> {
  const [kind = '', id = ''] = text.split(':')
  if (!isId(id)) return { previousId: null, questions: [], scale: null }
  if (kind === 'evaluation') {
    const previous = await findEvaluation(ask.db, id)
    if (previous && previous.organisationId === organisationId && previous.state !== 'composing') {
      return { previousId: id, questions: (await listItems(ask.db, id)).map(questionOf), scale: previous.scale }
    }
  }
  const model = kind === 'model' ? await findModel(ask.db, organisationId, id) : null
  return { previousId: null, questions: model?.questions ?? [], scale: null }
}

/** Changes settings while composing. 'changed' when somebody saved them meanwhile. */
export async function saveSettings(ask: SignedIn, evaluation: Evaluation, version: number, checked: Checked): Promise<{ saved: true } | Refused | 'changed'> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'composing') return { refused: 'not-composing' }
  if (now.version !== version) return 'changed'
  const scale = scaleOf(checked.settings, evaluation.scale)
  await tablesOf(ask.db)
    .updateTable('evaluations')
    .set({ ...columnsOf(checked), scale, version: version + 1 })
    .where('id', '=', evaluation.id)
    .execute()
  await saveThemes(ask.db, evaluation, checked.themes)
  if (!isSameScale(scale, evaluation.scale)) await replaceScale(ask.db, evaluation.id, evaluation.scale, scale)
  await record(ask, evaluation, 'evaluation.settings_changed')
  return { saved: true }
}

/** An evaluation goes only while nobody has been asked anything. */
export async function deleteEvaluation(ask: SignedIn, evaluation: Evaluation, actions: number): Promise<{ deleted: true } | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  if (now.state !== 'composing') return { refused: 'not-composing' }
  if (actions > 0) return { refused: 'has-actions' }
  await tablesOf(ask.db).deleteFrom('evaluations').where('id', '=', evaluation.id).execute()
  await record(ask, evaluation, 'evaluation.deleted')
  return { deleted: true }
}

export const record = (ask: SignedIn, evaluation: Evaluation, kind: string, detail: Record<string, string | number> = {}): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: evaluation.organisationId,
    actorId: ask.caller.personId,
    kind,
    subjectKind: 'evaluation',
    subjectId: evaluation.id,
    detail,
  })
