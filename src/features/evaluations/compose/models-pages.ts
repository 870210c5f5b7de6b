import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { formatDate } from '../../../platform/language.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { textField } from '../../../ui/fields.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList, list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import type { Evaluation } from '../store.ts'
import { textsIn as evaluationTexts } from '../texts.en.ts'
import { addFromStart, keepAsModel } from './items-commands.ts'
import { deleteModel, listModels, listReusable } from './models-store.ts'
import type { Model, Reusable } from './models-store.ts'
import { refusedPage } from './refusals.ts'
import { record } from './settings-commands.ts'
import { longestTitle } from './settings.ts'
import { textsIn } from './texts.en.ts'

const crumbs = (ask: SignedIn, evaluation: Evaluation) => [
  ...evaluationCrumbs(evaluation, ask.language),
  { text: textsIn(ask.language).compose.title, href: urls.evaluation.compose({ evaluation: evaluation.id }) },
]

const useButton = (ask: SignedIn, evaluation: Evaluation, source: string, about: string): Html =>
  postButton({
    text: textsIn(ask.language).models.use,
    about,
    action: urls.evaluation.useModel({ evaluation: evaluation.id }),
    hidden: [...ask.hidden(), { name: 'source', value: source }],
  })

function modelCards(ask: SignedIn, evaluation: Evaluation, models: readonly Model[]): Html {
  const t = textsIn(ask.language).models
  if (models.length === 0) return html`<p class="govuk-body">${t.noModel}</p>`
  return cardList(
    models.map((model) => ({
      title: model.title,
      meta: t.lineOf(model.questions.length, formatDate(model.createdAt, ask.language)),
      content: details({ summary: t.see, content: list(model.questions.map((question) => question.statement)), quiet: true }),
      actions: html`${useButton(ask, evaluation, `model:${model.id}`, model.title)}
${postButton({ text: t.remove, about: model.title, kind: 'quiet', action: urls.evaluation.deleteModel({ evaluation: evaluation.id, model: model.id }), hidden: ask.hidden() })}`,
    })),
  )
}

function evaluationCards(ask: SignedIn, evaluation: Evaluation, reusable: readonly Reusable[]): Html {
  const t = textsIn(ask.language).models
  if (reusable.length === 0) return html`<p class="govuk-body">${t.noEvaluation}</p>`
  return html`<p class="govuk-body">${t.evaluationsHint}</p>${cardList(
    reusable.map((one) => ({
      title: one.title,
      href: urls.evaluation.show({ evaluation: one.id }),
      meta: t.evaluationLine(one.items, one.schoolYear),
      actions: useButton(ask, evaluation, `evaluation:${one.id}`, one.title),
    })),
  )}`
}

async function usePage(ask: SignedIn, evaluation: Evaluation): Promise<Page> {
  const t = textsIn(ask.language)
  const models = await listModels(ask.db, evaluation.organisationId)
  const reusable = await listReusable(ask.db, evaluation.organisationId, evaluation)
  const body = html`${heading(1, t.models.useTitle, 'l')}<p class="govuk-body">${t.models.useIntro}</p>
${heading(2, t.models.evaluations, 'm')}${evaluationCards(ask, evaluation, reusable)}
${heading(2, t.models.models, 'm')}${modelCards(ask, evaluation, models)}
<p>${linkButton({ text: t.question.back, href: urls.evaluation.compose({ evaluation: evaluation.id }), kind: 'quiet' })}</p>`
  return { title: t.models.useTitle, body, breadcrumbs: crumbs(ask, evaluation), here: 'evaluations' }
}

async function use(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const result = await addFromStart(ask, evaluation, ask.form.text('source'))
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(`${urls.evaluation.compose({ evaluation: evaluation.id })}#mine`, textsIn(ask.language).compose.added(result.added.length))
}

const backFrom = (evaluation: Evaluation): string =>
  evaluation.state === 'composing' ? urls.evaluation.compose({ evaluation: evaluation.id }) : urls.evaluation.show({ evaluation: evaluation.id })

function keepPage(ask: SignedIn, evaluation: Evaluation, name: string, error?: string): Page {
  const t = textsIn(ask.language)
  const errors = error ? [{ field: 'name', id: 'name', message: error }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.models.keepTitle, 'l')}<p class="govuk-body">${t.models.keepIntro}</p>
${form({
  action: urls.evaluation.saveModel({ evaluation: evaluation.id }),
  hidden: ask.hidden(),
  content: html`
${textField({ id: 'name', name: 'name', label: t.models.name, value: name, required: true, ...(error ? { error: { prefix: t.errorPrefix, message: error } } : {}) })}
${buttonGroup([button({ text: t.models.keep }), linkButton({ text: evaluationTexts(ask.language).cancel, href: backFrom(evaluation), kind: 'quiet' })])}`,
})}`
  return { title: t.models.keepTitle, body, breadcrumbs: crumbs(ask, evaluation), here: 'evaluations' }
}

async function keep(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const t = textsIn(ask.language).models
  const name = ask.form.text('name')
  if (name === '') return invalid(keepPage(ask, evaluation, name, t.errors.name))
  if (name.length > longestTitle) return invalid(keepPage(ask, evaluation, name, t.errors.long(longestTitle)))
  const result = await keepAsModel(ask, evaluation, name)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(backFrom(evaluation), t.kept)
}

export const modelRoutes: readonly Route[] = [
  get(
    urls.evaluation.useModel,
    onEvaluation('evaluation.compose', async (ask, evaluation) =>
      evaluation.state === 'composing' ? page(await usePage(ask, evaluation)) : refusedPage(ask, evaluation, ['not-composing']),
    ),
  ),
  post(urls.evaluation.useModel, onEvaluation('evaluation.compose', use)),
  get(
    urls.evaluation.saveModel,
    onEvaluation('evaluation.compose', (ask, evaluation) => Promise.resolve(page(keepPage(ask, evaluation, evaluation.title)))),
  ),
  post(urls.evaluation.saveModel, onEvaluation('evaluation.compose', keep)),
  post(
    urls.evaluation.deleteModel,
    onEvaluation('evaluation.compose', async (ask, evaluation) => {
      if (await deleteModel(ask.db, evaluation.organisationId, ask.params['model'] ?? '')) await record(ask, evaluation, 'evaluation.model_deleted')
      return redirect(urls.evaluation.useModel({ evaluation: evaluation.id }), textsIn(ask.language).models.removed)
    }),
  ),
]
