import { formatDate, formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { html, join, when } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { tag } from '../../ui/tags.ts'
import { urls } from '../../urls.ts'
import { findFileType } from './file-type.ts'
import type { Evidence } from './store.ts'
import { textsIn } from './texts.en.ts'
import { validityOf } from './validity-rules.ts'

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

type Dated = Pick<Evidence, 'effectiveOn' | 'validUntil' | 'remindOn' | 'addedAt'>

/** Says that a proof is past its date, or near it; nothing while it holds. */
export function validityTag(evidence: Dated, { language, today }: { language: Language; today: string }): Content {
  const t = textsIn(language).validity
  const { validUntil, remindOn } = evidence
  switch (validityOf(evidence, today)) {
    case 'expired':
      return tag(t.expired(formatDate(validUntil ?? '', language)), 'attention')
    case 'ending':
      return tag(validUntil ? t.ending(formatDate(validUntil, language)) : t.review(formatDate(remindOn ?? '', language)), 'attention')
    case 'holds':
      return ''
  }
}

/** « Document du 3 mars 2026 · ajoutée le … · valable jusqu’au … » */
export function datesLine(evidence: Dated, { language, today }: { language: Language; today: string }): string {
  const t = textsIn(language)
  const { effectiveOn, validUntil, addedAt } = evidence
  const holds = validUntil !== null && validityOf(evidence, today) === 'holds'
  const parts = [
    ...(effectiveOn ? [t.documentOf(formatDate(effectiveOn, language))] : []),
    t.addedOn(formatDate(addedAt, language)),
    ...(holds ? [t.until(formatDate(validUntil, language))] : []),
  ]
  const line = parts.join(' · ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** Nature, kind of file and who sees it, each apart. */
export function evidenceMeta(evidence: Evidence, { language, today }: { language: Language; today: string }): Html {
  const t = textsIn(language)
  const parts: Content[] = [
    validityTag(evidence, { language, today }),
    when(evidence.confidentiality === 'leaders', () => tag(t.leadersOnly, 'closed')),
    html`<span>${t.natures[evidence.nature]}</span>`,
    html`<span>${evidenceKind(evidence, language)}</span>`,
  ]
  return join(parts, ' ')
}
