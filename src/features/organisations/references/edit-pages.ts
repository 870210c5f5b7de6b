import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { moveReference, removeReference, saveReference } from './commands.ts'
import { errorsOf, readReference, referenceFields } from './form.ts'
import type { ReferenceText } from './rules.ts'
import { findReference } from './store.ts'
import type { Reference } from './store.ts'
import { textsIn } from './texts.en.ts'

interface Draft {
  typed: ReferenceText
  version: number
  errors?: readonly FormError[]
  meanwhile?: ReferenceText
}

const listOf = (reference: Reference): string => `${urls.school.references({ organisation: reference.organisationId })}#kind-${reference.kind}`
const addressOf = (reference: Reference) => ({ organisation: reference.organisationId, reference: reference.id })

const pageOf = (ask: SignedIn, reference: Reference, title: string, body: Content): Page => ({
  title,
  body: html`${body}`,
  here: 'school',
  breadcrumbs: [{ text: textsIn(ask.language).title, href: listOf(reference) }],
})

function editPage(ask: SignedIn, reference: Reference, draft: Draft): Page {
  const t = textsIn(ask.language)
  const { kind } = reference
  const errors = draft.errors ?? []
  const fields = referenceFields({ kind, language: ask.language, typed: draft.typed, errors, ...(draft.meanwhile ? { meanwhile: draft.meanwhile } : {}) })
  const title = t.kinds[kind].edit
  return pageOf(
    ask,
    reference,
    title,
    html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}
${when(draft.meanwhile, () => callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` }))}
${form({
  action: urls.school.referenceEdit(addressOf(reference)),
  hidden: [...ask.hidden(), { name: 'version', value: draft.version }],
  content: html`${fields}${buttonGroup([button({ text: t.saveButton }), linkButton({ text: t.cancel, href: listOf(reference), kind: 'quiet' })])}`,
})}`,
  )
}

export const showEditReference = (ask: SignedIn, reference: Reference): Promise<Answer> =>
  Promise.resolve(page(editPage(ask, reference, { typed: reference, version: reference.version })))

export async function saveEditReference(ask: SignedIn, reference: Reference): Promise<Answer> {
  const typed = readReference(ask.form)
  const version = Number(ask.form.text('version')) || 0
  const result = await saveReference(ask.db, ask.caller.personId, reference, version, typed)
  if ('saved' in result) return redirect(listOf(reference), textsIn(ask.language).saved)
  if (result.refused === 'changed-meanwhile') {
    // The next sending is made knowing what was saved meanwhile.
    const saved = (await findReference(ask.db, reference.organisationId, reference.id)) ?? reference
    return invalid(editPage(ask, reference, { typed, version: saved.version, meanwhile: saved }))
  }
  return invalid(editPage(ask, reference, { typed, version, errors: errorsOf(reference.kind, result.refused, ask.language) }))
}

export async function saveMoveReference(ask: SignedIn, reference: Reference): Promise<Answer> {
  await moveReference(ask.db, ask.caller.personId, reference, ask.form.text('direction') === 'up' ? 'up' : 'down')
  return redirect(`${urls.school.references({ organisation: reference.organisationId })}#reference-${reference.id}`)
}

export function showRemoveReference(ask: SignedIn, reference: Reference): Promise<Answer> {
  const t = textsIn(ask.language)
  const title = t.removeTitle(reference.label)
  const body = html`${heading(1, title)}<p class="govuk-body">${t.removeIntro}</p>${form({
    action: urls.school.referenceDelete(addressOf(reference)),
    hidden: ask.hidden(),
    content: buttonGroup([button({ text: t.removeButton, kind: 'harm' }), linkButton({ text: t.cancel, href: listOf(reference), kind: 'quiet' })]),
  })}`
  return Promise.resolve(page(pageOf(ask, reference, title, body)))
}

export async function saveRemoveReference(ask: SignedIn, reference: Reference): Promise<Answer> {
  await removeReference(ask.db, ask.caller.personId, reference)
  return redirect(listOf(reference), textsIn(ask.language).removed)
}
