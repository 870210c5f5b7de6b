import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { count, formatDate } from '../../platform/language.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { html, nothing, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { columns, list } from '../../ui/lists.ts'
import { details, heading } from '../../ui/messages.ts'
import { table } from '../../ui/table.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { homeCrumb } from '../organisations/crumbs.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { textsIn } from './authority.texts.en.ts'

interface MemberSchool {
  id: string
  name: string
  town: string | null
  validFrom: string
  validTo: string | null
}

async function listMembers(db: Db, networkId: string): Promise<MemberSchool[]> {
  const { rows } = await sql<MemberSchool>`
    select o.id, o.name, o.town, l.valid_from as "validFrom", l.valid_to as "validTo" from organisation_links l join organisations o on o.id = l.child_id
    where l.parent_id = ${networkId} and o.kind = 'school' order by o.name collate "fr-x-icu", l.valid_from`.execute(db)
  return rows
}

interface SharedByNetwork {
  id: string
  title: string
  sharedAt: Date
}

async function listSharedByNetwork(db: Db, networkId: string): Promise<SharedByNetwork[]> {
  const { rows } = await sql<SharedByNetwork>`
    select id, title, shared_at as "sharedAt" from evaluations where organisation_id = ${networkId} and shared_at is not null order by shared_at desc, id`.execute(
    db,
  )
  return rows
}

async function findOwnNetwork(ask: SignedIn): Promise<Organisation | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  return organisation?.kind === 'network' || organisation?.kind === 'campus' ? organisation : null
}

async function showNetwork(ask: SignedIn, network: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).network
  const here = { organisation: network.id }
  const members = await listMembers(ask.db, network.id)
  const present = members.filter((member) => member.validTo === null || member.validTo >= ask.today)
  const past = members.filter((member) => !present.includes(member))
  const shared = await listSharedByNetwork(ask.db, network.id)
  const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
  const links = [
    link(urls.school.evaluations(here), t.evaluations),
    link(urls.school.actions(here), t.actions),
    link(urls.school.team(here), t.team),
    link(urls.indicators.network(here), t.figures),
  ]
  const sharedLines = shared.map(
    (one) => html`${link(urls.evaluation.show({ evaluation: one.id }), one.title)}, ${t.sharedOn(formatDate(one.sharedAt, ask.language))}`,
  )
  const schools = html`${heading(2, t.schools, 'm')}${present.length > 0 ? membersTable(ask, present) : html`<p class="govuk-body">${t.none}</p>`}
${when(past.length > 0, () => details({ summary: t.past(count(past.length, t.pastOne, t.pastMany, ask.language)), content: membersTable(ask, past) }))}`
  const aside = html`${heading(2, network.name, 's')}${list(links)}${heading(2, t.sharedTitle, 's')}${shared.length > 0 ? list(sharedLines) : html`<p class="govuk-body">${t.sharedNone}</p>`}`
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${columns(schools, aside, 'main-aside')}`
  return page({ title: t.title, body, here: 'school', breadcrumbs: [homeCrumb(network)] })
}

function membersTable(ask: SignedIn, members: readonly MemberSchool[]): Html {
  const t = textsIn(ask.language).network
  const mine = (id: string): boolean => ask.caller.mandates.some((mandate) => mandate.organisationId === id)
  const rows = members.map((member) => [
    mine(member.id) ? html`<a class="govuk-link" href="${urls.school.show({ organisation: member.id })}">${member.name}</a>` : member.name,
    member.town ?? nothing,
    periodOf(ask, member),
  ])
  return table({
    caption: t.schools,
    captionHidden: true,
    columns: [{ header: t.columns.school }, { header: t.columns.town }, { header: t.columns.period }],
    rows,
  })
}

function periodOf(ask: SignedIn, member: MemberSchool): string {
  const t = textsIn(ask.language).network
  const from = formatDate(member.validFrom, ask.language)
  if (member.validTo) return t.period(from, formatDate(member.validTo, ask.language))
  return member.validFrom > ask.today ? t.from(from) : t.since(from)
}

export const networkRoutes: readonly Route[] = [get(urls.network.show, onObject('network', 'network.read', findOwnNetwork, showNetwork))]
