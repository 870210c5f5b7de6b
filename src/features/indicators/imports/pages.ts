import { recordActivity } from '../../../platform/activity.ts'
import { formatDate, formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { fileField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { PermissionName } from '../../accounts/permissions.ts'
import type { Organisation } from '../../organisations/store.ts'
import { datasetTitle } from '../values/published-points.ts'
import { listImports, undoImport } from './imports-store.ts'
import type { ListedImport } from './imports-store.ts'
import { textsIn } from './texts.en.ts'
import { keepUpload } from './uploads.ts'

/** The largest file that is read: twice the largest that the ministry publishes. */
export const largestFigures = 64 * 1024 * 1024

export async function uploadPage(ask: SignedIn, organisation: Organisation, refusal?: string): Promise<Page> {
  const t = textsIn(ask.language)
  const errors = refusal ? [{ field: 'file', id: 'file', message: refusal }] : []
  const field = fileField({
    id: 'file',
    name: 'file',
    label: t.file,
    hint: t.fileHint,
    accept: '.csv,.json,.xlsx,.ods,.txt',
    error: errorsBy(errors, '')('file'),
  })
  const body = html`${errorSummary({ title: t.refusedFile, errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p><p class="govuk-body">${organisation.name}</p>${when(organisation.kind === 'authority', () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.indicators.authority({ organisation: organisation.id })}">${t.together}</a></p>`)}
${form({ action: urls.indicators.imports({ organisation: organisation.id }), hidden: ask.hidden(), files: true, content: html`${field}${button({ text: t.read })}` })}
${heading(2, t.history, 'm')}${historyView(ask, await listImports(ask.db, organisation.id))}`
  return { title: t.title, body, here: 'indicators' }
}

export function historyView(ask: SignedIn, imports: readonly ListedImport[]): Html {
  const t = textsIn(ask.language)
  if (imports.length === 0) return html`<p class="govuk-body">${t.none}</p>`
  const [at, dataset, file, loaded, refused, see] = t.historyColumns
  return table({
    caption: t.history,
    captionHidden: true,
    columns: [
      { header: at ?? '' },
      { header: dataset ?? '' },
      { header: file ?? '' },
      { header: loaded ?? '', numeric: true },
      { header: refused ?? '', numeric: true },
      { header: see || t.see, headerHidden: true },
    ],
    rows: imports.map((one) => [
      formatDate(one.at, ask.language, 'short'),
      titleOf(ask, one),
      html`${one.fileName}${when(one.undoneAt, () => html` <span class="q-missing">${t.undoneMark(one.undoneBy ?? '')}</span>`)}`,
      formatNumber(one.rowsLoaded, ask.language),
      formatNumber(one.rowsRefused, ask.language),
      html`<a class="govuk-link" href="${urls.indicators.import({ figuresImport: one.id })}">${t.see}<span class="govuk-visually-hidden"> ${one.fileName}</span></a>`,
    ]),
  })
}

export const showImports = async (ask: SignedIn, organisation: Organisation): Promise<Answer> => page(await uploadPage(ask, organisation))

export async function saveUpload(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const sent = ask.form.file('file')
  if (!sent) return invalid(await uploadPage(ask, organisation, textsIn(ask.language).noFile))
  const { dataDir } = ask.services.config
  const id = await keepUpload(ask.db, {
    organisationId: organisation.id,
    personId: ask.caller.personId,
    fileName: sent.name,
    bytes: sent.bytes,
    dataDir,
    now: ask.now,
  })
  return redirect(urls.indicators.reading({ organisation: organisation.id, token: id }))
}

/** Who may see an import and undo it: a file of a school's own is the school's. */
export const undoPermission = ({ dataset }: ListedImport): PermissionName => (dataset === 'own' ? 'indicator.lead' : 'indicator.import')

const titleOf = (ask: SignedIn, { dataset }: ListedImport): string => (dataset === 'own' ? textsIn(ask.language).ownTitle : datasetTitle(dataset))

/** What an import brought, what it refused, and the way to undo it. */
export async function showImport(ask: SignedIn, one: ListedImport): Promise<Answer> {
  const t = textsIn(ask.language)
  const list = one.dataset === 'own' ? urls.indicators.ownFiles : urls.indicators.imports
  const crumbs = [{ text: one.dataset === 'own' ? t.ownTitle : t.title, href: list({ organisation: one.organisationId }) }]
  const counts = one.dataset === 'own' ? t.ownCounts : t.counts
  const undone = one.undoneAt ? inset(t.alreadyUndone(one.undoneBy ?? '', formatDate(one.undoneAt, ask.language))) : nothing
  const undo =
    !one.undoneAt && may(ask.caller, undoPermission(one), one)
      ? html`<p class="govuk-body">${t.undoLead}</p>${form({ action: urls.indicators.undo({ figuresImport: one.id }), hidden: ask.hidden(), content: button({ text: t.undo, kind: 'harm' }) })}`
      : nothing
  const body = html`${heading(1, t.importTitle(one.fileName), 'l')}<p class="q-lead">${titleOf(ask, one)}</p><p class="govuk-body">${t.importedBy(one.by, formatDate(one.at, ask.language))}</p>${undone}
${table({
  caption: t.title,
  captionHidden: true,
  columns: [
    { header: counts.rows, numeric: true },
    { header: counts.done, numeric: true },
    { header: counts.refused, numeric: true },
  ],
  rows: [[one.rowsRead, one.rowsLoaded, one.rowsRefused]],
})}
${linesOf(
  t.refusedTitle,
  t.warningsColumns,
  one.report.refused.map(({ line, column, value, reason }) => [line, column, value || null, reason]),
)}
${linesOf(
  t.correctedTitle,
  t.correctedColumns,
  one.report.corrected.map(({ line, column, from, to }) => [line, column, from || null, to]),
)}
${linesOf(
  t.warningsTitle,
  t.warningsColumns,
  one.report.warnings.map(({ line, column, value, sentence }) => [line, column, value || null, sentence]),
)}${undo}`
  return page({ title: t.importTitle(one.fileName), body, here: 'indicators', breadcrumbs: crumbs })
}

export function linesOf(title: string, headers: readonly string[], rows: readonly (string | number | Html | null)[][]): Html | typeof nothing {
  if (rows.length === 0) return nothing
  return html`${heading(2, title, 'm')}${table({ caption: title, captionHidden: true, dense: true, columns: headers.map((header, index) => ({ header, numeric: index === 0 })), rows })}`
}

export async function saveUndo(ask: SignedIn, one: ListedImport): Promise<Answer> {
  const t = textsIn(ask.language)
  const there = urls.indicators.import({ figuresImport: one.id })
  if (!(await undoImport(ask.db, one.id, ask.caller.personId, ask.now))) return redirect(there)
  await recordActivity(ask.db, {
    organisationId: one.organisationId,
    actorId: ask.caller.personId,
    kind: 'figures.import_undone',
    subjectKind: 'figures_import',
    subjectId: one.id,
    detail: { dataset: one.dataset, rows: one.rowsLoaded },
  })
  return redirect(there, t.undone)
}
