import type { SignedIn } from '../../../platform/web/route.ts'
import { beforeAfter } from '../../../ui/charts/before-after.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { columns, list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { Table } from '../../../ui/table.ts'
import { positionWords } from '../diagnosis/position-words.ts'
import { findingKinds } from '../diagnosis/rules.ts'
import type { AgreedItem, Finding } from '../diagnosis/store.ts'
import { textsIn as diagnosisTexts } from '../diagnosis/texts.en.ts'
import type { Evaluation } from '../store.ts'
import { changeOf, groupByScale, stepOf } from './comparison.ts'
import type { Comparison, Pair } from './comparison.ts'
import { textsIn } from './texts.en.ts'

interface Both<T> {
  before: T
  after: T
}

/** What two cycles say, face to face: nothing that only one of them asked. */
export function comparisonBody(ask: SignedIn, evaluations: Both<Evaluation>, comparison: Comparison, findings: Both<readonly Finding[]>): Html {
  const t = textsIn(ask.language).compare
  const { pairs, otherScale, added, dropped } = comparison
  const years = labelsOf(evaluations)
  const undrawn = pairs.filter((pair) => pair.after.scale.kind !== 'levels')
  return html`<p class="govuk-body"><strong>${summary(ask, pairs)}</strong></p>${when(pairs.length > 0, () => details({ summary: t.care, content: list(t.careText), quiet: true }))}
${join(groupByScale(pairs).map((group) => chart(ask, years, group)))}
${when(undrawn.length > 0, () => html`${heading(2, t.inWords, 'm')}<p class="govuk-body">${t.inWordsText}</p>${table(sideBySide(ask, years, undrawn))}`)}
${when(otherScale.length > 0, () => html`${heading(2, t.otherScale, 'm')}<p class="govuk-body">${t.otherScaleText}</p>${table(sideBySide(ask, years, otherScale))}`)}
${questions(t.added, added)}${questions(t.dropped, dropped)}
${heading(2, t.findings, 'm')}${columns(findingList(ask, years.before, findings.before), findingList(ask, years.after, findings.after))}`
}

/** The school year of each; with the title when both stand in the same year. */
function labelsOf({ before, after }: Both<Evaluation>): Both<string> {
  if (before.schoolYear !== after.schoolYear) return { before: before.schoolYear, after: after.schoolYear }
  return { before: `1. ${before.title}`, after: `2. ${after.title}` }
}

function summary(ask: SignedIn, pairs: readonly Pair[]): string {
  const t = textsIn(ask.language).compare
  const count = (change: string): number => pairs.filter((pair) => changeOf(pair) === change).length
  return pairs.length === 0 ? t.nothingCommon : t.summary(pairs.length, count('changed'), count('same'), count('unknown'))
}

const questions = (title: string, items: readonly AgreedItem[]): Content =>
  when(items.length > 0, () => html`${heading(2, title, 'm')}${list(items.map((item) => item.statement))}`)

function chart(ask: SignedIn, years: Both<string>, { levels, pairs }: { levels: string[]; pairs: Pair[] }): Html {
  const t = textsIn(ask.language).compare
  const changed = pairs.filter((pair) => changeOf(pair) === 'changed').length
  return beforeAfter({
    title: pairs.length === 1 ? t.chartOne(changed) : t.chartTitle(changed, pairs.length),
    level: 2,
    description: t.chartDescription(years.before, years.after),
    levels,
    beforeLabel: years.before,
    afterLabel: years.after,
    rows: pairs.map((pair) => ({
      label: html`${pair.after.statement}${rewording(ask, pair)}`,
      before: stepOf(pair.before),
      after: stepOf(pair.after),
      text: inWords(ask, pair),
    })),
    tableSummary: t.figures,
    table: sideBySide(ask, years, pairs),
    source: { summary: t.source, content: t.sourceText },
  })
}

function inWords(ask: SignedIn, pair: Pair): string {
  const t = textsIn(ask.language).compare
  const words = (item: AgreedItem): string => positionWords(item.scale, item.agreed, diagnosisTexts(ask.language))
  const [one, other] = [words(pair.before), words(pair.after)]
  return one === other ? t.same(one) : t.changed(one, other)
}

function rewording(ask: SignedIn, { before, after }: Pair): Content {
  return when(before.statement !== after.statement, () => html` <span class="q-missing">${textsIn(ask.language).compare.reworded(before.statement)}</span>`)
}

function sideBySide(ask: SignedIn, years: Both<string>, pairs: readonly Pair[]): Table {
  const t = textsIn(ask.language).compare
  const cell = (item: AgreedItem): Html => {
    const words = positionWords(item.scale, item.agreed, diagnosisTexts(ask.language))
    return html`${words}${when(item.agreed?.reason, () => html`<br><span class="q-missing q-typed">${item.agreed?.reason ?? ''}</span>`)}`
  }
  return {
    caption: t.title,
    captionHidden: true,
    columns: [{ header: t.question }, { header: years.before }, { header: years.after }],
    rows: pairs.map((pair) => [html`${pair.after.statement}${rewording(ask, pair)}`, cell(pair.before), cell(pair.after)]),
  }
}

function findingList(ask: SignedIn, year: string, findings: readonly Finding[]): Html {
  const t = diagnosisTexts(ask.language)
  const groups = findingKinds.map((kind) => ({ kind, texts: findings.filter((finding) => finding.kind === kind).map((finding) => finding.text) }))
  const some = groups.filter((group) => group.texts.length > 0)
  const body =
    some.length === 0
      ? html`<p class="govuk-body q-missing">${textsIn(ask.language).compare.noFinding}</p>`
      : join(some.map((group) => html`${heading(4, t.groups[group.kind], 's')}${list(group.texts)}`))
  return html`${heading(3, year, 's')}${body}`
}
