import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { dateField, fileField, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { textsIn as descriptionTexts } from '../description-texts.en.ts'
import { reviseEvidence } from '../edit-commands.ts'
import type { RevisionRefusal, RevisionSource } from '../edit-commands.ts'
import { acceptedEndings } from '../file-type.ts'
import { onEvidence } from '../guard.ts'
import { readDay } from '../rules.ts'
import { findEvidence } from '../store.ts'
import type { Evidence } from '../store.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import { datesFault } from '../validity-rules.ts'
import { proofCrumbs } from './plain-page.ts'
import { textsIn } from './texts.en.ts'

interface Typed {
  address: string
  effectiveOn: string
  validUntil: string
  version: number
  errors: readonly FormError[]
}

function revisePage(ask: SignedIn, evidence: Evidence, typed: Typed): Page {
  const t = textsIn(ask.language)
  const words = descriptionTexts(ask.language)
  const error = errorsBy(typed.errors, t.errorPrefix)
  const here = { evidence: evidence.id }
  const day = (name: 'effectiveOn' | 'validUntil', hint: string) =>
    dateField({ id: name, name, label: words.labels[name], hint, value: typed[name], error: error(name) })
  const content = html`${when(typed.errors.length > 0, () => html`<p class="govuk-body">${t.chooseAgain}</p>`)}
${fileField({ id: 'file', name: 'file', label: t.reviseFile, hint: t.reviseFileHint, accept: acceptedEndings, error: error('file') })}
${textField({ id: 'address', name: 'address', label: t.reviseAddress, hint: t.reviseAddressHint, type: 'url', value: typed.address, spellcheck: false, error: error('address') })}
${day('effectiveOn', words.hints.effectiveOn)}${day('validUntil', t.reviseValidHint)}
${buttonGroup([button({ text: t.reviseButton }), linkButton({ text: t.cancel, href: urls.evidence.show(here), kind: 'quiet' })])}`
  const title = t.reviseTitle(evidence.title)
  const body = html`${errorSummary({ title: t.errorTitle, errors: typed.errors })}${heading(1, title, 'l')}<p class="govuk-body-l">${t.revisePurpose}</p>
${form({ action: urls.evidence.revise(here), hidden: [...ask.hidden(), { name: 'version', value: typed.version }], files: true, content })}`
  return { title: `${typed.errors.length > 0 ? `${t.errorPrefix} ` : ''}${title}`, body, here: 'school', breadcrumbs: proofCrumbs(ask, evidence) }
}

export const showRevise = onEvidence('evidence.attach', (ask, evidence) =>
  Promise.resolve(page(revisePage(ask, evidence, { address: '', effectiveOn: '', validUntil: '', version: evidence.version, errors: [] }))),
)

export const saveRevise = onEvidence('evidence.attach', async (ask, evidence) => {
  const t = textsIn(ask.language)
  const typed = readTyped(ask)
  const source = sourceOf(ask)
  const errors = [...(typeof source === 'string' ? [{ field: 'file', id: 'file', message: t[source] }] : []), ...dateErrors(ask, typed)]
  if (typeof source === 'string' || errors.length > 0) return invalid(revisePage(ask, evidence, { ...typed, errors }))
  const outcome = await reviseEvidence(ask.db, ask.services.files, ask.caller.personId, evidence, {
    version: typed.version,
    source,
    effectiveOn: readDay(typed.effectiveOn),
    validUntil: readDay(typed.validUntil),
  })
  if ('revised' in outcome) return redirect(urls.evidence.show({ evidence: evidence.id }), t.revised)
  // The next sending is made knowing what the proof is now.
  const present = (await findEvidence(ask.db, evidence.id)) ?? evidence
  const version = outcome.refused === 'changed-meanwhile' ? present.version : typed.version
  return invalid(revisePage(ask, present, { ...typed, version, errors: [errorOf(ask, source, outcome)] }))
})

const readTyped = (ask: SignedIn): Omit<Typed, 'errors'> => ({
  address: ask.form.text('address'),
  effectiveOn: ask.form.text('effectiveOn'),
  validUntil: ask.form.text('validUntil'),
  version: Number(ask.form.text('version')) || 0,
})

/** A file or an address; otherwise why there is neither. */
function sourceOf(ask: SignedIn): RevisionSource | 'noSource' | 'twoSources' {
  const [file] = ask.form.files('file')
  const address = ask.form.text('address')
  if (file && address) return 'twoSources'
  if (file) return { file }
  return address ? { address } : 'noSource'
}

function dateErrors(ask: SignedIn, { effectiveOn, validUntil }: Omit<Typed, 'errors'>): FormError[] {
  const t = descriptionTexts(ask.language).errors
  const wrong = (field: string, message: string): FormError => ({ field, id: field, message })
  const errors: FormError[] = []
  if (effectiveOn && !readDay(effectiveOn)) errors.push(wrong('effectiveOn', t.wrongDay))
  if (validUntil && !readDay(validUntil)) errors.push(wrong('validUntil', t.wrongDay))
  const fault = datesFault({ effectiveOn: readDay(effectiveOn), validUntil: readDay(validUntil), remindOn: null })
  return fault ? [...errors, wrong('validUntil', t.endsBefore)] : errors
}

function errorOf(ask: SignedIn, source: RevisionSource, outcome: RevisionRefusal): FormError {
  const [t, words] = [textsIn(ask.language), evidenceTexts(ask.language)]
  const field = 'file' in source ? 'file' : 'address'
  const because = (message: string): FormError => ({ field, id: field, message })
  switch (outcome.refused) {
    case 'changed-meanwhile':
      return because(t.changedMeanwhile)
    case 'same-content':
      return because(t.sameContent)
    case 'empty-link':
    case 'not-a-link':
    case 'not-web':
    case 'password-in-link':
    case 'too-long-link':
      return because(words.linkRefusals[outcome.refused])
    default:
      return because(words.fileRefusal(outcome.refused, 'type' in outcome ? outcome.type : undefined))
  }
}
