import { formatDate } from '../../../platform/language.ts'
import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer, Crumb } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { Place } from '../store.ts'
import { listPartViews } from './part-views.ts'
import type { PartView } from './part-views.ts'
import { questionSection } from './question-section.ts'
import { strongPoints, weakPoints } from './rules.ts'
import type { Point } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { agreementOf } from './words.ts'

export const resultCrumbs = (ask: SignedIn, { survey, organisationId }: Place): Crumb[] => [
  { text: textsIn(ask.language).surveys, href: urls.survey.list({ organisation: organisationId }) },
  {
    text: survey.title,
    href:
      survey.organisationId === organisationId
        ? urls.survey.show({ survey: survey.id })
        : urls.survey.place({ survey: survey.id, organisation: organisationId }),
  },
]

/** Before the release: when it comes, and nothing else. */
export function earlyPage(ask: SignedIn, place: Place): Answer {
  const t = textsIn(ask.language).early
  const { state, resultsOn } = place.survey
  const back = resultCrumbs(ask, place).at(-1)?.href ?? ''
  const body = html`${heading(1, t.title)}<p class="q-lead">${state === 'closed' ? t.counting : t.text}</p>
${when(resultsOn, () => html`<p class="govuk-body">${t.on(formatDate(resultsOn ?? '', ask.language))}</p>`)}${linkButton({ text: t.back, href: back, kind: 'secondary' })}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

export async function showResults(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const here = { survey: place.survey.id, organisation: place.organisationId }
  const views = await listPartViews(ask, place)
  const leads = may(ask.caller, 'survey.reply', { organisationId: place.organisationId }) && place.survey.organisationKind === 'school'
  const buttons = buttonGroup([
    ...(leads
      ? [linkButton({ text: t.toReplies, href: urls.survey.replies(here) }), linkButton({ text: t.toTexts, href: urls.survey.texts(here), kind: 'secondary' })]
      : []),
    ...(views.length > 1 ? [linkButton({ text: t.toViews, href: urls.survey.views(here) })] : []),
  ])
  const files = views.flatMap(({ part }) =>
    ['csv', 'ods', 'xlsx'].map(
      (format) =>
        html`<a class="govuk-link" href="${urls.survey.resultFile({ ...here, part: part.id, format })}" download>${t.download(t.audiences[part.audience], format.toUpperCase())}</a>`,
    ),
  )
  const keep = leads
    ? form({
        action: urls.survey.toEvidence(here),
        hidden: ask.hidden(),
        content: html`${button({ text: t.toEvidence, kind: 'secondary' })}<p class="govuk-hint">${t.toEvidenceHint}</p>`,
      })
    : nothing
  const body = html`${heading(1, `${t.title} : ${place.survey.title}`)}${views.map((view) => partSection(ask, place, view))}${buttons}${list(files)}${views.length > 0 ? keep : nothing}
${details({ summary: t.source, content: html`<p class="govuk-body">${t.sourceText(place.survey.threshold)}</p>`, quiet: true })}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

export async function showResult(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const view = (await listPartViews(ask, place)).find(({ part }) => part.id === ask.params['part'])
  if (!view) return notFound()
  const title = `${t.title} : ${t.audiences[view.part.audience]}`
  return page({ title, body: html`${heading(1, title)}${partSection(ask, place, view)}`, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

function partSection(ask: SignedIn, place: Place, view: PartView): Html {
  const t = textsIn(ask.language)
  const { part, figures, questions } = view
  const title = heading(2, t.audiences[part.audience], 'l')
  if (figures.answers === null) return html`<section>${title}<p class="govuk-body">${t.few}</p></section>`
  const said = `${t.answers(figures.answers)}${figures.participation === null ? '' : t.participation(figures.participation)}.`
  return html`<section>${title}<p class="q-lead">${said} ${figures.schools ? t.together(figures.schools.counted, figures.schools.left) : ''}</p>
${points(ask, view, t.strong, strongPoints(figures))}${points(ask, view, t.weak, weakPoints(figures))}
${questions.map((question) => questionSection(ask, place, view, question))}</section>`
}

function points(ask: SignedIn, { questions }: PartView, title: string, found: readonly Point[]): Html {
  const t = textsIn(ask.language)
  const lines = found.map(({ code, figures }) => html`${wordsOf(questions, code).replace(/\.$/, '')} : ${agreementOf(figures, t)}`)
  return found.length > 0 ? callout({ title, content: list(lines) }) : nothing
}

const wordsOf = (questions: readonly Question[], code: string): string => questions.find((question) => question.code === code)?.words.fr ?? code
