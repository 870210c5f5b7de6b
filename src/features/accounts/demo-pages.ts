import { formatDate } from '../../platform/language.ts'
import { listKeptMails } from '../../platform/mail.ts'
import type { KeptMail } from '../../platform/mail.ts'
import { notFound, page } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { anyone, get, post } from '../../platform/web/route.ts'
import type { Ask, Route } from '../../platform/web/route.ts'
import { postButton } from '../../ui/buttons.ts'
import { html, join } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { cardList } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { details, emptyPage, heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { signInAs } from './after-sign-in.ts'
import { isDemoAccount, listDemoAccounts } from './demo-accounts.ts'
import type { DemoAccountRecord } from './demo-accounts.ts'
import { onwardFromForm, onwardFromQuery } from './onward.ts'
import { roleNames } from './role-names.ts'
import { findSignIn } from './store.ts'
import { textsIn } from './words.ts'

/** Outside the demonstration these pages do not exist. */
const inDemo = (answer: (ask: Ask) => Promise<Answer>) => anyone((ask) => (ask.services.config.mode === 'demo' ? answer(ask) : Promise.resolve(notFound())))

async function showAccounts(ask: Ask): Promise<Answer> {
  return page(accountsPage(ask, await listDemoAccounts(ask.db, ask.now)))
}

function accountsPage(ask: Ask, accounts: readonly DemoAccountRecord[]): Page {
  const t = textsIn(ask.language).demo
  const groups = Map.groupBy(accounts, (account) => account.organisation ?? '–')
  const everyone = join([...groups].map(([name, people]) => details({ summary: name, content: accountCards(ask, people, 3) })))
  const body = html`${heading(1, t.title)}<p class="govuk-body">${t.intro}</p>
${
  accounts.length === 0
    ? html`<p class="govuk-body">${t.empty}</p>`
    : html`${heading(2, t.start, 'm')}${accountCards(
        ask,
        accounts.filter((account) => account.start),
        3,
      )}${heading(2, t.everyone, 'm')}${everyone}`
}
<p class="govuk-body"><a class="govuk-link" href="${urls.signIn()}">${t.byPassword}</a></p>`
  return { title: t.title, body, plain: true }
}

function accountCards(ask: Ask, people: readonly DemoAccountRecord[], level: 2 | 3): Html {
  const t = textsIn(ask.language).demo
  const { next } = onwardFromQuery(ask)
  return cardList(
    people.map((person) => ({
      level,
      title: person.name,
      meta: html`${person.roles.map((role) => roleNames[ask.language][role]).join(' · ')}${person.organisation ? html`, ${person.organisation}` : ''}`,
      content: person.story ? html`<p class="govuk-body">${person.story[ask.language]}</p>` : undefined,
      actions: postButton({
        text: t.enter(person.name),
        action: urls.demo.signIn(),
        hidden: [...ask.hidden(), { name: 'email', value: person.email }, { name: 'next', value: next }],
      }),
    })),
    'grid',
  )
}

async function enter(ask: Ask): Promise<Answer> {
  const email = ask.form.text('email')
  const account = isDemoAccount(ask.services.config, email) ? await findSignIn(ask.db, email) : null
  if (!account || account.deactivated) return notFound()
  return signInAs(ask, account.personId, onwardFromForm(ask))
}

async function showMails(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language).demo
  const mails = await listKeptMails(ask.db)
  const body = html`${heading(1, t.mailsTitle)}<p class="govuk-body">${t.mailsIntro}</p>
${mails.length === 0 ? emptyPage({ title: t.noMail, purpose: t.noMailPurpose }) : cardList(mails.map((mail) => mailCard(ask, mail)))}`
  return page({ title: t.mailsTitle, body })
}

function mailCard(ask: Ask, mail: KeptMail): Card {
  const t = textsIn(ask.language).demo
  return { level: 2, title: mail.subject, meta: `${t.to(mail.to)} · ${formatDate(mail.at, ask.language)}`, content: inset(withLinks(mail.body)) }
}

/** The text of a mail, its addresses made into links. */
function withLinks(text: string): Html {
  const line = (words: string): Html =>
    join(words.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? html`<a class="govuk-link" href="${part}">${part}</a>` : part)))
  return join(text.split('\n').map(line), html`<br>`)
}

export const demoRoutes: readonly Route[] = [
  get(urls.demo.signIn, inDemo(showAccounts)),
  post(urls.demo.signIn, inDemo(enter)),
  get(urls.demo.mails, inDemo(showMails)),
]
