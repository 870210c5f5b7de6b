import { page } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { anyone, get, post } from '../../platform/web/route.ts'
import type { Ask, Route } from '../../platform/web/route.ts'
import { languageNames, languages } from '../../platform/language.ts'
import { button, linkButton } from '../../ui/buttons.ts'
import { radios } from '../../ui/choices.ts'
import { textField } from '../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../ui/form.ts'
import type { FormError } from '../../ui/form.ts'
import { html, when } from '../../ui/html.ts'
import { heading, inset } from '../../ui/messages.ts'
import { errorPage } from '../../ui/page.ts'
import { urls } from '../../urls.ts'
import { findLinkHolder } from './access-links.ts'
import type { LinkHolder } from './access-links.ts'
import { signInAs } from './after-sign-in.ts'
import { acceptInvitation } from './invitations.ts'
import { passwordInput, pageTitle } from './password-input.ts'
import { passwordProblem } from './password-rules.ts'
import { isName } from './rules.ts'
import { textsIn } from './words.ts'

interface Choice {
  name: string
  language: string
}

async function showInvitation(ask: Ask): Promise<Answer> {
  const holder = await findLinkHolder(ask.db, ask.params['token'] ?? '', 'invitation', ask.now)
  return holder ? page(invitationPage(ask, holder, { name: holder.name, language: ask.language }, [])) : deadLink(ask, 'invitation')
}

async function acceptIt(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language)
  const token = ask.params['token'] ?? ''
  const holder = await findLinkHolder(ask.db, token, 'invitation', ask.now)
  if (!holder) return deadLink(ask, 'invitation')
  const [name, password] = [ask.form.text('name'), ask.form.text('password')]
  const language = languages.find((code) => code === ask.form.text('language')) ?? ask.language
  const problem = passwordProblem(password, { name, email: holder.email, site: ask.services.config.baseUrl })
  const errors = [
    ...(isName(name) ? [] : [{ field: 'name', id: 'name', message: t.invitation.badName }]),
    ...(problem ? [{ field: 'password', id: 'password', message: t.passwordProblems[problem] }] : []),
  ]
  if (errors.length > 0) return { kind: 'page', status: 422, page: invitationPage(ask, holder, { name, language }, errors) }
  const accepted = await acceptInvitation(ask.db, token, { name, language, password, now: ask.now })
  if (!accepted) return deadLink(ask, 'invitation')
  return signInAs(ask, accepted.personId, { next: urls.home(), kept: null }, textsIn(language).invitation.done)
}

function invitationPage(ask: Ask, holder: LinkHolder, choice: Choice, errors: readonly FormError[]): Page {
  const t = textsIn(ask.language)
  const error = errorsBy(errors, t.errorPrefix)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.invitation.title)}
<p class="govuk-body">${t.invitation.intro}</p><p class="govuk-body">${t.invitation.forWhom(holder.email)}</p>
${when(ask.caller, () => inset(t.invitation.otherPerson(ask.caller?.name ?? '')))}
${form({
  action: ask.path,
  hidden: ask.hidden(),
  content: html`${textField({ id: 'name', name: 'name', label: t.invitation.name, hint: t.invitation.nameHint, value: choice.name, autocomplete: 'name', spellcheck: false, error: error('name') })}
${radios({ id: 'language', name: 'language', legend: t.invitation.language, inline: true, choices: languages.map((code) => ({ value: code, text: languageNames[code] })), value: choice.language })}
${passwordInput(t, { id: 'password', name: 'password', label: t.invitation.password, hint: t.passwordHint, autocomplete: 'new-password', error: error('password') })}
${button({ text: t.invitation.button })}`,
})}`
  return { title: pageTitle(t, t.invitation.title, errors), body, plain: true, scripts: ['reveal-password'] }
}

/** One page for links that are used, over, incomplete or invented. */
export function deadLink(ask: Ask, purpose: 'invitation' | 'reset'): Answer {
  const t = textsIn(ask.language).deadLink
  const sentences = purpose === 'invitation' ? [...t.sentences, t.invite] : t.sentences
  const wayOut = purpose === 'invitation' ? linkButton({ text: t.signIn, href: urls.signIn() }) : linkButton({ text: t.newLink, href: urls.forgotPassword() })
  return { kind: 'page', status: 410, page: { title: t.title, body: errorPage({ title: t.title, sentences, wayOut }), plain: true } }
}

export const invitationRoutes: readonly Route[] = [get(urls.invitation, anyone(showInvitation)), post(urls.invitation, anyone(acceptIt))]
