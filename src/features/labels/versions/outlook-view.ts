import type { Language } from '../../../platform/language.ts'
import { coverageTag } from '../../../ui/coverage.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { comparedTexts } from '../../crosswalks/versions/compared-texts.ts'
import type { Statement } from '../../crosswalks/versions/store.ts'
import type { ItemCoverage } from '../projection/coverage.ts'
import { positionCode } from '../projection/states.ts'
import type { ItemFact } from '../facts-store.ts'
import type { ItemOutline } from '../store.ts'
import type { Position } from '../tables.ts'
import { textsIn as labelTexts } from '../texts.en.ts'
import { coverageCell, nameOf, pointUrl } from '../words.ts'
import type { ChangedPoint, OlderPoint, Outlook, OutlookGroup } from './outlook-rules.ts'
import { outlookGroups } from './outlook-rules.ts'
import { textsIn } from './texts.en.ts'

export interface Versions {
  older: string
  newer: string
}

/** Coverage on both versions, then what to do with each point, what asks for attention first. */
export function outlookView(organisationId: string, outlook: Outlook, versions: Versions, language: Language): Html {
  const t = textsIn(language)
  return html`${heading(2, t.beforeAfter, 'm')}<div class="q-compared q-compared--apart">
<div class="q-compared__side"><p class="q-compared__title">${t.before(versions.older)}</p>${coverageCell(outlook.before, language)}</div>
<div class="q-compared__side"><p class="q-compared__title">${t.after(versions.newer)}</p>${coverageCell(outlook.after, language)}</div></div>
${outlookGroups.map((group) => groupSection(organisationId, group, outlook.groups[group], language))}`
}

function groupSection(organisationId: string, group: OutlookGroup, points: readonly ChangedPoint[], language: Language): Content {
  const t = textsIn(language).groups[group]
  const content = group === 'kept' ? keptTable(points, language) : changeList(organisationId, group, points, language)
  return when(
    points.length > 0,
    () => html`<section>${heading(2, t.title(points.length), 'm', group)}<p class="govuk-body">${t.help}</p>
${group === 'kept' ? details({ summary: t.title(points.length), content, quiet: true }) : content}</section>`,
  )
}

const changeList = (organisationId: string, group: OutlookGroup, points: readonly ChangedPoint[], language: Language): Html =>
  html`<ul class="q-changes">${join(points.map((point) => html`<li>${pointView(organisationId, group, point, language)}</li>`))}</ul>`

function pointView(organisationId: string, group: OutlookGroup, { change, older, newer }: ChangedPoint, language: Language): Html {
  const reason = html`<p class="q-changes__why"><strong>${textsIn(language).why}</strong> <span lang="fr">${change.reason}</span></p>`
  switch (group) {
    case 'added':
      return html`${newer.map((one) => newerLine(one, language))}${reason}`
    case 'dropped':
      return html`${older.map((one) => html`<p><span class="q-compared__code">${one.coverage.item.code}</span> <span lang="fr">${one.coverage.item.statement}</span></p>${writtenLine(organisationId, one, language)}`)}${reason}`
    case 'reread':
    case 'kept': {
      const isWritten = older.some((one) => one.fact !== null)
      const before = older.map((one) => ({ ...shown(one.coverage), under: writtenLine(organisationId, one, language) }))
      const after = newer.map((one) => ({ ...shown(one), under: html`<p>${stateOf(one, language, isWritten)}</p>` }))
      return html`${comparedTexts(before, after, language)}${reason}`
    }
  }
}

const shown = ({ item }: ItemCoverage<ItemOutline>): Statement => ({ code: item.code, statement: item.statement })

const newerLine = (one: ItemCoverage<ItemOutline>, language: Language): Html =>
  html`<p><strong lang="fr">${nameOf(one.item)}</strong> ${stateOf(one, language)}</p>${when(one.item.title, () => html`<p lang="fr">${one.item.statement}</p>`)}`

/** The state, and where it comes from when that is not the point itself. */
function stateOf(one: ItemCoverage<ItemOutline>, language: Language, isWrittenBefore = false): Html {
  const t = labelTexts(language)
  const inherits = one.provenance === 'inherited' || one.provenance === 'confirmed'
  const from = isWrittenBefore ? textsIn(language).fromBefore : t.provenances[one.provenance].toLocaleLowerCase(language)
  return coverageTag(one.state, html`${t.states[one.state]}${inherits ? ` (${from})` : ''}`)
}

function writtenLine(organisationId: string, { coverage, fact }: OlderPoint, language: Language): Html {
  const t = textsIn(language)
  if (!fact) return html`<p class="q-missing">${t.nothingWritten}</p>`
  const link = html`<a class="govuk-link" href="${pointUrl(organisationId, coverage.item)}">${t.reread}<span class="govuk-visually-hidden"> ${coverage.item.code}</span></a>`
  return html`<p>${t.written} ${join(writtenOf(fact, language), ', ')}. ${link}</p>`
}

function writtenOf(fact: ItemFact, language: Language): string[] {
  const t = textsIn(language)
  const position = positionOf(fact.position)
  return [
    ...(position ? [`« ${labelTexts(language).positions[position]} »`] : []),
    ...(fact.proofs > 0 ? [t.proofs(fact.proofs)] : []),
    ...(fact.expired > 0 ? [t.expired(fact.expired)] : []),
    ...(fact.planned ? [t.planned] : []),
  ]
}

function positionOf(code: number | null): Position | null {
  switch (code) {
    case positionCode.notYet:
      return 'not_yet'
    case positionCode.partly:
      return 'partly'
    case positionCode.held:
      return 'held'
    case positionCode.notApplicable:
      return 'not_applicable'
    default:
      return null
  }
}

function keptTable(points: readonly ChangedPoint[], language: Language): Html {
  const t = textsIn(language)
  return table({
    caption: t.groups.kept.title(points.length),
    captionHidden: true,
    columns: [{ header: t.columns.point }, { header: t.columns.before }, { header: t.columns.after }],
    rows: points.flatMap(({ older, newer }) =>
      newer.map((one) => [
        html`<span lang="fr">${nameOf(one.item)}</span> <span class="q-compared__code">${codesOf(older, one)}</span>`,
        older[0] ? stateOf(older[0].coverage, language) : null,
        stateOf(one, language),
      ]),
    ),
  })
}

function codesOf(older: readonly OlderPoint[], newer: ItemCoverage<ItemOutline>): string {
  const from = older[0]?.coverage.item.code
  return from === undefined || from === newer.item.code ? newer.item.code : `${from} → ${newer.item.code}`
}
