import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { findOrganisation } from '../../organisations/store.ts'
import type { Action } from '../../plans/store.ts'
import { figureWords } from '../figure/series-view.ts'
import { loadDirectory } from '../known.ts'
import type { Directory, KnownMeasure } from '../known.ts'
import { textsIn } from '../texts.en.ts'
import { loadSeries } from '../values/load-series.ts'
import { comparableOf } from '../values/series.ts'
import type { Point, Series } from '../values/series.ts'
import { trendOf } from '../values/trend-rules.ts'
import { periodWords } from '../words.ts'
import { aroundAction } from './around-rules.ts'
import { listFollowed, listItemsOfAction } from './follow-store.ts'

/** On an action's page: the figures that it follows, before and after, with the caution that they deserve. */
export async function actionIndicators(ask: SignedIn, action: Action): Promise<Html> {
  const school = await findOrganisation(ask.db, action.organisationId)
  if (!school || !may(ask.caller, 'indicator.read', action)) return html``
  const t = textsIn(ask.language).action
  const directory = await loadDirectory(ask.db, school)
  const codes = await listFollowed(ask.db, action.id)
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
  const aimedAt = await listItemsOfAction(ask.db, action)
  const free = indicators.filter(({ code }) => !followed.includes(code))
  const proposed = free.filter(({ items }) => items.some((item) => aimedAt.some((one) => one.framework === item.framework && one.code === item.code)))
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, text: name })
  const others = free.filter((one) => !proposed.includes(one)).map(option)
  const options = proposed.length > 0 ? [{ label: t.linked, options: proposed.map(option) }, ...others] : others
  const fields = html`${select({ id: 'measure', name: 'measure', label: t.choose, value: '', options: [{ value: '', text: '' }, ...options] })}${button({ text: t.add, kind: 'secondary' })}`
  return form({ action: urls.indicators.ofAction({ action: action.id }), hidden: ask.hidden(), content: fields })
}
