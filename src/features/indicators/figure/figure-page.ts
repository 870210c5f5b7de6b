import { formatDate } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { definitionView } from '../directory/definition.ts'
import type { Followed } from '../guard.ts'
import { textsIn } from '../texts.en.ts'
import { loadSeries } from '../values/load-series.ts'
import { listAppreciations, listHistory, listOwnValues, listTargets } from '../values/own-store.ts'
import type { Target } from '../values/own-store.ts'
import { detailsOf, publishedAs } from '../values/published-points.ts'
import { listPublished } from '../values/published-store.ts'
import { comparableOf, latestOf } from '../values/series.ts'
import type { Series } from '../values/series.ts'
import { intervalOf, isBetter, poolYears, trendOf } from '../values/trend-rules.ts'
import { periodWords, valueWords } from '../words.ts'
import { appreciationForm, breakForm, seenFields, targetForm } from './forms.ts'
import type { Seen } from './forms.ts'
import { dependsOn } from './depends.ts'
import { provenanceWords } from './provenance.ts'
import { rangesOf, rangesSection } from './ranges.ts'
import { figureWords, seriesView } from './series-view.ts'

export const figureCrumbs = (ask: SignedIn, { school }: Followed) => [
  { text: textsIn(ask.language).board.title, href: urls.indicators.board({ organisation: school.id }) },
]

export const showFigure = async (ask: SignedIn, followed: Followed): Promise<Answer> => page(await figurePage(ask, followed))

/** One figure of a school: what it is now, how it moved, what is aimed at, what is said of it, and where every number comes from. */
export async function figurePage(ask: SignedIn, followed: Followed, errors: readonly FormError[] = [], seen: Seen = {}): Promise<Page> {
  const t = textsIn(ask.language)
  const { school, directory, measure } = followed
  const { indicator, code } = measure
  const codes = [code, ...(code === indicator.code ? (indicator.parts ?? []).map((part) => part.code) : [])]
  const all = await loadSeries({ db: ask.db, directory, school, today: ask.today }, codes)
  const series = all.get(code) ?? { measure: code, points: [], breaks: [] }
  const targets = await listTargets(ask.db, school.id, [code])
  const ranges = await rangesOf(ask, followed)
  const enters = may(ask.caller, 'indicator.enter', { organisationId: school.id })
  const leads = may(ask.caller, 'indicator.lead', { organisationId: school.id })
  const buttons = enters ? buttonGroup([linkButton({ text: t.figure.enter, href: urls.indicators.enter({ organisation: school.id, code }) })]) : nothing
  const parts = (code === indicator.code ? (indicator.parts ?? []) : []).flatMap((part) => {
    const partSeries = all.get(part.code)
    const known = directory.measures.get(part.code)
    return partSeries && known && partSeries.points.length > 0
      ? [seriesView({ measure: known, series: partSeries, organisationId: school.id, level: 3, title: part.name }, ask.language)]
      : []
  })
  const chart =
    series.points.length > 0 || targets.length > 0
      ? seriesView({ measure, series, organisationId: school.id, targets, ranges: ranges.like ?? ranges.authority ?? [] }, ask.language)
      : nothing
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, measure.name, 'l')}<p class="q-missing">${t.definition.code(code)} · ${t.directions[indicator.direction]}</p>
${latestSection(ask, followed, series)}${buttons}${chart}${parts}${breaksList(ask, series)}${rangesSection(ask, followed, ranges)}
${await detailSection(ask, followed)}${targetsSection(ask, followed, { targets, leads, seen })}${await appreciationsSection(ask, followed, enters)}
${await dependsOn(ask, followed)}${leads ? details({ summary: t.break.title, content: breakForm(ask, followed, seen), open: ask.path.endsWith('/rupture') }) : nothing}${await historySection(ask, followed)}
${details({ summary: t.figure.definition, content: definitionView(indicator, directory.pack, ask.language) })}`
  return { title: measure.name, body, here: 'indicators', breadcrumbs: figureCrumbs(ask, followed) }
}

function latestSection(ask: SignedIn, { school, measure }: Followed, series: Series): Html {
  const t = textsIn(ask.language)
  const latest = latestOf(series)
  const waits = measure.indicator.platform?.waits
  if (!latest)
    return html`<p class="q-lead">${t.figure.none}</p>${waits ? html`<p class="govuk-body"><strong>${t.figure.waits}</strong> : ${waits}</p>` : nothing}`
  const comparable = comparableOf(series)
  const trend = trendOf(comparable, measure.unit)
  const better = isBetter(trend, measure.indicator.direction, comparable)
  const interval = intervalOf(latest, measure.unit)
  const pooled = poolYears(comparable, measure.unit)
  const sentences = [
    t.figure.trends[trend],
    better === null ? '' : better ? t.figure.better : t.figure.worse,
    interval ? t.figure.interval(interval.low, interval.high) : '',
    pooled ? t.figure.pooled(valueWords(pooled.value, measure.unit, ask.language), pooled.first, pooled.last, pooled.people) : '',
  ]
  return html`<section>${heading(2, html`${t.figure.latest} <span class="q-missing">${periodWords(latest.period, ask.language)}</span>`, 's')}
<p class="q-board__figure">${figureWords(latest, measure, ask.language)}</p><p class="govuk-body">${sentences.filter(Boolean).join(' ')}</p>
${details({ summary: t.figure.source, content: html`<p class="govuk-body">${provenanceWords(latest, school.id, ask.language)}</p>`, quiet: true })}</section>`
}

function breaksList(ask: SignedIn, { breaks, points }: Series): Content {
  const t = textsIn(ask.language).figure
  if (breaks.length === 0 || points.length === 0) return nothing
  return html`${heading(3, t.breaks, 's')}${list(breaks.map(({ from, sentence }) => t.breakFrom(from, sentence)))}`
}

/** By series and public, as published; by section, as the school gives them. */
async function detailSection(ask: SignedIn, { school, measure }: Followed): Promise<Content> {
  const t = textsIn(ask.language).figure
  const published = publishedAs(measure)
  const rows = await listPublished(
    ask.db,
    school,
    published.map(({ dataset }) => dataset.code),
  )
  const byPublic = detailsOf(published, rows)
  const sections = (await listOwnValues(ask.db, school.id, [measure.code])).filter((value) => value.section !== '')
  const lines = [
    ...byPublic.map(({ period, name, value }) => ({ period, name, value })),
    ...sections.map(({ period, section, value }) => ({ period, name: section, value })),
  ].sort((one, other) => other.period.localeCompare(one.period) || one.name.localeCompare(other.name, 'fr'))
  if (lines.length === 0) return nothing
  const [period, whom, value] = t.detailColumns
  return details({
    summary: t.details,
    content: table({
      caption: t.details,
      captionHidden: true,
      columns: [{ header: period ?? '' }, { header: whom ?? '' }, { header: value ?? '', numeric: true }],
      rows: lines.map((line) => [
        periodWords(line.period, ask.language),
        line.name,
        line.value === null ? null : valueWords(line.value, measure.unit, ask.language),
      ]),
      missing: textsIn(ask.language).missing['not-published'],
    }),
  })
}

function targetsSection(ask: SignedIn, followed: Followed, { targets, leads, seen }: { targets: readonly Target[]; leads: boolean; seen: Seen }): Content {
  const t = textsIn(ask.language)
  const { school, measure } = followed
  const line = (
    target: Target,
  ): Html => html`${t.figure.targetLine(valueWords(target.value, measure.unit, ask.language), target.period)}${when(target.note, () => html` <span class="q-missing">${target.note}</span>`)}
${when(leads, () => form({ action: urls.indicators.removeTarget({ organisation: school.id, code: measure.code }), hidden: [...ask.hidden(), ...seenFields(target)], inline: true, label: `${t.target.remove} ${target.period}`, content: button({ text: t.target.remove, kind: 'quiet', about: target.period }) }))}`
  if (targets.length === 0 && !leads) return nothing
  return html`<section>${heading(2, t.figure.targets, 'm')}${targets.length > 0 ? list(targets.map(line)) : nothing}${leads ? details({ summary: t.target.title, content: targetForm(ask, followed, seen), open: /\/cible(\/retirer)?$/.test(ask.path) }) : nothing}</section>`
}

async function appreciationsSection(ask: SignedIn, followed: Followed, enters: boolean): Promise<Html> {
  const t = textsIn(ask.language)
  const { school, measure } = followed
  const said = await listAppreciations(ask.db, school.id, measure.code)
  const line = ({ onDay, words, by, evidence }: (typeof said)[number]): Html =>
    html`<p class="govuk-body q-pre">${words}</p><p class="q-missing">${by}, ${formatDate(onDay, ask.language)}. ${evidence ? html`${t.figure.proof} <a class="govuk-link" href="${urls.evidence.show({ evidence: evidence.id })}">${evidence.title}</a>` : nothing}</p>`
  return html`<section>${heading(2, t.figure.appreciations, 'm')}<p class="govuk-hint">${t.figure.appreciationsLead}</p>${measure.indicator.describe ? html`<p class="govuk-body">${measure.indicator.describe}</p>` : nothing}
${said.length > 0 ? said.map(line) : html`<p class="govuk-body">${t.figure.noAppreciation}</p>`}${enters ? details({ summary: t.appreciate.title, content: await appreciationForm(ask, followed), open: ask.path.endsWith('/appreciation') }) : nothing}</section>`
}

async function historySection(ask: SignedIn, { school, measure }: Followed): Promise<Content> {
  const t = textsIn(ask.language)
  const history = await listHistory(ask.db, school.id, measure.code)
  if (history.length === 0) return nothing
  const [period, value, by, at, why] = t.figure.historyColumns
  return details({
    summary: t.figure.history,
    content: table({
      caption: t.figure.history,
      captionHidden: true,
      columns: [{ header: period ?? '' }, { header: value ?? '', numeric: true }, { header: by ?? '' }, { header: at ?? '' }, { header: why ?? '' }],
      rows: history.map((one) => [
        one.section ? `${one.period}, ${one.section}` : one.period,
        one.value === null ? t.missing[one.missing ?? 'not-entered'] : valueWords(one.value, measure.unit, ask.language),
        one.by,
        formatDate(one.at, ask.language, 'short'),
        one.note,
      ]),
    }),
    quiet: true,
  })
}
