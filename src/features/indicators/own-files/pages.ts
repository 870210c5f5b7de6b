import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import { formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { fileField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { RefusedFile } from '../../organisations/import/refused-file.ts'
import type { Organisation } from '../../organisations/store.ts'
import { insertImport, listImports } from '../imports/imports-store.ts'
import { historyView } from '../imports/pages.ts'
import { keepUpload } from '../imports/uploads.ts'
import { dropUpload, saveAnswers } from '../imports/uploads-store.ts'
import { insertValues } from '../values/own-store.ts'
import { mappingPage } from './mapping-page.ts'
import { checkMapping, layouts, rolesOf } from './mapping-rules.ts'
import type { FileMapping, Layout } from './mapping-rules.ts'
import { findRemembered, saveRemembered } from './mappings-store.ts'
import { openReading, titleAt } from './open-reading.ts'
import type { Opened } from './open-reading.ts'
import { previewPage } from './preview-page.ts'
import { headersKey, proposeMapping, recallMapping, rememberMapping } from './propose-mapping.ts'
import { readFigures } from './read-figures.ts'
import type { OwnFigures } from './read-figures.ts'
import { readOwnTable } from './read-table.ts'
import { refusalWords } from './refusal-words.ts'
import { textsIn } from './texts.en.ts'

async function uploadPage(ask: SignedIn, school: Organisation, refusal?: string): Promise<Page> {
  const t = textsIn(ask.language)
  const errors = refusal ? [{ field: 'file', id: 'file', message: refusal }] : []
  const field = fileField({ id: 'file', name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,.xlsx,.ods,.txt', error: errorsBy(errors, '')('file') })
  const imports = (await listImports(ask.db, school.id)).filter(({ dataset }) => dataset === 'own')
  const body = html`${errorSummary({ title: t.refusedFile, errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p>
${form({ action: urls.indicators.ownFiles({ organisation: school.id }), hidden: ask.hidden(), files: true, content: html`${field}${button({ text: t.read })}` })}
${heading(2, t.history, 'm')}${historyView(ask, imports)}`
  return { title: t.title, body, here: 'indicators' }
}

const gone = async (ask: SignedIn, school: Organisation): Promise<Answer> => invalid(await uploadPage(ask, school, textsIn(ask.language).gone))

export const showOwnFiles = async (ask: SignedIn, school: Organisation): Promise<Answer> => page(await uploadPage(ask, school))

export async function saveOwnFile(ask: SignedIn, school: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const sent = ask.form.file('file')
  if (!sent) return invalid(await uploadPage(ask, school, t.noFile))
  try {
    await readOwnTable(sent.bytes)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    return invalid(await uploadPage(ask, school, `${error.line === null ? '' : t.atLine(error.line)}${error.message}`))
  }
  const { dataDir } = ask.services.config
  const kept = { organisationId: school.id, personId: ask.caller.personId, fileName: sent.name, bytes: sent.bytes, dataDir, now: ask.now }
  return redirect(urls.indicators.ownReading({ organisation: school.id, token: await keepUpload(ask.db, kept) }))
}

const layoutOf = (text: string | null): Layout | null => layouts.find((layout) => layout === text) ?? null

/** The columns until they are said, then what will be entered. */
export async function showOwnReading(ask: SignedIn, school: Organisation): Promise<Answer> {
  const opened = await openReading(ask, school)
  if (!opened) return gone(ask, school)
  const { readAs } = opened.upload.answers
  const chosen = layoutOf(ask.query.get('forme'))
  const proposed = proposeMapping(opened.titles, opened.directory, opened.upload.fileName, chosen)
  if (chosen) return page(mappingPage(ask, opened, proposed))
  if (readAs && !ask.query.has('colonnes')) return page(previewPage(ask, opened, figuresOf(opened, readAs)))
  if (readAs) return page(mappingPage(ask, opened, readAs))
  const remembered = await findRemembered(ask.db, school.id, headersKey(opened.titles))
  return page(
    remembered ? mappingPage(ask, opened, recallMapping(remembered, opened.titles, proposed), { recalled: true }) : mappingPage(ask, opened, proposed),
  )
}

const figuresOf = ({ rows, directory, school }: Opened, mapping: FileMapping): OwnFigures => readFigures(rows, { mapping, directory, uai: school.uai })

function readMapping(ask: SignedIn, { titles }: Opened): FileMapping {
  const layout = layoutOf(ask.form.text('layout')) ?? 'values'
  const columns = titles.map((_, position) => {
    const role = rolesOf[layout].find((one) => one === ask.form.text(`role-${position}`)) ?? null
    return { role, which: role ? ask.form.text(`which-${position}`).slice(0, 200) : '' }
  })
  return { layout, columns, period: ask.form.text('period').slice(0, 40), measure: ask.form.text('measure').slice(0, 200) }
}

export async function saveOwnReading(ask: SignedIn, school: Organisation): Promise<Answer> {
  const opened = await openReading(ask, school)
  if (!opened) return gone(ask, school)
  const mapping = readMapping(ask, opened)
  const problems = checkMapping(mapping, opened.directory)
  if (problems.length > 0) return invalid(mappingPage(ask, opened, mapping, { problems }))
  await saveAnswers(ask.db, opened.upload.id, { ...opened.upload.answers, readAs: mapping })
  return redirect(urls.indicators.ownReading({ organisation: school.id, token: opened.upload.id }))
}

/** So many refusals are kept with the import. */
const mostKept = 500
/** Values sent to the database at once. */
const batchValues = 1000

/** All or nothing: the request's transaction holds the import, its values and what is remembered of the columns. */
export async function confirmOwnReading(ask: SignedIn, school: Organisation): Promise<Answer> {
  const opened = await openReading(ask, school)
  if (!opened) return gone(ask, school)
  const { upload, titles } = opened
  if (!upload.answers.readAs) return redirect(urls.indicators.ownReading({ organisation: school.id, token: upload.id }))
  const figures = figuresOf(opened, upload.answers.readAs)
  if (figures.values.length === 0) return invalid(previewPage(ask, opened, figures))
  const id = randomUUID()
  const rows = { read: figures.values.length + figures.refused.length, loaded: figures.values.length, refused: figures.refused.length }
  const refused = figures.refused.slice(0, mostKept).map(({ line, column, value, refusal }) => ({
    line,
    column: column === null ? textsIn(ask.language).wholeFile : titleAt(opened, column, ask),
    value,
    reason: refusalWords(refusal, ask.language),
  }))
  const report = { refused, warnings: [], corrected: [], unknownSchools: 0 }
  const { personId } = ask.caller
  await insertImport(ask.db, { id, organisationId: school.id, dataset: 'own', fileName: upload.fileName, sha256: upload.sha256, rows, report, personId })
  const values = figures.values.map(({ entered }) => entered)
  for (let at = 0; at < values.length; at += batchValues) await insertValues(ask.db, school.id, personId, values.slice(at, at + batchValues), id)
  await saveRemembered(ask.db, school.id, headersKey(titles), rememberMapping(titles, upload.answers.readAs), ask.now)
  await dropUpload(ask.db, upload.id)
  await recordActivity(ask.db, {
    organisationId: school.id,
    actorId: personId,
    kind: 'figures.imported',
    subjectKind: 'figures_import',
    subjectId: id,
    detail: { dataset: 'own', rows: rows.loaded, refused: rows.refused },
  })
  return redirect(urls.indicators.import({ figuresImport: id }), textsIn(ask.language).done(formatNumber(rows.loaded, ask.language)))
}
