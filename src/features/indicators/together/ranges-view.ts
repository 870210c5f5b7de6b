import type { Language } from '../../../platform/language.ts'
import { seriesChart } from '../../../ui/charts/series.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import type { Range } from '../values/ranges-store.ts'
import { placesOfBreaks } from '../values/series.ts'
import { periodWords, shortPeriod, shortValue, valueWords } from '../words.ts'
import type { FigureTogether } from './figures.ts'
import { textsIn } from './texts.en.ts'

const rounded = (value: number): number => Math.round(value * 10) / 10

/** One figure of several schools over time: the middle half as a band, the middle as a line, and both as a table. */
export function rangesView({ known, published, ranges, breaks }: FigureTogether, language: Language): Html {
  const t = textsIn(language)
  const words = (value: number): string => valueWords(rounded(value), known.unit, language)
  const periods = ranges.map(({ period }) => period)
  const places = placesOfBreaks(breaks, periods)
  const told = breaks.filter((one) => placesOfBreaks([one], periods).size > 0)
  const { dataset } = published
  const limits = known.indicator.comparability
  return seriesChart({
    title: known.name,
    level: 2,
    description: t.description(ranges.map((one) => t.said(periodWords(one.period, language), words(one.low), words(one.high), words(one.middle))).join(' ; ')),
    points: ranges.map((range, index) => ({
      label: shortPeriod(range.period),
      value: rounded(range.middle),
      text: shortValue(rounded(range.middle), known.unit, language),
      range: { low: range.low, high: range.high },
      breaks: places.has(index),
    })),
    key: { ...t.key, target: '' },
    tableSummary: t.numbers,
    table: rangesTable(known.name, ranges, words, language),
    source: {
      summary: t.source,
      content: html`<p class="govuk-body">${known.indicator.question}</p><p class="govuk-body">${t.sourceOf(dataset.title, dataset.producer, dataset.licence)}</p>
${when(limits, () => html`<p class="govuk-body"><strong>${t.limits}</strong><br>${limits}</p>`)}${when(told.length > 0, () => list(told.map(({ from, sentence }) => t.breakAt(from, sentence))))}`,
    },
  })
}

function rangesTable(caption: string, ranges: readonly Range[], words: (value: number) => string, language: Language) {
  const { columns } = textsIn(language)
  return {
    caption,
    columns: [
      { header: columns.period },
      { header: columns.schools, numeric: true },
      { header: columns.low, numeric: true },
      { header: columns.middle, numeric: true },
      { header: columns.high, numeric: true },
    ],
    rows: ranges.toReversed().map(({ period, schools, low, middle, high }) => [periodWords(period, language), schools, words(low), words(middle), words(high)]),
  }
}
