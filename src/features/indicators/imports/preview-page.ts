import { recordActivity } from '../../../platform/activity.ts'
import { formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { select, textField } from '../../../ui/fields.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { summaryList } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import { datasets } from '../opendata/datasets.ts'
import { fr as readingWords } from '../opendata/texts.fr.ts'
import type { DatasetReading } from '../opendata/read-dataset.ts'
import type { UploadAnswers } from '../tables.ts'
import { loadFile, previewFile } from './load-file.ts'
import type { Preview } from './load-file.ts'
import { linesOf, uploadPage } from './pages.ts'
import { textsIn } from './texts.en.ts'
import { findUpload, findUploadBytes } from './uploads.ts'
import { dropUpload, saveAnswers } from './uploads-store.ts'
import type { Upload } from './uploads-store.ts'

const { wholeLine } = readingWords.row

/** Lines shown; a file with more has one cause to find, not a thousand. */
const shownLines = 200

interface Found {
  upload: Upload
  bytes: Uint8Array
}

async function findReading(ask: SignedIn, organisation: Organisation): Promise<Found | null> {
  const upload = await findUpload(ask.db, ask.params['token'] ?? '', organisation.id, ask.caller.personId, ask.now)
  const bytes = upload && (await findUploadBytes(upload, ask.services.config.dataDir))
  return upload && bytes ? { upload, bytes } : null
}

const gone = async (ask: SignedIn, organisation: Organisation): Promise<Answer> => invalid(await uploadPage(ask, organisation, textsIn(ask.language).gone))

const fileOf = ({ upload, bytes }: Found) => ({ fileName: upload.fileName, bytes, answers: upload.answers })

export async function showReading(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const found = await findReading(ask, organisation)
  if (!found) return gone(ask, organisation)
  return page(readingPage(ask, organisation, found.upload, await previewFile(ask.db, fileOf(found))))
}

function readingPage(ask: SignedIn, organisation: Organisation, upload: Upload, preview: Preview): Page {
  const t = textsIn(ask.language)
  const { outcome } = preview
  const crumbs = [{ text: t.title, href: urls.indicators.imports({ organisation: organisation.id }) }]
  if (outcome.ok) return { title: t.previewTitle, body: previewBody(ask, organisation, upload, preview, outcome), here: 'indicators', breadcrumbs: crumbs }
  const message = `${outcome.line === null ? '' : t.atLine(outcome.line)}${outcome.reason}`
  const errors = [{ field: 'file', id: outcome.needs[0] ?? 'again', message }]
  const again = linkButton({ text: t.title, href: urls.indicators.imports({ organisation: organisation.id }), kind: 'secondary' })
  const body = html`${errorSummary({ title: t.refusedFile, errors })}${heading(1, t.previewTitle)}<p class="govuk-body">${upload.fileName}</p>
${outcome.needs.length > 0 ? needsForm(ask, organisation, upload, outcome.needs) : html`<div id="again">${again}</div>`}`
  return { title: t.previewTitle, body, here: 'indicators', breadcrumbs: crumbs }
}

function needsForm(ask: SignedIn, organisation: Organisation, { id, answers }: Upload, needs: readonly ('period' | 'dataset')[]): Html {
  const t = textsIn(ask.language)
  const period = needs.includes('period')
    ? textField({ id: 'period', name: 'period', label: t.needs.period, hint: t.periodHint, value: answers.period ?? '', width: 20 })
    : nothing
  const dataset = needs.includes('dataset')
    ? select({
        id: 'dataset',
        name: 'dataset',
        label: t.needs.dataset,
        value: answers.dataset ?? '',
        options: datasets.map(({ code, title }) => ({ value: code, text: title })),
      })
    : nothing
  return form({
    action: urls.indicators.reading({ organisation: organisation.id, token: id }),
    hidden: ask.hidden(),
    content: html`${period}${dataset}${button({ text: t.read })}`,
  })
}

function previewBody(ask: SignedIn, organisation: Organisation, upload: Upload, { schools, unknownSchools }: Preview, reading: DatasetReading): Html {
  const t = textsIn(ask.language)
  const number = (value: number): string => formatNumber(value, ask.language)
  const { counts, dataset, warnings } = reading
  const rows: [string, Content][] = [
    [t.counts.rows, number(counts.rows)],
    [t.counts.loaded, number(counts.loaded)],
    [t.counts.refused, number(counts.refused)],
    [t.counts.schools, number(schools)],
    [t.counts.unknown, html`${number(unknownSchools)}${when(unknownSchools > 0, () => html`<br><span class="q-missing">${t.unknownHint}</span>`)}`],
    [t.counts.figures, number(reading.observations)],
    [t.counts.periods, reading.periods.join(', ')],
  ]
  const confirm = html`<p class="govuk-body">${t.confirmLead}</p>${form({
    action: urls.indicators.confirm({ organisation: organisation.id, token: upload.id }),
    hidden: ask.hidden(),
    content: buttonGroup([
      button({ text: t.confirm }),
      linkButton({ text: t.leave, href: urls.indicators.imports({ organisation: organisation.id }), kind: 'quiet' }),
    ]),
  })}`
  return html`${heading(1, t.previewTitle)}<p class="q-lead">${t.previewLead(upload.fileName, dataset.title)}</p>${summaryList(rows.map(([key, value]) => ({ key, value })))}
${repairForm(ask, organisation, upload, reading)}${columnsSaid(t.missingColumns, reading.missingColumns)}${columnsSaid(t.unknownColumns, reading.unknown)}
${when(warnings.length > 0, () =>
  details({
    summary: `${t.warningsTitle} (${number(warnings.length + reading.furtherWarnings)})`,
    content: html`${linesOf(
      t.warningsTitle,
      t.warningsColumns,
      warnings.slice(0, shownLines).map(({ line, column, value, sentence }) => [line, column, value || null, sentence]),
    )}`,
  }),
)}
${when(counts.loaded > 0, () => confirm)}`
}

const columnsSaid = (title: string, names: readonly string[]): Content =>
  names.length > 0 ? details({ summary: `${title} (${names.length})`, content: html`<p class="govuk-body">${names.join(', ')}</p>`, quiet: true }) : nothing

/** Refused rows, each with its value to be corrected, beside why. */
function repairForm(ask: SignedIn, organisation: Organisation, { id, answers }: Upload, { refused, furtherRefused }: DatasetReading): Content {
  const t = textsIn(ask.language)
  const corrected = answers.corrections ?? []
  if (refused.length === 0 && corrected.length === 0) return nothing
  const shown = refused.slice(0, shownLines)
  const rest = refused.length - shown.length + furtherRefused
  const [line, column, why, value] = t.refusedColumns
  const field = (name: string, label: string, text: string): Html =>
    textField({ id: name, name, label: html`<span class="govuk-visually-hidden">${label}</span>`, value: text, width: 20 })
  const rows = shown.map((row, index) => [
    row.line,
    row.column,
    row.reason,
    row.column === wholeLine
      ? row.value
      : html`<input type="hidden" name="place" value="${row.line} ${row.column}"><input type="hidden" name="from" value="${row.value}">${field(`to-${index}`, `${t.corrected}, ${line} ${row.line}`, row.value)}`,
  ])
  const content = html`<p class="govuk-body">${t.refusedLead}</p>${table({ caption: t.refusedTitle, captionHidden: true, dense: true, columns: [{ header: line ?? '', numeric: true }, { header: column ?? '' }, { header: why ?? '' }, { header: value ?? '' }], rows })}
${when(rest > 0, () => html`<p class="govuk-body">${t.more(formatNumber(rest, ask.language))}</p>`)}${button({ text: t.check, kind: 'secondary' })}`
  const done = linesOf(
    t.correctedTitle,
    t.correctedColumns,
    corrected.map((one) => [one.line, one.column, one.from || null, one.to]),
  )
  return html`${done}${refused.length > 0 ? html`${heading(2, t.refusedTitle, 'm')}${form({ action: urls.indicators.reading({ organisation: organisation.id, token: id }), hidden: ask.hidden(), content })}` : nothing}`
}

/** What the file does not say, or says wrong, is said here; the file is read again with it. */
export async function saveReading(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const found = await findReading(ask, organisation)
  if (!found) return gone(ask, organisation)
  const { upload } = found
  const [period, dataset] = [ask.form.text('period'), ask.form.text('dataset')]
  const fresh = readCorrections(ask)
  const kept = (upload.answers.corrections ?? []).filter((one) => !fresh.some(({ line, column }) => line === one.line && column === one.column))
  const answers: UploadAnswers = { ...upload.answers, ...(period ? { period } : {}), ...(dataset ? { dataset } : {}), corrections: [...kept, ...fresh] }
  await saveAnswers(ask.db, upload.id, answers)
  return redirect(urls.indicators.reading({ organisation: organisation.id, token: upload.id }))
}

function readCorrections(ask: SignedIn): NonNullable<UploadAnswers['corrections']> {
  const [places, before] = [ask.form.all('place'), ask.form.all('from')]
  return places.slice(0, shownLines).flatMap((place, index) => {
    const [, line = '', column = ''] = /^(\d{1,9}) (.{1,200})$/s.exec(place) ?? []
    const [from = '', to] = [before[index], ask.form.text(`to-${index}`)]
    return line && to !== from ? [{ line: Number(line), column, from: from.slice(0, 200), to: to.slice(0, 200) }] : []
  })
}

export async function confirmReading(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const found = await findReading(ask, organisation)
  if (!found) return gone(ask, organisation)
  const loaded = await loadFile(ask.db, fileOf(found), { organisationId: organisation.id, personId: ask.caller.personId })
  if ('outcome' in loaded) return invalid(readingPage(ask, organisation, found.upload, { outcome: loaded.outcome, schools: 0, unknownSchools: 0 }))
  await dropUpload(ask.db, found.upload.id)
  const { counts, dataset } = loaded.reading
  await recordActivity(ask.db, {
    organisationId: organisation.id,
    actorId: ask.caller.personId,
    kind: 'figures.imported',
    subjectKind: 'figures_import',
    subjectId: loaded.id,
    detail: { dataset: dataset.code, rows: counts.loaded, refused: counts.refused },
  })
  return redirect(urls.indicators.import({ figuresImport: loaded.id }), t.done(formatNumber(counts.loaded, ask.language)))
}
