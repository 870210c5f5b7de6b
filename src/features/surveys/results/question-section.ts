import { formatDate } from '../../../platform/language.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { bars } from '../../../ui/charts/bars.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale } from '../questionnaire/scales.ts'
import type { BreakdownFigures, QuestionFigures } from '../release/document.ts'
import type { Place } from '../store.ts'
import { breakdownTitle, whyHidden } from './part-views.ts'
import type { PartView } from './part-views.ts'
import { changeSince, lengthOf } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'
import { agreementOf, answersOf, meanOf, sentences, shareInWords } from './words.ts'

export function questionSection(ask: SignedIn, place: Place, view: PartView, question: Question): Html {
  const t = textsIn(ask.language)
  const result = view.figures.questions[question.code]
  if (!result) return nothing
  if (!result.shown) return html`<section class="q-widest">${heading(3, question.words.fr, 's')}<p class="govuk-body">${t.hidden.answers}</p></section>`
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
  return html`<section class="q-widest">${chart}<p class="govuk-body">${sentences([agreementOf(figures, t), meanOf(figures, t, ask.language), t.base(figures.base), change ? t.change[change] : ''])}</p>
${when(reference?.shown && reference.figures.favourable, () => html`<p class="govuk-body">${t.reference(reference?.shown ? agreementOf(reference.figures, t) : '')}</p>`)}
${breakdowns(view, question, t)}${sourceOf(ask, place, view, question, figures)}${mayPropose ? html`<p><a class="govuk-link" href="${propose}">${t.toFinding}<span class="govuk-visually-hidden"> : ${question.words.fr}</span></a></p>` : nothing}</section>`
}

function breakdowns({ part, figures }: PartView, question: Question, t: ResultTexts): Content {
  return figures.breakdowns
    .map((breakdown) => {
      const title = breakdownTitle(part, breakdown.code)
      const content = breakdown.shown ? groupTable(breakdown, title, question, t) : html`<p class="govuk-body">${t.breakdownHidden}</p>`
      return details({ summary: html`${t.breakdown(title)}<span class="govuk-visually-hidden"> – ${question.words.fr}</span>`, content, quiet: true })
    })
    .reduce<Html>((all, one) => html`${all}${one}`, nothing)
}

/** Its groups, and of those that are not shown, why. */
function groupTable(breakdown: BreakdownFigures, title: string, question: Question, t: ResultTexts): Html {
  const answers = answersOf(question, t)
  const shown = breakdown.groups.flatMap((group): string[][] => {
    const result = group.questions[question.code]
    return result?.shown ? [[group.code, ...result.figures.shares.map((share) => shareInWords(share, t))]] : []
  })
  const hidden = breakdown.groups.flatMap((group) => {
    const why = whyHidden(group, question.code)
    return why ? [html`<strong>${group.code}</strong> : ${t.groupWhy[why]}`] : []
  })
  return html`${shown.length > 0 ? table({ caption: question.words.fr, captionHidden: true, columns: [{ header: title }, ...answers.map((header) => ({ header, numeric: true }))], rows: shown }) : nothing}${hidden.length > 0 ? list(hidden) : nothing}`
}

/** Where the figure comes from, out of what, and how sure it is. */
function sourceOf(ask: SignedIn, { survey }: Place, { part, figures: all }: PartView, question: Question, figures: QuestionFigures): Html {
  const t = textsIn(ask.language)
  const lines = [
    t.sourceOf.from(survey.title, survey.closedAt ? formatDate(survey.closedAt, ask.language) : survey.schoolYear, t.audiences[part.audience]),
    t.sourceOf.base(figures.base, all.answers ?? 0),
    ...(figures.favourable ? [t.sourceOf.favourable(favourableAnswers(question))] : []),
    t.sourceOf.rounding(survey.threshold),
    ...(question.item ? [t.sourceOf.item(question.item.code)] : []),
  ]
  return details({ summary: html`${t.source}<span class="govuk-visually-hidden"> – ${question.words.fr}</span>`, content: list(lines), quiet: true })
}

/** The answers of a scale that count as favourable: its upper half. */
function favourableAnswers(question: Question): string[] {
  const levels = question.kind === 'scale' ? (findScale(question.scale)?.levels ?? []) : []
  return levels.slice(Math.ceil(levels.length / 2)).map((level) => level.fr)
}
