import { formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { urls } from '../../urls.ts'
import { findFileType } from './file-type.ts'
import type { Evidence } from './store.ts'
import { textsIn } from './texts.en.ts'

type Shown = Pick<Evidence, 'id' | 'title' | 'kind' | 'url' | 'mediaType' | 'size'>

/** « PDF, 1,2 Mo », or « lien, exemple.fr ». */
export function evidenceKind(evidence: Shown, language: Language): string {
  const t = textsIn(language)
  if (evidence.kind === 'link') return `${t.link}, ${URL.parse(evidence.url ?? '')?.hostname ?? ''}`
  const type = findFileType(evidence.mediaType)
  return `${type ? t.typeNames[type] : ''}, ${sizeWords(evidence.size ?? 0, language)}`
}

function sizeWords(bytes: number, language: Language): string {
  const t = textsIn(language)
  const kilobytes = bytes / 1000
  return kilobytes < 1000
    ? t.kilobytes(formatNumber(Math.max(1, Math.round(kilobytes)), language))
    : t.megabytes(formatNumber(Math.round(kilobytes / 100) / 10, language))
}

/** The proof as a link: to its file, or out to its page, which learns nothing of where the visitor comes from. */
export function evidenceLink(evidence: Shown, language: Language): Html {
  const kind = html`<span class="q-missing">(${evidenceKind(evidence, language)})</span>`
  if (evidence.kind === 'link') return html`<a class="govuk-link" href="${evidence.url ?? ''}" rel="noopener noreferrer nofollow">${evidence.title}</a> ${kind}`
  return html`<a class="govuk-link" href="${urls.evidence.file({ evidence: evidence.id })}">${evidence.title}</a> ${kind}`
}
