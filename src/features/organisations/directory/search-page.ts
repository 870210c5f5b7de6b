import { formatDate, formatNumber } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { searchField } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { tabs } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { pagesOf } from '../paging.ts'
import { searchWords } from '../search-words.ts'
import type { OrganisationKind } from '../tables.ts'
import { wordsIn } from '../words.en.ts'
import { countOrganisations, searchOrganisations } from './search-store.ts'
import type { FoundOrganisation } from './search-store.ts'
import { textsIn } from './texts.en.ts'

const shownKinds: readonly OrganisationKind[] = ['school', 'network', 'campus', 'district', 'authority']
const perPage = 25

export async function showSearch(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).search
  const kind = shownKinds.find((one) => one === ask.query.get('sorte')) ?? 'school'
  const words = searchWords(ask.query)
  const total = await countOrganisations(ask.db, { kind, words })
  const paging = pagesOf(ask.query.get('page'), total, perPage)
  const found = await searchOrganisations(ask.db, { kind, words }, paging)
  const here = (over: Record<string, string | number>) => urls.operator.schools({}, { q: words, sorte: kind, ...over })
  const search = form({
    action: urls.operator.schools(),
    method: 'get',
    inline: true,
    hidden: [{ name: 'sorte', value: kind }],
    content: html`${searchField({ id: 'q', name: 'q', label: t.label, value: words })}${button({ text: t.button, kind: 'secondary' })}`,
  })
  const result =
    total === 0
      ? nothingFound(ask, kind, words)
      : html`<p class="govuk-body">${total === 1 ? t.foundOne : t.found(formatNumber(total, ask.language))}</p>${resultTable(ask, kind, found)}`
  const body = html`${heading(1, t.title)}${tabs(
    t.kinds,
    shownKinds.map((one) => ({ href: here({ sorte: one, page: '' }), text: t.plural[one], current: one === kind })),
  )}
${search}${result}${paging.links((number) => here({ page: number }), { label: t.pages, previous: t.previous, next: t.next, position: t.position }, ask.language)}
<p class="govuk-body"><a class="govuk-link" href="${urls.operator.newGroup()}">${t.newGroup}</a></p>`
  return page({ title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language)] })
}

function nothingFound(ask: SignedIn, kind: OrganisationKind, words: string): Html {
  const t = textsIn(ask.language).search
  if (words || kind !== 'school') return html`<p class="govuk-body">${t.none}</p>`
  return html`<p class="govuk-body">${t.empty}</p>${linkButton({ text: t.toImport, href: urls.operator.importSchools() })}`
}

function resultTable(ask: SignedIn, kind: OrganisationKind, found: readonly FoundOrganisation[]): Html {
  const t = textsIn(ask.language).search
  const school = kind === 'school'
  const columns = [
    { header: t.columns.name },
    ...(school ? [{ header: t.columns.uai }, { header: t.columns.town }] : []),
    ...(kind === 'authority' ? [] : [{ header: t.columns.authority }]),
    { header: t.columns.state },
  ]
  const rows = found.map((one) => [
    html`<a class="govuk-link" href="${urls.operator.organisation({ organisation: one.id })}">${one.name}</a>${one.schoolType ? html`<br><span class="govuk-hint">${wordsIn(ask.language).schoolTypes[one.schoolType]}</span>` : nothing}`,
    ...(school ? [one.uai, one.town] : []),
    ...(kind === 'authority' ? [] : [one.authorityName]),
    one.validTo ? tag(t.closed(formatDate(one.validTo, ask.language, 'short')), 'closed') : t.open,
  ])
  return table({ caption: t.title, captionHidden: true, columns, rows })
}
