import { form, type Hidden } from './form.ts'
import { attributes, classes, html, type Content, type Html } from './html.ts'

export type ButtonKind = 'primary' | 'secondary' | 'harm' | 'quiet'

type Look = {
  text: Content
  kind?: ButtonKind
  /** Read after the text, not seen, to tell one « Retirer » from another. */
  about?: string | undefined
}

export type Button = Look & {
  name?: string
  value?: string
  /** Sends another form of the page. */
  form?: string
  formAction?: string
  type?: 'submit' | 'button'
  disabled?: boolean
  data?: Record<`data-${string}`, string>
}

/** One primary button a page; « quiet » looks like a link. */
export function button(b: Button): Html {
  return html`<button${attributes({
    type: b.type ?? 'submit',
    class: look(b.kind),
    name: b.name,
    value: b.value,
    form: b.form,
    formaction: b.formAction,
    disabled: b.disabled,
    ...b.data,
  })}>${words(b)}</button>`
}

export type LinkButton = Look & { href: string; download?: boolean }

/** A link that looks like a button: goes somewhere, changes nothing. */
export function linkButton(b: LinkButton): Html {
  return html`<a class="${look(b.kind)}"${attributes({ href: b.href, download: b.download })}>${words(b)}</a>`
}

export type PostButton = Look & {
  action: string
  hidden?: readonly Hidden[]
  /** Attributes of the form, for a custom element. */ data?: Record<`data-${string}`, string>
}

/** A button that changes something by itself: its own small form. */
export function postButton(b: PostButton): Html {
  return form({
    action: b.action,
    hidden: b.hidden ?? [],
    inline: true,
    ...(b.data ? { data: b.data } : {}),
    content: button({ text: b.text, kind: b.kind ?? 'secondary', about: b.about }),
  })
}

export function buttonGroup(buttons: readonly Content[]): Html {
  return html`<div class="q-buttons">${buttons}</div>`
}

function look(kind: ButtonKind = 'primary'): string {
  if (kind === 'quiet') return 'q-button-quiet'
  return classes('govuk-button', kind === 'secondary' && 'govuk-button--secondary', kind === 'harm' && 'govuk-button--warning')
}

function words({ text, about }: Look): Html {
  return about ? html`${text}<span class="govuk-visually-hidden"> ${about}</span>` : html`${text}`
}
