import { languageNames, languages } from '../../platform/language.ts'
import { page, redirect } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { get, post, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { button } from '../../ui/buttons.ts'
import { radios } from '../../ui/choices.ts'
import { textField } from '../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../ui/form.ts'
import type { FormError } from '../../ui/form.ts'
import { html } from '../../ui/html.ts'
import { list, summaryList } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { changePassword } from './own-account.ts'
import { passwordInput, pageTitle } from './password-input.ts'
import { roleNames } from './role-names.ts'
import { isName } from './rules.ts'
import { accountCrumbs } from './second-factor-page.ts'
import { checkPassword } from './second-factor-pages.ts'
import { getPerson, saveProfile } from './store.ts'
import { textsIn } from './words.ts'

interface Profile {
  name: string
  language: string
  version: number
}

async function showAccount(ask: SignedIn): Promise<Answer> {
  const person = await getPerson(ask.db, ask.caller.personId)
  return page(accountPage(ask, person, []))
}

async function saveAccount(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const name = ask.form.text('name')
  const language = languages.find((code) => code === ask.form.text('language')) ?? ask.caller.language
  const version = Number(ask.form.text('version'))
  const back = (message: string, saved: number): Answer => ({
    kind: 'page',
    status: 422,
    page: accountPage(ask, { name, language, version: saved }, [{ field: 'name', id: 'name', message }]),
  })
  if (!isName(name)) return back(t.invitation.badName, version)
  if (!(await saveProfile(ask.db, ask.caller.personId, { name, language }, version))) {
    const saved = await getPerson(ask.db, ask.caller.personId)
    return back(t.account.changedMeanwhile(saved.name), saved.version)
  }
  return { ...redirect(urls.account.show(), textsIn(language).account.saved), cookies: [{ name: 'language', value: language, maxAge: 365 * 86_400 }] }
}

function accountPage(ask: SignedIn, profile: Profile, errors: readonly FormError[]): Page {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.account.title)}
${summaryList([
  { key: t.account.email, value: html`${ask.caller.email}<div class="govuk-hint">${t.account.emailHint}</div>` },
  { key: t.account.roles, value: rolesOf(ask) },
])}
${heading(2, t.account.identity, 'm')}
${form({
  action: urls.account.show(),
  hidden: [...ask.hidden(), { name: 'version', value: profile.version }],
  content: html`${textField({ id: 'name', name: 'name', label: t.invitation.name, value: profile.name, autocomplete: 'name', spellcheck: false, error: error('name') })}
${radios({ id: 'language', name: 'language', legend: t.invitation.language, inline: true, choices: languages.map((code) => ({ value: code, text: languageNames[code] })), value: profile.language })}
${button({ text: t.account.save })}`,
})}
${heading(2, t.account.security, 'm')}${security(ask)}`
  return { title: pageTitle(t, t.account.title, errors), body }
}

function rolesOf(ask: SignedIn) {
  const t = textsIn(ask.language).account
  const lines = ask.caller.mandates.map((mandate) => t.roleAt(roleNames[ask.language][mandate.role], mandate.name))
  return lines.length > 0 ? list(lines) : t.noRole
}

function security(ask: SignedIn) {
  const t = textsIn(ask.language).account
  const on = ask.caller.hasSecondFactor
  return summaryList([
    { key: t.password, value: t.passwordSet, action: { href: urls.account.password(), text: t.change, about: t.changePassword } },
    {
      key: t.secondFactor,
      value: on ? t.secondFactorOn : t.secondFactorOff,
      action: { href: urls.account.secondFactor(), text: on ? t.change : t.setUp, about: t.secondFactor },
    },
    { key: t.sessions, value: t.sessionsValue, action: { href: urls.account.sessions(), text: t.see, about: t.sessions } },
  ])
}

function passwordPage(ask: SignedIn, errors: readonly FormError[]): Page {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.account.passwordTitle)}<p class="govuk-body">${t.account.passwordEffect}</p>
${form({
  action: urls.account.password(),
  hidden: ask.hidden(),
  content: html`${passwordInput(t, { id: 'password', name: 'password', label: t.account.oldPassword, autocomplete: 'current-password', error: error('password') })}
${passwordInput(t, { id: 'new', name: 'new', label: t.account.newPassword, hint: t.passwordHint, autocomplete: 'new-password', error: error('new') })}
${button({ text: t.account.passwordButton })}`,
})}`
  return { title: pageTitle(t, t.account.passwordTitle, errors), body, scripts: ['reveal-password'], breadcrumbs: accountCrumbs(ask) }
}

async function setPassword(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const refused = await checkPassword(ask)
  if (refused)
    return { kind: 'page', status: refused.status, page: passwordPage(ask, [{ field: 'password', id: 'password', message: refused.sentence }]), keep: true }
  const outcome = await changePassword(ask.db, ask.caller, { fresh: ask.form.text('new'), site: ask.services.config.baseUrl })
  if ('refused' in outcome)
    return { kind: 'page', status: 422, page: passwordPage(ask, [{ field: 'new', id: 'new', message: t.passwordProblems[outcome.refused] }]) }
  return redirect(urls.account.show(), t.account.passwordDone)
}

export const ownAccountRoutes: readonly Route[] = [
  get(urls.account.show, signedIn(showAccount)),
  post(urls.account.show, signedIn(saveAccount)),
  get(
    urls.account.password,
    signedIn((ask) => Promise.resolve(page(passwordPage(ask, [])))),
  ),
  post(urls.account.password, signedIn(setPassword)),
]
