import { formatDate } from '../../platform/language.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { html, nothing } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { list } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { findOrganisation } from '../organisations/store.ts'
import { figureWords } from './figure/series-view.ts'
import { loadDirectory } from './known.ts'
import type { KnownMeasure } from './known.ts'
import { nearestIndicators } from './beside-rules.ts'
import type { ItemReference } from './pack/indicator.ts'
import { textsIn } from './texts.en.ts'
import { loadSeries } from './values/load-series.ts'
import { listLatestWords, listTargets } from './values/own-store.ts'
import { proposalOf } from './values/proposal-rules.ts'
import type { Proposed } from './values/proposal-rules.ts'
import { comparableOf, latestOf } from './values/series.ts'
import type { Series } from './values/series.ts'
import { trendOf } from './values/trend-rules.ts'
import { periodWords, valueWords } from './words.ts'

/** More would hide those that matter. */
const mostShown = 6

/** « Les chiffres à côté », beside a question of the team or a point of a label: what each says, and what it may propose. The team decides. */
export async function figuresBeside(ask: SignedIn, organisationId: string, items: readonly ItemReference[]): Promise<Html> {
  const school = may(ask.caller, 'indicator.read', { organisationId }) ? await findOrganisation(ask.db, organisationId) : null
  if (!school) return nothing
  const t = textsIn(ask.language).beside
  const directory = await loadDirectory(ask.db, school)
  const codes = nearestIndicators(directory.indicators, items).map(({ code }) => code)
  if (codes.length === 0) return nothing
  const all = await loadSeries({ db: ask.db, directory, school, today: ask.today }, codes)
  const targets = await listTargets(ask.db, school.id, codes)
  const words = await listLatestWords(ask.db, school.id, codes)
  const known = codes.filter((code) => words.has(code) || all.get(code)?.points.some((point) => point.value !== null))
  const lines = [...known, ...codes.filter((code) => !known.includes(code))].slice(0, mostShown).flatMap((code) => {
    const measure = directory.measures.get(code)
    const series = all.get(code)
    const proposed = series && measure ? proposalOf(series, targets, measure.indicator.direction) : null
    return measure && series ? [html`${lineOf(ask, school.id, measure, series, proposed)}${wordsLine(ask, words.get(code))}`] : []
  })
  return html`<section class="q-beside">${heading(2, t.title, 'm')}<p class="govuk-hint">${t.lead}</p>${list(lines)}</section>`
}

const wordsLine = (ask: SignedIn, said: { words: string; onDay: string } | undefined): Html =>
  said ? html`<br>« ${said.words} » <span class="q-missing">${formatDate(said.onDay, ask.language, 'short')}</span>` : nothing

function lineOf(ask: SignedIn, organisationId: string, measure: KnownMeasure, series: Series, proposed: Proposed | null): Html {
  const t = textsIn(ask.language)
  const link = html`<a class="govuk-link" href="${urls.indicators.show({ organisation: organisationId, code: measure.code })}">${measure.name}</a>`
  const latest = latestOf(series)
  if (!latest) return html`${link} : <span class="q-missing">${t.board.none}</span>`
  const proposal = proposed
    ? ` ${t.beside.proposals[proposed.proposal](valueWords(proposed.target.value, measure.unit, ask.language), proposed.target.period)}`
    : ''
  return html`${link} : <strong>${figureWords(latest, measure, ask.language)}</strong> (${periodWords(latest.period, ask.language)}). ${t.figure.trends[trendOf(comparableOf(series), measure.unit)]}${proposal}`
}
