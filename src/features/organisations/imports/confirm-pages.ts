import { formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { importSchoolsIn, previewImportIn } from '../import/import-schools.ts'
import type { ImportOptions, ImportReport } from '../import/import-schools.ts'
import { en as importEn } from '../import/texts.en.ts'
import { fr as importFr } from '../import/texts.fr.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { uploadPage } from './upload-page.ts'
import { reportView } from './report-view.ts'
import { textsIn } from './texts.en.ts'
import { dropUpload, findUpload, findUploadBytes } from './uploads.ts'
import type { Upload } from './uploads.ts'

const optionsOf = (ask: SignedIn, upload: Upload): ImportOptions => ({
  today: ask.today,
  fileName: upload.fileName,
  texts: ask.language === 'fr' ? importFr : importEn,
  ...(upload.completeBy ? { completeBy: upload.completeBy } : {}),
})

/** What was agreed to: another import in between would make it something else. */
const agreedTo = ({ read, created, updated, closed, unchanged, refused }: ImportReport): string => [read, created, updated, closed, unchanged, refused.length].join(' ')

function previewPage(ask: SignedIn, upload: Upload, report: ImportReport, intro: Content = nothing): Page {
  const t = textsIn(ask.language)
  const back = linkButton({ text: t.cancel, href: urls.operator.importSchools(), kind: 'quiet' })
  const changes = report.created + report.updated + report.closed
  const confirm = html`${heading(2, t.confirmTitle, 'm')}<p class="govuk-body">${t.confirmIntro}</p>${form({
    action: urls.operator.confirmImport(),
    hidden: [...ask.hidden(), { name: 'depot', value: upload.id }, { name: 'agreed', value: agreedTo(report) }],
    content: buttonGroup([button({ text: t.confirm }), back]),
  })}`
  const body = html`${heading(1, t.previewTitle)}<p class="q-lead">${t.previewLead(upload.fileName)}</p>${intro}${reportView(report, ask.language)}
${changes > 0 ? confirm : html`<p class="govuk-body">${t.nothingToDo}</p>${back}`}`
  return { title: t.previewTitle, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language), { text: t.title, href: urls.operator.importSchools() }] }
}

interface Found {
  upload: Upload
  bytes: Uint8Array
}

async function findOwnUpload(ask: SignedIn, id: string): Promise<Found | null> {
  const upload = await findUpload(ask.db, id, ask.caller.personId, ask.now)
  const bytes = upload && (await findUploadBytes(upload, ask.services.config.dataDir))
  return upload && bytes ? { upload, bytes } : null
}

const gone = async (ask: SignedIn): Promise<Answer> => invalid(await uploadPage(ask, textsIn(ask.language).gone))

export async function showPreview(ask: SignedIn): Promise<Answer> {
  const id = ask.query.get('depot')
  if (!id) return redirect(urls.operator.importSchools())
  const found = await findOwnUpload(ask, id)
  if (!found) return gone(ask)
  const outcome = await previewImportIn(ask.db, [found.bytes], optionsOf(ask, found.upload))
  if (!outcome.ok) return invalid(await uploadPage(ask, textsIn(ask.language).unreadable(outcome.line, outcome.reason)))
  return page(previewPage(ask, found.upload, outcome.report))
}

/** Imports the bytes that were previewed, in the request's transaction: all, or nothing. */
export async function confirmImport(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const found = await findOwnUpload(ask, ask.form.text('depot'))
  if (!found) return gone(ask)
  const outcome = await importSchoolsIn(ask.db, ask.caller, [found.bytes], optionsOf(ask, found.upload))
  if (!outcome.ok) return invalid(await uploadPage(ask, t.unreadable(outcome.line, outcome.reason)))
  const { report } = outcome
  if (agreedTo(report) !== ask.form.text('agreed')) {
    // A refused answer undoes all that was just written.
    return invalid(previewPage(ask, found.upload, report, callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` })))
  }
  await dropUpload(ask.db, found.upload.id)
  const number = (value: number): string => formatNumber(value, ask.language)
  return redirect(urls.operator.importSchools(), t.done(number(report.created), number(report.updated), number(report.closed)))
}
