import { errorText, hintText, type FieldError } from './form.ts'
import { attributes, classes, html, join, nothing, when, type AttributeValue, type Content, type Html } from './html.ts'

/** What every field takes. The label is always seen unless `labelHidden`, which is for a search box beside its button. */
export type Field = {
  id: string
  name: string
  label: Content
  labelHidden?: boolean
  labelSize?: 's' | 'm' | 'l'
  hint?: Content | undefined
  value?: string | number | null | undefined
  error?: FieldError | undefined
  required?: boolean
  disabled?: boolean
  /** Says what is saved or counted beside the field; a custom element may write here. */
  status?: Content
  data?: Record<`data-${string}`, string>
}

export type TextField = Field & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'number'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | 'search'
  /** Characters the box should suit; full width when absent. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  maxLength?: number
  spellcheck?: boolean
  suffix?: string
}

export function textField(f: TextField): Html {
  const input = html`<input class="${classes('govuk-input', f.width && `govuk-input--width-${f.width}`, f.error && 'govuk-input--error')}"${attributes({
    ...control(f),
    type: f.type ?? 'text',
    value: f.value ?? undefined,
    autocomplete: f.autocomplete,
    inputmode: f.inputmode ?? (f.type === 'number' ? 'numeric' : undefined),
    maxlength: f.maxLength,
    spellcheck: f.spellcheck === undefined ? undefined : String(f.spellcheck),
  })}>`
  if (!f.suffix) return group(f, input)
  return group(f, html`<div class="govuk-input__wrapper">${input}<div class="govuk-input__suffix" aria-hidden="true">${f.suffix}</div></div>`)
}

export type PasswordField = Omit<Field, 'value'> & { autocomplete: 'current-password' | 'new-password' }

/** Never filled again after a refusal. */
export function passwordField(f: PasswordField): Html {
  return group(
    f,
    html`<input class="${classes('govuk-input', f.error && 'govuk-input--error')}"${attributes({
      ...control(f),
      type: 'password',
      autocomplete: f.autocomplete,
      spellcheck: 'false',
    })}>`,
  )
}

export type TextArea = Field & {
  rows?: number
  /** Largest number of characters; browser/ shows what is left. */
  maxLength?: number
  autocomplete?: string
}

export function textArea(f: TextArea): Html {
  return group(
    f,
    html`<textarea class="${classes('govuk-textarea', f.error && 'govuk-textarea--error')}"${attributes({
      ...control(f),
      rows: f.rows ?? 4,
      autocomplete: f.autocomplete,
      'data-max-length': f.maxLength,
    })}>
${f.value ?? ''}</textarea>`,
  )
}

export type Option = { value: string; text: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }
export type Select = Field & { options: readonly (Option | OptionGroup)[] }

export function select(f: Select): Html {
  const chosen = f.value === null || f.value === undefined ? undefined : String(f.value)
  const option = (o: Option): Html => html`<option${attributes({ value: o.value, selected: o.value === chosen, disabled: o.disabled })}>${o.text}</option>`
  const options = f.options.map((o) => ('options' in o ? html`<optgroup label="${o.label}">${o.options.map(option)}</optgroup>` : option(o)))
  return group(f, html`<select class="${classes('govuk-select', f.error && 'govuk-select--error')}"${attributes(control(f))}>${options}</select>`)
}

export type DateField = Field & { min?: string; max?: string; autocomplete?: string }

/** `value`, `min` and `max` are ISO days (2026-09-01). */
export function dateField(f: DateField): Html {
  return group(
    f,
    html`<input class="${classes('govuk-input', 'q-input-date', f.error && 'govuk-input--error')}"${attributes({
      ...control(f),
      type: 'date',
      value: f.value || undefined,
      min: f.min,
      max: f.max,
      autocomplete: f.autocomplete,
    })}>`,
  )
}

export type FileField = Omit<Field, 'value'> & { accept?: string; multiple?: boolean }

export function fileField(f: FileField): Html {
  return group(
    f,
    html`<input class="${classes('govuk-file-upload', f.error && 'govuk-file-upload--error')}"${attributes({
      ...control(f),
      type: 'file',
      accept: f.accept,
      multiple: f.multiple,
    })}>`,
  )
}

export type SearchField = Field & { placeholder?: never }

export function searchField(f: SearchField): Html {
  return group(f, html`<input class="govuk-input"${attributes({ ...control(f), type: 'search', value: f.value ?? undefined, spellcheck: 'false' })}>`)
}

function control(f: Omit<Field, 'value'>): Record<string, AttributeValue> {
  const described = [f.hint && `${f.id}-hint`, f.error && `${f.id}-error`, f.status && `${f.id}-status`]
  return {
    id: f.id,
    name: f.name,
    required: f.required,
    disabled: f.disabled,
    'aria-invalid': f.error ? 'true' : undefined,
    'aria-describedby': described.filter(Boolean).join(' '),
    ...f.data,
  }
}

function group(f: Omit<Field, 'value'>, input: Html): Html {
  const label = html`<label class="${classes('govuk-label', f.labelSize && `govuk-label--${f.labelSize}`, f.labelHidden && 'govuk-visually-hidden')}" for="${f.id}">${f.label}</label>`
  return html`<div class="${classes('govuk-form-group', f.error && 'govuk-form-group--error')}">
${join([label, hintText(f.hint, `${f.id}-hint`), errorText(f.error, `${f.id}-error`), input])}
${when(f.status, () => html`<div class="q-status" id="${f.id}-status" aria-live="polite">${f.status ?? nothing}</div>`)}
</div>`
}
