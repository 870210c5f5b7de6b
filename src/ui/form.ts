import { attributes, html, join, nothing, type Content, type Html } from './html.ts'

/** What a page says of one refused field: `field` is the name in the form, `id` the element to go to. */
export type FormError = { field: string; id: string; message: string }

/** An error beside its field: `prefix` is read, not seen (« Erreur : »). */
export type FieldError = { prefix: string; message: string }

export type Hidden = { name: string; value: string | number }

/** `const error = errorsBy(form.errors, t.errorPrefix)`, then `error('title')` in each field. */
export function errorsBy(errors: readonly FormError[], prefix: string): (field: string) => FieldError | undefined {
  return (field) => {
    const found = errors.find((error) => error.field === field)
    return found && { prefix, message: found.message }
  }
}

export function hiddenField({ name, value }: Hidden): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

export type Form = {
  action: string
  content: Content
  method?: 'get' | 'post'
  hidden?: readonly Hidden[]
  id?: string
  /** Sends files. */
  files?: boolean
  /** Names the form to assistive technology when the page has several. */
  label?: string
  /** One line: the button stands beside the field (search, filters, one-button forms). */
  inline?: boolean
  /** Attributes for a custom element of browser/, such as `{ 'data-autosave': '' }`. */
  data?: Record<`data-${string}`, string>
}

export function form(f: Form): Html {
  const list = attributes({
    action: f.action,
    method: f.method ?? 'post',
    enctype: f.files ? 'multipart/form-data' : undefined,
    id: f.id,
    class: f.inline ? 'q-form q-form--inline' : 'q-form',
    'aria-label': f.label,
    novalidate: true,
    ...f.data,
  })
  return html`<form${list}>${(f.hidden ?? []).map(hiddenField)}${f.content}</form>`
}

export type ErrorSummary = { title: string; errors: readonly FormError[] }

/** On top of a refused form; nothing when there is no error. The page's title should say it too. */
export function errorSummary({ title, errors }: ErrorSummary): Html {
  if (errors.length === 0) return nothing
  return html`<div class="govuk-error-summary" data-module="error-summary" tabindex="-1"><div role="alert">
<h2 class="govuk-error-summary__title">${title}</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
${join(errors.map((error) => html`<li><a href="#${error.id}">${error.message}</a></li>`))}
</ul></div></div></div>`
}

export type Fieldset = {
  legend: string
  content: Content
  hint?: string
  error?: FieldError | undefined
  id?: string
  size?: 's' | 'm' | 'l'
}

/** A named group of fields (not of choices: see radios and checkboxes). */
export function fieldset(f: Fieldset): Html {
  const hintId = f.hint && f.id ? `${f.id}-hint` : undefined
  const errorId = f.error && f.id ? `${f.id}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ')
  return html`<fieldset class="govuk-fieldset q-group"${attributes({ id: f.id, 'aria-describedby': describedBy })}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--${f.size ?? 'm'}">${f.legend}</legend>
${hintText(f.hint, hintId)}${errorText(f.error, errorId)}${f.content}</fieldset>`
}

export function hintText(hint: Content | undefined, id: string | undefined): Html {
  return hint ? html`<div class="govuk-hint"${attributes({ id })}>${hint}</div>` : nothing
}

export function errorText(error: FieldError | undefined, id: string | undefined): Html {
  if (!error) return nothing
  return html`<p class="govuk-error-message"${attributes({ id })}><span class="govuk-visually-hidden">${error.prefix} </span>${error.message}</p>`
}
