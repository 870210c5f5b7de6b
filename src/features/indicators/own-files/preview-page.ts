import { formatNumber } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { linesOf } from '../imports/pages.ts'
import { textsIn as indicatorTexts } from '../texts.en.ts'
import { periodWords, valueWords } from '../words.ts'
import { titleAt } from './open-reading.ts'
import type { Opened } from './open-reading.ts'
import type { OwnFigures } from './read-figures.ts'
import { refusalWords } from './refusal-words.ts'
import { textsIn } from './texts.en.ts'

/** Lines shown of each kind; a file with more has one cause to find, not a thousand. */
const shownLines = 200

/** What a file will enter, and what is refused of it. */
export function previewPage(ask: SignedIn, opened: Opened, figures: OwnFigures): Page {
  const t = textsIn(ask.language)
  const { school, upload, directory } = opened
  const place = { organisation: school.id, token: upload.id }
  const number = (count: number): string => formatNumber(count, ask.language)
  const values = figures.values.slice(0, shownLines).map(({ line, entered: one }) => {
    const measure = directory.measures.get(one.measure)
    const value =
      one.value === null || !measure ? indicatorTexts(ask.language).missing[one.missing ?? 'not-entered'] : valueWords(one.value, measure.unit, ask.language)
    return [line, `${one.measure} ${measure?.name ?? ''}`, periodWords(one.period, ask.language), one.section || null, value]
  })
  const refused = figures.refused
    .slice(0, shownLines)
    .map(({ line, column, value, refusal }) => [
      line,
      column === null ? t.wholeFile : titleAt(opened, column, ask),
      value || null,
      refusalWords(refusal, ask.language),
    ])
  const further = (count: number) => when(count > shownLines, () => html`<p class="govuk-body">${t.more(number(count - shownLines))}</p>`)
  const change = linkButton({ text: t.change, href: `${urls.indicators.ownReading(place)}?colonnes`, kind: 'secondary' })
  const confirm =
    figures.values.length > 0
      ? html`<p class="govuk-body">${t.confirmLead}</p>${form({ action: urls.indicators.ownConfirm(place), hidden: ask.hidden(), content: buttonGroup([button({ text: t.confirm }), change]) })}`
      : html`${inset(t.nothing)}${change}`
  const counts = [
    { key: t.counts.loaded, value: number(figures.values.length) },
    { key: t.counts.refused, value: number(figures.refused.length) },
    { key: t.counts.blanks, value: number(figures.blanks) },
  ]
  const body = html`${heading(1, t.previewTitle, 'l')}<p class="q-lead">${upload.fileName}</p>${summaryList(counts)}
${linesOf(t.refused, t.refusedColumns, refused)}${further(figures.refused.length)}${linesOf(t.values, t.valueColumns, values)}${further(figures.values.length)}${confirm}`
  return { title: t.previewTitle, body, here: 'indicators', breadcrumbs: [{ text: t.title, href: urls.indicators.ownFiles({ organisation: school.id }) }] }
}
