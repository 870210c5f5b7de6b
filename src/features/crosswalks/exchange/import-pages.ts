import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { fileField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { largestExchangeFile } from '../../frameworks/exchange/refusal.ts'
import { textsIn as frameworkTexts } from '../../frameworks/texts.en.ts'
import type { Organisation } from '../../organisations/store.ts'
import { listKnownVersions } from './known-store.ts'
import { readApart } from './read-apart.ts'
import { keepReading } from './readings-store.ts'
import { textsIn } from './texts.en.ts'

/** With room for what a form adds around its file. */
export const importLimit = largestExchangeFile + 1024 * 1024

/** The form to choose a file, with the reason why the last one did not do. */
export function importPage(ask: SignedIn, organisation: Organisation, refusal?: string): Page {
  const t = textsIn(ask.language)
  const errors = refusal ? [{ field: 'file', id: 'file', message: refusal }] : []
  const error = errorsBy(errors, t.errorPrefix)
  const field = fileField({
    id: 'file',
    name: 'file',
    label: t.importFile,
    hint: t.importHint,
    accept: '.yaml,.yml,.json,.xlsx,.ods',
    error: error('file'),
  })
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.importTitle)}<p class="q-lead">${t.importLead}</p><p class="govuk-body">${organisation.name}</p>
${form({
  action: urls.exchange.import({ organisation: organisation.id }),
  hidden: ask.hidden(),
  files: true,
  content: html`${field}${button({ text: t.importButton })}`,
})}
${details({ summary: t.importHelp, content: html`${t.importHelpText.map((text) => html`<p>${text}</p>`)}`, quiet: true })}`
  return { title: t.importTitle, body, here: 'frameworks', breadcrumbs: importCrumbs(ask, organisation) }
}

export const importCrumbs = (ask: SignedIn, organisation: Pick<Organisation, 'id'>) => [
  { text: frameworkTexts(ask.language).title, href: urls.frameworks.list() },
  { text: textsIn(ask.language).drafts, href: urls.drafts.list({ organisation: organisation.id }) },
]

export const showImport = (ask: SignedIn, organisation: Organisation): Promise<Answer> => Promise.resolve(page(importPage(ask, organisation)))

/** Reads the file apart, keeps what was read, and leads to its preview. */
export async function saveImport(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const sent = ask.form.file('file')
  if (!sent) return invalid(importPage(ask, organisation, t.importNoFile))
  const known = (await listKnownVersions(ask.db)).map(({ framework, version, codes }) => ({ framework, version, codes }))
  const result = await readApart({ fileName: sent.name, bytes: sent.bytes, known })
  if ('refusal' in result) return invalid(importPage(ask, organisation, t.refusal(result.refusal)))
  const kept = { organisationId: organisation.id, personId: ask.caller.personId, fileName: sent.name, reading: result.reading, now: ask.now }
  const reading = await keepReading(ask.db, kept)
  return redirect(urls.exchange.reading({ organisation: organisation.id, reading }))
}
