import { page, redirect } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { anyone, get, post } from '../../platform/web/route.ts'
import type { Ask, Route } from '../../platform/web/route.ts'
import { button } from '../../ui/buttons.ts'
import { textField } from '../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../ui/form.ts'
import { html } from '../../ui/html.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { findLinkHolder } from './access-links.ts'
import type { LinkHolder } from './access-links.ts'
import { deadLink } from './invitation-pages.ts'
import { passwordInput, pageTitle } from './password-input.ts'
import { passwordProblem } from './password-rules.ts'
import { requestReset, resetPassword } from './password-reset.ts'
import { isEmail } from './rules.ts'
import { attemptOf, isThrottled, recordFailure } from './throttle.ts'
import { textsIn } from './words.ts'

function askPage(ask: Ask, email: string, message: string | null): Page {
  const t = textsIn(ask.language)
  const errors = message ? [{ field: 'email', id: 'email', message }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.forgot.title)}<p class="govuk-body">${t.forgot.intro}</p>
${form({
  action: urls.forgotPassword(),
  hidden: ask.hidden(),
  content: html`${textField({ id: 'email', name: 'email', label: t.signIn.email, type: 'email', autocomplete: 'username', spellcheck: false, value: email, error: errorsBy(errors, t.errorPrefix)('email') })}
${button({ text: t.forgot.button })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.signIn()}">${t.forgot.back}</a></p>`
  return { title: pageTitle(t, t.forgot.title, errors), body, plain: true }
}

/** Mails asked are counted from one place on one address, known or not: the answer is the same. */
async function askForLink(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language)
  const email = ask.form.text('email')
  if (!isEmail(email)) return { kind: 'page', status: 422, page: askPage(ask, email, t.forgot.badEmail) }
  const attempt = attemptOf(ask, 'mail', email, null)
  if (await isThrottled(ask.db, attempt, ask.now)) return { kind: 'page', status: 429, page: askPage(ask, email, t.throttled) }
  await recordFailure(ask.db, attempt, ask.now)
  await requestReset(ask.db, email, ask.now)
  const body = html`${heading(1, t.forgot.sentTitle)}<p class="govuk-body">${t.forgot.sent(email)}</p><p class="govuk-body">${t.forgot.nothing}</p>
<p class="govuk-body"><a class="govuk-link" href="${urls.signIn()}">${t.forgot.back}</a></p>`
  return page({ title: t.forgot.sentTitle, body, plain: true })
}

function resetPage(ask: Ask, holder: LinkHolder, message: string | null): Page {
  const t = textsIn(ask.language)
  const errors = message ? [{ field: 'password', id: 'password', message }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.reset.title)}<p class="govuk-body">${t.reset.forWhom(holder.email)}</p>
${form({
  action: ask.path,
  hidden: ask.hidden(),
  content: html`${passwordInput(t, { id: 'password', name: 'password', label: t.reset.password, hint: t.passwordHint, autocomplete: 'new-password', error: errorsBy(errors, t.errorPrefix)('password') })}
<p class="govuk-body">${t.reset.effect}</p>${button({ text: t.reset.button })}`,
})}`
  return { title: pageTitle(t, t.reset.title, errors), body, plain: true, scripts: ['reveal-password'] }
}

async function showReset(ask: Ask): Promise<Answer> {
  const holder = await findLinkHolder(ask.db, ask.params['token'] ?? '', 'reset', ask.now)
  return holder ? page(resetPage(ask, holder, null)) : deadLink(ask, 'reset')
}

async function setPassword(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language)
  const token = ask.params['token'] ?? ''
  const holder = await findLinkHolder(ask.db, token, 'reset', ask.now)
  if (!holder) return deadLink(ask, 'reset')
  const password = ask.form.text('password')
  const problem = passwordProblem(password, { name: holder.name, email: holder.email, site: ask.services.config.baseUrl })
  if (problem) return { kind: 'page', status: 422, page: resetPage(ask, holder, t.passwordProblems[problem]) }
  if (!(await resetPassword(ask.db, token, password, ask.now))) return deadLink(ask, 'reset')
  return { ...redirect(urls.signIn(), t.reset.done), cookies: [{ name: 'session', value: null }] }
}

export const resetRoutes: readonly Route[] = [
  get(
    urls.forgotPassword,
    anyone((ask) => Promise.resolve(page(askPage(ask, ask.query.get('adresse') ?? '', null)))),
  ),
  post(urls.forgotPassword, anyone(askForLink)),
  get(urls.resetPassword, anyone(showReset)),
  post(urls.resetPassword, anyone(setPassword)),
]
