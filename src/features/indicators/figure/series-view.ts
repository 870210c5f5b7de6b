import type { Language } from '../../../platform/language.ts'
import { seriesChart } from '../../../ui/charts/series.ts'
import type { Html } from '../../../ui/html.ts'
import type { KnownMeasure } from '../known.ts'
import { comparePeriods } from '../period.ts'
import { textsIn } from '../texts.en.ts'
import type { Target } from '../values/own-store.ts'
import type { Range } from '../values/ranges-store.ts'
import { placesOfBreaks } from '../values/series.ts'
import type { Point, Series } from '../values/series.ts'
import { intervalOf } from '../values/trend-rules.ts'
import { periodWords, shortPeriod, shortValue, valueWords } from '../words.ts'
import { provenanceWords } from './provenance.ts'

interface SeriesView {
  measure: KnownMeasure
  series: Series
  organisationId: string
  targets?: readonly Target[]
  ranges?: readonly Range[]
  small?: boolean
  level?: 2 | 3
  title?: string
}

/** One figure over time, with its table: value, people, and where each comes from. */
export function seriesView(view: SeriesView, language: Language): Html {
  const t = textsIn(language).figure
  const { measure, series } = view
  const { unit } = measure
  const periods = allPeriods(view)
  const broken = placesOfBreaks(series.breaks, periods)
  const points = periods.map((period, index) => {
    const point = series.points.find((one) => one.period === period)
    const interval = point && !view.small ? intervalOf(point, unit) : null
    const range = view.ranges?.find((one) => one.period === period)
    return {
      label: shortPeriod(period),
      value: point?.value ?? null,
      text: point?.value === null || point === undefined ? '' : shortValue(point.value, unit, language),
      ...interval,
      ...(range ? { range: { low: range.low, high: range.high } } : {}),
      target: view.targets?.find((one) => one.period === period)?.value,
      breaks: broken.has(index),
    }
  })
  const said = series.points
    .filter((point) => point.value !== null)
    .map((point) => `${periodWords(point.period, language)} : ${figureWords(point, measure, language)}`)
  const [period, value, people, source] = t.columns
  return seriesChart({
    title: view.title ?? t.chart(measure.name),
    level: view.level ?? 2,
    description: t.description(said.join(' ; ')),
    points,
    key: { value: t.keyValue, range: t.keyRange, target: t.keyTarget, break: t.keyBreak },
    ...(view.small ? { small: true } : {}),
    tableSummary: t.numbers,
    table: {
      caption: measure.name,
      columns: [{ header: period ?? '' }, { header: value ?? '', numeric: true }, { header: people ?? '', numeric: true }, { header: source ?? '' }],
      rows: series.points
        .toReversed()
        .map((point) => [
          periodWords(point.period, language),
          figureWords(point, measure, language),
          point.denominator,
          provenanceWords(point, view.organisationId, language),
        ]),
    },
  })
}

/** A figure with its unit, or in words why there is none. */
export const figureWords = (point: Point, { unit }: KnownMeasure, language: Language): string =>
  point.value === null ? textsIn(language).missing[point.missing ?? 'not-entered'] : valueWords(point.value, unit, language)

/** Those with a figure or a target, in the order of time. Others' periods do not stretch the picture. */
function allPeriods({ series, targets }: SeriesView): string[] {
  return [...new Set([...series.points.map((point) => point.period), ...(targets ?? []).map((target) => target.period)])].sort(comparePeriods)
}
