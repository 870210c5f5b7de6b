import { count, formatDate } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Role } from '../../../platform/session.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { rolesGivenBy } from '../../accounts/rules.ts'
import { homeCrumb } from '../crumbs.ts'
import { mailAddress } from '../mail-address.ts'
import type { Organisation } from '../store.ts'
import { periodState, teamRoles } from './rules.ts'
import { listTeam } from './store.ts'
import type { TeamMandate } from './store.ts'
import { textsIn } from './texts.en.ts'

/** People of an organisation by role; what has ended stands apart. */
export async function showTeam(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language).team
  const all = await listTeam(ask.db, organisation.id)
  const present = all.filter((mandate) => periodState(mandate, ask.today) !== 'over')
  const ended = all.filter((mandate) => periodState(mandate, ask.today) === 'over')
  const invite =
    rolesGivenBy(ask.caller, organisation).length > 0 ? linkButton({ text: t.invite, href: urls.school.invite({ organisation: organisation.id }) }) : nothing
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${invite}
${join(
  teamRoles.map((role) =>
    roleSection(
      ask,
      organisation,
      role,
      present.filter((mandate) => mandate.role === role),
    ),
  ),
)}
${when(ended.length > 0, () => endedSection(ask, ended))}`
  return page({ title: t.title, body, here: 'school', breadcrumbs: [homeCrumb(organisation)] })
}

function roleSection(ask: SignedIn, organisation: Organisation, role: Role, mandates: readonly TeamMandate[]): Html {
  const t = textsIn(ask.language).team
  const intro = html`${heading(2, t.plural[role], 'm')}<p class="govuk-hint">${t.mayDo[role]}</p>`
  if (mandates.length === 0) return html`${intro}<p class="govuk-body">${t.none[role] ?? ''}</p>`
  const leads = may(ask.caller, 'school.team', organisation)
  const ends = rolesGivenBy(ask.caller, organisation).includes(role)
  const action = mandates.some((mandate) => ends || mandate.personId === ask.caller.personId)
  const rows = mandates.map((mandate) => [
    html`${mandate.name}${mandate.personId === ask.caller.personId ? html` <span class="govuk-hint">(${t.you})</span>` : nothing}`,
    ...(leads ? [mailAddress(mandate.email)] : []),
    sinceOf(ask, mandate),
    ...(action ? [endLink(ask, organisation, mandate, ends)] : []),
  ])
  const columns = [
    { header: t.columns.name },
    ...(leads ? [{ header: t.columns.email }] : []),
    { header: t.columns.since },
    ...(action ? [{ header: t.columns.action, headerHidden: true }] : []),
  ]
  return html`${intro}${table({ caption: t.plural[role], captionHidden: true, columns, rows })}`
}

function sinceOf(ask: SignedIn, mandate: TeamMandate): string {
  const t = textsIn(ask.language).team
  const from = formatDate(mandate.validFrom, ask.language)
  if (mandate.validTo) return t.period(from, formatDate(mandate.validTo, ask.language))
  return periodState(mandate, ask.today) === 'upcoming' ? t.from(from) : t.since(from)
}

function endLink(ask: SignedIn, organisation: Organisation, mandate: TeamMandate, ends: boolean): Content {
  const t = textsIn(ask.language).team
  const own = mandate.personId === ask.caller.personId
  if (!own && !ends) return ''
  const href = urls.school.endMandate({ organisation: organisation.id, mandate: mandate.id })
  return html`<a class="govuk-link" href="${href}">${own ? t.leave : t.end}<span class="govuk-visually-hidden"> ${own ? '' : t.about(mandate.name)}</span></a>`
}

function endedSection(ask: SignedIn, mandates: readonly TeamMandate[]): Html {
  const t = textsIn(ask.language).team
  const rows = mandates.map((mandate) => [
    mandate.name,
    roleNames[ask.language][mandate.role],
    t.period(formatDate(mandate.validFrom, ask.language), formatDate(mandate.validTo ?? mandate.validFrom, ask.language)),
  ])
  const columns = [{ header: t.columns.name }, { header: t.columns.role }, { header: t.columns.period }]
  return html`${heading(2, t.endedTitle, 'm')}${details({
    summary: t.endedSummary(count(mandates.length, t.endedOne, t.endedMany, ask.language)),
    content: html`<p class="govuk-body">${t.endedIntro}</p>${table({ caption: t.endedTitle, captionHidden: true, columns, rows })}`,
  })}`
}
