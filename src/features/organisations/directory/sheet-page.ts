import { formatDate } from '../../../platform/language.ts'
import { roles } from '../../../platform/session.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { wordsIn } from '../words.en.ts'
import { attachForm } from './attach-form.ts'
import type { AttachDraft } from './attach-form.ts'
import { isGroupKind } from './link-rules.ts'
import { periodInWords } from './link-view.ts'
import { listHolders, listParents, listSchoolsOf } from './store.ts'
import type { NamedLink, Sheet } from './store.ts'
import { textsIn } from './texts.en.ts'

/** One organisation as the operator sees it: facts, links with their days, people, and a form to attach. */
export async function sheetPage(ask: SignedIn, sheet: Sheet, draft?: AttachDraft): Promise<Page> {
  const t = textsIn(ask.language)
  const parents = await listParents(ask.db, sheet.id)
  const schools = isGroupKind(sheet.kind) ? await listSchoolsOf(ask.db, sheet.id) : []
  const attach = sheet.kind === 'school' || isGroupKind(sheet.kind) ? await attachForm(ask, sheet, draft) : { summary: nothing, form: nothing }
  const body = html`${attach.summary}${heading(1, sheet.name)}${facts(ask, sheet)}
${when(sheet.kind !== 'nation', () => html`${heading(2, t.sheet.links, 'm')}${parentsTable(ask, sheet, parents)}`)}
${when(isGroupKind(sheet.kind), () => html`${heading(2, t.sheet.schools, 'm')}${schoolsTable(ask, schools)}`)}
${attach.form}${await holders(ask, sheet)}`
  return {
    title: sheet.name,
    body,
    here: 'operator',
    breadcrumbs: [operatorCrumb(ask.language), { text: t.search.title, href: urls.operator.schools({}, { sorte: sheet.kind }) }],
  }
}

function facts(ask: SignedIn, sheet: Sheet): Html {
  const { language } = ask
  const t = textsIn(language).sheet
  const words = wordsIn(language)
  const day = (value: string | null): string | null => value && formatDate(value, language)
  const school = sheet.kind === 'school'
  const rows = [
    { key: t.keys.kind, value: words.kinds[sheet.kind] },
    ...(school
      ? [
          { key: t.keys.type, value: sheet.schoolType && words.schoolTypes[sheet.schoolType] },
          { key: t.keys.uai, value: sheet.uai },
          { key: t.keys.sector, value: sheet.sector && words.sectors[sheet.sector] },
          { key: t.keys.place, value: [sheet.postcode, sheet.town].filter(Boolean).join(' ') || null },
          ...(sheet.motherUai ? [{ key: t.keys.mother, value: sheet.motherUai }] : []),
        ]
      : []),
    ...(sheet.code ? [{ key: t.keys.code, value: sheet.code }] : []),
    ...(sheet.kind === 'authority' ? [] : [{ key: t.keys.authority, value: sheet.authorityName }]),
    { key: t.keys.from, value: day(sheet.validFrom) },
    { key: t.keys.state, value: sheet.validTo ? t.closed(formatDate(sheet.validTo, language)) : t.open },
  ]
  const source = sheet.source ? t.factsFrom(sheet.source, day(sheet.sourceDate)) : t.factsOwn
  return html`${heading(2, school ? t.facts : t.factsOfGroup, 'm')}${summaryList(rows.map((row) => ({ missing: t.unknown, ...row })))}
<p class="govuk-hint">${source}${school ? ` ${t.factsRule}` : ''}</p>`
}

function endLinkTo(ask: SignedIn, link: NamedLink): Content {
  if (link.validTo) return ''
  const t = textsIn(ask.language).sheet
  const href = urls.operator.endLink({ organisation: link.childId }, { groupe: link.parentId, depuis: link.validFrom })
  return html`<a class="govuk-link" href="${href}">${t.end}<span class="govuk-visually-hidden"> ${t.endAbout(link.name)}</span></a>`
}

function parentsTable(ask: SignedIn, sheet: Sheet, parents: readonly NamedLink[]): Html {
  const t = textsIn(ask.language).sheet
  if (parents.length === 0) return html`<p class="govuk-body">${t.linksNone}</p>`
  return table({
    caption: t.links,
    captionHidden: true,
    columns: [
      { header: t.linkColumns.name },
      { header: t.linkColumns.kind },
      { header: t.linkColumns.period },
      { header: t.linkColumns.action, headerHidden: true },
    ],
    rows: parents.map((link) => [
      html`<a class="govuk-link" href="${urls.operator.organisation({ organisation: link.parentId })}">${link.name}</a>`,
      wordsIn(ask.language).kinds[link.organisationKind],
      periodInWords(link, ask.today, ask.language),
      sheet.kind === 'school' && isGroupKind(link.organisationKind) ? endLinkTo(ask, link) : '',
    ]),
  })
}

function schoolsTable(ask: SignedIn, schools: readonly NamedLink[]): Html {
  const t = textsIn(ask.language).sheet
  if (schools.length === 0) return html`<p class="govuk-body">${t.schoolsNone}</p>`
  return table({
    caption: t.schools,
    captionHidden: true,
    columns: [
      { header: t.schoolColumns.name },
      { header: t.schoolColumns.town },
      { header: t.schoolColumns.period },
      { header: t.schoolColumns.action, headerHidden: true },
    ],
    rows: schools.map((link) => [
      html`<a class="govuk-link" href="${urls.operator.organisation({ organisation: link.childId })}">${link.name}</a>${link.uai ? html`<br><span class="govuk-hint">${link.uai}</span>` : nothing}`,
      link.town,
      periodInWords(link, ask.today, ask.language),
      endLinkTo(ask, link),
    ]),
  })
}

async function holders(ask: SignedIn, sheet: Sheet): Promise<Html> {
  const t = textsIn(ask.language).sheet
  if (!['school', 'network', 'campus', 'authority', 'nation'].includes(sheet.kind)) return nothing
  const list = await listHolders(ask.db, sheet.id, ask.today)
  const rows = list.map((one) => [
    html`<a class="govuk-link" href="${urls.operator.account({ person: one.personId })}">${one.name}</a>`,
    roles
      .filter((role) => role === one.role)
      .map((role) => roleNames[ask.language][role])
      .join(''),
    formatDate(one.validFrom, ask.language),
  ])
  const columns = [{ header: t.holderColumns.name }, { header: t.holderColumns.role }, { header: t.holderColumns.since }]
  return html`${heading(2, t.holders, 'm')}${rows.length === 0 ? html`<p class="govuk-body">${t.holdersNone}</p>` : table({ caption: t.holders, captionHidden: true, columns, rows })}
<p class="govuk-body"><a class="govuk-link" href="${urls.operator.createAccount({}, { organisation: sheet.id })}">${t.invite}</a></p>`
}
