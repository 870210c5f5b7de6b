import { forbidden, invalid, json, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { requireCaller } from '../../../platform/web/route.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { findFramework } from '../../frameworks/store.ts'
import { onObject } from '../../accounts/guard.ts'
import { may } from '../../accounts/permissions.ts'
import { savedNow } from '../answer/moment.ts'
import { gone, notTaken } from '../answer/refused.ts'
import { readVersion } from '../answer/sent.ts'
import { onEvaluation } from '../guard.ts'
import { findEvaluation, findItem, isMember } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { agreeConflictPage, agreedLines, agreePage } from './agree-page.ts'
import type { AgreeView } from './agree-page.ts'
import { agreeOn } from './commands.ts'
import type { AgreeOutcome } from './commands.ts'
import { agreedField, agreeObstacle, byDisagreement, readAgreed, spreadOf } from './rules.ts'
import type { Refusal, Spread } from './rules.ts'
import { earlyPage, readFilter, spreadPage } from './spread-page.ts'
import { findAgreement, findEarlier, listCounted, listReasons } from './store.ts'
import type { SentAgreement } from './store.ts'
import { textsIn } from './texts.en.ts'

/** Positions are for the team of this evaluation and for those who lead it, not for the whole school. */
async function readsPositions(ask: SignedIn, evaluation: Evaluation): Promise<boolean> {
  return may(ask.caller, 'evaluation.agree', evaluation) || isMember(ask.db, evaluation.id, ask.caller.personId)
}

function outside(ask: SignedIn, evaluation: Evaluation): Answer {
  const t = textsIn(ask.language)
  return forbidden(t.notTeam, { text: t.toEvaluation, href: urls.evaluation.show({ evaluation: evaluation.id }) })
}

const listSpreads = async (ask: SignedIn, evaluation: Evaluation): Promise<Spread[]> => byDisagreement((await listCounted(ask.db, evaluation.id)).map(spreadOf))

// The questions are counted while the evaluation is found: both travel to the database together.
async function findCounted(ask: SignedIn) {
  const id = ask.params['evaluation'] ?? ''
  const [evaluation, counted] = await Promise.all([findEvaluation(ask.db, id), listCounted(ask.db, id)])
  return evaluation && { ...evaluation, counted }
}

export const showSpread = onObject('evaluation', 'evaluation.inside', findCounted, async (ask, { counted, ...evaluation }) => {
  if (!(await readsPositions(ask, evaluation))) return outside(ask, evaluation)
  const mayAgree = may(ask.caller, 'evaluation.agree', evaluation)
  if (agreeObstacle(evaluation.state) === 'still-answering') return page(earlyPage(ask, evaluation, mayAgree))
  const spreads = byDisagreement(counted.map(spreadOf))
  return page(spreadPage(ask, { evaluation, spreads, filter: readFilter(ask, spreads), mayAgree: mayAgree && evaluation.state === 'agreeing' }))
})

/** What other features say of the item behind a question: surveys, with what people answered. */
export type BesideQuestion = (ask: SignedIn, organisationId: string, items: readonly { framework: string; code: string }[]) => Promise<Html>

export const showAgree = (beside: BesideQuestion): Guarded =>
  onEvaluation('evaluation.inside', async (ask, evaluation) => {
    if (!(await readsPositions(ask, evaluation))) return outside(ask, evaluation)
    if (agreeObstacle(evaluation.state) === 'still-answering') return redirect(urls.evaluation.spread({ evaluation: evaluation.id }))
    const item = await findItem(ask.db, evaluation.id, ask.params['item'] ?? '')
    return item ? page(agreePage(ask, await viewOf(ask, evaluation, item, beside))) : notAgreed(ask, evaluation.id, 'no-question', null)
  })

async function viewOf(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem, beside: BesideQuestion): Promise<AgreeView> {
  const framework = item.frameworkId && item.originCode ? (await findFramework(ask.db, item.frameworkId))?.framework : undefined
  return {
    beside: framework && item.originCode ? await beside(ask, evaluation.organisationId, [{ framework, code: item.originCode }]) : nothing,
    evaluation,
    item,
    spreads: await listSpreads(ask, evaluation),
    reasons: await listReasons(ask.db, item.id),
    stored: await findAgreement(ask.db, item.id),
    earlier: evaluation.previousId ? await findEarlier(ask.db, evaluation.previousId, item.id) : null,
    mayWrite: evaluation.state === 'agreeing' && may(ask.caller, 'evaluation.agree', evaluation),
  }
}

export const saveAgree = (beside: BesideQuestion): Guarded => ({
  policy: { who: 'holder', object: 'evaluation', permission: 'evaluation.agree' },
  answer: async (anyAsk) => {
    const ask = requireCaller(anyAsk)
    const { evaluation: evaluationId = '', item: itemId = '' } = ask.params
    const texts = [ask.form.text('reason'), ask.form.text('minority')]
    const evaluation = await findEvaluation(ask.db, evaluationId)
    if (!evaluation || !may(ask.caller, 'evaluation.inside', evaluation)) return gone(ask, texts)
    if (!may(ask.caller, 'evaluation.agree', evaluation)) return notAgreed(ask, evaluationId, 'not-lead', texts)
    const item = await findItem(ask.db, evaluationId, itemId)
    if (!item) return notAgreed(ask, evaluationId, 'no-question', texts)
    const agreed = readAgreed(item.scale, ask.form.text('choice'), { reason: ask.form.text('reason'), minorityView: ask.form.text('minority') })
    const sent = { ...agreed, itemId, version: readVersion(ask.form.text('version')) }
    return answerAgreed(ask, { evaluation, item, sent, beside }, await agreeOn(ask.db, ask.caller.personId, evaluation, sent))
  },
})

interface Agreeing {
  evaluation: Evaluation
  item: EvaluationItem
  sent: SentAgreement
  beside: BesideQuestion
}

async function answerAgreed(ask: SignedIn, { evaluation, item, sent, beside }: Agreeing, outcome: AgreeOutcome): Promise<Answer> {
  if (!('refused' in outcome))
    return ask.wantsJson ? json({ saved: true, version: outcome.version, message: savedNow(ask.now, ask.language) }) : goOn(ask, evaluation, item)
  const { refused, stored } = outcome
  if (refused === 'conflict' && stored) {
    if (!ask.wantsJson) return agreeConflictPage(ask, evaluation, item, sent, stored)
    const fields = { choice: agreedField(stored), reason: stored.reason, minority: stored.minorityView }
    return json(
      {
        saved: false,
        reason: refused,
        message: textsIn(ask.language).refusals.conflict.title,
        version: stored.version,
        fields,
        shown: agreedLines(ask, stored, item.scale),
      },
      409,
    )
  }
  if (refused === 'too-long' && !ask.wantsJson) return invalid(agreePage(ask, { ...(await viewOf(ask, evaluation, item, beside)), returned: sent }))
  return notAgreed(ask, evaluation.id, refused, [sent.reason, sent.minorityView])
}

async function goOn(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem): Promise<Answer> {
  const t = textsIn(ask.language).page
  const here = { evaluation: evaluation.id }
  if (ask.form.text('then') !== 'next') return redirect(urls.evaluation.agree({ ...here, item: item.id }), t.saved)
  const spreads = await listSpreads(ask, evaluation)
  const next = spreads[spreads.findIndex((spread) => spread.item.id === item.id) + 1]
  return next ? redirect(urls.evaluation.agree({ ...here, item: next.item.id }), t.saved) : redirect(urls.evaluation.spread(here), t.last)
}

/** HTTP status of each refusal. */
const statusOf: Record<Refusal, number> = { 'not-lead': 403, 'still-answering': 409, validated: 409, 'no-question': 410, 'too-long': 422, conflict: 409 }

function notAgreed(ask: SignedIn, evaluationId: string, reason: Refusal, texts: readonly string[] | null): Answer {
  const t = textsIn(ask.language)
  const wayOut = { text: t.toSpread, href: urls.evaluation.spread({ evaluation: evaluationId }) }
  const { title, sentences } = t.refusals[reason]
  return notTaken(ask, { reason, status: statusOf[reason], title, sentences: texts ? sentences : [], texts: texts ?? [], wayOut })
}
