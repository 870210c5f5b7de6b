import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { searchField, select } from '../../../ui/fields.ts'
import { errorSummary, form, hiddenField } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { longestSearch } from '../../frameworks/search-store.ts'
import type { Framework } from '../../frameworks/store.ts'
import { proofCrumbs } from '../proof/plain-page.ts'
import type { Evidence } from '../store.ts'
import { pointBox } from './point-box.ts'
import type { TickedBox } from './point-box.ts'
import { pointKey } from './points-store.ts'
import type { Point } from './points-store.ts'
import type { Suggestion, Suggestions } from './suggestions.ts'
import { textsIn } from './texts.en.ts'
import { whyWords } from './why-words.ts'

export interface PointsView {
  evidence: Evidence
  search: { words: string; frameworkId: string | null }
  frameworks: readonly Framework[]
  /** Points linked by hand, each with where to look. */
  linked: readonly (Point & { pageRef: string })[]
  found: readonly Point[]
  /** Whether more was found than is shown. */
  cut: boolean
  suggestions: Suggestions
  /** What was sent, when it comes back. */
  sent: ReadonlyMap<string, TickedBox> | null
  errors: readonly FormError[]
}

/** One proof, and all the points that it may show: found by words, or proposed with the reason. */
export function pointsPage(ask: SignedIn, view: PointsView): Page {
  const t = textsIn(ask.language)
  const { evidence, errors } = view
  const show = urls.evidence.show({ evidence: evidence.id })
  const content = html`${linkedPart(ask, view)}${foundPart(ask, view)}${proposedPart(ask, view)}
${buttonGroup([button({ text: t.button }), linkButton({ text: t.cancel, href: show, kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.purpose(evidence.title)}</p>
${searchForm(ask, view)}${form({ action: urls.evidence.points({ evidence: evidence.id }), hidden: [...ask.hidden(), ...searchMarks(view)], content })}
${servedPart(ask, view.suggestions.served)}`
  return { title: `${errors.length > 0 ? `${t.errorPrefix} ` : ''}${t.title}`, body, here: 'school', breadcrumbs: proofCrumbs(ask, evidence) }
}

/** So that a form that comes back shows what was found. */
const searchMarks = ({ search }: PointsView) => [
  { name: 'q', value: search.words },
  { name: 'referentiel', value: search.frameworkId ?? '' },
]

function searchForm(ask: SignedIn, { evidence, search, frameworks }: PointsView): Html {
  const t = textsIn(ask.language)
  const options = frameworks.map((one) => ({ value: one.id, text: `${one.shortTitle} ${one.version}` }))
  return form({
    action: urls.evidence.points({ evidence: evidence.id }),
    method: 'get',
    content: html`<div class="q-finder">${searchField({ id: 'mots', name: 'q', label: t.search, hint: t.searchHint, value: search.words.slice(0, longestSearch) })}
${select({ id: 'referentiel', name: 'referentiel', label: t.framework, value: search.frameworkId ?? '', options: [{ value: '', text: t.anyFramework }, ...options] })}
${button({ text: t.searchButton, kind: 'secondary' })}</div>`,
  })
}

type Box = Parameters<typeof pointBox>[1]

const boxOf = ({ sent, errors }: PointsView, point: Point, present: TickedBox, why?: Content): Box => ({
  point,
  ...(sent?.get(pointKey(point)) ?? (sent ? { ticked: false, pageRef: '' } : present)),
  errors,
  why,
})

function linkedPart(ask: SignedIn, view: PointsView): Content {
  const t = textsIn(ask.language)
  if (view.linked.length === 0) return ''
  const shown = view.linked.map((point) => hiddenField({ name: 'shown', value: pointKey(point) }))
  const boxes = view.linked.map((point) => pointBox(ask, boxOf(view, point, { ticked: true, pageRef: point.pageRef })))
  return html`<section aria-labelledby="lies">${heading(2, t.linked(view.linked.length), 'm', 'lies')}<p class="govuk-hint">${t.linkedHint}</p>${join(shown)}${join(boxes)}</section>`
}

function foundPart(ask: SignedIn, view: PointsView): Content {
  const t = textsIn(ask.language)
  const { search, found, cut } = view
  if (!search.words && !search.frameworkId) return ''
  const title = heading(2, t.found(found.length, cut), 'm', 'trouves')
  if (found.length === 0) return html`<section aria-labelledby="trouves">${title}<p class="govuk-body">${t.foundNothing}</p></section>`
  const boxes = found.map((point) => pointBox(ask, boxOf(view, point, { ticked: false, pageRef: '' })))
  return html`<section aria-labelledby="trouves">${title}${join(boxes)}</section>`
}

/** What the school is engaged in is before one's eyes; the rest is one step away, unless there is nothing else. */
function proposedPart(ask: SignedIn, view: PointsView): Html {
  const t = textsIn(ask.language)
  const { proposed } = view.suggestions
  const title = heading(2, t.proposed(proposed.length), 'm', 'propositions')
  if (proposed.length === 0) return html`<section aria-labelledby="propositions">${title}<p class="govuk-body">${t.noProposal}</p></section>`
  const box = (one: Suggestion): Html => pointBox(ask, boxOf(view, one.point, { ticked: false, pageRef: '' }, whyWords(one.why, ask.language)))
  const followed = proposed.filter((one) => one.followed)
  const [first, others] = followed.length > 0 ? [followed, proposed.filter((one) => !one.followed)] : [proposed, []]
  const open = others.some(({ point }) => view.sent?.has(pointKey(point)))
  return html`<section aria-labelledby="propositions">${title}<p class="govuk-hint">${t.proposedHint}</p>${join(first.map(box))}
${when(others.length > 0, () => details({ summary: t.others(others.length), content: join(others.map(box)), open }))}</section>`
}

function servedPart(ask: SignedIn, served: readonly Suggestion[]): Content {
  const t = textsIn(ask.language)
  const lines = served.map(({ point, why }) => {
    const from =
      why.by === 'crosswalk'
        ? html` <span class="q-missing">(${t.servedBy(`${why.from.frameworkTitle}, ${t.quoted(why.from.text.replace(/\.$/, ''))}`)})</span>`
        : ''
    return html`<strong>${point.frameworkTitle}</strong> ${inFrench(point.text, ask.language)}${from}`
  })
  return when(served.length > 0, () => details({ summary: t.served(served.length), content: html`<p class="govuk-body">${t.servedHint}</p>${list(lines)}` }))
}
