import { count } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import { formKeyField } from '../../platform/web/form.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { button, linkButton, postButton } from '../../ui/buttons.ts'
import { textField } from '../../ui/fields.ts'
import { errorsBy, errorSummary, fieldset, form } from '../../ui/form.ts'
import type { FormError } from '../../ui/form.ts'
import { html, nothing, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { list } from '../../ui/lists.ts'
import { callout, details, heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { isDemoAccount } from './demo-accounts.ts'
import { onwardFields } from './onward.ts'
import type { Onward } from './onward.ts'
import { passwordInput, pageTitle } from './password-input.ts'
import { qrCode } from './qr-code.ts'
import { resumeContent } from './resume-page.ts'
import { mustKeepSecondFactor } from './rules.ts'
import { codeOfStep, newSecret, otpauthAddress, sealSecret, stepAt, stepsAround } from './second-factor.ts'
import { countRecoveryCodes, findFactor } from './second-factor-commands.ts'
import { textsIn } from './words.ts'

const errorsOf = (message: string | null, field: string): FormError[] => (message ? [{ field, id: field, message }] : [])

/** What stands between sign-in and the site: the code of the telephone, or setting it up where a role asks for it. */
export function secondFactorPage(ask: SignedIn, onward: Onward, error: string | null = null): Promise<Page> {
  return ask.caller.hasSecondFactor ? codePage(ask, onward, error) : Promise.resolve(setUpPage(ask, onward, { secret: newSecret(), error }))
}

async function codePage(ask: SignedIn, onward: Onward, error: string | null): Promise<Page> {
  const t = textsIn(ask.language)
  const errors = errorsOf(error, 'code')
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.secondFactor.verifyTitle)}<p class="govuk-body">${t.secondFactor.verifyIntro}</p>
${await storedDemoCode(ask)}
${form({
  action: urls.signInCode(),
  hidden: ask.hidden(),
  files: onward.kept !== null,
  content: html`${onwardFields(onward)}${codeField(ask, errors)}${details({ summary: t.secondFactor.lostSummary, content: html`<p class="govuk-body">${t.secondFactor.lost}</p>` })}
${button({ text: t.secondFactor.verify })}`,
})}
${leaveButton(ask)}`
  return { title: pageTitle(t, t.secondFactor.verifyTitle, errors), body, plain: true }
}

export interface SetUp {
  secret: string
  error: string | null
  /** What the error is about: the code, or the present password when the telephone is changed. */
  field?: 'code' | 'password'
}

/** The square to photograph. Its secret travels sealed in the form until a right code comes back: showing the page writes nothing. */
export function setUpPage(ask: SignedIn, onward: Onward, { secret, error, field }: SetUp): Page {
  const t = textsIn(ask.language)
  const { caller } = ask
  const errors = errorsOf(error, field ?? 'code')
  const title = caller.hasSecondFactor ? t.secondFactor.changeTitle : t.secondFactor.setUpTitle
  const key = secret.match(/.{1,4}/g)?.join(' ') ?? secret
  const square = html`${t.secondFactor.stepScan}<p>${qrCode(otpauthAddress(secret, caller.email), t.secondFactor.squareLabel)}</p>
${details({ summary: t.secondFactor.keySummary, content: html`<p class="govuk-body">${t.secondFactor.keyText}</p><p class="govuk-body"><strong>${key}</strong></p>` })}`
  // Without the key against double sending: a second press must lead to the codes again, not away from them.
  const hidden = [
    ...ask.hidden().filter(({ name }) => name !== formKeyField),
    { name: 'sealed', value: sealSecret(ask.services.secrets, caller.personId, secret) },
  ]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}<p class="govuk-body">${t.secondFactor.why}</p>
${when(mustKeepSecondFactor(caller) && !caller.hasSecondFactor, () => html`<p class="govuk-body">${t.secondFactor.required}</p>`)}
${list([t.secondFactor.stepApp, square, t.secondFactor.stepCode], 'number')}
${demoCode(ask, secret, null)}
${form({
  action: urls.account.secondFactor(),
  hidden,
  files: onward.kept !== null,
  content: html`${onwardFields(onward)}${codeField(ask, errors)}${when(caller.hasSecondFactor, () => presentPassword(ask, errors))}${button({ text: caller.hasSecondFactor ? t.secondFactor.changeTitle : t.secondFactor.confirm })}`,
})}
${when(!caller.secondFactorPassed && mustKeepSecondFactor(caller), () => leaveButton(ask))}`
  return {
    title: pageTitle(t, title, errors),
    body,
    plain: !caller.secondFactorPassed && mustKeepSecondFactor(caller),
    scripts: ['reveal-password'],
    breadcrumbs: accountCrumbs(ask),
  }
}

/** The ten codes, shown this once, and the way on. */
export function recoveryCodesPage(ask: SignedIn, codes: readonly string[], onward: Onward, renewed: boolean): Page {
  const t = textsIn(ask.language).secondFactor
  const { kept } = onward
  const body = html`${heading(1, t.codesTitle)}<p class="govuk-body">${renewed ? t.codesAgain : t.codesIntro} ${t.codesOnce}</p>
${list(
  codes.map((code) => html`<strong>${code}</strong>`),
  'number',
)}
${kept ? resumeContent(ask, kept, 2) : linkButton({ text: t.codesDone, href: onward.next })}`
  return { title: t.codesTitle, body, plain: !renewed }
}

/** Once it is on and passed: another telephone, new codes, or taking it away. */
export async function managePage(ask: SignedIn, error: string | null = null): Promise<Page> {
  const t = textsIn(ask.language)
  const errors = errorsOf(error, 'password')
  const left = await countRecoveryCodes(ask.db, ask.caller.personId)
  const must = mustKeepSecondFactor(ask.caller)
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.secondFactor.title)}
<p class="govuk-body">${t.secondFactor.on} ${t.secondFactor.codesLeft(count(left, t.secondFactor.codeOne, t.secondFactor.codeMany, ask.language))}</p>
<p class="govuk-body">${linkButton({ text: t.secondFactor.change, href: urls.account.secondFactor({}, { changer: 1 }), kind: 'secondary' })}</p>
${form({
  action: urls.account.recoveryCodes(),
  hidden: ask.hidden().filter(({ name }) => name !== formKeyField),
  content: fieldset({
    legend: t.secondFactor.manageLegend,
    content: html`<p class="govuk-hint">${t.secondFactor.manageHint}</p>${presentPassword(ask, errors)}
${button({ text: t.secondFactor.renew, kind: 'secondary' })}
${must ? nothing : button({ text: t.secondFactor.remove, kind: 'harm', formAction: urls.account.secondFactorOff() })}`,
  }),
})}
${when(must, () => html`<p class="govuk-body">${t.secondFactor.needed}</p>`)}`
  return { title: pageTitle(t, t.secondFactor.title, errors), body, scripts: ['reveal-password'], breadcrumbs: accountCrumbs(ask) }
}

export const accountCrumbs = (ask: SignedIn) => [{ text: textsIn(ask.language).account.title, href: urls.account.show() }]

function codeField(ask: SignedIn, errors: readonly FormError[]): Html {
  const t = textsIn(ask.language)
  return textField({
    id: 'code',
    name: 'code',
    label: t.secondFactor.code,
    autocomplete: 'one-time-code',
    width: 10,
    spellcheck: false,
    error: errorsBy(errors, t.errorPrefix)('code'),
  })
}

function presentPassword(ask: SignedIn, errors: readonly FormError[]): Html {
  const t = textsIn(ask.language)
  return passwordInput(t, {
    id: 'password',
    name: 'password',
    label: t.secondFactor.presentPassword,
    autocomplete: 'current-password',
    error: errorsBy(errors, t.errorPrefix)('password'),
  })
}

const leaveButton = (ask: SignedIn): Html => postButton({ text: textsIn(ask.language).signOut, action: urls.signOut(), hidden: ask.hidden(), kind: 'quiet' })

async function storedDemoCode(ask: SignedIn): Promise<Html> {
  if (!isDemoAccount(ask.services.config, ask.caller.email)) return nothing
  const factor = await findFactor(ask.db, ask.services.secrets, ask.caller.personId)
  return factor ? demoCode(ask, factor.base32, factor.lastStep) : nothing
}

/** Invented people have no telephone: in the demo, and for them only, the page says the code. */
function demoCode(ask: SignedIn, secret: string, lastStep: number | null): Html {
  if (!isDemoAccount(ask.services.config, ask.caller.email)) return nothing
  const t = textsIn(ask.language).secondFactor
  const present = stepAt(ask.now)
  const step = Math.max(present, (lastStep ?? 0) + 1)
  const content =
    step > present + stepsAround
      ? html`<p class="govuk-body">${t.demoWait}</p>`
      : html`<p class="govuk-body">${t.demoCode} <strong>${codeOfStep(secret, step)}</strong></p>`
  return callout({ title: t.demoTitle, content })
}
