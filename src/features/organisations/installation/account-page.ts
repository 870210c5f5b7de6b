import { formatDate } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { postButton } from '../../../ui/buttons.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { periodState } from '../team/rules.ts'
import { stateTag } from './accounts-page.ts'
import { operatorCrumb } from './crumbs.ts'
import { listMandatesOfPerson } from './store.ts'
import type { Account, AccountMandate } from './store.ts'
import { textsIn } from './texts.en.ts'

/** One account: what it may reach, and the few things that its owner cannot do alone. */
export async function accountPage(ask: SignedIn, account: Account): Promise<Page> {
  const words = textsIn(ask.language)
  const t = words.account
  const rows = [
    { key: t.email, value: account.email },
    {
      key: t.state,
      value: html`${stateTag(account, ask)}${account.deactivatedAt ? html` ${t.deactivatedOn(formatDate(account.deactivatedAt, ask.language))}` : nothing}`,
    },
    { key: t.since, value: formatDate(account.createdAt, ask.language) },
    { key: t.secondFactor, value: account.hasSecondFactor ? t.on : t.off },
  ]
  const give = urls.operator.createAccount({}, { personne: account.id })
  const body = html`${heading(1, account.name)}${summaryList(rows)}${heading(2, t.roles, 'm')}${mandates(ask, account, await listMandatesOfPerson(ask.db, account.id))}
<p class="govuk-body"><a class="govuk-link" href="${give}">${t.give}</a></p>${doors(ask, account)}`
  return {
    title: account.name,
    body,
    here: 'operator',
    breadcrumbs: [operatorCrumb(ask.language), { text: words.accounts.title, href: urls.operator.accounts() }],
  }
}

function mandates(ask: SignedIn, account: Account, list: readonly AccountMandate[]): Html {
  const t = textsIn(ask.language).account
  if (list.length === 0) return html`<p class="govuk-body">${t.rolesNone}</p>`
  return table({
    caption: t.roles,
    captionHidden: true,
    columns: [{ header: t.columns.role }, { header: t.columns.where }, { header: t.columns.period }, { header: t.columns.action, headerHidden: true }],
    rows: list.map((mandate) => [
      roleNames[ask.language][mandate.role],
      html`<a class="govuk-link" href="${urls.operator.organisation({ organisation: mandate.organisationId })}">${mandate.organisation}</a>`,
      periodOf(ask, mandate),
      periodState(mandate, ask.today) === 'over' ? '' : endLink(ask, account, mandate),
    ]),
  })
}

function periodOf(ask: SignedIn, mandate: AccountMandate): string {
  const t = textsIn(ask.language).account
  const from = formatDate(mandate.validFrom, ask.language)
  if (mandate.validTo) return t.period(from, formatDate(mandate.validTo, ask.language))
  return periodState(mandate, ask.today) === 'upcoming' ? t.fromDay(from) : t.sinceDay(from)
}

function endLink(ask: SignedIn, account: Account, mandate: AccountMandate): Content {
  const t = textsIn(ask.language).account
  const about = t.endAbout(roleNames[ask.language][mandate.role], mandate.organisation)
  return html`<a class="govuk-link" href="${urls.operator.endMandate({ person: account.id, mandate: mandate.id })}">${t.end}<span class="govuk-visually-hidden"> ${about}</span></a>`
}

function doors(ask: SignedIn, account: Account): Html {
  const t = textsIn(ask.language).account
  const here = { person: account.id }
  const door = (summary: string, text: string, button: Html): Html => details({ summary, content: html`<p class="govuk-body">${text}</p>${button}` })
  const lost = account.hasSecondFactor
    ? door(t.lostTitle, t.lostText, postButton({ text: t.lost, action: urls.operator.forgetSecondFactor(here), hidden: ask.hidden(), kind: 'harm' }))
    : nothing
  if (account.deactivatedAt) {
    return html`${door(t.reactivateTitle, t.reactivateText, postButton({ text: t.reactivate, action: urls.operator.reactivate(here), hidden: ask.hidden() }))}${lost}`
  }
  if (account.id === ask.caller.personId) return html`<p class="govuk-hint">${t.own}</p>`
  return html`${door(t.deactivateTitle, t.deactivateText, postButton({ text: t.deactivate, action: urls.operator.deactivate(here), hidden: ask.hidden(), kind: 'harm' }))}${lost}`
}
