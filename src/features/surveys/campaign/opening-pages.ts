import { formatDate } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { hasErrors } from '../../../platform/web/form.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import type { ButtonKind } from '../../../ui/buttons.ts'
import { dateField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { countSchools, listParts } from '../store.ts'
import type { Part, Survey } from '../store.ts'
import { closeSurvey, deleteSurvey, extendSurvey, offerSurvey, openSurvey } from './campaign-commands.ts'
import { surveyCrumbs } from './crumbs.ts'
import { languageWords } from './languages.ts'
import { partTitle } from './part-card.ts'
import { refusedPage } from './refusals.ts'
import type { Refusal, Refused } from './refusals.ts'
import { dayError, settingsErrors } from './settings-rules.ts'
import { typedOf } from './settings-pages.ts'
import { askedQuestions, missingBefore } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

interface Step {
  title: string
  text: Content
  action: string
  button: string
  kind?: ButtonKind
}

/** A step that is read once before it is made. */
function stepPage(ask: SignedIn, survey: Survey, step: Step): Page {
  const cancel = linkButton({ text: textsIn(ask.language).cancel, href: urls.survey.show({ survey: survey.id }), kind: 'quiet' })
  const body = html`${heading(1, step.title)}${step.text}
${form({ action: step.action, hidden: ask.hidden(), content: buttonGroup([button({ text: step.button, kind: step.kind ?? 'primary' }), cancel]) })}`
  return { title: step.title, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) }
}

const paragraph = (text: string): Content => html`<p class="govuk-body">${text}</p>`

function answerOf(ask: SignedIn, survey: Survey, result: { done: true } | Refused, notice: string): Answer {
  return 'refused' in result ? refusedPage(ask, survey, result.refused) : redirect(urls.survey.show({ survey: survey.id }), notice)
}

/** Why the survey cannot be offered or opened now; null when it can. */
async function obstacle(ask: SignedIn, survey: Survey, step: 'offer' | 'open', parts: readonly Part[]): Promise<Refusal | null> {
  const { count, forItself } = await countSchools(ask.db, survey)
  if (step === 'offer' && survey.state !== 'draft') return 'not-draft'
  if (step === 'open' && survey.state !== 'draft' && survey.state !== 'offered') return 'not-preparing'
  if (step === 'offer' && forItself) return 'not-offerable'
  if (step === 'open' && survey.state === 'draft' && !forItself) return 'incomplete'
  return missingBefore({ survey, parts, schools: count, today: ask.today }).length > 0 ? 'incomplete' : null
}

/** What no longer changes from then on, with this survey's own words and numbers, audience by audience. */
async function frozenList(ask: SignedIn, survey: Survey, parts: readonly Part[]): Promise<Content> {
  const t = textsIn(ask.language)
  const { count, forItself } = await countSchools(ask.db, survey)
  const unread = parts.map((part) => languageWords(part.definition, ask.language).unreviewed).filter(Boolean)
  return html`${list([
    t.opening.frozen.threshold(survey.threshold),
    ...parts.map((part) => partLine(ask, part)),
    t.opening.frozen.promise(survey.promise),
    ...(forItself ? [] : [t.opening.frozen.schools(count)]),
  ])}${[...new Set(unread)].map((names) => inset(t.part.unreviewed(names)))}`
}

function partLine(ask: SignedIn, part: Part): Content {
  const t = textsIn(ask.language)
  const facts = [
    t.opening.frozen.questions(askedQuestions(part.definition, part.freeText).length),
    t.accesses[part.access].text.toLowerCase(),
    part.breakdowns.length > 0 ? t.opening.frozen.breakdowns(part.breakdowns.map((one) => one.title)) : t.opening.frozen.noBreakdowns,
    part.freeText ? t.opening.frozen.freeText : t.opening.frozen.noFreeText,
  ]
  return html`<strong>${partTitle(ask, part)}</strong> – ${facts.join(', ')}`
}

export async function showOffer(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).opening
  const parts = await listParts(ask.db, survey.id)
  const refusal = await obstacle(ask, survey, 'offer', parts)
  if (refusal) return refusedPage(ask, survey, refusal)
  const text = html`${paragraph(t.offerText)}${await frozenList(ask, survey, parts)}`
  return page(stepPage(ask, survey, { title: t.offerTitle, text, action: urls.survey.offer({ survey: survey.id }), button: t.offer }))
}

export const saveOffer = async (ask: SignedIn, survey: Survey): Promise<Answer> =>
  answerOf(ask, survey, await offerSurvey(ask, survey), textsIn(ask.language).opening.offered)

export async function showOpen(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).opening
  const parts = await listParts(ask.db, survey.id)
  const refusal = await obstacle(ask, survey, 'open', parts)
  if (refusal) return refusedPage(ask, survey, refusal)
  const text = html`${paragraph(t.openText)}${await frozenList(ask, survey, parts)}${paragraph(t.still(survey.closesOn ? formatDate(survey.closesOn, ask.language) : ''))}${survey.state === 'offered' ? paragraph(t.mails) : ''}`
  return page(stepPage(ask, survey, { title: t.openTitle, text, action: urls.survey.open({ survey: survey.id }), button: t.open }))
}

export const saveOpen = async (ask: SignedIn, survey: Survey): Promise<Answer> =>
  answerOf(ask, survey, await openSurvey(ask, survey), textsIn(ask.language).opening.opened)

export async function showClose(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).opening
  if (survey.state !== 'open') return refusedPage(ask, survey, 'not-open')
  const step = { title: t.closeTitle, text: paragraph(t.closeText), action: urls.survey.close({ survey: survey.id }), button: t.close, kind: 'harm' as const }
  return Promise.resolve(page(stepPage(ask, survey, step)))
}

export const saveClose = async (ask: SignedIn, survey: Survey): Promise<Answer> =>
  answerOf(ask, survey, await closeSurvey(ask, survey), textsIn(ask.language).opening.closed)

export async function showDelete(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language).opening
  if (survey.state !== 'draft') return refusedPage(ask, survey, 'not-draft')
  const text = paragraph(t.deleteText)
  const step = { title: t.deleteTitle(survey.title), text, action: urls.survey.delete({ survey: survey.id }), button: t.delete, kind: 'harm' as const }
  return Promise.resolve(page(stepPage(ask, survey, step)))
}

export async function saveDelete(ask: SignedIn, survey: Survey): Promise<Answer> {
  const result = await deleteSurvey(ask, survey)
  if ('refused' in result) return refusedPage(ask, survey, result.refused)
  return redirect(urls.survey.list({ organisation: survey.organisationId }), textsIn(ask.language).opening.deleted)
}

interface Days {
  closesOn: string
  resultsOn: string
}

function extendPage(ask: SignedIn, survey: Survey, typed: Days, faults: FieldErrors = {}): Page {
  const t = textsIn(ask.language)
  const errors = Object.entries(faults).map(([field, message]) => ({ field, id: field, message }))
  const error = errorsBy(errors, t.errorPrefix)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.opening.extendTitle)}
${survey.closesOn ? paragraph(t.opening.extendNow(formatDate(survey.closesOn, ask.language))) : ''}
${form({
  action: urls.survey.extend({ survey: survey.id }),
  hidden: ask.hidden(),
  content: html`${dateField({ id: 'closes', name: 'closes', label: t.settings.closes, value: typed.closesOn, min: ask.today, error: error('closes') })}
${dateField({ id: 'results', name: 'results', label: t.settings.results, hint: t.settings.resultsHint, value: typed.resultsOn, min: ask.today, error: error('results') })}
${buttonGroup([button({ text: t.opening.extend }), linkButton({ text: t.cancel, href: urls.survey.show({ survey: survey.id }), kind: 'quiet' })])}`,
})}`
  return { title: t.opening.extendTitle, body, here: 'surveys', breadcrumbs: surveyCrumbs(ask, survey) }
}

const mayExtend = (survey: Survey): boolean => survey.state === 'open' || survey.state === 'offered'

export async function showExtend(ask: SignedIn, survey: Survey): Promise<Answer> {
  if (!mayExtend(survey)) return refusedPage(ask, survey, 'not-open')
  return Promise.resolve(page(extendPage(ask, survey, { closesOn: survey.closesOn ?? '', resultsOn: survey.resultsOn ?? '' })))
}

export async function saveExtend(ask: SignedIn, survey: Survey): Promise<Answer> {
  const t = textsIn(ask.language)
  if (!mayExtend(survey)) return refusedPage(ask, survey, 'not-open')
  const typed = { closesOn: ask.form.text('closes'), resultsOn: ask.form.text('results') }
  const { results } = settingsErrors({ ...typedOf(survey), ...typed }, ask.today, t.settings.errors)
  const closes = typed.closesOn === '' ? t.opening.dayMissing : dayError(typed.closesOn, ask.today, t.settings.errors)
  const errors: FieldErrors = {
    ...(closes ? { closes } : {}),
    ...(results ? { results } : typed.resultsOn === '' ? { results: t.missing['results-day'].text } : {}),
  }
  if (hasErrors(errors)) return invalid(extendPage(ask, survey, typed, errors))
  return answerOf(ask, survey, await extendSurvey(ask, survey, typed), t.opening.extended)
}
