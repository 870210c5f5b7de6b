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
import { lockDirectory } from '../import/import-store.ts'
import { en as importEn } from '../import/texts.en.ts'
import { fr as importFr } from '../import/texts.fr.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { findLastImportId } from './history-store.ts'
import { reportView } from './report-view.ts'
import { textsIn } from './texts.en.ts'
import { uploadPage } from './upload-page.ts'
import { dropUpload, findUpload, findUploadBytes } from './uploads.ts'
import type { Upload } from './uploads.ts'

const optionsOf = (ask: SignedIn, upload: Upload): ImportOptions => ({
  today: ask.today,
  fileName: upload.fileName,
  texts: ask.language === 'fr' ? importFr : importEn,
  ...(upload.completeBy ? { completeBy: upload.completeBy } : {}),
})

/** What was found, and the directory on which it was found: after another import it would be something else. */
interface Previewed {
  upload: Upload
  report: ImportReport
  /** Id of the last import before the preview; '' when there was none. */
  after: string
}

function previewPage(ask: SignedIn, { upload, report, after }: Previewed, intro: Content = nothing): Page {
  const t = textsIn(ask.language)
  const back = linkButton({ text: t.cancel, href: urls.operator.importSchools(), kind: 'quiet' })
  const changes = report.created + report.updated + report.closed
  const confirm = html`${heading(2, t.confirmTitle, 'm')}<p class="govuk-body">${t.confirmIntro}</p>${form({
    action: urls.operator.confirmImport(),
    hidden: [...ask.hidden(), { name: 'depot', value: upload.id }, { name: 'after', value: after }],
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
  return preview(ask, found, (previewed) => page(previewPage(ask, previewed)))
}

async function preview(ask: SignedIn, { upload, bytes }: Found, answer: (previewed: Previewed) => Answer): Promise<Answer> {
  const after = await findLastImportId(ask.db)
  const outcome = await previewImportIn(ask.db, [bytes], optionsOf(ask, upload))
  if (!outcome.ok) return invalid(await uploadPage(ask, textsIn(ask.language).unreadable(outcome.line, outcome.reason)))
  return answer({ upload, report: outcome.report, after })
}

/** Imports the bytes that were previewed, in the request's transaction: all, or nothing. */
export async function confirmImport(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language)
  const found = await findOwnUpload(ask, ask.form.text('depot'))
  if (!found) return gone(ask)
  // From here to the end of the request nobody else imports: what was agreed to is what is done.
  await lockDirectory(ask.db)
  if ((await findLastImportId(ask.db)) !== ask.form.text('after')) {
    const changed = callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` })
    return preview(ask, found, (previewed) => invalid(previewPage(ask, previewed, changed)))
  }
  const outcome = await importSchoolsIn(ask.db, ask.caller, [found.bytes], optionsOf(ask, found.upload))
  if (!outcome.ok) return invalid(await uploadPage(ask, t.unreadable(outcome.line, outcome.reason)))
  const { report } = outcome
  await dropUpload(ask.db, found.upload.id)
  const number = (value: number): string => formatNumber(value, ask.language)
  return redirect(urls.operator.importSchools(), t.done(number(report.created), number(report.updated), number(report.closed)))
}
