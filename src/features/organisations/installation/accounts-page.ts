import { formatNumber } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { searchField } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, join } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { mailAddress } from '../mail-address.ts'
import { pagesOf } from '../paging.ts'
import { searchWords } from '../search-words.ts'
import { operatorCrumb } from './crumbs.ts'
import { countAccounts, searchAccounts } from './store.ts'
import type { Account } from './store.ts'
import { textsIn } from './texts.en.ts'

const perPage = 25

export function stateTag(account: Account, ask: SignedIn): Html {
  const t = textsIn(ask.language).accounts
  if (account.deactivatedAt) return tag(t.deactivated, 'closed')
  return account.hasPassword ? tag(t.active, 'plain') : tag(t.invited, 'attention')
}

export async function showAccounts(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).accounts
  const words = searchWords(ask.query)
  const total = await countAccounts(ask.db, words)
  const paging = pagesOf(ask.query.get('page'), total, perPage)
  const accounts = await searchAccounts(ask.db, { words, day: ask.today, ...paging })
  const search = form({
    action: urls.operator.accounts(),
    method: 'get',
    inline: true,
    content: html`${searchField({ id: 'q', name: 'q', label: t.search, value: words })}${button({ text: t.button, kind: 'secondary' })}`,
  })
  const rows = accounts.map((account) => [
    html`<a class="govuk-link" href="${urls.operator.account({ person: account.id })}">${account.name}</a>`,
    mailAddress(account.email),
    account.roles.length === 0
      ? t.noRole
      : join(
          account.roles.map(({ role, organisation }) => html`${roleNames[ask.language][role]}, ${organisation}`),
          html`<br>`,
        ),
    stateTag(account, ask),
  ])
  const columns = [{ header: t.columns.name }, { header: t.columns.email }, { header: t.columns.roles }, { header: t.columns.state }]
  const list =
    total === 0
      ? html`<p class="govuk-body">${t.none}</p>`
      : html`<p class="govuk-body">${total === 1 ? t.foundOne : t.found(formatNumber(total, ask.language))}</p>${table({ caption: t.title, captionHidden: true, columns, rows })}`
  const links = paging.links(
    (number) => urls.operator.accounts({}, { q: words, page: number }),
    { label: t.pages, previous: t.previous, next: t.next, position: t.position },
    ask.language,
  )
  const body = html`${heading(1, t.title)}<p class="govuk-body">${linkButton({ text: t.create, href: urls.operator.createAccount() })}</p>${search}${list}${links}`
  return page({ title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language)] })
}
