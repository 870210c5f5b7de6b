import { formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { ImportReport } from '../import/import-schools.ts'
import type { Finding } from '../import/row-cells.ts'
import { textsIn } from './texts.en.ts'

/** Lines shown on the page; a file with more has one cause to find, not a thousand. */
const shownFindings = 300

/** What an import would do, in figures, then line by line what is refused and what deserves a look. */
export function reportView(report: ImportReport, language: Language): Html {
  const t = textsIn(language)
  const number = (value: number): string => formatNumber(value, language)
  const warnings = report.warnings.length + report.furtherWarnings
  const figures: [string, number][] = [
    [t.counts.read, report.read],
    [t.counts.created, report.created],
    [t.counts.updated, report.updated],
    [t.counts.closed, report.closed],
    [t.counts.unchanged, report.unchanged],
    [t.counts.refused, report.refused.length],
    [t.counts.warnings, warnings],
  ]
  return html`${summaryList(figures.map(([key, value]) => ({ key, value: number(value) })))}
${when(report.refused.length > 0, () => html`${heading(2, t.refusedTitle, 'm')}<p class="govuk-body">${t.refusedIntro}</p>${findings(report.refused, report.refused.length, t.refusedTitle, language)}`)}
${when(
  warnings > 0,
  () =>
    html`${heading(2, t.warningsTitle, 'm')}${details({
      summary: t.warningsSummary(number(warnings)),
      content: html`<p class="govuk-body">${t.warningsIntro}</p>${findings(report.warnings, warnings, t.warningsTitle, language)}`,
    })}`,
)}
${when(report.absentColumns.length > 0, () =>
  details({
    summary: `${t.absentTitle} (${number(report.absentColumns.length)})`,
    content: html`<p class="govuk-body">${t.absentIntro}</p><p class="govuk-body">${report.absentColumns.join(', ')}</p>`,
  }),
)}`
}

function findings(list: readonly Finding[], total: number, caption: string, language: Language): Html {
  const t = textsIn(language)
  const shown = list.slice(0, shownFindings)
  const columns = [{ header: t.columns.line, numeric: true }, { header: t.columns.column }, { header: t.columns.value }, { header: t.columns.reason }]
  const rows = shown.map(({ line, column, value, reason }) => [formatNumber(line, language), column ?? t.wholeLine, value || null, reason])
  const more = total > shown.length ? html`<p class="govuk-body">${t.more(formatNumber(total - shown.length, language))}</p>` : nothing
  return html`${table({ caption, captionHidden: true, columns, rows, dense: true })}${more}`
}
