import { formatDate } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton, postButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import type { SummaryRow } from '../../../ui/lists.ts'
import { details, heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { findFileType } from '../file-type.ts'
import type { Point } from '../points/points-store.ts'
import { pointKey } from '../points/points-store.ts'
import { readTypes } from '../reading/read-words.ts'
import type { Revision } from '../revisions-store.ts'
import type { Evidence } from '../store.ts'
import type { TextState } from '../tables.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import type { EvidenceUse } from '../uses.ts'
import { recallDayOf } from '../validity-rules.ts'
import { evidenceLink, evidenceMeta } from '../words.ts'
import { poolCrumb } from './plain-page.ts'
import { textsIn } from './texts.en.ts'

export interface Shown {
  evidence: Evidence
  textState: TextState | null
  /** Points that it was put beside by hand, each with where to look. */
  points: readonly (Point & { pageRef: string })[]
  /** Where else it serves. */
  uses: readonly EvidenceUse[]
  revisions: readonly Revision[]
  /** How many links were just made; 0 otherwise. */
  fresh: number
}

/** One proof: what it is, where it serves, what it was. */
export function showPage(ask: SignedIn, shown: Shown): Page {
  const t = textsIn(ask.language)
  const { evidence, fresh } = shown
  const here = { evidence: evidence.id }
  const edits = may(ask.caller, 'evidence.attach', evidence)
  const unused = shown.points.length === 0 && shown.uses.length === 0
  const steps = buttonGroup([
    linkButton({ text: t.say, href: urls.evidence.points(here) }),
    linkButton({ text: t.edit, href: urls.evidence.edit(here), kind: 'secondary' }),
    linkButton({ text: t.revise, href: urls.evidence.revise(here), kind: 'secondary' }),
    when(unused, () => linkButton({ text: t.remove, href: urls.evidence.delete(here), kind: 'quiet' })),
  ])
  const board = html`<a class="govuk-link" href="${urls.label.board({ organisation: evidence.organisationId })}">${t.board}</a>`
  const body = html`${heading(1, evidence.title, 'l')}<p class="q-card__meta">${evidenceMeta(evidence, ask)}</p>
${when(fresh > 0, () => inset(html`<p class="govuk-body">${t.fresh(fresh)} ${board}</p>`))}${when(edits, () => steps)}
${summaryList(rowsOf(ask, shown))}${servesPart(ask, shown, edits)}${versionsPart(ask, shown)}`
  return { title: evidence.title, body, here: 'school', breadcrumbs: poolCrumb(ask, evidence) }
}

function rowsOf(ask: SignedIn, { evidence, textState }: Shown): SummaryRow[] {
  const t = textsIn(ask.language)
  const words = evidenceTexts(ask.language)
  const day = (value: string | null): string | null => (value ? formatDate(value, ask.language) : null)
  const recall = recallDayOf(evidence)
  return [
    { key: evidence.kind === 'file' ? t.file : t.page, value: evidenceLink(evidence, ask.language) },
    { key: t.nature, value: words.natures[evidence.nature] },
    { key: t.effectiveOn, value: day(evidence.effectiveOn), missing: t.undated },
    { key: t.validUntil, value: day(evidence.validUntil), missing: t.always },
    { key: t.recall, value: recall ? (recall < ask.today ? t.recallPassed : t.recallOn)(formatDate(recall, ask.language)) : null, missing: t.noRecall },
    { key: t.seenBy, value: words.confidentialities[evidence.confidentiality] },
    { key: t.note, value: evidence.note ? html`<span class="q-typed">${evidence.note}</span>` : null, missing: t.none },
    { key: t.added, value: formatDate(evidence.addedAt, ask.language) },
    ...(evidence.kind === 'file' ? [{ key: t.words, value: t.wordStates[wordState(evidence, textState)] }] : []),
    ...(evidence.sha256 ? [{ key: t.fingerprint, value: fingerprint(ask, evidence.sha256) }] : []),
  ]
}

function wordState(evidence: Evidence, state: TextState | null): TextState | 'waiting' | 'not' {
  const type = findFileType(evidence.mediaType)
  return state ?? (readTypes.some((one) => one === type) ? 'waiting' : 'not')
}

const fingerprint = (ask: SignedIn, sha256: string): Html =>
  details({
    summary: html`<span class="q-digest">${sha256.slice(0, 12)}…</span>`,
    quiet: true,
    content: html`<p class="govuk-body q-digest">${sha256}</p><p class="govuk-body">${textsIn(ask.language).fingerprintWhy}</p>`,
  })

function servesPart(ask: SignedIn, { evidence, points, uses }: Shown, edits: boolean): Html {
  const t = textsIn(ask.language)
  const title = heading(2, t.serves, 'm', 'sert')
  if (points.length === 0 && uses.length === 0) return html`<section aria-labelledby="sert">${title}<p class="govuk-body">${t.servesNowhere}</p></section>`
  return html`<section aria-labelledby="sert">${title}
${when(points.length > 0, () => html`${heading(3, t.points, 's')}${list(points.map((point) => pointLine(ask, evidence, point, edits)))}`)}
${when(uses.length > 0, () => html`${heading(3, t.questions, 's')}${list(uses.map(useLine))}`)}</section>`
}

function pointLine(ask: SignedIn, evidence: Evidence, point: Point & { pageRef: string }, edits: boolean): Html {
  const href = `${urls.frameworks.theme({ framework: point.frameworkId, theme: point.themeCode })}#${point.code}`
  const remove = postButton({
    action: urls.evidence.unlink({ evidence: evidence.id }),
    hidden: [...ask.hidden(), { name: 'point', value: pointKey(point) }],
    text: textsIn(ask.language).unlink,
    about: `${point.frameworkTitle} : ${point.text}`,
    kind: 'quiet',
  })
  const name = inFrench(`${point.frameworkTitle} : ${point.text}`, ask.language)
  return html`<div class="q-line-with-form"><div><a class="govuk-link" href="${href}">${name}</a>${pageWords(point.pageRef)}</div>${when(edits, () => remove)}</div>`
}

const useLine = (use: EvidenceUse): Html => html`<a class="govuk-link" href="${use.href}">${use.text}</a>${pageWords(use.pageRef)}`

const pageWords = (pageRef: string): Content => when(pageRef, () => html` <span class="q-missing">– ${pageRef}</span>`)

function versionsPart(ask: SignedIn, { evidence, revisions }: Shown): Content {
  const t = textsIn(ask.language)
  if (revisions.length === 0) return ''
  return table({
    caption: t.versions,
    columns: [{ header: t.version }, { header: t.effectiveOn }, { header: t.replaced }, { header: t.download }, { header: t.digest }],
    missing: '–',
    rows: revisions.map((revision) => [
      t.versionNumber(revision.number),
      revision.effectiveOn ? formatDate(revision.effectiveOn, ask.language) : null,
      formatDate(revision.addedAt, ask.language),
      html`<a class="govuk-link" href="${urls.evidence.revisionFile({ evidence: evidence.id, revision: String(revision.number) })}">${revision.fileName ?? revision.url ?? ''}</a>`,
      revision.sha256 ? html`<span class="q-digest">${revision.sha256}</span>` : null,
    ]),
  })
}
