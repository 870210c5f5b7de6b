import type { Form } from '../../../platform/web/form.ts'
import type { Language } from '../../../platform/language.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { inset } from '../../../ui/messages.ts'
import type { ReferenceKind } from '../tables.ts'
import { longestDescription, longestLabel } from './rules.ts'
import type { ReferenceFault, ReferenceText } from './rules.ts'
import { textsIn } from './texts.en.ts'

const fieldOf: Record<ReferenceFault, keyof ReferenceText> = { 'no-label': 'label', 'long-label': 'label', 'long-description': 'description' }

export const readReference = (sent: Form): ReferenceText => ({ label: sent.text('label').replace(/\s+/g, ' '), description: sent.text('description') })

/** Ids of the fields end with the kind, so that three forms live on one page. */
export const errorsOf = (kind: ReferenceKind, fault: ReferenceFault | null, language: Language): FormError[] =>
  fault ? [{ field: fieldOf[fault], id: `${fieldOf[fault]}-${kind}`, message: textsIn(language).faults[fault] }] : []

export interface TypedReference {
  kind: ReferenceKind
  typed: ReferenceText
  errors: readonly FormError[]
  language: Language
  /** What somebody else saved meanwhile. */
  meanwhile?: ReferenceText
}

/** The two fields of a reference. */
export function referenceFields({ kind, typed, errors, language, meanwhile }: TypedReference): Html {
  const t = textsIn(language)
  const words = t.kinds[kind]
  const error = errorsBy(errors, t.errorPrefix)
  const saved = (name: keyof ReferenceText): Content =>
    meanwhile && meanwhile[name] !== typed[name] ? inset(html`<strong>${t.savedVersion}</strong><br>${meanwhile[name] || '–'}`) : nothing
  return html`${saved('label')}${textField({ id: `label-${kind}`, name: 'label', label: words.label, hint: words.labelHint, value: typed.label, maxLength: longestLabel, autocomplete: 'off', error: error('label') })}
${saved('description')}${textArea({ id: `description-${kind}`, name: 'description', label: t.description, value: typed.description, rows: 3, maxLength: longestDescription, error: error('description') })}`
}
