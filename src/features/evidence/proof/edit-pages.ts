import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { checkDescription, descriptionFields, readDescription, typedOf } from '../description-form.ts'
import type { DescriptionField, TypedDescription } from '../description-form.ts'
import { textsIn as descriptionTexts } from '../description-texts.en.ts'
import { editEvidence, mayRestrict } from '../edit-commands.ts'
import { onEvidence } from '../guard.ts'
import { findEvidence } from '../store.ts'
import type { Evidence } from '../store.ts'
import { proofCrumbs } from './plain-page.ts'
import { textsIn } from './texts.en.ts'

interface Draft {
  typed: TypedDescription
  version: number
  errors?: readonly FormError[]
  meanwhile?: TypedDescription
}

const fields: readonly DescriptionField[] = ['title', 'nature', 'note', 'effectiveOn', 'validUntil', 'remindOn']

function editPage(ask: SignedIn, evidence: Evidence, { typed, version, errors = [], meanwhile }: Draft): Page {
  const t = textsIn(ask.language)
  const words = descriptionTexts(ask.language)
  const shown: readonly DescriptionField[] = mayRestrict(ask.caller, evidence) ? [...fields, 'confidentiality'] : fields
  const show = urls.evidence.show({ evidence: evidence.id })
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, t.editTitle, 'l')}
${when(meanwhile, () => callout({ title: words.changedTitle, content: html`<p class="govuk-body">${words.changed}</p>` }))}
${form({
  action: urls.evidence.edit({ evidence: evidence.id }),
  hidden: [...ask.hidden(), { name: 'version', value: version }],
  content: html`${descriptionFields({ typed, errors, language: ask.language, shown, meanwhile })}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: show, kind: 'quiet' })])}`,
})}`
  return { title: `${errors.length > 0 ? `${words.errorPrefix} ` : ''}${t.editTitle}`, body, here: 'school', breadcrumbs: proofCrumbs(ask, evidence) }
}

export const showEdit = onEvidence('evidence.attach', (ask, evidence) =>
  Promise.resolve(page(editPage(ask, evidence, { typed: typedOf(evidence), version: evidence.version }))),
)

export const saveEdit = onEvidence('evidence.attach', async (ask, evidence) => {
  const typed = readDescription(ask.form, evidence)
  const version = Number(ask.form.text('version')) || 0
  const { errors, values } = checkDescription(typed, ask.language)
  if (errors.length > 0) return invalid(editPage(ask, evidence, { typed, version, errors }))
  const outcome = await editEvidence(ask.db, ask.caller, evidence, version, values)
  if ('saved' in outcome) return redirect(urls.evidence.show({ evidence: evidence.id }), textsIn(ask.language).saved)
  // The next sending is made knowing what was saved meanwhile.
  const saved = (await findEvidence(ask.db, evidence.id)) ?? evidence
  return invalid(editPage(ask, saved, { typed, version: saved.version, meanwhile: typedOf(saved) }))
})
