import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { columns } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { urls } from '../../../urls.ts'
import { findItems } from '../../frameworks/store.ts'
import type { Item } from '../../frameworks/store.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { findItem } from '../store.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { addQuestions, changeQuestion, chosenScale, restoreQuestion } from './items-commands.ts'
import { questionErrors, questionFields, questionFormErrors, readQuestion, scaleChoice } from './question-form.ts'
import type { Typed } from './question-form.ts'
import { isReworded, originWords } from './questionnaire-view.ts'
import { ownQuestion } from './questions.ts'
import { refusedPage } from './refusals.ts'
import { isId } from './settings.ts'
import { textsIn } from './texts.en.ts'

const crumbs = (ask: SignedIn, evaluation: Evaluation) => [
  ...evaluationCrumbs(evaluation, ask.language),
  { text: textsIn(ask.language).compose.title, href: urls.evaluation.compose({ evaluation: evaluation.id }) },
]

/** The prompt of a blank sheet that a question is written from: 'framework uuid:code'. */
async function findPrompt(ask: SignedIn, value: string): Promise<Item | null> {
  const [frameworkId = '', code = ''] = value.split(':')
  return isId(frameworkId) && code ? ((await findItems(ask.db, [{ frameworkId, code }]))[0] ?? null) : null
}

function ownPage(ask: SignedIn, evaluation: Evaluation, typed: Typed, prompt: Item | null, errors: FieldErrors = {}): Page {
  const t = textsIn(ask.language)
  const list = questionFormErrors(errors)
  const action = urls.evaluation.addOwnItem({ evaluation: evaluation.id }, prompt ? { amorce: `${prompt.frameworkId}:${prompt.code}` } : {})
  const body = html`${errorSummary({ title: t.errorTitle, errors: list })}${heading(1, t.question.ownTitle, 'l')}<p class="govuk-body">${t.question.ownIntro}</p>
${when(prompt, () => inset(html`<strong>${t.question.promptTitle}</strong><br>${prompt?.statement ?? ''}<br>${prompt?.help ?? ''}`))}
${form({
  action,
  hidden: ask.hidden(),
  content: html`${questionFields({ typed, evaluation, item: null, errors: list, language: ask.language })}
${buttonGroup([
  button({ text: t.question.add }),
  button({ text: t.question.addAnother, kind: 'secondary', name: 'then', value: 'another' }),
  linkButton({ text: t.question.back, href: urls.evaluation.compose({ evaluation: evaluation.id }), kind: 'quiet' }),
])}`,
})}`
  return { title: t.question.ownTitle, body, breadcrumbs: crumbs(ask, evaluation), here: 'evaluations' }
}

async function addOwn(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const t = textsIn(ask.language).question
  const typed = readQuestion(ask.form)
  const errors = questionErrors(typed, t.errors)
  if (typed.phase === null || Object.keys(errors).length > 0) {
    return invalid(ownPage(ask, evaluation, typed, await findPrompt(ask, ask.query.get('amorce') ?? ''), errors))
  }
  const question = ownQuestion({ statement: typed.statement, help: typed.help, phase: typed.phase, scale: chosenScale(typed.scale, evaluation, null) })
  const result = await addQuestions(ask, evaluation, [question])
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  const here = { evaluation: evaluation.id }
  return ask.form.text('then') === 'another' ? redirect(urls.evaluation.addOwnItem(here), t.added) : redirect(`${urls.evaluation.compose(here)}#mine`, t.added)
}

interface Edited {
  typed: Typed
  version: number
  errors?: FieldErrors
  above?: Content
  button?: string
}

function editPage(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem, edited: Edited): Page {
  const t = textsIn(ask.language)
  const here = { evaluation: evaluation.id, item: item.id }
  const list = questionFormErrors(edited.errors ?? {})
  const version = { name: 'version', value: edited.version }
  const body = html`${errorSummary({ title: t.errorTitle, errors: list })}${edited.above ?? heading(1, t.question.editTitle, 'l')}
<p class="govuk-body q-missing">${originWords(item, ask.language)}</p>
${when(isReworded(item), () =>
  inset(html`<p class="govuk-body"><strong>${t.question.origin}</strong><br>${item.originStatement ?? ''}</p>
${postButton({ text: t.question.restore, action: urls.evaluation.restoreItem(here), hidden: [...ask.hidden(), version], kind: 'quiet' })}`),
)}
${form({
  action: urls.evaluation.editItem(here),
  hidden: [...ask.hidden(), version],
  content: html`${questionFields({ typed: edited.typed, evaluation, item, errors: list, language: ask.language })}
${buttonGroup([
  button({ text: edited.button ?? t.question.save }),
  linkButton({ text: edited.above ? t.question.keepTheirs : t.question.back, href: urls.evaluation.compose(here), kind: 'quiet' }),
])}`,
})}`
  return { title: edited.above ? t.question.changedTitle : t.question.editTitle, body, breadcrumbs: crumbs(ask, evaluation), here: 'evaluations' }
}

const typedOf = (item: EvaluationItem, evaluation: Evaluation): Typed => ({
  statement: item.statement,
  help: item.help,
  phase: item.phase,
  scale: scaleChoice(item, evaluation),
})

/** Two people wrote at once: both texts, and the form holds this person's, ready to be saved over the other. */
function changedPage(ask: SignedIn, evaluation: Evaluation, saved: EvaluationItem, typed: Typed): Answer {
  const t = textsIn(ask.language).question
  const text = (title: string, one: { statement: string; help: string }): Content =>
    html`${heading(2, title, 's')}${inset(html`${one.statement}${when(one.help, () => html`<br><span class="q-missing">${one.help}</span>`)}`)}`
  const above = html`${heading(1, t.changedTitle, 'l')}<p class="govuk-body">${t.changedText}</p>${columns(text(t.yours, typed), text(t.theirs, saved))}`
  return { kind: 'page', status: 409, page: editPage(ask, evaluation, saved, { typed, version: saved.version, above, button: t.keepYours }) }
}

async function save(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem): Promise<Answer> {
  const t = textsIn(ask.language).question
  const typed = readQuestion(ask.form, item.origin === 'bank' ? item.phase : null)
  const version = Number(ask.form.text('version'))
  const errors = questionErrors(typed, t.errors)
  if (typed.phase === null || Object.keys(errors).length > 0) return invalid(editPage(ask, evaluation, item, { typed, version, errors }))
  const change = { statement: typed.statement, help: typed.help, phase: typed.phase, scale: chosenScale(typed.scale, evaluation, item) }
  const result = await changeQuestion(ask, evaluation, item, version, change)
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  if ('changed' in result) return changedPage(ask, evaluation, result.changed, typed)
  return redirect(`${urls.evaluation.compose({ evaluation: evaluation.id })}#question-${item.id}`, t.saved)
}

async function restore(ask: SignedIn, evaluation: Evaluation, item: EvaluationItem): Promise<Answer> {
  const result = await restoreQuestion(ask, evaluation, item, Number(ask.form.text('version')))
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  if ('changed' in result) return changedPage(ask, evaluation, result.changed, typedOf(item, evaluation))
  return redirect(`${urls.evaluation.compose({ evaluation: evaluation.id })}#question-${item.id}`, textsIn(ask.language).question.restored)
}

const onItem = (handle: (ask: SignedIn, evaluation: Evaluation, item: EvaluationItem) => Promise<Answer>) =>
  onEvaluation('evaluation.compose', async (ask, evaluation) => {
    if (evaluation.state !== 'composing') return refusedPage(ask, evaluation, ['not-composing'])
    const item = await findItem(ask.db, evaluation.id, ask.params['item'] ?? '')
    if (item) return handle(ask, evaluation, item)
    return ask.method === 'post' ? refusedPage(ask, evaluation, ['gone']) : notFound()
  })

export const questionRoutes: readonly Route[] = [
  get(
    urls.evaluation.addOwnItem,
    onEvaluation('evaluation.compose', async (ask, evaluation) => {
      if (evaluation.state !== 'composing') return refusedPage(ask, evaluation, ['not-composing'])
      const prompt = await findPrompt(ask, ask.query.get('amorce') ?? '')
      const phase = prompt?.phase ?? phases.find((one) => one === ask.query.get('quart')) ?? null
      return page(ownPage(ask, evaluation, { statement: '', help: '', phase, scale: 'evaluation' }, prompt))
    }),
  ),
  post(urls.evaluation.addOwnItem, onEvaluation('evaluation.compose', addOwn)),
  get(
    urls.evaluation.editItem,
    onItem((ask, evaluation, item) => Promise.resolve(page(editPage(ask, evaluation, item, { typed: typedOf(item, evaluation), version: item.version })))),
  ),
  post(urls.evaluation.editItem, onItem(save)),
  post(urls.evaluation.restoreItem, onItem(restore)),
]
