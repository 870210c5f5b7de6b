import { json, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { html, when } from '../../../ui/html.ts'
import { columns } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { listItems } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { bankQuery, findBank, readBankView } from './bank.ts'
import { bankView } from './bank-view.ts'
import { addFromBank, orderQuestions, removeQuestion } from './items-commands.ts'
import type { NewOrder } from './items-commands.ts'
import { questionnaireView } from './questionnaire-view.ts'
import { refusalWords, refusedPage } from './refusals.ts'
import { isId } from './settings.ts'
import { listEvaluationThemes, listThemesToChoose } from './settings-store.ts'
import { textsIn } from './texts.en.ts'

async function composePage(ask: SignedIn, evaluation: Evaluation): Promise<Page> {
  const t = textsIn(ask.language).compose
  const own = await listEvaluationThemes(ask.db, evaluation.id)
  const themes = await listThemesToChoose(ask.db, ask.today, own)
  const bank = await findBank(ask.db, readBankView(ask.query), themes, own)
  const items = await listItems(ask.db, evaluation.id)
  const common = { evaluation, items, hidden: ask.hidden, language: ask.language }
  const body = html`${heading(1, t.title, 'l')}
${when(items.length > 0, () => html`<p class="govuk-body q-narrow-only"><a class="govuk-link" href="#mine">${t.toMine(items.length)}</a></p>`)}
${columns(bankView({ ...common, bank, themes, own }), questionnaireView(common), 'equal')}`
  return {
    title: `${t.title} – ${evaluation.title}`,
    body,
    breadcrumbs: evaluationCrumbs(evaluation, ask.language),
    here: 'evaluations',
    scripts: ['order-list'],
    wide: true,
  }
}

async function add(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const t = textsIn(ask.language).compose
  const view = readBankView({ get: (name) => ask.form.text(name) })
  const back = `${urls.evaluation.compose({ evaluation: evaluation.id }, bankQuery(view))}#bank`
  const chosen = ask.form.text('all') ? ask.form.all('shown') : ask.form.all('item')
  if (chosen.length === 0) return redirect(back, t.nothingChosen)
  const result = await addFromBank(ask, evaluation, chosen)
  return 'refused' in result ? refusedPage(ask, evaluation, [result.refused]) : redirect(back, t.added(result.added.length))
}

async function remove(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const result = await removeQuestion(ask, evaluation, ask.params['item'] ?? '')
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(`${urls.evaluation.compose({ evaluation: evaluation.id })}#mine`, textsIn(ask.language).compose.removed)
}

async function order(ask: SignedIn, evaluation: Evaluation, wanted: NewOrder, anchor: string, notice?: string): Promise<Answer> {
  const result = await orderQuestions(ask, evaluation, wanted)
  if ('refused' in result) {
    return ask.wantsJson
      ? json({ saved: false, message: refusalWords(ask, evaluation, result.refused).sentence }, 409)
      : refusedPage(ask, evaluation, [result.refused])
  }
  return ask.wantsJson ? json({ saved: true }) : redirect(`${urls.evaluation.compose({ evaluation: evaluation.id })}#${anchor}`, notice)
}

export const composeRoutes: readonly Route[] = [
  get(
    urls.evaluation.compose,
    onEvaluation('evaluation.compose', async (ask, evaluation) =>
      evaluation.state === 'composing' ? page(await composePage(ask, evaluation)) : refusedPage(ask, evaluation, ['not-composing']),
    ),
  ),
  post(urls.evaluation.addItems, onEvaluation('evaluation.compose', add)),
  post(urls.evaluation.removeItem, onEvaluation('evaluation.compose', remove)),
  post(
    urls.evaluation.moveItem,
    onEvaluation('evaluation.compose', (ask, evaluation) => {
      const itemId = ask.params['item'] ?? ''
      return order(ask, evaluation, { itemId, move: ask.form.text('move') === 'up' ? 'up' : 'down' }, `question-${itemId}`)
    }),
  ),
  post(
    urls.evaluation.orderItems,
    onEvaluation('evaluation.compose', (ask, evaluation) =>
      ask.form.text('order') === 'wheel'
        ? order(ask, evaluation, 'wheel', 'mine', textsIn(ask.language).compose.sorted)
        : order(ask, evaluation, { ids: ask.form.all('item').filter(isId) }, 'mine'),
    ),
  ),
]
