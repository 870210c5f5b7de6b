import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { postButton } from '../../../ui/buttons.ts'
import { bars } from '../../../ui/charts/bars.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { BreakdownFigures, QuestionFigures } from '../release/document.ts'
import type { Place } from '../store.ts'
import { breakdownsOf, breakdownTitle, groupName, mayAct, whyHidden } from './part-views.ts'
import type { PartView, Written } from './part-views.ts'
import { changeSince, lengthOf } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { agreementOf, answersOf, askedTo, meanOf, questionInLine, questionWords, sentences, shareInWords, shortAgreementOf } from './words.ts'

/** One audience as it is read: by whom, where, and what the statements that its questions are about say, by name of the item. */
export interface Reading {
  ask: SignedIn
  place: Place
  view: PartView
  statements: ReadonlyMap<string, string>
}

/** Where a question stands on the page of its audience. */
export const anchorOf = (code: string): string => `q-${code}`

export function questionSection(reading: Reading, question: Question): Html {
  const { ask, view } = reading
  const t = textsIn(ask.language)
  const result = view.figures.questions[question.code]
  if (!result) return nothing
  const title = questionWords(question)
  const asked = askedTo(question, view.questions, t, ask.language)
  if (!result.shown) {
    const why = view.figures.schools ? t.hiddenTogether : t.hidden.answers
    return html`<section class="q-widest" id="${anchorOf(question.code)}">${heading(3, title, 's')}<p class="govuk-body">${sentences([asked, why])}</p></section>`
  }
  const { figures } = result
  const labels = answersOf(question, t, ask.language)
  const shares = figures.shares.map((share, index) => ({ label: labels[index] ?? '', share }))
  const chart = bars({
    title,
    level: 3,
    description: shares.map(({ label, share }) => t.pair(label, shareInWords(share, t))).join(t.between),
    max: 100,
    bars: shares.map(({ label, share }) => ({ label, value: lengthOf(share), text: shareInWords(share, t) })),
    tableSummary: t.numbers,
    table: {
      caption: title,
      columns: [{ header: t.answer }, { header: t.share, numeric: true }],
      rows: shares.map(({ label, share }) => [label, shareInWords(share, t)]),
    },
  })
  const change = changeSince(result, view.before?.questions[question.code])
  const reference = view.together?.questions[question.code]
  const several = question.kind === 'multiple' ? t.several : ''
  return html`<section class="q-widest" id="${anchorOf(question.code)}">${chart}<p class="govuk-body">${sentences([agreementOf(figures, t), meanOf(figures, t, ask.language), t.base(figures.base), asked, several, change ? t.change[change] : ''])}</p>
${when(reference?.shown && reference.figures.favourable, () => html`<p class="govuk-body">${t.reference(reference?.shown ? agreementOf(reference.figures, t) : '')}</p>`)}
${breakdowns(reading, question)}${sourceOf(reading, question, figures)}${when(figures.favourable, () => actionsOn(reading, question))}</section>`
}

/** Two ways on from a result: to the diagnosis of the school, or straight to an action. */
function actionsOn(reading: Reading, question: Question): Content {
  const { ask, place, view } = reading
  if (!mayAct(ask, place)) return nothing
  const t = textsIn(ask.language)
  const propose = urls.survey.toDiagnosis({ survey: place.survey.id, organisation: place.organisationId }, { part: view.part.id, question: question.code })
  return html`<div class="q-inline"><a class="govuk-link" href="${propose}">${t.toFinding}<span class="govuk-visually-hidden"> ${questionWords(question)}</span></a>${actionButton(reading, question)}</div>`
}

/** One step from a result to the sheet of an action. */
export const actionButton = ({ ask, place, view }: Reading, question: Question): Html =>
  postButton({
    text: textsIn(ask.language).toAction,
    kind: 'quiet',
    about: questionWords(question),
    action: urls.survey.toAction({ survey: place.survey.id, organisation: place.organisationId }),
    hidden: [...ask.hidden(), { name: 'part', value: view.part.id }, { name: 'question', value: question.code }],
  })

function breakdowns(reading: Reading, question: Question): Html[] {
  const t = textsIn(reading.ask.language)
  return breakdownsOf(reading.view, question).map((breakdown) => {
    const title = breakdownTitle(reading.view.part, breakdown.code)
    const why = reading.view.figures.schools ? t.breakdownHiddenTogether : t.breakdownHidden
    const content = breakdown.shown ? groupTable(reading, breakdown, title, question) : html`<p class="govuk-body">${why}</p>`
    return details({ summary: html`${t.breakdown(title)}<span class="govuk-visually-hidden"> – ${questionWords(question)}</span>`, content, quiet: true })
  })
}

/** Its groups: how many answered, how many favourably and how sure that is, then each answer; and of those that are not shown, why. */
function groupTable({ ask, view }: Reading, breakdown: BreakdownFigures, title: string, question: Question): Html {
  const t = textsIn(ask.language)
  const scaled = question.kind === 'scale'
  const columns = [
    { header: title },
    { header: t.baseColumn, numeric: true },
    ...(scaled ? [{ header: t.favourableColumn }] : []),
    ...answersOf(question, t, ask.language).map((header) => ({ header, numeric: true })),
  ]
  const nameOf = (code: string): string => groupName(view.part, breakdown.code, code, t, ask.language)
  const rows = breakdown.groups.flatMap((group): string[][] => {
    const result = group.questions[question.code]
    if (!result?.shown) return []
    const { figures } = result
    const favourable = scaled ? [shortAgreementOf(figures, t)] : []
    return [[nameOf(group.code), String(figures.base), ...favourable, ...figures.shares.map((share) => shareInWords(share, t))]]
  })
  const hidden = breakdown.groups.flatMap((group) => {
    const why = whyHidden(group, question.code)
    return why ? [t.pair(nameOf(group.code), view.figures.schools ? t.groupWhyTogether : t.groupWhy[why])] : []
  })
  return html`${rows.length > 0 ? table({ caption: questionWords(question), captionHidden: true, columns, rows }) : nothing}${hidden.length > 0 ? list(hidden) : nothing}`
}

/** Where the figure comes from, out of what, and how sure it is. */
function sourceOf({ ask, place: { survey }, view, statements }: Reading, question: Question, figures: QuestionFigures): Html {
  const t = textsIn(ask.language)
  const { part, figures: all } = view
  const statement = question.item && statements.get(itemName(question.item))
  const lines = [
    t.sourceOf.from(survey.title, survey.closedAt ? formatDate(survey.closedAt, ask.language) : survey.schoolYear, t.audiences[part.audience]),
    t.sourceOf.base(figures.base, all.answers ?? 0),
    ...(figures.favourable ? [t.sourceOf.favourable(favourableAnswers(question))] : []),
    t.sourceOf.rounding(survey.threshold),
    ...(question.item ? [t.sourceOf.item(statement ?? '', question.item.code)] : []),
  ]
  return details({ summary: html`${t.source}<span class="govuk-visually-hidden"> – ${questionInLine(question)}</span>`, content: list(lines), quiet: true })
}

/** The answers of a scale that count as favourable: its upper half. */
function favourableAnswers(question: Question): string[] {
  const levels = question.kind === 'scale' ? (findScale(question.scale)?.levels ?? []) : []
  return levels.slice(Math.ceil(levels.length / 2)).map((level) => level.fr)
}

/** Texts read at once; the others open on demand. */
const mostTexts = 50

/** What people wrote to one question. */
export function writtenSection({ ask }: Reading, { question, texts }: Written): Html {
  const t = textsIn(ask.language)
  const more = texts.slice(mostTexts)
  return html`<section class="q-widest" id="${anchorOf(question.code)}">${heading(3, questionWords(question), 's')}<p class="govuk-hint">${t.writtenHint}</p>${list(texts.slice(0, mostTexts))}
${more.length > 0 ? details({ summary: t.moreTexts(more.length), content: list(more), quiet: true }) : nothing}</section>`
}
