import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { searchField, select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList, tabs } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { details, emptyPage, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { longestSearch } from '../../frameworks/search-store.ts'
import type { Paging } from '../../organisations/paging.ts'
import type { Organisation } from '../../organisations/store.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import { datesLine, evidenceMeta } from '../words.ts'
import { readExcerpt } from './excerpt.ts'
import { filterQuery, states } from './filter.ts'
import type { PoolFilter } from './filter.ts'
import type { PooledEvidence, PoolFigures } from './pool-store.ts'
import { textsIn } from './texts.en.ts'

export interface Pool {
  organisation: Organisation
  filter: PoolFilter
  figures: PoolFigures
  found: { total: number; evidence: readonly PooledEvidence[] }
  paging: Paging
}

/** All the proofs of a school: what they do, how to find one, and each with where it serves. */
export function poolPage(ask: SignedIn, pool: Pool): Page {
  const t = textsIn(ask.language)
  const { organisation, figures } = pool
  const here = { organisation: organisation.id }
  const adds = may(ask.caller, 'evidence.attach', organisation)
  const add = linkButton({ text: t.add, href: urls.school.addEvidence(here) })
  const empty = emptyPage({
    title: t.emptyTitle,
    purpose: t.emptyPurpose,
    example: { label: t.emptyExample, text: t.exampleText },
    ...(adds ? { step: add } : {}),
  })
  const filled = html`${when(adds, () => html`<p>${add}</p>`)}${figuresPart(ask, figures)}${searchForm(ask, pool)}${stateTabs(ask, pool)}${foundPart(ask, pool)}`
  return {
    title: `${t.title} – ${organisation.name}`,
    body: html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.purpose}</p><p class="govuk-body">${t.care}</p>${figures.all === 0 ? empty : filled}`,
    breadcrumbs: [{ text: organisation.name, href: urls.school.show(here) }],
    here: 'school',
  }
}

function figuresPart(ask: SignedIn, { all, reused, spared }: PoolFigures): Html {
  const t = textsIn(ask.language)
  const figure = (value: string, text: string, why: string): Html =>
    html`<li><p class="q-fact"><strong>${value}</strong> ${text}</p>${details({ summary: html`${t.where}<span class="govuk-visually-hidden"> ${text}</span>`, quiet: true, content: html`<p class="govuk-body">${why}</p>` })}</li>`
  const share = t.reusedShare(Math.round((100 * reused) / all))
  return html`<section aria-label="${t.figures}"><ul class="q-facts">${figure(share, t.reused(reused, all), t.reusedWhy)}
${figure(t.sparedTimes(spared), t.spared, t.sparedWhy)}</ul></section>`
}

function searchForm(ask: SignedIn, { organisation, filter, figures }: Pool): Html {
  const t = textsIn(ask.language)
  const { natures } = evidenceTexts(ask.language)
  const options = [...figures.natures].map(([nature, number]) => ({ value: nature, text: `${natures[nature]} (${number})` }))
  return form({
    action: urls.school.evidence({ organisation: organisation.id }),
    method: 'get',
    hidden: filter.state ? [{ name: 'etat', value: filterQuery(filter)['etat'] ?? '' }] : [],
    content: html`<div class="q-finder">${searchField({ id: 'mots', name: 'q', label: t.search, hint: t.searchHint, value: filter.words.slice(0, longestSearch) })}
${select({ id: 'nature', name: 'nature', label: t.nature, value: filter.nature ?? '', options: [{ value: '', text: t.anyNature }, ...options] })}
${button({ text: t.searchButton, kind: 'secondary' })}</div>`,
  })
}

function stateTabs(ask: SignedIn, { organisation, filter, figures }: Pool): Html {
  const t = textsIn(ask.language)
  const to = (state: PoolFilter['state']): string => urls.school.evidence({ organisation: organisation.id }, filterQuery({ ...filter, state }))
  return tabs(t.filters, [
    { text: t.all, href: to(null), current: filter.state === null, count: figures.all },
    ...states.map((state) => ({ text: t.states[state], href: to(state), current: filter.state === state, count: figures.states[state] })),
  ])
}

function foundPart(ask: SignedIn, { organisation, filter, found, paging }: Pool): Html {
  const t = textsIn(ask.language)
  if (found.total === 0) return nothingFound(ask, organisation, filter)
  const href = (page: number): string => urls.school.evidence({ organisation: organisation.id }, { ...filterQuery(filter), page })
  return html`${heading(2, filter.words ? t.foundFor(found.total, filter.words) : t.found(found.total), 'm')}
${cardList(found.evidence.map((evidence) => cardOf(ask, evidence)))}${paging.links(href, t.pages, ask.language)}`
}

function nothingFound(ask: SignedIn, organisation: Organisation, { words, state }: PoolFilter): Html {
  const t = textsIn(ask.language)
  const title = words ? t.nothingFor(words) : state ? t.nothingIn[state] : t.nothingOfNature
  return html`${heading(2, title, 'm')}${when(words, () => html`<p class="govuk-body">${t.nothingHelp}</p>`)}
<p class="govuk-body"><a class="govuk-link" href="${urls.school.evidence({ organisation: organisation.id })}">${t.seeAll}</a></p>`
}

function cardOf(ask: SignedIn, evidence: PooledEvidence): Card {
  const t = evidenceTexts(ask.language)
  const served = evidence.links === 0 ? nowhere(ask, evidence) : t.served(evidence.points, evidence.frameworks)
  return {
    title: evidence.title,
    href: urls.evidence.show({ evidence: evidence.id }),
    meta: evidenceMeta(evidence, ask),
    content: html`<p class="govuk-body">${datesLine(evidence, ask)}<br>${served}</p>${when(evidence.note, () => html`<p class="govuk-body q-typed">${evidence.note}</p>`)}
${when(evidence.excerpt, () => excerptPart(ask, evidence.excerpt ?? ''))}`,
  }
}

function nowhere(ask: SignedIn, evidence: PooledEvidence): Content {
  const t = evidenceTexts(ask.language)
  if (!may(ask.caller, 'evidence.attach', evidence)) return t.servesNowhere
  return html`${t.servesNowhere}. <a class="govuk-link" href="${urls.evidence.points({ evidence: evidence.id })}">${textsIn(ask.language).say}<span class="govuk-visually-hidden"> ${evidence.title}</span></a>`
}

function excerptPart(ask: SignedIn, excerpt: string): Content {
  const parts = readExcerpt(excerpt)
  if (parts.length === 0) return nothing
  return html`<p class="govuk-body q-excerpt"><span class="q-missing">${textsIn(ask.language).excerpt}</span> « … ${join(
    parts.map((part) => (part.marked ? html`<mark>${part.text}</mark>` : part.text)),
  )} … »</p>`
}
