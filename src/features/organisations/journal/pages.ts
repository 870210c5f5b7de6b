import type { Db } from '../../../platform/database.ts'
import { formatDate, formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { get } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { callout, details, heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { homeCrumb } from '../crumbs.ts'
import { onOwnOrganisation } from '../guard.ts'
import { pagesOf } from '../paging.ts'
import type { Organisation } from '../store.ts'
import { actorOf, sentenceOf } from './sentence.ts'
import type { Subject } from './sentence.ts'
import { countJournal, listJournal, verifyJournal } from './store.ts'
import type { JournalLine, Proof } from './store.ts'
import { textsIn } from './texts.en.ts'

/** Titles of what lines are about, by id of the subject: given by features that stand after this one. */
export type NameSubjects = (db: Db, lines: readonly JournalLine[]) => Promise<ReadonlyMap<string, Subject>>

const linesPerPage = 50

async function showJournal(ask: SignedIn, organisation: Organisation, nameSubjects: NameSubjects): Promise<Answer> {
  const t = textsIn(ask.language)
  const paging = pagesOf(ask.query.get('page'), await countJournal(ask.db, organisation.id), linesPerPage)
  const lines = await listJournal(ask.db, organisation.id, paging)
  const [subjects, proof] = [await nameSubjects(ask.db, lines), await verifyJournal(ask.db, organisation.id)]
  const rows = lines.map((line) => [
    t.when(formatDate(line.at, ask.language), timeOf(line.at, ask.language)),
    actorOf(line, ask.language),
    sentenceOf(line, subjects.get(line.subjectId ?? '') ?? null, ask.language),
  ])
  const columns = [{ header: t.columns.when }, { header: t.columns.who }, { header: t.columns.what }]
  const list = lines.length === 0 ? html`<p class="govuk-body">${t.none}</p>` : table({ caption: t.caption, captionHidden: true, columns, rows })
  const words = { label: t.pages, previous: t.newer, next: t.older, position: t.position }
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${proofBlock(proof, ask.language)}${list}
${paging.links((number) => urls.school.activity({ organisation: organisation.id }, { page: number }), words, ask.language)}`
  return page({ title: t.title, body, here: 'school', breadcrumbs: [homeCrumb(organisation)] })
}

function proofBlock({ lines, intact }: Proof, language: Language): Html {
  const t = textsIn(language)
  const written = formatNumber(lines, language)
  if (!intact) return callout({ title: t.brokenTitle, content: html`<p class="govuk-body">${t.broken(written)}</p>`, kind: 'harm' })
  if (lines === 0) return html``
  return inset(html`<p class="govuk-body">${t.intact(t.intactLines(lines, written))}</p>${details({ summary: t.proofSummary, content: t.proof, quiet: true })}`)
}

const timeOf = (at: Date, language: Language): string =>
  at.toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' })

export const journalRoutes = (nameSubjects: NameSubjects): readonly Route[] => [
  get(
    urls.school.activity,
    onOwnOrganisation('school.journal', (ask, organisation) => showJournal(ask, organisation, nameSubjects)),
  ),
]
