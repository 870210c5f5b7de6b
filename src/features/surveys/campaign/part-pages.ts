import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { hasErrors } from '../../../platform/web/form.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { findPart, findSurvey, listQuestionnaires } from '../store.ts'
import type { ListedQuestionnaire, Part, Survey } from '../store.ts'
import { addPart, removePart, savePart } from './campaign-commands.ts'
import { findPartQuestionnaire } from './campaign-store.ts'
import { surveyCrumbs } from './crumbs.ts'
import { accessField, breakdownFields, freeTextField } from './part-fields.ts'
import { checkPart, readPart, typedBreakdowns } from './part-rules.ts'
import type { TypedPart } from './part-rules.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

const summaryOf = (errors: FieldErrors) => Object.entries(errors).map(([field, message]) => ({ field, id: field, message }))

function questionnaireOptions(ask: SignedIn, questionnaires: readonly ListedQuestionnaire[]) {
  const t = textsIn(ask.language)
  return questionnaires.map(({ id, title, audience, kinds, updatedAt }) => ({
    value: id,
    text: t.part.again(title, t.audiences[audience], kinds.length, formatDate(updatedAt, ask.language)),
  }))
}

function addPage(ask: SignedIn, survey: Survey, questionnaires: readonly ListedQuestionnaire[], typed: TypedPart, errors: FieldErrors = {}): Page {
  const t = textsIn(ask.language)
  const list = summaryOf(errors)
  const error = errorsBy(list, t.errorPrefix)
  const write = urls.questionnaire.list({ organisation: survey.organisationId })
  const fields = html`${select({ id: 'questionnaire', name: 'questionnaire', label: t.part.questionnaire, value: typed.questionnaireId, options: [{ value: '', text: t.part.choose }, ...questionnaireOptions(ask, questionnaires)], error: error('questionnaire') })}
<p class="govuk-body"><a class="govuk-link" href="${write}">${t.part.toQuestionnaires}</a></p>${accessField(ask, typed.access, error)}
${buttonGroup([button({ text: t.part.add }), linkButton({ text: t.cancel, href: urls.survey.show({ survey: survey.id }), kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: t.errorTitle, errors: list })}${heading(1, t.part.addTitle)}<p class="q-lead">${t.part.addLead}</p>
${
  questionnaires.length === 0
    ? html`<p class="govuk-body">${t.part.none}</p>${linkButton({ text: t.part.toQuestionnaires, href: write })}`
    : form({ action: urls.survey.addPart({ survey: survey.id }), hidden: ask.hidden(), content: fields })
}`
  return { title: t.part.addTitle, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) }
}

const untyped: TypedPart = { questionnaireId: '', access: '', freeText: false, breakdowns: [] }

export async function showAddPart(ask: SignedIn, survey: Survey): Promise<Answer> {
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  const questionnaireId = ask.query.get('questionnaire') ?? ''
  return page(addPage(ask, survey, await listQuestionnaires(ask.db, survey.organisationId), { ...untyped, questionnaireId }))
}

export async function saveAddPart(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).part
  const typed = { ...readPart(ask.form), breakdowns: [] }
  const questionnaire = await findPartQuestionnaire(ask.db, survey.organisationId, typed.questionnaireId)
  const { values, errors } = checkPart(typed, questionnaire?.definition.questions ?? [], t.errors)
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  if (!questionnaire || hasErrors(errors))
    return invalid(
      addPage(ask, survey, await listQuestionnaires(ask.db, survey.organisationId), typed, {
        ...(questionnaire ? {} : { questionnaire: t.errors.questionnaire }),
        ...errors,
      }),
    )
  // Words are asked of adults unless they are switched off; of pupils only where they are switched on.
  const hasText = questionnaire.definition.questions.some((question) => question.kind === 'text')
  const result = await addPart(ask, survey, questionnaire, { ...values, freeText: hasText && questionnaire.audience !== 'pupil' })
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.part({ survey: survey.id, part: result.id }), t.added)
}

interface Filled {
  typed: TypedPart
  version: number
  errors?: FieldErrors
  before?: Content
}

async function editPage(ask: SignedIn, survey: Survey, part: Part, filled: Filled): Promise<Page> {
  const t = textsIn(ask.language)
  const questionnaires = await listQuestionnaires(ask.db, survey.organisationId)
  const chosen = await findPartQuestionnaire(ask.db, survey.organisationId, filled.typed.questionnaireId)
  const questions = (chosen ?? part).definition.questions
  const errors = summaryOf(filled.errors ?? {})
  const error = errorsBy(errors, t.errorPrefix)
  const here = { survey: survey.id, part: part.id }
  const options = [{ value: '', text: t.part.kept(part.definition.title.fr) }, ...questionnaireOptions(ask, questionnaires)]
  const title = `${t.audiences[part.audience]} – ${part.definition.title.fr}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}${filled.before ?? ''}
${form({
  action: urls.survey.part(here),
  hidden: [...ask.hidden(), { name: 'version', value: filled.version }],
  content: html`${select({ id: 'questionnaire', name: 'questionnaire', label: t.part.questionnaire, hint: t.part.addLead, value: filled.typed.questionnaireId, options })}
${accessField(ask, filled.typed.access, error)}${breakdownFields(ask, filled.typed, questions, error)}${freeTextField(ask, filled.typed.freeText, questions)}
${buttonGroup([
  button({ text: t.part.save }),
  linkButton({ text: t.part.trial, href: urls.survey.trial(here), kind: 'secondary' }),
  linkButton({ text: t.cancel, href: urls.survey.show({ survey: survey.id }), kind: 'quiet' }),
])}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.survey.removePart(here)}">${t.part.remove}</a></p>`
  return { title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) }
}

const typedOf = (part: Part): TypedPart => ({
  questionnaireId: '',
  access: part.access,
  freeText: part.freeText,
  breakdowns: typedBreakdowns(part.breakdowns),
})

export async function showPart(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  return page(await editPage(ask, survey, part, { typed: typedOf(part), version: survey.version }))
}

export async function saveEditPart(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  const t = textsIn(ask.language).part
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  const typed = readPart(ask.form)
  const version = Number(ask.form.text('version'))
  const questionnaire = await findPartQuestionnaire(ask.db, survey.organisationId, typed.questionnaireId)
  const { values, errors } = checkPart(typed, (questionnaire ?? part).definition.questions, t.errors)
  if (hasErrors(errors)) return invalid(await editPage(ask, survey, part, { typed, version, errors }))
  const result = await savePart(ask, survey, part, { questionnaire, values, version })
  if ('refused' in result) return result.refused === 'changed' ? changedPage(ask, survey, part, typed) : refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.show({ survey: survey.id }), t.saved)
}

async function changedPage(ask: SignedIn, survey: Survey, part: Part, typed: TypedPart): Promise<Answer> {
  const t = textsIn(ask.language)
  const now = (await findSurvey(ask.db, survey.id)) ?? survey
  const saved = (await findPart(ask.db, survey.id, part.id)) ?? part
  const content = html`<p class="govuk-body">${t.part.changed}</p>${summaryList([
    { key: t.part.questionnaire, value: saved.definition.title.fr },
    { key: t.part.savedNow.access, value: t.accesses[saved.access].text },
    { key: t.part.savedNow.breakdowns, value: saved.breakdowns.map((one) => one.title).join(', ') || null },
    { key: t.part.savedNow.freeText, value: saved.freeText ? t.part.yes : t.part.no },
  ])}`
  const before = callout({ title: t.part.changedTitle, content })
  return { kind: 'page', status: 409, page: await editPage(ask, survey, saved, { typed, version: now.version, before }) }
}

export async function showRemovePart(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  const t = textsIn(ask.language)
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  const title = t.part.removeTitle(part.definition.title.fr)
  const body = html`${heading(1, title)}<p class="govuk-body">${t.part.removeText}</p>
${form({
  action: urls.survey.removePart({ survey: survey.id, part: part.id }),
  hidden: ask.hidden(),
  content: buttonGroup([
    button({ text: t.part.remove, kind: 'harm' }),
    linkButton({ text: t.cancel, href: urls.survey.show({ survey: survey.id }), kind: 'quiet' }),
  ]),
})}`
  return Promise.resolve(page({ title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) }))
}

export async function saveRemovePart(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  const result = await removePart(ask, survey, part)
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.show({ survey: survey.id }), textsIn(ask.language).part.removed)
}
