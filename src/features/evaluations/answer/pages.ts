import { page } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, join, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { tabs } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import type { Evaluation, EvaluationItem } from '../store.ts'
import { autosaved } from './autosave.ts'
import { answeredSoFar, promise } from './promise.ts'
import { question } from './question.ts'
import { isAnswered, nothingGiven } from './rules.ts'
import type { Given } from './rules.ts'
import type { OwnAnswer } from './store.ts'
import { textsIn } from './texts.en.ts'

/** The questionnaire as one member sees it. */
export interface Sheet {
  evaluation: Evaluation
  items: readonly EvaluationItem[]
  own: ReadonlyMap<string, OwnAnswer>
}

/** What was sent and came back, by question. */
export type Returned = ReadonlyMap<string, { given: Given; version: number; error?: string }>

const nothingReturned: Returned = new Map()

export type View = 'one' | 'all'

/** The way of answering that was chosen on this device. */
export const viewCookie = 'answer-view'
const yearInSeconds = 365 * 86_400

export const chosenView = (ask: SignedIn): View => {
  const wanted = ask.query.get('vue')
  if (wanted === 'une') return 'one'
  if (wanted === 'toutes') return 'all'
  return ask.cookies[viewCookie] === 'all' ? 'all' : 'one'
}

/** Remembers a choice that was just made by a link. */
export function remember(answer: Answer, ask: SignedIn): Answer {
  if (!ask.query.has('vue') || answer.kind !== 'page') return answer
  return { ...answer, cookies: [{ name: viewCookie, value: chosenView(ask), maxAge: yearInSeconds }] }
}

export const answeredCount = ({ items, own }: Sheet): number => items.filter((item) => isAnswered(own.get(item.id) ?? nothingGiven)).length

function frame(ask: SignedIn, sheet: Sheet, title: string, body: Html): Page {
  const { evaluation } = sheet
  return { title, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations', scripts: ['autosave'] }
}

function top(ask: SignedIn, sheet: Sheet, view: View): Html {
  const t = textsIn(ask.language)
  const here = { evaluation: sheet.evaluation.id }
  const views = [
    { href: urls.evaluation.answer(here, { vue: 'une' }), text: t.oneByOne, current: view === 'one' },
    { href: urls.evaluation.answer(here, { vue: 'toutes' }), text: t.allOnPage, current: view === 'all' },
  ]
  return html`${promise(ask.language, answeredCount(sheet) === 0)}${tabs(t.views, views)}`
}

const fieldsOf = (
  ask: SignedIn,
  item: EvaluationItem,
  own: OwnAnswer | undefined,
  returned: Returned,
  look: { level: 1 | 2; suffix?: string; brief?: boolean },
): Html => {
  const back = returned.get(item.id)
  const given = back?.given ?? own ?? nothingGiven
  const version = back?.version ?? own?.version ?? 0
  return question({ item, given, version, savedAt: back ? null : (own?.updatedAt ?? null), language: ask.language, error: back?.error, ...look })
}

const summaryOf = (ask: SignedIn, returned: Returned, suffixed: boolean): Html =>
  errorSummary({
    title: textsIn(ask.language).errorTitle,
    errors: [...returned].flatMap(([id, { error }]) => (error ? [{ field: 'reason', id: suffixed ? `reason-${id}` : 'reason', message: error }] : [])),
  })

// The progress stands inside, so that the element can bring it up to date.
function saving(ask: SignedIn, sheet: Sheet, action: string, fields: Html): Html {
  const sheetForm = form({ action, hidden: ask.hidden(), content: fields })
  const content = html`${answeredSoFar(ask.language, answeredCount(sheet), sheet.items.length)}${sheetForm}`
  return autosaved({ language: ask.language, personId: ask.caller.personId, content })
}

/** One question at a time. */
export function questionPage(ask: SignedIn, sheet: Sheet, item: EvaluationItem, returned: Returned = nothingReturned): Page {
  const t = textsIn(ask.language)
  const here = { evaluation: sheet.evaluation.id }
  const index = sheet.items.findIndex((other) => other.id === item.id)
  const before = sheet.items[index - 1]
  const fields = html`<p class="q-question__position">${t.question(index + 1, sheet.items.length)}</p>
${fieldsOf(ask, item, sheet.own.get(item.id), returned, { level: 1 })}
${buttonGroup([
  button({ text: t.saveAndContinue, name: 'then', value: 'next' }),
  before ? html`<a class="govuk-link" href="${urls.evaluation.answerItem({ ...here, item: before.id })}">${t.previous}</a>` : nothing,
  html`<a class="govuk-link" href="${urls.evaluation.finish(here)}">${t.review}</a>`,
])}`
  const body = html`${summaryOf(ask, returned, false)}${top(ask, sheet, 'one')}
${saving(ask, sheet, urls.evaluation.answerItem({ ...here, item: item.id }), fields)}`
  return frame(ask, sheet, `${t.question(index + 1, sheet.items.length)} – ${sheet.evaluation.title}`, body)
}

/** Every question on one page, saved together by a button or each by itself. */
export function allPage(ask: SignedIn, sheet: Sheet, returned: Returned = nothingReturned): Page {
  const t = textsIn(ask.language)
  const here = { evaluation: sheet.evaluation.id }
  const fields = html`${join(sheet.items.map((item, index) => html`<section class="q-question" id="q-${item.id}">${fieldsOf(ask, item, sheet.own.get(item.id), returned, { level: 2, suffix: `-${item.id}`, brief: index > 0 })}</section>`))}
${buttonGroup([button({ text: t.saveAndReview, name: 'then', value: 'review' })])}`
  const body = html`${summaryOf(ask, returned, true)}${heading(1, sheet.evaluation.title, 'l')}${top(ask, sheet, 'all')}
${saving(ask, sheet, urls.evaluation.answer(here), fields)}`
  return frame(ask, sheet, `${t.title} – ${sheet.evaluation.title}`, body)
}

/** Nothing to answer yet. */
export function emptySheet(ask: SignedIn, evaluation: Evaluation): Answer {
  const t = textsIn(ask.language)
  const step = linkButton({ text: t.toEvaluation, href: urls.evaluation.show({ evaluation: evaluation.id }) })
  const body = html`${heading(1, evaluation.title, 'l')}${emptyPage({ ...t.empty, step })}`
  return page({ title: t.title, body, breadcrumbs: evaluationCrumbs(evaluation, ask.language), here: 'evaluations' })
}
