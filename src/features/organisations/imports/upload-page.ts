import { formatDate, formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { fileField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { readDirectoryFile } from '../import/directory-file.ts'
import type { PlanOptions } from '../import/import-plan.ts'
import { en as importEn } from '../import/texts.en.ts'
import { fr as importFr } from '../import/texts.fr.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { listImports } from './history-store.ts'
import { textsIn } from './texts.en.ts'
import { keepUpload } from './uploads.ts'

const completeChoices = ['', 'authority', 'department'] as const

const readComplete = (text: string): PlanOptions['completeBy'] => (text === 'authority' || text === 'department' ? text : undefined)

/** The form to choose a file, with the reason why the last one did not do. */
export async function uploadPage(ask: SignedIn, refusal?: string): Promise<Page> {
  const t = textsIn(ask.language)
  const errors = refusal ? [{ field: 'file', id: 'file', message: refusal }] : []
  const error = errorsBy(errors, t.errorPrefix)
  const content = html`${fileField({ id: 'file', name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,text/csv,text/plain', error: error('file') })}
${radios({
  id: 'complete',
  name: 'complete',
  legend: t.complete,
  hint: t.completeHint,
  value: readComplete(ask.form.text('complete')) ?? '',
  choices: completeChoices.map((value) => ({ value, text: t.completeBy[value] })),
})}${button({ text: t.preview })}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p>
${form({ action: urls.operator.importSchools(), hidden: ask.hidden(), files: true, content })}
${heading(2, t.historyTitle, 'm')}${await historyView(ask)}`
  return { title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language)] }
}

async function historyView(ask: SignedIn): Promise<Html> {
  const t = textsIn(ask.language)
  const list = await listImports(ask.db)
  if (list.length === 0) return html`<p class="govuk-body">${t.historyNone}</p>`
  const { at, file, by, created, updated, closed, refused } = t.history
  const numeric = (header: string) => ({ header, numeric: true })
  return table({
    caption: t.historyTitle,
    captionHidden: true,
    columns: [{ header: at }, { header: file }, { header: by }, numeric(created), numeric(updated), numeric(closed), numeric(refused)],
    rows: list.map((one) => [
      formatDate(one.at, ask.language),
      one.fileName,
      one.actor ?? t.byCommand,
      ...[one.created, one.updated, one.closed, one.refused].map((value) => formatNumber(value, ask.language)),
    ]),
  })
}

export const showUpload = async (ask: SignedIn): Promise<Answer> => page(await uploadPage(ask))

/** Keeps the file and leads to its preview; one that cannot be a directory is refused at once. */
export async function saveUpload(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const sent = ask.form.file('file')
  if (!sent) return invalid(await uploadPage(ask, t.noFile))
  const reading = await readDirectoryFile([sent.bytes], { texts: ask.language === 'fr' ? importFr : importEn })
  if (!reading.ok) return invalid(await uploadPage(ask, t.unreadable(reading.line, reading.reason)))
  const { dataDir } = ask.services.config
  const completeBy = readComplete(ask.form.text('complete'))
  const id = await keepUpload(ask.db, { personId: ask.caller.personId, fileName: sent.name, bytes: sent.bytes, completeBy, dataDir, now: ask.now })
  return redirect(urls.operator.confirmImport({}, { depot: id }))
}
