import { attributes, classes, html, type Content, type Html } from './html.ts'

export type Column = { header: string; numeric?: boolean; /** The header is read, not seen (a column of buttons). */ headerHidden?: boolean }

export type Table = {
  caption: string
  captionHidden?: boolean
  columns: readonly Column[]
  /** As many cells as columns; the first names the row. null is shown as `missing`. */
  rows: readonly (readonly (Content | number | null)[])[]
  missing?: string
  dense?: boolean
}

/** Becomes one card a row on a narrow screen. */
export function table(t: Table): Html {
  const heads = t.columns.map(
    (column) =>
      html`<th scope="col"${attributes({ class: column.numeric && 'q-numeric' })}>${column.headerHidden ? html`<span class="govuk-visually-hidden">${column.header}</span>` : column.header}</th>`,
  )
  const cells = (row: Table['rows'][number]) =>
    t.columns.map((column, index) => {
      const cell = row[index] ?? html`<span class="q-missing">${t.missing ?? '–'}</span>`
      const list = attributes({ class: column.numeric && 'q-numeric', 'data-label': column.headerHidden ? undefined : column.header })
      return index === 0
        ? html`<th scope="row" class="${classes('q-table__name', column.numeric && 'q-numeric')}">${cell}</th>`
        : html`<td${list}><div>${cell}</div></td>`
    })
  return html`<table class="${classes('q-table', t.dense && 'q-table--dense')}"><caption class="${t.captionHidden ? 'govuk-visually-hidden' : 'q-table__caption'}">${t.caption}</caption>
<thead><tr>${heads}</tr></thead><tbody>${t.rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`
}
