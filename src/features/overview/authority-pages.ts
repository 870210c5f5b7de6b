import { formatDate, formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { html, join, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { columns, list } from '../../ui/lists.ts'
import { details, emptyPage, heading } from '../../ui/messages.ts'
import { table } from '../../ui/table.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import { textsIn as evaluationTextsIn } from '../evaluations/texts.en.ts'
import { pagesOf } from '../organisations/paging.ts'
import { findOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { sayCount } from './authority-rules.ts'
import { countActivity, countShared, listAuthorities, listShared } from './authority-store.ts'
import type { AuthorityActivity, SharedEvaluation } from './authority-store.ts'
import { textsIn } from './authority.texts.en.ts'

const sharedPerPage = 50

/** To those who do not accompany it, an académie has no page. */
async function findAccompanied(ask: SignedIn): Promise<Organisation | null> {
  const organisation = await findOrganisation(ask.db, ask.params['organisation'] ?? '')
  return organisation?.kind === 'authority' && may(ask.caller, 'authority.read', organisation) ? organisation : null
}

async function showAuthority(ask: SignedIn, authority: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).authority
  const activity = await countActivity(ask.db, authority.id)
  const paging = pagesOf(ask.query.get('page'), await countShared(ask.db, authority.id), sharedPerPage)
  const shared = await listShared(ask.db, authority.id, ask.today, paging)
  const words = { label: t.pages, previous: t.previous, next: t.next, position: t.position }
  const figuresHref = urls.indicators.authority({ organisation: authority.id })
  const body = html`${heading(1, authority.name)}<p class="q-lead">${t.lead}</p><p class="govuk-body"><a class="govuk-link" href="${figuresHref}">${t.toFigures}</a></p>
${columns(
  html`${heading(2, t.sharedTitle, 'm')}${shared.length > 0 ? html`<p class="govuk-hint">${t.sharedIntro}</p>${sharedTables(shared, ask.language)}` : emptyPage({ title: t.emptyTitle, purpose: t.empty, level: 3 })}
${paging.links((number) => urls.authority.show({ organisation: authority.id }, { page: number }), words, ask.language)}`,
  html`${figures(activity, ask.language)}${heading(2, t.seesTitle, 's')}${list(t.sees)}${heading(2, t.notSeesTitle, 's')}${list(t.notSees)}`,
  'main-aside',
)}`
  const above = may(ask.caller, 'nation.read', authority) ? [{ text: textsIn(ask.language).authorities.title, href: urls.authority.list() }] : []
  return page({ title: t.titleOf(authority.name), body, here: 'authority', breadcrumbs: above })
}

function figures(activity: AuthorityActivity, language: Language): Html {
  const t = textsIn(language).authority
  const said = (number: number): string => {
    const counted = sayCount(number, activity.schools)
    return counted.say === 'exact' ? formatNumber(counted.number, language) : t[counted.say]
  }
  return html`${heading(2, t.figuresTitle, 's')}${list([
    t.schools(formatNumber(activity.schools, language)),
    t.engaged(said(activity.engaged)),
    t.validated(said(activity.validated)),
    t.sharing(said(activity.sharing)),
  ])}${details({ summary: t.sourceSummary, content: t.source, quiet: true })}`
}

/** One table a district when there are any. */
function sharedTables(shared: readonly SharedEvaluation[], language: Language): Html {
  const t = textsIn(language).authority
  const districts = [...new Set(shared.map((one) => one.districtName))]
  if (districts.length === 1 && districts[0] === null) return sharedTable(shared, t.captionAll, language)
  return join(
    districts.map((district) => {
      const name = district ?? t.noDistrict
      return html`${heading(3, name, 's')}${sharedTable(
        shared.filter((one) => one.districtName === district),
        t.caption(name),
        language,
      )}`
    }),
  )
}

function sharedTable(shared: readonly SharedEvaluation[], caption: string, language: Language): Html {
  const t = textsIn(language).authority
  return table({
    caption,
    captionHidden: true,
    columns: [{ header: t.columns.school }, { header: t.columns.evaluation }, { header: t.columns.state }, { header: t.columns.shared }],
    rows: shared.map((one) => [
      html`<a class="govuk-link" href="${urls.school.show({ organisation: one.schoolId })}">${one.schoolName}</a>${when(one.town, () => html`<br><span class="govuk-hint">${one.town ?? ''}</span>`)}`,
      html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: one.id })}">${one.title}</a><br><span class="govuk-hint">${one.schoolYear}</span>`,
      evaluationTextsIn(language).states[one.state],
      formatDate(one.sharedAt, language),
    ]),
  })
}

async function showAuthorities(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).authorities
  const authorities = await listAuthorities(ask.db)
  const links = authorities.map(({ id, name }) => html`<a class="govuk-link" href="${urls.authority.show({ organisation: id })}">${name}</a>`)
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${links.length > 0 ? list(links) : html`<p class="govuk-body">${t.none}</p>`}`
  return page({ title: t.title, body, here: 'authority' })
}

const nation = (ask: SignedIn): Promise<{ organisationId: string } | null> =>
  Promise.resolve(may(ask.caller, 'nation.read', { organisationId: '' }) ? { organisationId: '' } : null)

export const authorityRoutes: readonly Route[] = [
  get(urls.authority.list, onObject('nation', 'nation.read', nation, showAuthorities)),
  get(urls.authority.show, onObject('authority', 'authority.read', findAccompanied, showAuthority)),
]
