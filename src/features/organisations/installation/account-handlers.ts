import { forbidden, invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { forOperator } from '../../accounts/guard.ts'
import { endMandate } from '../../accounts/invitations.ts'
import { forgetSecondFactor, setDeactivated } from '../../accounts/own-account.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { isLastHead } from '../team/rules.ts'
import { listTeam } from '../team/store.ts'
import { accountPage } from './account-page.ts'
import { operatorCrumb } from './crumbs.ts'
import { findAccount, listMandatesOfPerson } from './store.ts'
import type { Account, AccountMandate } from './store.ts'
import { textsIn } from './texts.en.ts'

/** An operator's route about one account. */
export const onAccount = (handle: (ask: SignedIn, account: Account) => Promise<Answer>): Guarded =>
  forOperator(async (ask) => {
    const account = await findAccount(ask.db, ask.params['person'] ?? '', ask.today)
    return account ? handle(ask, account) : notFound()
  })

const addressOf = (account: Account): string => urls.operator.account({ person: account.id })

export const showAccount = async (ask: SignedIn, account: Account): Promise<Answer> => page(await accountPage(ask, account))

export const saveDeactivated =
  (deactivated: boolean) =>
  async (ask: SignedIn, account: Account): Promise<Answer> => {
    const t = textsIn(ask.language).account
    if (deactivated && account.id === ask.caller.personId) return forbidden(t.own, { text: account.name, href: addressOf(account) })
    await setDeactivated(ask.db, { personId: account.id, actor: ask.caller, deactivated, now: ask.now })
    return redirect(addressOf(account), deactivated ? t.deactivated(account.name) : t.reactivated(account.name))
  }

export async function saveForgottenFactor(ask: SignedIn, account: Account): Promise<Answer> {
  await forgetSecondFactor(ask.db, { personId: account.id, actor: ask.caller })
  return redirect(addressOf(account), textsIn(ask.language).account.lostDone(account.name))
}

const findMandateOf = async (ask: SignedIn, account: Account): Promise<AccountMandate | null> =>
  (await listMandatesOfPerson(ask.db, account.id)).find((one) => one.id === ask.params['mandate']) ?? null

/** An operator does not shut the door behind herself. */
const isOwnAccess = (ask: SignedIn, account: Account, mandate: AccountMandate): boolean => mandate.role === 'operator' && account.id === ask.caller.personId

async function endPage(ask: SignedIn, account: Account, mandate: AccountMandate, refused?: string): Promise<Page> {
  const words = textsIn(ask.language)
  const t = words.account
  const last = isLastHead(mandate, await listTeam(ask.db, mandate.organisationId), ask.today)
  const stop = refused ?? (isOwnAccess(ask, account, mandate) ? t.endLastOperator : undefined)
  const back = linkButton({ text: words.cancel, href: addressOf(account), kind: 'quiet' })
  const confirm = form({
    action: urls.operator.endMandate({ person: account.id, mandate: mandate.id }),
    hidden: ask.hidden(),
    content: buttonGroup([button({ text: t.endButton, kind: 'harm' }), back]),
  })
  const body = html`${heading(1, t.endTitle)}<p class="govuk-body">${t.endIntro(account.name, roleNames[ask.language][mandate.role], mandate.organisation)}</p>
${when(last, () => inset(t.endLastHead))}${stop ? html`${callout({ title: stop, content: back })}` : confirm}`
  return { title: t.endTitle, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language), { text: account.name, href: addressOf(account) }] }
}

export async function showEndRole(ask: SignedIn, account: Account): Promise<Answer> {
  const mandate = await findMandateOf(ask, account)
  return mandate ? page(await endPage(ask, account, mandate)) : notFound()
}

export async function saveEndRole(ask: SignedIn, account: Account): Promise<Answer> {
  const mandate = await findMandateOf(ask, account)
  if (!mandate) return notFound()
  if (isOwnAccess(ask, account, mandate)) return invalid(await endPage(ask, account, mandate))
  const t = textsIn(ask.language).account
  const result = await endMandate(ask.db, { mandateId: mandate.id, actor: ask.caller, now: ask.now })
  return 'ended' in result ? redirect(addressOf(account), t.ended) : invalid(await endPage(ask, account, mandate, t.endRefused))
}
