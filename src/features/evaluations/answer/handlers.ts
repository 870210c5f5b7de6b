import { invalid, json, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { forbidden } from '../../../platform/web/answer.ts'
import { requireCaller } from '../../../platform/web/route.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { formatNumber } from '../../../platform/language.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { onEvaluation } from '../guard.ts'
import { findEvaluation, findItem, listItems } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { finishAnswering, saveAnswer, saveSheet } from './commands.ts'
import { conflictPage, inWordsOf } from './conflict.ts'
import { finishPage } from './finish-page.ts'
import { savedNow } from './moment.ts'
import { allPage, chosenView, emptySheet, questionPage, remember } from './pages.ts'
import type { Returned, Sheet } from './pages.ts'
import { gone, refused } from './refused.ts'
import { choiceField, isAnswered, nextUnanswered, nothingGiven, obstacle } from './rules.ts'
import type { Refusal } from './rules.ts'
import { readSent } from './sent.ts'
import { findOwnPart, findStanding, listOwnAnswers } from './store.ts'
import type { SentAnswer, Standing } from './store.ts'
import { textsIn } from './texts.en.ts'

/** A page of answering: for the team of this evaluation, while the round is open. */
const onSheet = (handle: (ask: SignedIn, sheet: Sheet, finishedAt: Date | null) => Promise<Answer>): Guarded =>
  onEvaluation('evaluation.answer', async (ask, evaluation) => {
    const part = await findOwnPart(ask.db, evaluation.id, ask.caller.personId)
    const refusal = obstacle(evaluation.state, part.membership)
    if (refusal) return refused(ask, evaluation.id, refusal)
    const [items, own] = [await listItems(ask.db, evaluation.id), await listOwnAnswers(ask.db, evaluation.id, ask.caller.personId)]
    if (items.length === 0) return emptySheet(ask, evaluation)
    return handle(ask, { evaluation, items, own }, part.finishedAt)
  })

export const showSheet = onSheet(async (ask, sheet) => {
  if (chosenView(ask) === 'all') return remember(page(allPage(ask, sheet)), ask)
  const questions = sheet.items.map((item) => ({ id: item.id, item, answered: isAnswered(sheet.own.get(item.id) ?? nothingGiven) }))
  const item = nextUnanswered(questions)?.item ?? sheet.items[0]
  return item ? remember(page(questionPage(ask, sheet, item)), ask) : emptySheet(ask, sheet.evaluation)
})

export const showQuestion = onSheet(async (ask, sheet) => {
  const item = sheet.items.find((other) => other.id === ask.params['item'])
  return item ? page(questionPage(ask, sheet, item)) : refused(ask, sheet.evaluation.id, 'no-question')
})

export const showFinish = onSheet((ask, sheet, finishedAt) => Promise.resolve(page(finishPage(ask, sheet, finishedAt, chosenView(ask)))))

/** One answer, from its form or saved as it is typed: the busiest address of the product. */
export const saveQuestion: Guarded = {
  policy: { who: 'holder', object: 'evaluation', permission: 'evaluation.answer' },
  answer: async (anyAsk) => {
    const ask = requireCaller(anyAsk)
    const { evaluation: evaluationId = '', item: itemId = '' } = ask.params
    const standing = await findStanding(ask.db, { evaluationId, itemId, personId: ask.caller.personId })
    if (!standing) return gone(ask, [ask.form.text('reason')])
    if (!may(ask.caller, 'evaluation.answer', standing)) return forbidden()
    const sent = readSent(ask.form, itemId, standing.scale)
    const outcome = await saveAnswer(ask.db, ask.caller.personId, standing, sent)
    if (!('refused' in outcome))
      return ask.wantsJson ? json({ saved: true, version: outcome.version, message: savedNow(ask.now, ask.language) }) : goOn(ask, evaluationId, itemId)
    return answerNotSaved(ask, standing, sent, outcome.refused, outcome.stored)
  },
}

async function goOn(ask: SignedIn, evaluationId: string, itemId: string): Promise<Answer> {
  const items = await listItems(ask.db, evaluationId)
  const next = items[items.findIndex((item) => item.id === itemId) + 1]
  return redirect(next ? urls.evaluation.answerItem({ evaluation: evaluationId, item: next.id }) : urls.evaluation.finish({ evaluation: evaluationId }))
}

async function answerNotSaved(ask: SignedIn, standing: Standing, sent: SentAnswer, reason: Refusal, stored: Standing['stored']): Promise<Answer> {
  const t = textsIn(ask.language)
  const { evaluationId, scale } = standing
  if (reason === 'conflict' && stored && scale && ask.wantsJson) {
    const fields = { choice: choiceField(stored, scale), reason: stored.reason }
    return json({ saved: false, reason, message: t.refusals.conflict.title, version: stored.version, fields, shown: inWordsOf(stored, scale, t) }, 409)
  }
  if (ask.wantsJson || (reason !== 'conflict' && reason !== 'too-long')) return refused(ask, evaluationId, reason, [sent.reason])
  const evaluation = await findEvaluation(ask.db, evaluationId)
  const item = await findItem(ask.db, evaluationId, sent.itemId)
  if (!evaluation || !item) return gone(ask, [sent.reason])
  if (reason === 'conflict' && stored) return conflictPage(ask, evaluation, [{ item, mine: sent, stored }], false)
  return invalid(questionPage(ask, await sheetOf(ask, evaluation), item, returnedOf(ask, [sent], [item.id])))
}

async function sheetOf(ask: SignedIn, evaluation: Evaluation): Promise<Sheet> {
  return { evaluation, items: await listItems(ask.db, evaluation.id), own: await listOwnAnswers(ask.db, evaluation.id, ask.caller.personId) }
}

function returnedOf(ask: SignedIn, sent: readonly SentAnswer[], tooLong: readonly string[]): Returned {
  const t = textsIn(ask.language)
  const error = (answer: SentAnswer): { error?: string } =>
    tooLong.includes(answer.itemId) ? { error: t.tooLongField(formatNumber(answer.reason.length, ask.language)) } : {}
  return new Map(sent.map((answer) => [answer.itemId, { given: answer, version: answer.version, ...error(answer) }]))
}

/** The whole page at once, for who answers without scripts; « keep » comes from the page that shows two texts. */
export const saveAll: Guarded = {
  policy: { who: 'holder', object: 'evaluation', permission: 'evaluation.answer' },
  answer: async (anyAsk) => {
    const ask = requireCaller(anyAsk)
    const evaluation = await findEvaluation(ask.db, ask.params['evaluation'] ?? '')
    const texts = ask.form.entries().flatMap(([name, value]) => (name.startsWith('reason-') ? [value] : []))
    if (!evaluation) return gone(ask, texts)
    if (!may(ask.caller, 'evaluation.answer', evaluation)) return forbidden()
    const items = await listItems(ask.db, evaluation.id)
    const shown = items.filter((item) => ask.form.has(`version-${item.id}`) && ask.form.text(`keep-${item.id}`) !== 'stored')
    const sent = shown.map((item) => readSent(ask.form, item.id, item.scale, `-${item.id}`))
    const outcome = await saveSheet(ask.db, ask.caller.personId, evaluation, items, sent)
    if ('refused' in outcome) return refused(ask, evaluation.id, outcome.refused, texts)
    if ('tooLong' in outcome) return invalid(allPage(ask, await sheetOf(ask, evaluation), returnedOf(ask, sent, outcome.tooLong)))
    if (outcome.clashes.length > 0) return conflictPage(ask, evaluation, outcome.clashes, sent.length > outcome.clashes.length)
    return redirect(
      ask.form.text('then') === 'review' ? urls.evaluation.finish({ evaluation: evaluation.id }) : urls.evaluation.answer({ evaluation: evaluation.id }),
    )
  },
}

export const saveFinish = onEvaluation('evaluation.answer', async (ask, evaluation) => {
  const outcome = await finishAnswering(ask.db, ask.caller.personId, evaluation)
  if ('refused' in outcome) return refused(ask, evaluation.id, outcome.refused)
  return redirect(urls.evaluation.show({ evaluation: evaluation.id }), textsIn(ask.language).finish.notice)
})
