import { attributes, classes, html, nothing, type Content, type Html } from './html.ts'

export type SummaryRow = {
  key: Content
  /** Absent or null shows `missing`. */
  value: Content | null | undefined
  missing?: Content
  action?: { href: string; text: string; about: string } | undefined
}

/** Name and value, one line each, with a way to change. */
export function summaryList(rows: readonly SummaryRow[]): Html {
  return html`<dl class="govuk-summary-list">${rows.map(
    (row) => html`<div class="${classes('govuk-summary-list__row', !row.action && 'govuk-summary-list__row--no-actions')}">
<dt class="govuk-summary-list__key">${row.key}</dt>
<dd class="govuk-summary-list__value">${row.value ?? html`<span class="q-missing">${row.missing ?? '–'}</span>`}</dd>
${row.action ? html`<dd class="govuk-summary-list__actions"><a class="govuk-link" href="${row.action.href}">${row.action.text}<span class="govuk-visually-hidden"> ${row.action.about}</span></a></dd>` : ''}</div>`,
  )}</dl>`
}

export type Card = {
  title: Content
  href?: string | undefined
  /** A small sign at left, such as a wheel. */
  sign?: Content | undefined
  /** One line of state: tags, date. */
  meta?: Content | undefined
  content?: Content | undefined
  /** Buttons or links at the foot. */
  actions?: Content | undefined
  level?: 2 | 3 | 4
  id?: string
}

/** One thing on its own sheet; its title leads to it. */
export function card(c: Card): Html {
  const title = c.href ? html`<a class="q-card__link" href="${c.href}">${c.title}</a>` : c.title
  const level = c.level ?? 3
  const head =
    level === 2
      ? html`<h2 class="q-card__title">${title}</h2>`
      : level === 3
        ? html`<h3 class="q-card__title">${title}</h3>`
        : html`<h4 class="q-card__title">${title}</h4>`
  return html`<article class="q-card"${attributes({ id: c.id })}>${c.sign ? html`<div class="q-card__sign">${c.sign}</div>` : ''}
<div class="q-card__body">${head}${c.meta ? html`<div class="q-card__meta">${c.meta}</div>` : ''}${c.content ?? ''}
${c.actions ? html`<div class="q-card__actions">${c.actions}</div>` : ''}</div></article>`
}

/** `wide`: one card a line; else as many as fit. */
export function cardList(cards: readonly Card[], look: 'wide' | 'grid' = 'wide', level: 2 | 3 | 4 = 3): Html {
  return html`<ul class="q-cards q-cards--${look}">${cards.map((c) => html`<li>${card({ level, ...c })}</li>`)}</ul>`
}

export type Step = { text: Content; href?: string | undefined; state: 'done' | 'current' | 'next'; /** The state in words. */ stateText: string }

/** Where one stands in a short path. */
export function stepper(label: string, steps: readonly Step[]): Html {
  return html`<nav class="q-steps" aria-label="${label}"><ol>${steps.map(
    (step) => html`<li class="q-steps__item q-steps__item--${step.state}"${attributes({ 'aria-current': step.state === 'current' && 'step' })}>
${step.href ? html`<a class="govuk-link" href="${step.href}">${step.text}</a>` : html`<span>${step.text}</span>`} <span class="q-steps__state">${step.stateText}</span></li>`,
  )}</ol></nav>`
}

export type Progress = { done: number; total: number; /** « 3 sur 12 ». */ text: string; label: string }

export function progress(p: Progress): Html {
  return html`<div class="q-progress"><progress class="q-progress__bar" aria-label="${p.label}" max="${p.total}" value="${p.done}">${p.text}</progress> <span class="q-progress__text">${p.text}</span></div>`
}

export type Pagination = {
  label: string
  previous?: { href: string; text: string } | undefined
  next?: { href: string; text: string } | undefined
  /** « Page 2 sur 9 ». */
  position: string
}

export function pagination(p: Pagination): Html {
  return html`<nav class="q-pagination" aria-label="${p.label}">
${p.previous ? html`<a class="govuk-link" rel="prev" href="${p.previous.href}"><span aria-hidden="true">← </span>${p.previous.text}</a>` : ''}
<span class="q-pagination__position">${p.position}</span>
${p.next ? html`<a class="govuk-link" rel="next" href="${p.next.href}">${p.next.text}<span aria-hidden="true"> →</span></a>` : ''}</nav>`
}

export type TabLink = { href: string; text: Content; current?: boolean; count?: number | undefined }

/** Views of the same thing, each with its own address. */
export function tabs(label: string, links: readonly TabLink[]): Html {
  return html`<nav class="q-tabs" aria-label="${label}"><ul>${links.map(
    (link) =>
      html`<li><a href="${link.href}"${attributes({ 'aria-current': link.current && 'page' })}>${link.text}${link.count === undefined ? nothing : html` <span class="q-count">${link.count}</span>`}</a></li>`,
  )}</ul></nav>`
}

/** A plain list with bullets or numbers. */
export function list(items: readonly Content[], kind: 'bullet' | 'number' = 'bullet'): Html {
  const lines = items.map((item) => html`<li>${item}</li>`)
  return kind === 'bullet' ? html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>` : html`<ol class="govuk-list govuk-list--number">${lines}</ol>`
}

/** Two columns on a wide screen, one under the other on a narrow one. */
export function columns(left: Content, right: Content, widths: 'equal' | 'main-aside' | 'aside-main' = 'equal'): Html {
  return html`<div class="q-columns q-columns--${widths}"><div>${left}</div><div>${right}</div></div>`
}
