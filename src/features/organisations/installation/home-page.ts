import { formatDate, formatNumber } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listImports } from '../imports/history-store.ts'
import { operatorTitle } from './crumbs.ts'
import { countInstallation } from './store.ts'
import { textsIn } from './texts.en.ts'

export async function showOperatorHome(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).home
  const title = operatorTitle[ask.language]
  const figures = await countInstallation(ask.db)
  const [last] = await listImports(ask.db, 1)
  const number = (value: number): string => formatNumber(value, ask.language)
  const paragraph = (text: string) => html`<p class="govuk-body">${text}</p>`
  const cards = [
    {
      title: t.directory,
      href: urls.operator.importSchools(),
      content: paragraph(t.directoryText),
      meta: last ? t.lastImport(formatDate(last.at, ask.language), last.fileName) : t.noImport,
    },
    {
      title: t.schools,
      href: urls.operator.schools(),
      content: paragraph(t.schoolsText),
      meta: t.schoolsCount(number(figures.openSchools), number(figures.closedSchools)),
    },
    {
      title: t.accounts,
      href: urls.operator.accounts(),
      content: paragraph(t.accountsText),
      meta: t.accountsCount(number(figures.accounts), number(figures.closedAccounts)),
    },
  ]
  const body = html`${heading(1, title)}<p class="q-lead">${t.lead}</p>${cardList(cards, 'wide', 2)}`
  return page({ title, body, here: 'operator' })
}
