import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { buttonGroup, linkButton, postButton } from '../../ui/buttons.ts'
import type { Hidden } from '../../ui/form.ts'
import { html, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { list, summaryList } from '../../ui/lists.ts'
import type { SummaryRow } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { phases } from '../../ui/phases.ts'
import { table } from '../../ui/table.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { inFrench } from './content-words.ts'
import type { Edition } from './editions-store.ts'
import { scaleLevels } from './scale.ts'
import type { Level } from './scale.ts'
import type { OwnedFramework } from './additions-store.ts'
import type { Framework, Theme } from './store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

export interface FrameworkSheet {
  framework: Framework
  themes: readonly Theme[]
  /** Who wrote it; null when it comes with the product. */
  ownerName: string | null
  /** The version that it adds to. */
  parent: Framework | null
  additions: readonly OwnedFramework[]
  /** Editions before and after it. */
  editions: readonly Edition[]
  /** Whether the caller may prepare the next edition. */
  edits: boolean
  hidden: () => Hidden[]
}

/** Where a framework comes from, what it asks and how, what is ours in it, its themes, and what was added to it here. */
export function frameworkPage(language: Language, sheet: FrameworkSheet): Page {
  const t = textsIn(language)
  const { framework } = sheet
  const title = t.version(framework.shortTitle, framework.version)
  const body = html`${heading(1, inFrench(title, language))}
<p class="govuk-body">${tag(t.kinds[framework.kind])} ${when(framework.status === 'unconfirmed', () => tag(t.unconfirmed, 'attention'))}</p>
<p class="govuk-body-l">${inFrench(framework.title, language)}</p>
${themesTable(language, framework, sheet.themes)}
${additionsBlock(language, sheet)}
${editionLinks(t, sheet)}
${heading(2, t.details, 'm')}${summaryList(rowsOf(language, sheet))}
<p class="govuk-body">${t.frozen}</p>${doors(t, sheet)}`
  return { title, body, here: 'frameworks', breadcrumbs: [{ text: t.title, href: urls.frameworks.list() }] }
}

function rowsOf(language: Language, sheet: FrameworkSheet): SummaryRow[] {
  const t = textsIn(language)
  const { framework } = sheet
  const { source } = framework
  const french = (text: string): Content => inFrench(text, language)
  return [
    ...ownRows(language, sheet),
    ...reachRows(language, framework),
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

/** Whose it is, what it adds to. */
function ownRows(language: Language, { ownerName, parent }: FrameworkSheet): SummaryRow[] {
  const t = textsIn(language)
  const link = (one: Framework): Html =>
    html`<a class="govuk-link" href="${urls.frameworks.show({ framework: one.id })}">${inFrench(t.version(one.shortTitle, one.version), language)}</a>`
  return [...(ownerName ? [{ key: t.writtenBy, value: ownerName }] : []), ...(parent ? [{ key: t.extending, value: link(parent) }] : [])]
}

/** Who awards it, its levels, and the questions that make an item apply. */
function reachRows(language: Language, { award, grades, conditions }: Framework): SummaryRow[] {
  const t = textsIn(language)
  const mark = award?.status === 'unconfirmed' ? tag(t.unconfirmed, 'attention') : ''
  return [
    ...(award
      ? [
          {
            key: t.award,
            value: html`${inFrench(award.by, language)} ${mark}<br>${award.years === null ? '' : t.awardYears(award.years)} ${inFrench(award.note, language)}`,
          },
        ]
      : []),
    ...(grades.length > 0 ? [{ key: t.grades, value: levelList(language, grades) }] : []),
    ...(conditions.length > 0 ? [{ key: t.conditions, value: list(conditions.map((condition) => inFrench(condition.question, language))) }] : []),
  ]
}

const levelList = (language: Language, levels: readonly Level[]): Html =>
  list(
    levels.map((level) => inFrench([level.label, level.descriptor].filter(Boolean).join(' : '), language)),
    'number',
  )

function validityOf(t: Texts, language: Language, { validFrom, validTo }: Framework): string {
  if (validFrom === null) return t.always
  const from = formatDate(validFrom, language)
  return validTo === null ? t.validFrom(from) : t.validUntil(from, formatDate(validTo, language))
}

function scaleOf(language: Language, { scale }: Framework): Html {
  const levels = scale.kind === 'levels' ? scaleLevels(scale) : []
  return html`${textsIn(language).scales[scale.kind]}${when(levels.length > 0, () => levelList(language, levels))}`
}

/** The quarters only where the framework follows the cycle. */
function themesTable(language: Language, framework: Framework, themes: readonly Theme[]): Html {
  const t = textsIn(language)
  const quarters = themes.some((theme) => phases.some((phase) => theme.phases[phase] > 0)) ? phases : []
  return table({
    caption: t.themesTable,
    columns: [
      { header: t.theme },
      { header: t.code },
      ...quarters.map((phase) => ({ header: t.phases[phase], numeric: true })),
      { header: t.questionsColumn, numeric: true },
    ],
    rows: themes.map((theme) => [
      html`<a class="govuk-link" href="${urls.frameworks.theme({ framework: framework.id, theme: theme.code })}">${inFrench(theme.title, language)}</a> ${when(theme.status === 'unconfirmed', () => tag(t.unconfirmed, 'attention'))}`,
      theme.code,
      ...quarters.map((phase) => theme.phases[phase]),
      theme.items,
    ]),
  })
}

function additionsBlock(language: Language, { additions }: FrameworkSheet): Content {
  const t = textsIn(language)
  const line = (one: OwnedFramework): Html =>
    html`<a class="govuk-link" href="${urls.frameworks.show({ framework: one.id })}">${inFrench(one.shortTitle, language)}</a>, ${t.edition(one.version)}, ${t.by(one.ownerName)}`
  return when(additions.length > 0, () => html`${heading(2, t.additions, 'm')}<p class="govuk-body">${t.additionsLead}</p>${list(additions.map(line))}`)
}

const editionLinks = (t: Texts, { framework, editions }: FrameworkSheet): Html =>
  html`${editions.map(({ id, version, isNewer }) => {
    const href = urls.versions.show({ framework: framework.id, other: id })
    return html`<p class="govuk-body"><a class="govuk-link" href="${href}">${isNewer ? t.newerEdition(version) : t.olderEdition(version)}</a></p>`
  })}`

function doors(t: Texts, { framework, edits, hidden }: FrameworkSheet): Html {
  const next = postButton({
    text: t.nextEdition,
    action: urls.drafts.start({ organisation: framework.ownerId ?? '' }),
    hidden: [...hidden(), { name: 'from', value: 'edition' }, { name: 'framework', value: framework.id }],
  })
  return buttonGroup([
    linkButton({ text: t.crosswalksOf, href: urls.crosswalks.list({}, { referentiel: framework.id }), kind: 'secondary' }),
    edits ? next : '',
    linkButton({ text: t.export, href: urls.exchange.framework({ framework: framework.id }), kind: 'quiet' }),
  ])
}
