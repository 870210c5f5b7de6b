import { attributes, html, type Content, type Html } from './html.ts'

/** Said once after a change, quietly, on top of the page. */
export function notice(text: Content): Html {
  return html`<div class="q-notice" role="status"><svg class="q-notice__mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><circle class="q-notice__disc" cx="12" cy="12" r="11"/><path class="q-notice__tick" d="M7 12.5l3.4 3.5L17 8.8"/></svg><div>${text}</div></div>`
}

/** A remark beside the text. */
export function inset(content: Content): Html {
  return html`<div class="govuk-inset-text">${content}</div>`
}

export type Callout = { title: string; content: Content; level?: 2 | 3; kind?: 'info' | 'harm' }

/** What must be read before acting; « harm » only where something can be lost. */
export function callout(c: Callout): Html {
  return html`<div class="q-callout q-callout--${c.kind ?? 'info'}">${heading(c.level ?? 2, c.title, 's')}${c.content}</div>`
}

export type Details = {
  summary: Content
  content: Content
  open?: boolean
  id?: string
  /** A lighter line, such as « D'où vient ce chiffre ? ». */ quiet?: boolean
}

export function details(d: Details): Html {
  return html`<details class="govuk-details${d.quiet ? ' q-details--quiet' : ''}"${attributes({ id: d.id, open: d.open })}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${d.summary}</span></summary>
<div class="govuk-details__text">${d.content}</div></details>`
}

export type EmptyPage = {
  title: string
  /** What this page is for. */
  purpose: Content
  example?: { label: string; text: Content } | undefined
  /** The first step: a button or a link. */
  step?: Content | undefined
  level?: 2 | 3
}

/** An empty page teaches: what it is for, one example, the first step. */
export function emptyPage(e: EmptyPage): Html {
  return html`<div class="q-empty">${heading(e.level ?? 2, e.title, 'm')}<p class="govuk-body">${e.purpose}</p>
${e.example ? html`<p class="q-empty__example"><span class="q-empty__label">${e.example.label}</span> ${e.example.text}</p>` : ''}
${e.step ? html`<div class="q-empty__step">${e.step}</div>` : ''}</div>`
}

export function heading(level: 1 | 2 | 3 | 4, text: Content, size?: 's' | 'm' | 'l' | 'xl', id?: string): Html {
  const look = `govuk-heading-${size ?? ({ 1: 'xl', 2: 'l', 3: 'm', 4: 's' } as const)[level]}`
  const list = attributes({ class: look, id })
  switch (level) {
    case 1:
      return html`<h1${list}>${text}</h1>`
    case 2:
      return html`<h2${list}>${text}</h2>`
    case 3:
      return html`<h3${list}>${text}</h3>`
    case 4:
      return html`<h4${list}>${text}</h4>`
  }
}
