import { formatDate } from '../../../platform/language.ts'
import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer, Crumb } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list, tabs } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { listPartViews, mayAct } from './part-views.ts'
import type { PartView } from './part-views.ts'
import { actionButton, anchorOf, questionSection, writtenSection } from './question-section.ts'
import type { Reading } from './question-section.ts'
import { listStatements } from './results-store.ts'
import { strongPoints, weakPoints } from './rules.ts'
import type { Point } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { intervalInWords, questionInLine, whyNothing } from './words.ts'

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
  const views = await listPartViews(ask, place)
  const readings = await readingsOf(ask, place, views)
  const [only] = readings
  const content = only && readings.length === 1 ? html`${heading(2, t.audiences[only.view.part.audience], 'l')}${partBody(only)}` : readings.map(shortSection)
  const body = html`${heading(1, t.pair(t.title, place.survey.title))}${audienceTabs(ask, place, views, null)}${actionsOnTop(ask, place, views)}${content}
${details({ summary: t.source, content: html`<p class="govuk-body">${t.sourceText(place.survey.threshold)}</p>`, quiet: true })}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

/** What can be done with the results, before anything is read. */
function actionsOnTop(ask: SignedIn, place: Place, views: readonly PartView[]): Html {
  if (views.length === 0) return nothing
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const acts = mayAct(ask, place)
  const buttons = [
    ...(acts ? [linkButton({ text: t.toReplies, href: urls.survey.replies(here) })] : []),
    ...(views.length > 1 ? [linkButton({ text: t.toViews, href: urls.survey.views(here), kind: 'secondary' })] : []),
    ...(acts ? [linkButton({ text: t.toTexts, href: urls.survey.texts(here), kind: 'secondary' })] : []),
    ...(acts ? [postButton({ text: t.toEvidence, action: urls.survey.toEvidence(here), hidden: ask.hidden() })] : []),
  ]
  const files = views.flatMap(({ part }) =>
    ['csv', 'ods', 'xlsx'].map(
      (format) =>
        html`<a class="govuk-link" href="${urls.survey.resultFile({ ...here, part: part.id, format })}" download>${t.download(t.audiences[part.audience], format.toUpperCase())}</a>`,
    ),
  )
  return html`${buttons.length > 0 ? buttonGroup(buttons) : nothing}${acts ? html`<p class="govuk-hint">${t.toEvidenceHint}</p>` : nothing}${details({ summary: t.files, content: list(files), quiet: true })}`
}

/** Of several audiences, each on its own page. */
function audienceTabs(ask: SignedIn, place: Place, views: readonly PartView[], current: string | null): Html {
  if (views.length < 2) return nothing
  const t = textsIn(ask.language)
  const here = hereOf(place)
  return tabs(t.audience, [
    { href: urls.survey.results(here), text: t.all, current: current === null },
    ...views.map(({ part }) => ({ href: urls.survey.result({ ...here, part: part.id }), text: t.audiences[part.audience], current: part.id === current })),
  ])
}

/** One audience at a glance: how many answered, and what stands out. */
function shortSection(reading: Reading): Html {
  const t = textsIn(reading.ask.language)
  const { part, figures } = reading.view
  const there = urls.survey.result({ ...hereOf(reading.place), part: part.id })
  const link = html`<p><a class="govuk-link" href="${there}">${t.readAll(t.audiences[part.audience])}</a></p>`
  return html`${heading(2, t.audiences[part.audience], 'l')}${summary(reading, there)}${figures.answers === null ? nothing : link}`
}

export async function showResult(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const views = await listPartViews(ask, place)
  const view = views.find(({ part }) => part.id === ask.params['part'])
  const [reading] = view ? await readingsOf(ask, place, [view]) : []
  if (!view || !reading) return notFound()
  const title = t.pair(t.title, t.audiences[view.part.audience])
  const others = views.filter((one) => one !== view)
  const onward = others.map(({ part }) =>
    linkButton({ text: t.audiences[part.audience], href: urls.survey.result({ ...hereOf(place), part: part.id }), kind: 'secondary' }),
  )
  const body = html`${heading(1, title)}${audienceTabs(ask, place, views, view.part.id)}${partBody(reading)}
${when(others.length > 0, () => html`${heading(2, t.readAlso, 'm')}${buttonGroup([...onward, linkButton({ text: t.toViews, href: urls.survey.views(hereOf(place)), kind: 'secondary' })])}`)}`
  return page({ title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

async function readingsOf(ask: SignedIn, place: Place, views: readonly PartView[]): Promise<Reading[]> {
  const items = views.flatMap(({ questions }) => questions.flatMap((question) => question.item ?? []))
  const statements = await listStatements(ask.db, items)
  return views.map((view) => ({ ask, place, view, statements }))
}

/** Everything that is told of one audience. */
function partBody(reading: Reading): Html {
  const t = textsIn(reading.ask.language)
  const { figures, questions, written } = reading.view
  if (figures.answers === null) return summary(reading, '')
  const texts = html`${heading(2, t.written, 'l')}${written.map((one) => writtenSection(reading, one))}`
  return html`${summary(reading, '')}${heading(2, t.questionByQuestion, 'l')}${questions.map((question) => questionSection(reading, question))}${written.length > 0 ? texts : nothing}`
}

/** How many answered and what stands out; `there`: the page on which its questions stand, '' for this one. */
function summary(reading: Reading, there: string): Html {
  const t = textsIn(reading.ask.language)
  const { figures } = reading.view
  if (figures.answers === null) return html`<p class="govuk-body">${whyNothing(reading.place.survey, figures, t)}</p>`
  const said = `${t.answers(figures.answers)}${figures.participation === null ? '' : t.participation(figures.participation)}.`
  const [strong, weak] = [strongPoints(figures), weakPoints(figures)]
  return html`<p class="q-lead">${said} ${[figures.schools ? t.together(figures.schools.counted, figures.schools.left) : '', reading.view.part.access === 'shared' ? t.sharedLink : ''].filter(Boolean).join(' ')}</p>
${points(reading, t.strong, strong, there)}${points(reading, t.weak, weak, there)}${when(strong.length + weak.length === 0, () => html`<p class="govuk-body">${t.none}</p>`)}`
}

function points(reading: Reading, title: string, found: readonly Point[], there: string): Html {
  const { ask, place, view } = reading
  const t = textsIn(ask.language)
  const acts = mayAct(ask, place)
  const lines = found.flatMap(({ code, figures }) => {
    const question = view.questions.find((one) => one.code === code)
    if (!question) return []
    const link = html`<a class="govuk-link" href="${there}#${anchorOf(code)}">${questionInLine(question)}</a>`
    return [html`${link}${t.pair('', intervalInWords(figures, t))}${when(acts, () => html`<br>${actionButton(reading, question)}`)}`]
  })
  return found.length > 0 ? callout({ title, content: list(lines) }) : nothing
}
