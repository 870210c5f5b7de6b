import { download, notFound, page } from '../../../platform/web/answer.ts'
import type { Answer, Crumb, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { changedAtStart } from '../../frameworks/exchange/case-package.ts'
import { exchangeFormats, fileKinds, isExchangeFormat } from '../../frameworks/exchange/formats.ts'
import type { ExchangeFormat, Note, Written } from '../../frameworks/exchange/formats.ts'
import { writeFramework } from '../../frameworks/exchange/write-framework.ts'
import { findFramework } from '../../frameworks/store.ts'
import type { Framework } from '../../frameworks/store.ts'
import { textsIn as frameworkTexts } from '../../frameworks/texts.en.ts'
import { readVersionContent } from '../../frameworks/version-content.ts'
import { findConversionContent, findCrosswalkContent } from './content-store.ts'
import { noteList } from './note-list.ts'
import { textsIn } from './texts.en.ts'
import { conversionName, crosswalkName, writeConversion, writeCrosswalk } from './write-crosswalk.ts'

interface Exported {
  name: string
  write: (format: ExchangeFormat) => Written
  href: (format: ExchangeFormat) => string
  crumbs: Crumb[]
}

/** One line a format: what it is for, what it cannot carry, the file. */
function exportPage(ask: SignedIn, { name, write, href, crumbs }: Exported): Page {
  const t = textsIn(ask.language)
  const { format, use, lost, file } = t.exportColumns
  const title = t.exportTitle(name)
  const body = html`${heading(1, title, 'l')}<p class="q-lead">${t.exportLead}</p>
${table({
  caption: title,
  captionHidden: true,
  columns: [{ header: format }, { header: use }, { header: lost }, { header: file }],
  rows: exchangeFormats.map((one) => [
    t.formats[one].name,
    t.formats[one].use,
    lossesOf(write(one).notes, ask, t.nothingLost),
    html`<a class="govuk-link" href="${href(one)}">${t.download}<span class="govuk-visually-hidden"> ${t.formats[one].name}</span></a>`,
  ]),
})}`
  return { title, body, here: 'frameworks', breadcrumbs: crumbs }
}

const lossesOf = (notes: readonly Note[], ask: SignedIn, nothing: string) => (notes.length === 0 ? nothing : noteList(notes, ask.language))

function fileOf(name: string, format: ExchangeFormat, written: Written): Answer {
  const { ending, mediaType } = fileKinds[format]
  return download(`${name}${ending}`, mediaType, written.bytes)
}

interface AskedFramework {
  framework: Framework
  write: (format: ExchangeFormat) => Written
}

async function findAsked(ask: SignedIn): Promise<AskedFramework | null> {
  const framework = await findFramework(ask.db, ask.params['framework'] ?? '')
  if (!framework) return null
  const content = await readVersionContent(ask.db, framework)
  // When a version was published is not told: the same version gives the same file on every site.
  const options = changedAtStart(framework.validFrom)
  return { framework, write: (format) => withExtension(writeFramework(content, format, options), framework) }
}

/** No format says that a framework only adds to another. */
const withExtension = (written: Written, framework: Framework): Written =>
  framework.extendsId ? { ...written, notes: [{ kind: 'extension-lost', count: 1, examples: [] }, ...written.notes] } : written

export async function showFrameworkExport(ask: SignedIn): Promise<Answer> {
  const asked = await findAsked(ask)
  if (!asked) return notFound()
  const { id, shortTitle, version } = asked.framework
  const t = frameworkTexts(ask.language)
  const name = t.version(shortTitle, version)
  const crumbs = [
    { text: t.title, href: urls.frameworks.list() },
    { text: name, href: urls.frameworks.show({ framework: id }) },
  ]
  return page(exportPage(ask, { name, write: asked.write, href: (format) => urls.exchange.frameworkFile({ framework: id, format }), crumbs }))
}

export async function downloadFramework(ask: SignedIn): Promise<Answer> {
  const format = ask.params['format'] ?? ''
  const asked = isExchangeFormat(format) ? await findAsked(ask) : null
  if (!asked || !isExchangeFormat(format)) return notFound()
  return fileOf(`${asked.framework.framework}-${asked.framework.version}`, format, asked.write(format))
}

export async function showCrosswalkExport(ask: SignedIn): Promise<Answer> {
  const found = await findCrosswalkContent(ask.db, ask.params['crosswalk'] ?? '')
  if (!found) return notFound()
  const write = (format: ExchangeFormat): Written => writeCrosswalk(found.content, format, { changedAt: found.updatedAt })
  const crumbs = [{ text: found.title, href: urls.crosswalks.show({ crosswalk: found.id }) }]
  return page(exportPage(ask, { name: found.title, write, href: (format) => urls.exchange.crosswalkFile({ crosswalk: found.id, format }), crumbs }))
}

export async function downloadCrosswalk(ask: SignedIn): Promise<Answer> {
  const format = ask.params['format'] ?? ''
  const found = isExchangeFormat(format) ? await findCrosswalkContent(ask.db, ask.params['crosswalk'] ?? '') : null
  if (!found || !isExchangeFormat(format)) return notFound()
  return fileOf(crosswalkName(found.content), format, writeCrosswalk(found.content, format, { changedAt: found.updatedAt }))
}

export async function downloadConversion(ask: SignedIn): Promise<Answer> {
  const { framework = '', other = '' } = ask.params
  const content = (await findConversionContent(ask.db, framework, other)) ?? (await findConversionContent(ask.db, other, framework))
  return content ? fileOf(conversionName(content), 'yaml', writeConversion(content)) : notFound()
}
