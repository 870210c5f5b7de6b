import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { select, textField } from '../../../ui/fields.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { layouts, repeatable, rolesOf } from './mapping-rules.ts'
import type { FileMapping, MappingProblem } from './mapping-rules.ts'
import { titleAt } from './open-reading.ts'
import type { Opened } from './open-reading.ts'
import { textsIn } from './texts.en.ts'

const shownRows = 8

/** What each column says: proposed, and changed by whoever knows the file. */
export function mappingPage(
  ask: SignedIn,
  opened: Opened,
  mapping: FileMapping,
  said: { recalled?: boolean; problems?: readonly MappingProblem[] } = {},
): Page {
  const t = textsIn(ask.language)
  const { school, upload, rows, titles } = opened
  const there = urls.indicators.ownReading({ organisation: school.id, token: upload.id })
  const errors = (said.problems ?? []).map(({ fault, column }) => ({
    field: column === null ? fault : `role-${column}`,
    id: column === null ? 'columns' : `role-${column}`,
    message: column === null ? t.faults[fault] : `${titleAt(opened, column, ask)}${t.colon}${t.faults[fault]}`,
  }))
  const names = titles.map((_, position) => titleAt(opened, position, ask))
  const first = table({
    caption: t.firstRows,
    dense: true,
    columns: [{ header: t.line, numeric: true }, ...names.map((header) => ({ header }))],
    rows: rows.slice(0, shownRows).map(({ line, cells }) => [line, ...names.map((_, position) => cells[position] || null)]),
  })
  const layout = form({
    action: there,
    method: 'get',
    content: html`<input type="hidden" name="colonnes" value="">${radios({ id: 'forme', name: 'forme', legend: t.layout, legendSize: 'm', value: mapping.layout, choices: layouts.map((value) => ({ value, text: t.layouts[value] })) })}${button({ text: t.changeLayout, kind: 'secondary' })}`,
  })
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.mappingTitle, 'l')}<p class="q-lead">${upload.fileName}</p>
${when(said.recalled, () => inset(t.recalled))}${when(opened.otherSheets.length > 0, () => html`<p class="govuk-hint">${t.otherSheets(opened.otherSheets.join(', '))}</p>`)}
<div class="q-scroll">${first}</div>${layout}${form({ action: there, hidden: ask.hidden(), content: columnFields(ask, opened, mapping) })}`
  return { title: t.mappingTitle, body, here: 'indicators', breadcrumbs: [{ text: t.title, href: urls.indicators.ownFiles({ organisation: school.id }) }] }
}

function columnFields(ask: SignedIn, opened: Opened, mapping: FileMapping): Html {
  const t = textsIn(ask.language)
  const { layout, columns } = mapping
  const several = layout !== 'values'
  const label = (text: string, position: number): Html => html`<span class="govuk-visually-hidden">${text}, ${titleAt(opened, position, ask)}</span>`
  const rows = columns.map(({ role, which }, position): Content[] => [
    titleAt(opened, position, ask),
    opened.rows.find(({ cells }) => cells[position])?.cells[position] ?? '–',
    select({
      id: `role-${position}`,
      name: `role-${position}`,
      label: label(t.holds, position),
      value: role ?? '',
      options: [{ value: '', text: t.notRead }, ...rolesOf[layout].map((value) => ({ value, text: t.roles[value] }))],
    }),
    ...(several
      ? [
          textField({
            id: `which-${position}`,
            name: `which-${position}`,
            label: label(t.which, position),
            value: which || (role && repeatable.includes(role) ? titleAt(opened, position, ask) : ''),
            width: 20,
          }),
        ]
      : []),
  ])
  return html`<input type="hidden" name="layout" value="${layout}">${heading(2, t.columnsTitle, 'm', 'columns')}${when(several, () => html`<p class="govuk-hint">${t.whichHint[layout]}</p>`)}
${table({ caption: t.columnsTitle, captionHidden: true, columns: [{ header: t.column }, { header: t.example }, { header: t.holds }, ...(several ? [{ header: t.which }] : [])], rows })}
${layout === 'periods' ? nothing : textField({ id: 'period', name: 'period', label: t.wholePeriod, hint: t.wholePeriodHint, value: mapping.period, width: 20 })}
${layout === 'measures' ? nothing : textField({ id: 'measure', name: 'measure', label: t.wholeMeasure, hint: t.wholeMeasureHint, value: mapping.measure, width: 20 })}
${button({ text: t.preview })}`
}
