import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { html, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { list, summaryList } from '../../ui/lists.ts'
import type { SummaryRow } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { phases } from '../../ui/phases.ts'
import { table } from '../../ui/table.ts'
import { urls } from '../../urls.ts'
import { inFrench } from './content-words.ts'
import { scaleLevels } from './scale.ts'
import type { Framework, Theme } from './store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** Where a framework comes from, what is ours in it, and its themes. */
export function frameworkPage(language: Language, framework: Framework, themes: readonly Theme[]): Page {
  const t = textsIn(language)
  const title = t.version(framework.shortTitle, framework.version)
  const body = html`${heading(1, inFrench(title, language))}
${summaryList(rowsOf(language, framework))}
<p class="govuk-body">${t.frozen}</p>
${themesTable(language, framework, themes)}`
  return { title, body, here: 'frameworks', breadcrumbs: [{ text: t.title, href: urls.frameworks.list() }] }
}

function rowsOf(language: Language, framework: Framework): SummaryRow[] {
  const t = textsIn(language)
  const { source } = framework
  const french = (text: string) => inFrench(text, language)
  return [
    { key: t.official, value: french(source.title) },
    { key: t.publisher, value: french(source.publisher) },
    { key: t.reference, value: french(source.reference) },
    ...(source.url ? [{ key: t.link, value: html`<a class="govuk-link" href="${source.url}" rel="noreferrer">${source.url}</a>` }] : []),
    { key: t.ours, value: french(source.note) },
    {
      key: t.status,
      value: html`${t.statuses[framework.status]}${when(framework.unconfirmedNote, () => html`<br>${french(framework.unconfirmedNote ?? '')}`)}`,
    },
    { key: t.validity, value: validityOf(t, language, framework) },
    { key: t.scale, value: scaleOf(language, framework) },
    { key: t.licence, value: french(framework.licence) },
    ...(framework.notes ? [{ key: t.notes, value: french(framework.notes) }] : []),
  ]
}

function validityOf(t: Texts, language: Language, { validFrom, validTo }: Framework): string {
  if (validFrom === null) return t.always
  const from = formatDate(validFrom, language)
  return validTo === null ? t.validFrom(from) : t.validUntil(from, formatDate(validTo, language))
}

function scaleOf(language: Language, { scale }: Framework): Html {
  const t = textsIn(language)
  const levels = scale.kind === 'levels' ? scaleLevels(scale) : []
  return html`${t.scales[scale.kind]}${when(levels.length > 0, () =>
    list(
      levels.map((level) => inFrench([level.label, level.descriptor].filter(Boolean).join(' : '), language)),
      'number',
    ),
  )}`
}

function themesTable(language: Language, framework: Framework, themes: readonly Theme[]): Html {
  const t = textsIn(language)
  return table({
    caption: t.themesTable,
    columns: [
      { header: t.theme },
      { header: t.code },
      ...phases.map((phase) => ({ header: t.phases[phase], numeric: true })),
      { header: t.questionsColumn, numeric: true },
    ],
    rows: themes.map((theme) => [
      html`<a class="govuk-link" href="${urls.frameworks.theme({ framework: framework.id, theme: theme.code })}">${inFrench(theme.title, language)}</a>`,
      theme.code,
      ...phases.map((phase) => theme.phases[phase]),
      theme.items,
    ]),
  })
}
