import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { get, signedIn } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { textsIn as frameworkTexts } from '../../frameworks/texts.en.ts'
import type { Change, ChangeKind } from '../content.ts'
import { comparedTexts } from './compared-texts.ts'
import { findVersionChange, listStatements } from './store.ts'
import type { Statement, VersionChange } from './store.ts'
import { textsIn } from './texts.en.ts'

/** What asks for most attention first; what stays the same last, folded away. */
export const kindsInOrder: readonly ChangeKind[] = ['major', 'split', 'merged', 'added', 'dropped', 'minor', 'same']

export interface BothVersions {
  older: ReadonlyMap<string, Statement>
  newer: ReadonlyMap<string, Statement>
}

export const loadBoth = async (ask: SignedIn, change: VersionChange): Promise<BothVersions> => ({
  older: await listStatements(ask.db, change.older.id),
  newer: await listStatements(ask.db, change.newer.id),
})

async function showVersions(ask: SignedIn): Promise<Answer> {
  const { framework = '', other = '' } = ask.params
  const change = await findVersionChange(ask.db, framework, other)
  if (!change) return notFound()
  const t = textsIn(ask.language)
  const both = await loadBoth(ask, change)
  const groups = kindsInOrder.map((kind) => ({ kind, changes: change.changes.filter((one) => one.kind === kind) })).filter(({ changes }) => changes.length > 0)
  const title = t.title(change.newer.shortTitle, change.older.version, change.newer.version)
  const file = urls.versions.file({ framework: change.newer.id, other: change.older.id })
  const body = html`${heading(1, inFrench(title, ask.language), 'l')}<p class="q-lead">${t.lead}</p>
${heading(2, t.summary, 'm')}${list(groups.map(({ kind, changes }) => html`<a class="govuk-link" href="#${kind}">${t.kinds[kind].title(changes.length)}</a> : ${t.kinds[kind].meaning}`))}
${details({ summary: t.note, content: html`<p>${inFrench(change.note, ask.language)}</p><p>${t.author(change.author)}</p>`, quiet: true })}
<p class="govuk-body"><a class="govuk-link" href="${file}">${t.file}</a></p>
${groups.map(({ kind, changes }) => changesSection(ask, kind, changes, both))}`
  const crumbs = frameworkTexts(ask.language)
  const here = (version: VersionChange['newer']) => ({
    text: crumbs.version(version.shortTitle, version.version),
    href: urls.frameworks.show({ framework: version.id }),
  })
  return page({ title, body, here: 'frameworks', wide: true, breadcrumbs: [{ text: crumbs.title, href: urls.frameworks.list() }, here(change.newer)] })
}

function changesSection(ask: SignedIn, kind: ChangeKind, changes: readonly Change[], both: BothVersions): Html {
  const t = textsIn(ask.language)
  const content = html`<ul class="q-changes">${join(changes.map((one) => html`<li>${changeView(ask, one, both)}</li>`))}</ul>`
  return html`<section>${heading(2, t.kinds[kind].title(changes.length), 'm', kind)}${kind === 'same' ? details({ summary: t.unchanged(changes.length), content, quiet: true }) : content}</section>`
}

/** One change: the older text against the newer, and why. */
export function changeView(ask: SignedIn, change: Change, both: BothVersions): Html {
  const t = textsIn(ask.language)
  const older = statementsOf(change.from, both.older)
  const newer = statementsOf(change.to, both.newer)
  const texts = change.kind === 'same' ? sameText(older, newer) : comparedTexts(older, newer, ask.language)
  return html`${texts}<p class="q-changes__why">${when(change.reason, () => html`<strong>${t.why}</strong> ${inFrench(change.reason, ask.language)}`)}</p>`
}

const statementsOf = (codes: readonly string[], all: ReadonlyMap<string, Statement>): Statement[] =>
  codes.map((code) => all.get(code)).filter((statement) => statement !== undefined)

const sameText = (older: readonly Statement[], newer: readonly Statement[]): Html => {
  const [one, other] = [older[0], newer[0]]
  if (!one || !other) return nothing
  const codes = one.code === other.code ? one.code : `${one.code} → ${other.code}`
  return html`<p><span class="q-compared__code">${codes}</span> <span lang="fr">${other.statement}</span></p>`
}

export const versionRoutes: readonly Route[] = [get(urls.versions.show, signedIn(showVersions))]
