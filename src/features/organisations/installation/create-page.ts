import { roles } from '../../../platform/session.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { Form } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import type { FieldError, FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { summaryList } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { roleNames } from '../../accounts/role-names.ts'
import { roleFits } from '../../accounts/rules.ts'
import type { FoundOrganisation } from '../directory/search-store.ts'
import type { Sheet } from '../directory/store.ts'
import { textsIn as teamTextsIn } from '../team/texts.en.ts'
import { operatorCrumb } from './crumbs.ts'
import { textsIn } from './texts.en.ts'

export interface TypedAccount {
  name: string
  email: string
  role: string
  where: string
  /** Id of the place, once chosen among several or given by the page that led here. */
  organisation: string
}

export interface AccountDraft {
  typed: TypedAccount
  errors?: readonly FormError[]
  candidates?: readonly FoundOrganisation[]
  /** The place that the page which led here has chosen. */
  fixed?: Sheet | null
}

export const readAccount = (sent: Form): TypedAccount => ({
  name: sent.text('name'),
  email: sent.text('email'),
  role: sent.text('role'),
  where: sent.text('where'),
  organisation: sent.text('organisation'),
})

export function createPage(ask: SignedIn, draft: AccountDraft): Page {
  const words = textsIn(ask.language)
  const t = words.create
  const { typed, errors = [] } = draft
  const error = errorsBy(errors, words.errorPrefix)
  const given = draft.fixed ? roles.filter((role) => roleFits(role, draft.fixed?.kind ?? '')) : roles
  const choices = given.map((role) => ({ value: role, text: roleNames[ask.language][role], hint: teamTextsIn(ask.language).team.mayDo[role] }))
  const content = html`${textField({ id: 'name', name: 'name', label: t.name, value: typed.name, autocomplete: 'off', error: error('name') })}
${textField({ id: 'email', name: 'email', label: t.email, value: typed.email, type: 'email', autocomplete: 'off', spellcheck: false, error: error('email') })}
${radios({ id: 'role', name: 'role', legend: t.role, choices, value: typed.role, error: error('role') })}
${placeFields(ask, draft, error)}
${buttonGroup([button({ text: t.button }), linkButton({ text: words.cancel, href: urls.operator.accounts(), kind: 'quiet' })])}`
  const hidden = [
    ...ask.hidden(),
    ...(draft.fixed
      ? [
          { name: 'organisation', value: draft.fixed.id },
          { name: 'fixed', value: 'yes' },
        ]
      : []),
  ]
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p>
${form({ action: urls.operator.createAccount(), hidden, content })}`
  return { title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language), { text: words.accounts.title, href: urls.operator.accounts() }] }
}

function placeFields(ask: SignedIn, { typed, candidates, fixed }: AccountDraft, error: (field: string) => FieldError | undefined): Html {
  const t = textsIn(ask.language).create
  if (fixed) return summaryList([{ key: t.whereFixed, value: fixed.name, action: { href: urls.operator.createAccount(), text: t.whereOther, about: '' } }])
  const where = textField({ id: 'where', name: 'where', label: t.where, hint: t.whereHint, value: typed.where, autocomplete: 'off', error: error('where') })
  if (!candidates) return where
  const choices = candidates.map((one) => ({
    value: one.id,
    text: one.name,
    hint: [one.uai, one.town, one.authorityName].filter(Boolean).join(' · ') || undefined,
  }))
  return html`${where}${radios({ id: 'organisation', name: 'organisation', legend: t.candidates, choices, value: candidates.length === 1 ? candidates[0]?.id : typed.organisation, error: error('organisation') })}`
}
