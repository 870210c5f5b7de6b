import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Draft } from './drafts-store.ts'
import { formTextsIn } from './form-texts.en.ts'
import { textsIn } from './texts.en.ts'

export interface FormShown {
  title: string
  lead?: string
  action: string
  /** Where « Annuler » leads. */
  back: string
  /** Mark of what was shown, to see whether somebody changed it meanwhile. */
  seen: string
  errors: readonly FormError[]
  meanwhile: boolean
  fields: Html
  /** Beside « Enregistrer ». */
  more?: Content
  scripts?: readonly string[]
  /** Another way to do the same, above the form. */
  before?: Content
  crumbs?: readonly { text: string; href: string }[]
}

/** One part of a draft as a form: what is wrong on top, what somebody changed meanwhile, the fields, the way back. */
export function formPage(ask: SignedIn, draft: Draft, shown: FormShown): Page {
  const t = formTextsIn(ask.language)
  const body = html`${errorSummary({ title: t.errorTitle, errors: shown.errors })}${heading(1, shown.title)}${shown.before ?? nothing}
${when(shown.lead, () => html`<p class="q-lead">${shown.lead}</p>`)}
${when(shown.meanwhile, () => callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` }))}
${form({
  action: shown.action,
  hidden: [...ask.hidden(), { name: 'seen', value: shown.seen }],
  content: html`${shown.fields}${buttonGroup([button({ text: t.save }), shown.more ?? nothing, linkButton({ text: t.cancel, href: shown.back, kind: 'quiet' })])}`,
})}`
  return { ...pageOf(ask, draft, shown.title, body, shown.crumbs), ...(shown.scripts ? { scripts: shown.scripts } : {}) }
}

/** A page of a draft, with the way back to it. */
export function pageOf(ask: SignedIn, draft: Draft, title: string, body: Html, crumbs: readonly { text: string; href: string }[] = []): Page {
  return { title, body, here: 'frameworks', breadcrumbs: [...draftCrumbs(ask, draft), ...crumbs] }
}

export const draftCrumbs = (ask: SignedIn, draft: Draft) => [
  { text: textsIn(ask.language).list.title, href: urls.drafts.list({ organisation: draft.organisationId }) },
  { text: titleOf(ask, draft), href: urls.drafts.show({ draft: draft.id }) },
]

export const titleOf = (ask: SignedIn, draft: Draft): string => draft.content.short_title || draft.content.title || textsIn(ask.language).untitled
