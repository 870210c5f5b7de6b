import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { hasErrors } from '../../../platform/web/form.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { dateField, select, textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { findSurvey } from '../store.ts'
import type { Survey } from '../store.ts'
import { createSurvey, saveSettings } from './campaign-commands.ts'
import { listEarlier } from './campaign-store.ts'
import { listCrumb, surveyCrumbs } from './crumbs.ts'
import { refusedPage } from './refusals.ts'
import { blankSettings, longest, readSettings, settingsErrors, settingsValues } from './settings-rules.ts'
import type { TypedSettings } from './settings-rules.ts'
import { usualThreshold } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

type Earlier = Awaited<ReturnType<typeof listEarlier>>

interface Filled {
  typed: TypedSettings
  earlier: Earlier
  errors?: FieldErrors
  version?: number
  before?: Content
}

interface Frame {
  title: string
  action: string
  back: string
  save: string
  breadcrumbs: NonNullable<Page['breadcrumbs']>
}

function settingsPage(ask: SignedIn, frame: Frame, filled: Filled): Page {
  const t = textsIn(ask.language)
  const errors = Object.entries(filled.errors ?? {}).map(([field, message]) => ({ field, id: field, message }))
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, frame.title)}${filled.before ?? ''}
${form({
  action: frame.action,
  hidden: [...ask.hidden(), ...(filled.version === undefined ? [] : [{ name: 'version', value: filled.version }])],
  content: html`${fields(ask, filled, errorsBy(errors, t.errorPrefix))}
${buttonGroup([button({ text: frame.save }), linkButton({ text: t.cancel, href: frame.back, kind: 'quiet' })])}`,
})}`
  return { title: frame.title, body, here: 'surveys', breadcrumbs: frame.breadcrumbs }
}

function fields(ask: SignedIn, { typed, earlier }: Filled, error: ReturnType<typeof errorsBy>): Html {
  const t = textsIn(ask.language).settings
  const low = Number(typed.threshold) < usualThreshold
  const previous = [{ value: '', text: t.none }, ...earlier.map((one) => ({ value: one.id, text: `${one.title} (${one.schoolYear})` }))]
  return html`${textField({ id: 'title', name: 'title', label: t.title, hint: t.titleHint, value: typed.title, maxLength: longest.title, autocomplete: 'off', required: true, error: error('title') })}
${textArea({ id: 'purpose', name: 'purpose', label: t.purpose, hint: t.purposeHint, value: typed.purpose, rows: 3, maxLength: longest.purpose, error: error('purpose') })}
${textArea({ id: 'promise', name: 'promise', label: t.promise, hint: t.promiseHint, value: typed.promise, rows: 3, maxLength: longest.promise, error: error('promise') })}
${dateField({ id: 'closes', name: 'closes', label: t.closes, hint: t.closesHint, value: typed.closesOn, min: ask.today, error: error('closes') })}
${dateField({ id: 'results', name: 'results', label: t.results, hint: t.resultsHint, value: typed.resultsOn, min: ask.today, error: error('results') })}
${when(earlier.length > 0, () => select({ id: 'previous', name: 'previous', label: t.previous, hint: t.previousHint, value: typed.previousId, options: previous }))}
${when(low, () => callout({ title: t.threshold, level: 3, kind: 'harm', content: html`<p class="govuk-body">${t.thresholdWarning}</p>` }))}
${textField({ id: 'threshold', name: 'threshold', label: t.threshold, hint: html`${t.thresholdHint} ${t.thresholdWarning}`, value: typed.threshold, width: 3, inputmode: 'numeric', error: error('threshold') })}`
}

/** The questionnaire for which the survey is made, if any, stays in the address until a part is made of it. */
function newFrame(ask: SignedIn, organisation: Organisation): Frame {
  const t = textsIn(ask.language).settings
  const here = { organisation: organisation.id }
  return {
    title: t.newTitle,
    action: urls.survey.create(here, { questionnaire: ask.query.get('questionnaire') ?? '' }),
    back: urls.survey.list(here),
    save: t.create,
    breadcrumbs: [listCrumb(ask, organisation.id)],
  }
}

export async function showCreate(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const earlier = await listEarlier(ask.db, organisation.id)
  return page(settingsPage(ask, newFrame(ask, organisation), { typed: blankSettings, earlier }))
}

export async function saveCreate(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const earlier = await listEarlier(ask.db, organisation.id)
  const typed = readSettings(ask.form)
  const errors = settingsErrors(typed, ask.today, t.errors)
  if (hasErrors(errors)) return invalid(settingsPage(ask, newFrame(ask, organisation), { typed, earlier, errors }))
  const id = await createSurvey(ask, organisation, settingsValues(typed, idsOf(earlier)))
  const questionnaire = ask.query.get('questionnaire')
  return redirect(questionnaire ? urls.survey.addPart({ survey: id }, { questionnaire }) : urls.survey.show({ survey: id }), t.created)
}

const idsOf = (list: Earlier): string[] => list.map((one) => one.id)

export const typedOf = (survey: Survey): TypedSettings => ({
  title: survey.title,
  purpose: survey.purpose,
  promise: survey.promise,
  closesOn: survey.closesOn ?? '',
  resultsOn: survey.resultsOn ?? '',
  previousId: survey.previousId ?? '',
  threshold: String(survey.threshold),
})

function editFrame(ask: SignedIn, survey: Survey): Frame {
  const t = textsIn(ask.language).settings
  const here = { survey: survey.id }
  return {
    title: t.editTitle,
    action: urls.survey.settings(here),
    back: urls.survey.show(here),
    save: t.save,
    breadcrumbs: surveyCrumbs(ask, survey),
  }
}

export async function showSettings(ask: SignedIn, survey: Survey): Promise<Answer> {
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  const earlier = await listEarlier(ask.db, survey.organisationId)
  return page(settingsPage(ask, editFrame(ask, survey), { typed: typedOf(survey), earlier, version: survey.version }))
}

export async function saveEditSettings(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const earlier = (await listEarlier(ask.db, survey.organisationId)).filter((one) => one.id !== survey.id)
  const typed = readSettings(ask.form)
  const version = Number(ask.form.text('version'))
  const errors = settingsErrors(typed, ask.today, t.errors)
  if (hasErrors(errors) && survey.state === 'draft') return invalid(settingsPage(ask, editFrame(ask, survey), { typed, earlier, errors, version }))
  const result = await saveSettings(ask, survey, version, settingsValues(typed, idsOf(earlier)))
  if ('refused' in result) return result.refused === 'changed' ? changedPage(ask, survey, typed, earlier) : refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.show({ survey: survey.id }), t.saved)
}

/** Both texts: what was typed is in the form, what somebody else saved stands above. */
async function changedPage(ask: SignedIn, survey: Survey, typed: TypedSettings, earlier: Earlier): Promise<Answer> {
  const t = textsIn(ask.language).settings
  const now = (await findSurvey(ask.db, survey.id)) ?? survey
  const saved = typedOf(now)
  const content = html`<p class="govuk-body">${t.changed}</p>${summaryList([
    { key: t.title, value: saved.title },
    { key: t.purpose, value: saved.purpose || null },
    { key: t.promise, value: saved.promise || null },
    { key: t.closes, value: saved.closesOn || null },
    { key: t.results, value: saved.resultsOn || null },
    { key: t.threshold, value: saved.threshold },
  ])}`
  const before = callout({ title: t.changedTitle, content })
  return { kind: 'page', status: 409, page: settingsPage(ask, editFrame(ask, survey), { typed, earlier, version: now.version, before }) }
}
