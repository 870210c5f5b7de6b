import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html, when } from '../../../ui/html.ts'
import type { Card, SummaryRow } from '../../../ui/lists.ts'
import { inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { Part, Survey } from '../store.ts'
import { languageWords } from './languages.ts'
import { askedQuestions } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

interface Around {
  survey: Survey
  /** Asked after the common questions, in one school. */
  additions?: readonly Question[]
  trial: string
  /** Where it is changed. */
  edit?: string | undefined
}

/** One audience: how many questions it is asked, for how long, in which languages, and a way to try them. */
export function partCard(ask: SignedIn, part: Part, { survey, additions = [], trial, edit }: Around): Card {
  const t = textsIn(ask.language)
  const questions = askedQuestions({ questions: [...part.definition.questions, ...additions] }, part.freeText)
  const groups = part.breakdowns.map((one) => one.title).join(', ')
  const facts = [t.accesses[part.access].text, ...(groups ? [t.show.groupsOf(groups)] : []), ...(part.freeText ? [t.show.freeTextOn] : [])]
  const languages = languageWords(part.definition, ask.language)
  const anonymity = survey.state !== 'draft'
  const running = survey.state !== 'closed' && survey.state !== 'released'
  return {
    title: partTitle(ask, part),
    href: edit,
    meta: t.part.minutes(estimateMinutes({ questions }), questions.length),
    content: html`<p>${facts.join(' · ')}</p>${when(languages.all, () => html`<p>${t.part.languagesOf(languages.all)}</p>`)}
${when(languages.unreviewed && running, () => inset(t.part.unreviewed(languages.unreviewed)))}`,
    actions: html`<a class="govuk-link" href="${trial}">${t.part.trial}<span class="govuk-visually-hidden"> ${part.definition.title.fr}</span></a>
${when(anonymity, () => html`<a class="govuk-link" href="${urls.survey.anonymity({ part: part.id })}">${t.show.anonymity}</a>`)}`,
  }
}

export const partTitle = (ask: SignedIn, part: Part): string => `${textsIn(ask.language).audiences[part.audience]} – ${part.definition.title.fr}`

/** What is said to who answers: why, the promise, the days, the threshold. */
export function aboutRows(ask: SignedIn, survey: Survey): SummaryRow[] {
  const t = textsIn(ask.language).show
  const day = (value: string | null) => (value ? formatDate(value, ask.language) : null)
  return [
    { key: t.purpose, value: survey.purpose || null },
    { key: t.promise, value: survey.promise || null },
    { key: t.closes, value: day(survey.closesOn) },
    { key: t.results, value: day(survey.resultsOn) },
    { key: t.threshold, value: t.thresholdValue(survey.threshold) },
  ]
}
