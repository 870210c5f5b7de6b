import { sql } from 'kysely'
import { notFound, redirect } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { button } from '../../ui/buttons.ts'
import { select } from '../../ui/fields.ts'
import { form } from '../../ui/form.ts'
import { html, nothing } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { heading } from '../../ui/messages.ts'
import { table } from '../../ui/table.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { findOrganisation } from '../organisations/store.ts'
import type { Action } from '../plans/store.ts'
import { figureWords } from './figure/series-view.ts'
import { loadDirectory } from './known.ts'
import type { Directory, KnownMeasure } from './known.ts'
import { endOf } from './period.ts'
import type { IndicatorTables } from './tables.ts'
import { textsIn } from './texts.en.ts'
import { loadSeries } from './values/load-series.ts'
import { comparableOf } from './values/series.ts'
import type { Point, Series } from './values/series.ts'
import { trendOf } from './values/trend-rules.ts'
import { periodWords } from './words.ts'

async function listFollowed(ask: SignedIn, actionId: string): Promise<string[]> {
  const rows = await ask.db
    .withTables<IndicatorTables>()
    .selectFrom('action_indicators')
    .select('measure')
    .where('action_id', '=', actionId)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => row.measure)
}

/** The last figure before an action began, and the latest after; either may be missing. */
export function aroundAction(points: readonly Point[], startedOn: string | null): { before: Point | null; after: Point | null } {
  const known = points.filter((point) => point.value !== null)
  if (startedOn === null) return { before: null, after: known.at(-1) ?? null }
  const start = endOf(startedOn)
  return { before: known.findLast((point) => endOf(point.period) <= start) ?? null, after: known.findLast((point) => endOf(point.period) > start) ?? null }
}

/** On an action's page: the figures that it follows, before and after, with the caution that they deserve. */
export async function actionIndicators(ask: SignedIn, action: Action): Promise<Html> {
  const school = await findOrganisation(ask.db, action.organisationId)
  if (!school || !may(ask.caller, 'indicator.read', action)) return html``
  const t = textsIn(ask.language).action
  const directory = await loadDirectory(ask.db, school)
  const codes = await listFollowed(ask, action.id)
  const series = await loadSeries({ db: ask.db, directory, school, today: ask.today }, codes)
  const edits = may(ask.caller, 'action.edit', action)
  const rows = codes.flatMap((code) => {
    const measure = directory.measures.get(code)
    return measure ? [rowOf(ask, action, measure, series.get(code), edits)] : []
  })
  const shown =
    rows.length > 0
      ? html`<p class="govuk-hint">${t.lead}</p>${table({ caption: t.title, captionHidden: true, columns: [{ header: t.indicator }, { header: t.before }, { header: t.after }, { header: t.change }, ...(edits ? [{ header: t.remove, headerHidden: true }] : [])], rows })}`
      : html`<p class="govuk-body">${t.none}</p>`
  return html`<section class="q-beside">${heading(2, t.title, 'm')}${shown}${edits ? await addForm(ask, action, directory, codes) : nothing}</section>`
}

function rowOf(ask: SignedIn, action: Action, measure: KnownMeasure, series: Series | undefined, edits: boolean): (Html | string)[] {
  const t = textsIn(ask.language)
  const comparable = series ? comparableOf(series) : []
  const { before, after } = aroundAction(comparable, action.startsOn)
  const words = (point: Point | null): string =>
    point ? `${figureWords(point, measure, ask.language)} (${periodWords(point.period, ask.language)})` : t.action.noFigure
  const change = before && after ? t.figure.trends[trendOf([before, after], measure.unit)] : t.action.notYet
  const name = html`<a class="govuk-link" href="${urls.indicators.show({ organisation: action.organisationId, code: measure.code })}">${measure.name}</a>`
  const remove = form({
    action: urls.indicators.ofAction({ action: action.id }),
    hidden: [...ask.hidden(), { name: 'measure', value: measure.code }, { name: 'remove', value: 'oui' }],
    inline: true,
    label: `${t.action.remove} : ${measure.name}`,
    content: button({ text: t.action.remove, kind: 'quiet', about: measure.name }),
  })
  return [name, words(before), words(after), change, ...(edits ? [remove] : [])]
}

async function addForm(ask: SignedIn, action: Action, { indicators }: Directory, followed: readonly string[]): Promise<Html> {
  const t = textsIn(ask.language).action
  const { rows } = await sql<{ framework: string; code: string }>`
    select f.framework, t.item_code as code from action_targets t join frameworks f on f.id = t.framework_id where t.action_id = ${action.id}
    union select f.framework, i.origin_code from findings d join finding_items l on l.finding_id = d.id join evaluation_items i on i.id = l.item_id
      join frameworks f on f.id = i.framework_id where d.id = ${action.findingId}`.execute(ask.db)
  const free = indicators.filter(({ code }) => !followed.includes(code))
  const proposed = free.filter(({ items }) => items.some((item) => rows.some((row) => row.framework === item.framework && row.code === item.code)))
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, text: name })
  const others = free.filter((one) => !proposed.includes(one)).map(option)
  const options = proposed.length > 0 ? [{ label: t.linked, options: proposed.map(option) }, ...others] : others
  const fields = html`${select({ id: 'measure', name: 'measure', label: t.choose, value: '', options: [{ value: '', text: '' }, ...options] })}${button({ text: t.add, kind: 'secondary' })}`
  return form({ action: urls.indicators.ofAction({ action: action.id }), hidden: ask.hidden(), content: fields })
}

/** Follows an indicator, or no longer does. */
export async function saveActionIndicator(ask: SignedIn, action: Action): Promise<Answer> {
  const t = textsIn(ask.language).action
  const school = await findOrganisation(ask.db, action.organisationId)
  if (!school) return notFound()
  const back = urls.action.show({ action: action.id })
  const measure = ask.form.text('measure')
  const tables = ask.db.withTables<IndicatorTables>()
  if (ask.form.text('remove') === 'oui') {
    await tables.deleteFrom('action_indicators').where('action_id', '=', action.id).where('measure', '=', measure).execute()
    return redirect(back, t.removed)
  }
  const directory = await loadDirectory(ask.db, school)
  if (!directory.measures.has(measure)) return redirect(back)
  await tables
    .insertInto('action_indicators')
    .values({ action_id: action.id, organisation_id: action.organisationId, measure, added_by: ask.caller.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return redirect(back, t.added)
}
