import { formatDate } from '../../../platform/language.ts'
import { csvOf } from '../../../platform/documents/csv.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { download, notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { Organisation } from '../../organisations/store.ts'
import { figureWords, seriesView } from '../figure/series-view.ts'
import { loadDirectory } from '../known.ts'
import type { Directory, KnownMeasure } from '../known.ts'
import type { BoardCard } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { loadSeries } from '../values/load-series.ts'
import { listLatestWords, listTargets } from '../values/own-store.ts'
import type { Target } from '../values/own-store.ts'
import { comparableOf, latestOf } from '../values/series.ts'
import type { Series } from '../values/series.ts'
import { isBetter, trendOf } from '../values/trend-rules.ts'
import { periodWords } from '../words.ts'
import { findBoard } from './board-store.ts'

type Words = Awaited<ReturnType<typeof listLatestWords>>

interface Shown {
  card: BoardCard
  measure: KnownMeasure
  series: Series
}

async function listShown(ask: SignedIn, school: Organisation): Promise<{ shown: Shown[]; directory: Directory; targets: Target[]; words: Words }> {
  const directory = await loadDirectory(ask.db, school)
  const { cards } = await findBoard(ask.db, school.id)
  const codes = cards.map(({ measure }) => measure)
  const series = await loadSeries({ db: ask.db, directory, school, today: ask.today }, codes)
  const shown = cards.flatMap((card): Shown[] => {
    const measure = directory.measures.get(card.measure)
    return measure ? [{ card, measure, series: series.get(card.measure) ?? { measure: card.measure, points: [], breaks: [] } }] : []
  })
  return { shown, directory, targets: await listTargets(ask.db, school.id, codes), words: await listLatestWords(ask.db, school.id, codes) }
}

/** A school's own choice of figures, printable as it is. */
export async function showBoard(ask: SignedIn, school: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = { organisation: school.id }
  const { shown, targets, words } = await listShown(ask, school)
  const leads = may(ask.caller, 'indicator.lead', { organisationId: school.id })
  const compose = leads
    ? [linkButton({ text: t.board.compose, href: urls.indicators.compose(here), ...(shown.length > 0 ? { kind: 'secondary' as const } : {}) })]
    : []
  const buttons = buttonGroup([
    ...compose,
    linkButton({ text: t.board.directory, href: urls.indicators.list(), kind: 'secondary' }),
    ...(leads ? [linkButton({ text: t.board.ownFiles, href: urls.indicators.ownFiles(here), kind: 'quiet' })] : []),
  ])
  const files = list(
    (['csv', 'ods', 'xlsx'] as const).map(
      (format) => html`<a class="govuk-link" href="${urls.indicators.boardFile({ ...here, format })}" download>${t.board.files(format.toUpperCase())}</a>`,
    ),
  )
  const cards = html`<div class="q-board">${shown.map((one) => cardView(ask, school, one, { targets, words }))}</div>`
  const body = html`${heading(1, t.board.title)}<p class="q-lead">${t.board.lead}</p>${
    shown.length === 0
      ? emptyPage({
          title: t.board.emptyTitle,
          purpose: t.board.emptyPurpose,
          example: { label: t.board.emptyLabel, text: t.board.emptyExample },
          step: buttons,
        })
      : html`${buttons}${cards}<div class="q-board__files"><p class="govuk-hint">${t.board.print}</p>${files}</div>`
  }`
  return page({ title: t.board.title, body, here: 'indicators', wide: true })
}

function cardView(
  ask: SignedIn,
  school: Organisation,
  { card, measure, series }: Shown,
  { targets, words }: { targets: readonly Target[]; words: Words },
): Html {
  const t = textsIn(ask.language)
  const latest = latestOf(series)
  const comparable = comparableOf(series)
  const trend = trendOf(comparable, measure.unit)
  const better = isBetter(trend, measure.indicator.direction, comparable)
  const href = urls.indicators.show({ organisation: school.id, code: card.measure })
  const waits = measure.indicator.platform?.waits
  const said = latest
    ? html`<p class="q-board__figure">${figureWords(latest, measure, ask.language)}</p><p class="q-missing">${periodWords(latest.period, ask.language)}</p>
<p class="govuk-body">${t.figure.trends[trend]} ${better === null ? '' : better ? t.figure.better : t.figure.worse}</p>
${seriesView({ measure, series, organisationId: school.id, targets: targets.filter((target) => target.measure === card.measure), small: !card.wide, level: 3, title: t.figure.evolution }, ask.language)}`
    : html`<p class="govuk-body">${t.board.none}${waits ? html`. ${waits}` : nothing}</p>`
  const told = words.get(card.measure)
  const saying = told
    ? html`<p class="govuk-body">« ${told.words} » <span class="q-missing">${formatDate(told.onDay, ask.language, 'short')}</span></p>`
    : nothing
  return html`<section class="q-board__card${card.wide ? ' q-board__card--wide' : ''}">${heading(2, html`<a class="govuk-link" href="${href}">${measure.name}</a>`, 's')}${when(card.note, () => html`<p class="q-missing">${card.note}</p>`)}${said}${saying}</section>`
}

const mediaTypes: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Every figure of the dashboard, with the kind of its absence and where it comes from. */
export async function sendBoard(ask: SignedIn, school: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const format = ask.params['format'] ?? ''
  const mediaType = mediaTypes[format]
  if (!mediaType) return notFound()
  const { shown } = await listShown(ask, school)
  const rows = shown.flatMap(({ measure, series }) =>
    series.points.map((point) => [
      measure.code,
      measure.name,
      point.period,
      point.value,
      measure.unit === 'text' ? '' : t.unitNames[measure.unit],
      point.missing ? t.missing[point.missing] : '',
      point.denominator,
      t.board.provenances[point.provenance.kind],
    ]),
  )
  const name = `indicateurs-${school.uai ?? school.id}.${format}`
  if (format === 'csv')
    return download(name, mediaType, csvOf([t.board.columns, ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell).replace('.', ','))))]))
  const numeric = new Set([3, 6])
  const sheet = {
    name: t.board.title,
    columns: t.board.columns.map((header, index) => ({ header, kind: numeric.has(index) ? ('number' as const) : ('text' as const) })),
    rows,
  }
  return download(name, mediaType, format === 'ods' ? writeOds([sheet]) : writeXlsx([sheet]))
}
