import { html, when, type Content, type Html } from './html.ts'
import { cardList, type Card } from './lists.ts'

export type BoardColumn = { title: string; cards: readonly Card[]; /** What an empty column says. */ empty: string }

/** Cards by state, side by side; one column under the other on a narrow screen. */
export function board(columns: readonly BoardColumn[]): Html {
  return html`<div class="q-board">${columns.map(
    (column) => html`<section><h2 class="q-board__title">${column.title} <span class="q-count">${column.cards.length}</span></h2>
${column.cards.length > 0 ? cardList(column.cards) : html`<p class="q-missing">${column.empty}</p>`}</section>`,
  )}</div>`
}

export type AgendaMonth = { title: string; entries: readonly { /** « mardi 3 ». */ day: string; content: Content }[] }

/** A calendar to be read from top to bottom: only the days on which something happens. */
export function agenda(months: readonly AgendaMonth[], undated?: { title: string; content: Content }): Html {
  return html`${months.map(
    (month) =>
      html`<section><h2 class="govuk-heading-m">${month.title}</h2><dl class="q-agenda">${month.entries.map(
        (entry) => html`<div><dt>${entry.day}</dt><dd>${entry.content}</dd></div>`,
      )}</dl></section>`,
  )}${when(undated, () => html`<section><h2 class="govuk-heading-m">${undated?.title}</h2>${undated?.content}</section>`)}`
}
