import type { Page } from '../../platform/web/answer.ts'
import type { Ask } from '../../platform/web/route.ts'
import { button, linkButton } from '../../ui/buttons.ts'
import { textField } from '../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../ui/form.ts'
import { html, when } from '../../ui/html.ts'
import { callout, heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { onwardFields } from './onward.ts'
import type { Onward } from './onward.ts'
import { passwordInput, pageTitle } from './password-input.ts'
import { textsIn } from './words.ts'

export interface SignInForm {
  email: string
  onward: Onward
  error: string | null
}

export function signInPage(ask: Ask, { email, onward, error }: SignInForm): Page {
  const t = textsIn(ask.language)
  const errors = error ? [{ field: 'email', id: 'email', message: error }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.signIn.title)}
${when(onward.kept, () => inset(t.signIn.kept))}
${when(ask.services.config.mode === 'demo' && !onward.kept, () => demoOffer(ask, onward))}
${form({
  action: urls.signIn(),
  files: onward.kept !== null,
  content: html`${onwardFields(onward)}
${textField({ id: 'email', name: 'email', label: t.signIn.email, type: 'email', autocomplete: 'username', spellcheck: false, value: email, error: errorsBy(errors, t.errorPrefix)('email') })}
${passwordInput(t, { id: 'password', name: 'password', label: t.signIn.password, autocomplete: 'current-password' })}
${button({ text: t.signIn.button })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${urls.forgotPassword()}">${t.signIn.forgot}</a></p>
<p class="govuk-hint">${t.signIn.noAccount}</p>`
  return { title: pageTitle(t, t.signIn.title, errors), body, plain: true, scripts: ['reveal-password'] }
}

function demoOffer(ask: Ask, { next }: Onward) {
  const t = textsIn(ask.language).demo
  const href = urls.demo.signIn({}, { suite: next === urls.home() ? undefined : next })
  return callout({ title: t.offer, content: html`<p class="govuk-body">${t.offerText}</p>${linkButton({ text: t.offerLink, href })}` })
}
