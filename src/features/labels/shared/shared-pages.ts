import { formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html, join } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, emptyPage, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import type { Framework } from '../../frameworks/store.ts'
import { findOrganisation, findOwnOrganisation } from '../../organisations/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { gatherSchools } from './gather-schools.ts'
import type { Gathered } from './gather.ts'
import { listMemberIds, listSharingIds } from './shared-store.ts'
import { textsIn } from '../texts.en.ts'
import { nameOf } from '../words.ts'

/** Under so many schools an académie is given no figure (usual practice of surveys by school, facts of the domain § 5). */
const fewestInAuthority = 5
/** A network is small, and its schools chose to show one another: three, so that none can be told by subtraction from two. */
const fewestInNetwork = 3

export async function findOwnNetwork(ask: SignedIn): Promise<Organisation | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  return organisation?.kind === 'network' || organisation?.kind === 'campus' ? organisation : null
}

export async function findAccompanied(ask: SignedIn): Promise<Organisation | null> {
  const organisation = await findOrganisation(ask.db, ask.params['organisation'] ?? '')
  return organisation?.kind === 'authority' && may(ask.caller, 'authority.read', organisation) ? organisation : null
}

export async function showNetworkLabels(ask: SignedIn, network: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).shared
  const gathered = await gatherSchools(ask.db, await listMemberIds(ask.db, network.id, ask.today), ask.today, fewestInNetwork)
  const body = html`${heading(1, t.networkTitle(network.name))}<p class="q-lead">${t.networkLead}</p>${gatheredTable(gathered, await listFrameworks(ask.db), ask.language)}`
  const above = [{ text: network.name, href: urls.network.show({ organisation: network.id }) }]
  return page({ title: t.networkTitle(network.name), body, here: 'school', breadcrumbs: above })
}

export async function showAuthorityLabels(ask: SignedIn, authority: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).shared
  const gathered = await gatherSchools(ask.db, await listSharingIds(ask.db, authority.id), ask.today, fewestInAuthority)
  const body = html`${heading(1, t.authorityTitle(authority.name))}<p class="q-lead">${t.authorityLead}</p>${gatheredTable(gathered, await listFrameworks(ask.db), ask.language)}`
  const above = [{ text: authority.name, href: urls.authority.show({ organisation: authority.id }) }]
  return page({ title: t.authorityTitle(authority.name), body, here: 'authority', breadcrumbs: above })
}

function gatheredTable(gathered: readonly Gathered[], frameworks: readonly Framework[], language: Language): Html {
  const words = textsIn(language)
  const t = words.shared
  if (gathered.length === 0) return emptyPage({ title: t.none, purpose: t.noneHint })
  const oneDecimal = (value: number): string => formatNumber(Math.round(value * 10) / 10, language)
  const named = frameworks.flatMap((framework) => gathered.filter((one) => one.frameworkId === framework.id).map((one) => ({ framework, ...one })))
  const rows = named.map(({ framework, schools, mean, lacking }): Content[] => [
    html`<strong>${framework.shortTitle}</strong><br><span class="q-missing">${words.kinds[framework.kind]} · ${framework.version}</span>`,
    mean ? formatNumber(schools, language) : t.few,
    mean ? t.mean(oneDecimal(mean.covered), oneDecimal(mean.asked)) : '–',
    lacking.length > 0
      ? join(
          lacking.map((one) => t.commonOf(nameOf(one.item), t.shareOf(one.schools, one.asked))),
          html`<br>`,
        )
      : '–',
  ])
  const { columns } = t
  return html`${table({
    caption: columns.name,
    captionHidden: true,
    columns: [{ header: columns.name }, { header: columns.schools }, { header: columns.covered }, { header: columns.common }],
    rows,
  })}${details({ summary: words.where, content: html`<p class="govuk-body">${words.whereText}</p>`, quiet: true })}`
}
