import { formatDate } from '../../../platform/language.ts'
import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer, Crumb } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton, buttonGroup } from '../../../ui/buttons.ts'
import { bars } from '../../../ui/charts/bars.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'
import type { BreakdownFigures, PartFigures, QuestionFigures, QuestionResult, Share } from '../release/document.ts'
import { listAdditions, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { canConclude, changeSince, lengthOf, strongPoints, weakPoints } from './rules.ts'
import type { Point } from './rules.ts'
import { listFigures } from './results-store.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'

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

export interface PartView {
  part: Part
  questions: readonly Question[]
  figures: PartFigures
  together: PartFigures | null
  before: PartFigures | null
}

/** What this organisation may read, audience by audience. */
export async function listPartViews(ask: SignedIn, { survey, organisationId }: Place): Promise<PartView[]> {
  const figures = await listFigures(ask.db, survey.id, organisationId)
  const last = survey.previousId ? await listFigures(ask.db, survey.previousId, organisationId) : null
  const lastParts = survey.previousId ? await listParts(ask.db, survey.previousId) : []
  const views: PartView[] = []
  for (const part of await listParts(ask.db, survey.id)) {
    const found = figures.get(part.id)
    const own = found?.own ?? (survey.organisationId === organisationId ? found?.together : null)
    if (!own) continue
    const earlier = lastParts.find((one) => one.audience === part.audience)
    views.push({
      part,
      questions: [...part.definition.questions, ...(await listAdditions(ask.db, part.id, organisationId))].filter((question) => question.kind !== 'text'),
      figures: own,
      together: found?.own ? found.together : null,
      before: (earlier && (last?.get(earlier.id)?.own ?? null)) ?? null,
    })
  }
  return views
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
  const body = html`${heading(1, `${t.title} : ${place.survey.title}`)}${views.map((view) => partSection(ask, place, view))}${buttons}${list(files)}
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

export const shareInWords = (share: Share, t: ResultTexts): string => (typeof share === 'number' ? t.percent(share) : t[share])

export function agreementOf(figures: QuestionFigures, t: ResultTexts): string {
  const { favourable } = figures
  if (!favourable) return ''
  return `${t.agree(shareInWords(favourable.share, t), favourable.low, favourable.high)}${canConclude(figures) ? '' : ` ${t.unsure}`}`
}

/** The answers of a question in their order, « je ne sais pas » last. */
export function answersOf(question: Question, t: ResultTexts): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map((level) => level.fr), t.dontKnow]
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.words.fr)
    case 'number':
      return question.from.map((bound, index) => (index + 1 < question.from.length ? `${bound} – ${question.from[index + 1]}` : `≥ ${bound}`))
    case 'date':
      return periodsOf(question)
    case 'text':
      return []
  }
}

function questionSection(ask: SignedIn, place: Place, view: PartView, question: Question): Html {
  const t = textsIn(ask.language)
  const result = view.figures.questions[question.code]
  if (!result) return nothing
  if (!result.shown) return html`<section class="q-widest">${heading(3, question.words.fr, 's')}<p class="govuk-body">${t.hidden[result.why]}</p></section>`
  const { figures } = result
  const labels = answersOf(question, t)
  const shares = figures.shares.map((share, index) => ({ label: labels[index] ?? '', share }))
  const chart = bars({
    title: question.words.fr,
    level: 3,
    description: shares.map(({ label, share }) => `${label} : ${shareInWords(share, t)}`).join(' ; '),
    max: 100,
    bars: shares.map(({ label, share }) => ({ label, value: lengthOf(share), text: shareInWords(share, t) })),
    tableSummary: t.numbers,
    table: {
      caption: question.words.fr,
      columns: [{ header: t.answer }, { header: t.share, numeric: true }],
      rows: shares.map(({ label, share }) => [label, shareInWords(share, t)]),
    },
  })
  const change = changeSince(result, view.before?.questions[question.code])
  const reference = view.together?.questions[question.code]
  const mayPropose = figures.favourable && may(ask.caller, 'survey.reply', { organisationId: place.organisationId })
  const propose = urls.survey.toDiagnosis({ survey: place.survey.id, organisation: place.organisationId }, { part: view.part.id, question: question.code })
  return html`<section class="q-widest">${chart}<p class="govuk-body">${[agreementOf(figures, t), figures.mean === undefined ? '' : t.mean(String(figures.mean).replace('.', ',')), t.base(figures.base), change ? t.change[change] : ''].filter(Boolean).join(' ')}</p>
${when(reference?.shown && reference.figures.favourable, () => html`<p class="govuk-body">${t.reference(reference?.shown ? agreementOf(reference.figures, t) : '')}</p>`)}
${breakdowns(view, question, t)}${mayPropose ? html`<p><a class="govuk-link" href="${propose}">${t.toFinding}<span class="govuk-visually-hidden"> : ${question.words.fr}</span></a></p>` : nothing}</section>`
}

function breakdowns({ part, figures }: PartView, question: Question, t: ResultTexts): Content {
  return figures.breakdowns
    .map((breakdown) => {
      const title = t.breakdown(part.breakdowns.find((one) => one.code === breakdown.code)?.title ?? breakdown.code)
      const content = breakdown.shown ? groupTable(breakdown, question, t) : html`<p class="govuk-body">${t.breakdownHidden}</p>`
      return details({ summary: html`${title}<span class="govuk-visually-hidden"> – ${question.words.fr}</span>`, content, quiet: true })
    })
    .reduce<Html>((all, one) => html`${all}${one}`, nothing)
}

function groupTable(breakdown: BreakdownFigures, question: Question, t: ResultTexts): Html {
  return table({
    caption: question.words.fr,
    captionHidden: true,
    columns: [{ header: t.breakdown('') }, ...answersOf(question, t).map((header) => ({ header, numeric: true }))],
    rows: breakdown.groups.map((group) => [group.code, ...cellsOf(group.questions[question.code], answersOf(question, t).length, t)]),
  })
}

function cellsOf(result: QuestionResult | undefined, columns: number, t: ResultTexts): string[] {
  if (!result?.shown) return Array.from({ length: columns }, () => t.groupHidden)
  return result.figures.shares.map((share) => shareInWords(share, t))
}
