import { errorText, hintText, type FieldError } from './form.ts'
import { attributes, classes, html, type Content, type Html } from './html.ts'

export type Choice = {
  value: string
  text: Content
  hint?: Content | undefined
  disabled?: boolean
  /** Below a thin line, apart from the scale: « Non concerné », « Je ne sais pas ». */
  apart?: boolean
}

type Choices = {
  /** The first choice carries this id, so that an error summary can lead to it; the others add -2, -3… */
  id: string
  name: string
  legend: Content
  legendHidden?: boolean
  legendSize?: 's' | 'm' | 'l' | undefined
  hint?: Content | undefined
  error?: FieldError | undefined
  choices: readonly Choice[]
  small?: boolean
  status?: Content
  data?: Record<`data-${string}`, string>
}

export type Radios = Choices & { value?: string | null | undefined; inline?: boolean }

export function radios(r: Radios): Html {
  return group(r, classes('govuk-radios', r.inline && 'govuk-radios--inline', r.small && 'govuk-radios--small'), (choice, id) =>
    box('radio', 'radios', choice, id, r.name, choice.value === r.value),
  )
}

export type Checkboxes = Choices & { values?: readonly string[] }

export function checkboxes(c: Checkboxes): Html {
  return group(c, classes('govuk-checkboxes', c.small && 'govuk-checkboxes--small'), (choice, id) =>
    box('checkbox', 'checkboxes', choice, id, c.name, (c.values ?? []).includes(choice.value)),
  )
}

export type Checkbox = { id: string; name: string; value?: string; text: Content; hint?: Content; checked?: boolean; error?: FieldError | undefined }

/** One box that stands alone, without a legend. */
export function checkbox(c: Checkbox): Html {
  const choice = { value: c.value ?? 'yes', text: c.text, hint: c.hint }
  return html`<div class="${classes('govuk-form-group', c.error && 'govuk-form-group--error')}">${errorText(c.error, `${c.id}-error`)}
<div class="govuk-checkboxes">${box('checkbox', 'checkboxes', choice, c.id, c.name, c.checked ?? false, c.error && `${c.id}-error`)}</div></div>`
}

function group(c: Choices, listClass: string, box: (choice: Choice, id: string) => Html): Html {
  const described = [c.hint && `${c.id}-hint`, c.error && `${c.id}-error`, c.status && `${c.id}-status`]
  const legend = classes('govuk-fieldset__legend', c.legendHidden ? 'govuk-visually-hidden' : `govuk-fieldset__legend--${c.legendSize ?? 's'}`)
  return html`<div class="${classes('govuk-form-group', c.error && 'govuk-form-group--error')}">
<fieldset class="govuk-fieldset"${attributes({ 'aria-describedby': described.filter(Boolean).join(' '), ...c.data })}>
<legend class="${legend}">${c.legend}</legend>
${hintText(c.hint, `${c.id}-hint`)}${errorText(c.error, `${c.id}-error`)}
<div class="${listClass}">${c.choices.map((choice, index) => box(choice, index === 0 ? c.id : `${c.id}-${index + 1}`))}</div>
</fieldset>
${c.status ? html`<div class="q-status" id="${c.id}-status" aria-live="polite">${c.status}</div>` : ''}
</div>`
}

function box(type: string, block: string, choice: Choice, id: string, name: string, checked: boolean, describedBy = ''): Html {
  const hintId = choice.hint ? `${id}-item-hint` : ''
  const list = attributes({
    type,
    id,
    name,
    value: choice.value,
    checked,
    disabled: choice.disabled,
    'aria-describedby': [hintId, describedBy].filter(Boolean).join(' '),
  })
  return html`<div class="${classes(`govuk-${block}__item`, choice.apart && 'q-choice--apart')}"><input class="govuk-${block}__input"${list}>
<label class="govuk-label govuk-${block}__label" for="${id}">${choice.text}</label>
${choice.hint ? html`<div class="govuk-hint govuk-${block}__hint" id="${hintId}">${choice.hint}</div>` : ''}</div>`
}
