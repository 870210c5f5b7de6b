import type { SignedIn } from '../../../platform/web/route.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { findItems } from '../../frameworks/store.ts'
import { findItem, listItems, tablesOf } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import type { ModelQuestion } from '../tables.ts'
import { appendQuestions, deleteItem, saveItem, saveOrder } from './items-store.ts'
import type { ItemChange } from './items-store.ts'
import { saveModel } from './models-store.ts'
import { copiedQuestion, longestQuestionnaire, newQuestions, questionFromBank, questionOf } from './questions.ts'
import type { Refused } from './refusals.ts'
import { byWheel, moved, reconciled } from './rules.ts'
import type { Move } from './rules.ts'
import { findStart, record } from './settings-commands.ts'
import { isId } from './settings.ts'
import { listThemesToChoose, lockEvaluation } from './settings-store.ts'

/** The questionnaire as it is now, held until the end of the transaction; refused once the round has been opened. */
async function heldItems(ask: SignedIn, evaluation: Evaluation): Promise<EvaluationItem[] | Refused> {
  const now = await lockEvaluation(ask.db, evaluation.id)
  return now.state === 'composing' ? listItems(ask.db, evaluation.id) : { refused: 'not-composing' }
}

const isRefused = (value: EvaluationItem[] | Refused): value is Refused => 'refused' in value

/** Adds those that are not there yet, at the end. Returns the ids of what was added. */
export async function addQuestions(ask: SignedIn, evaluation: Evaluation, wanted: readonly ModelQuestion[]): Promise<{ added: string[] } | Refused> {
  const items = await heldItems(ask, evaluation)
  if (isRefused(items)) return items
  const questions = newQuestions(items.map(questionOf), wanted)
  if (items.length + questions.length > longestQuestionnaire) return { refused: 'too-many' }
  const added = await appendQuestions(ask.db, evaluation, questions)
  if (added.length > 0) await record(ask, evaluation, 'evaluation.questions_added', { count: added.length })
  return { added }
}

/** Adds questions of the bank, chosen as 'framework uuid:code'. Prompts of a blank sheet are not questions: they are left out. */
export async function addFromBank(ask: SignedIn, evaluation: Evaluation, values: readonly string[]): Promise<{ added: string[] } | Refused> {
  const keys = values.flatMap((value) => {
    const [frameworkId = '', code = ''] = value.split(':')
    return isId(frameworkId) && code ? [{ frameworkId, code }] : []
  })
  const themes = new Map((await listThemesToChoose(ask.db, ask.today)).map((theme) => [`${theme.frameworkId}:${theme.code}`, theme]))
  const found = await findItems(ask.db, keys)
  const questions = found.flatMap((item) => {
    const theme = themes.get(`${item.frameworkId}:${item.themeCode}`)
    return theme && !theme.blank ? [questionFromBank(item, theme, evaluation.scale)] : []
  })
  return addQuestions(ask, evaluation, questions)
}

/** Copies the questions of a model or of an earlier evaluation, which then becomes the previous cycle of this one. */
export async function addFromStart(ask: SignedIn, evaluation: Evaluation, source: string): Promise<{ added: string[] } | Refused> {
  const start = await findStart(ask, evaluation.organisationId, source)
  const result = await addQuestions(
    ask,
    evaluation,
    start.questions.map((question) => copiedQuestion(question, start.scale, evaluation.scale)),
  )
  if ('refused' in result || !start.previousId || evaluation.previousId || start.previousId === evaluation.id) return result
  await tablesOf(ask.db).updateTable('evaluations').set({ previous_id: start.previousId }).where('id', '=', evaluation.id).execute()
  return result
}

export async function removeQuestion(ask: SignedIn, evaluation: Evaluation, itemId: string): Promise<{ removed: boolean } | Refused> {
  const items = await heldItems(ask, evaluation)
  if (isRefused(items)) return items
  const removed = await deleteItem(ask.db, evaluation.id, itemId)
  if (removed) await record(ask, evaluation, 'evaluation.question_removed')
  return { removed }
}

/** One place up or down, a whole order, or the order of the wheel. */
export type NewOrder = { itemId: string; move: Move } | { ids: readonly string[] } | 'wheel'

export async function orderQuestions(ask: SignedIn, evaluation: Evaluation, order: NewOrder): Promise<{ ordered: true } | Refused> {
  const items = await heldItems(ask, evaluation)
  if (isRefused(items)) return items
  const ids = items.map((item) => item.id)
  await saveOrder(ask.db, evaluation.id, newOrder(items, ids, order))
  await record(ask, evaluation, 'evaluation.questions_ordered')
  return { ordered: true }
}

function newOrder(items: readonly EvaluationItem[], ids: readonly string[], order: NewOrder): string[] {
  if (order === 'wheel') return byWheel(items)
  return 'move' in order ? moved(ids, order.itemId, order.move) : reconciled(ids, order.ids)
}

/** Words, quarter and scale of one question. 'changed' with the question as somebody else saved it meanwhile. */
export async function changeQuestion(
  ask: SignedIn,
  evaluation: Evaluation,
  item: EvaluationItem,
  version: number,
  change: ItemChange,
): Promise<{ saved: true } | { changed: EvaluationItem } | Refused> {
  const items = await heldItems(ask, evaluation)
  if (isRefused(items)) return items
  if (await saveItem(ask.db, { id: item.id, version }, change)) {
    await record(ask, evaluation, 'evaluation.question_changed')
    return { saved: true }
  }
  const saved = await findItem(ask.db, evaluation.id, item.id)
  return saved ? { changed: saved } : { refused: 'gone' }
}

/** Gives a reworded question of the bank its first words back. */
export async function restoreQuestion(
  ask: SignedIn,
  evaluation: Evaluation,
  item: EvaluationItem,
  version: number,
): Promise<{ saved: true } | { changed: EvaluationItem } | Refused> {
  const [origin] = item.frameworkId && item.originCode ? await findItems(ask.db, [{ frameworkId: item.frameworkId, code: item.originCode }]) : []
  const change = { statement: item.originStatement ?? item.statement, help: origin?.help ?? item.help, phase: item.phase, scale: item.scale }
  return changeQuestion(ask, evaluation, item, version, change)
}

/** Keeps the questionnaire as a model of the school. */
export async function keepAsModel(ask: SignedIn, evaluation: Evaluation, title: string): Promise<{ model: string } | Refused> {
  const items = await listItems(ask.db, evaluation.id)
  if (items.length === 0) return { refused: 'no-items' }
  const model = await saveModel(ask.db, { organisationId: evaluation.organisationId, title, questions: items.map(questionOf), createdBy: ask.caller.personId })
  await record(ask, evaluation, 'evaluation.model_kept', { questions: items.length })
  return { model }
}

/** Which scale the form's choice stands for: the school's, none, or the one that the question already has. */
export function chosenScale(choice: string, evaluation: Evaluation, item: EvaluationItem | null): Scale {
  if (choice === 'none') return { kind: 'none' }
  return choice === 'own' && item ? item.scale : evaluation.scale
}
