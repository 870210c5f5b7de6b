import { download, invalid, page, redirect } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { get, post } from '../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../platform/web/route.ts'
import type { Db } from '../../platform/database.ts'
import { button, buttonGroup, linkButton } from '../../ui/buttons.ts'
import { form } from '../../ui/form.ts'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { list } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import { removeEvidence } from './commands.ts'
import { evidenceListPage } from './list-page.ts'
import { countEvidence, findEvidence, listEvidence } from './store.ts'
import type { Evidence } from './store.ts'
import { textsIn } from './texts.en.ts'

/** Where a proof serves, in words, with the way to it. */
export interface EvidenceUse {
  text: string
  href: string
}

/** Each feature to which proofs are attached says where they serve; those that serve nowhere may be absent. */
export type ListUses = (db: Db, evidenceIds: readonly string[]) => Promise<ReadonlyMap<string, readonly EvidenceUse[]>>

/** `listUses` comes from the features that use proofs, which stand after this one. */
export const evidenceRoutes = (listUses: ListUses): Route[] => [
  get(urls.school.evidence, showList(listUses)),
  get(urls.evidence.file, giveFile),
  get(urls.evidence.delete, showDelete(listUses)),
  post(urls.evidence.delete, saveDelete(listUses)),
]

const onEvidence = (permission: PermissionName, handle: (ask: SignedIn, evidence: Evidence) => Promise<Answer>): Guarded =>
  onObject('evidence', permission, (ask) => findEvidence(ask.db, ask.params['evidence'] ?? ''), handle)

const pageLength = 100

const showList = (listUses: ListUses): Guarded =>
  onObject(
    'school',
    'evidence.read',
    (ask) => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? ''),
    async (ask, organisation) => {
      const total = await countEvidence(ask.db, organisation.id)
      const pages = Math.max(1, Math.ceil(total / pageLength))
      const current = Math.min(pages, Math.max(1, Math.trunc(Number(ask.query.get('page'))) || 1))
      const evidence = await listEvidence(ask.db, organisation.id, { limit: pageLength, offset: (current - 1) * pageLength })
      const uses = await listUses(
        ask.db,
        evidence.map((one) => one.id),
      )
      return page(evidenceListPage(ask, organisation, { evidence, uses, current, pages }))
    },
  )

/** Asked anew each time: the session, the mandate and the row. Always an attachment, so that nothing of it runs in our pages. */
const giveFile = onEvidence('evidence.read', async (ask, evidence) => {
  const t = textsIn(ask.language)
  if (evidence.kind === 'link')
    return page(
      plainPage(
        ask,
        evidence,
        t.opens,
        html`<p class="govuk-body">${t.opensText}</p><p class="govuk-body"><a class="govuk-link" rel="noopener noreferrer nofollow" href="${evidence.url ?? ''}">${evidence.url ?? ''}</a></p>`,
      ),
    )
  const bytes = await ask.services.files.find(evidence.sha256 ?? '')
  if (!bytes) return invalid(plainPage(ask, evidence, t.missing, html`<p class="govuk-body">${t.missingText}</p>`))
  return download(evidence.fileName ?? evidence.title, evidence.mediaType ?? 'application/octet-stream', bytes)
})

const showDelete = (listUses: ListUses): Guarded =>
  onEvidence('evidence.attach', async (ask, evidence) => {
    const uses = await usesOf(listUses, ask, evidence)
    return uses.length > 0 ? invalid(usedPage(ask, evidence, uses)) : page(confirmPage(ask, evidence))
  })

const saveDelete = (listUses: ListUses): Guarded =>
  onEvidence('evidence.attach', async (ask, evidence) => {
    const uses = await usesOf(listUses, ask, evidence)
    if (uses.length > 0) return invalid(usedPage(ask, evidence, uses))
    await removeEvidence(ask.db, ask.caller.personId, evidence)
    return redirect(urls.school.evidence({ organisation: evidence.organisationId }), textsIn(ask.language).remove.done)
  })

const usesOf = async (listUses: ListUses, ask: SignedIn, evidence: Evidence): Promise<readonly EvidenceUse[]> =>
  (await listUses(ask.db, [evidence.id])).get(evidence.id) ?? []

function usedPage(ask: SignedIn, evidence: Evidence, uses: readonly EvidenceUse[]): Page {
  const t = textsIn(ask.language).remove
  return plainPage(
    ask,
    evidence,
    t.usedTitle,
    html`<p class="govuk-body">${t.used}</p>${list(uses.map((use) => html`<a class="govuk-link" href="${use.href}">${use.text}</a>`))}`,
  )
}

function confirmPage(ask: SignedIn, evidence: Evidence): Page {
  const t = textsIn(ask.language).remove
  const keep = html`<a class="govuk-link" href="${urls.school.evidence({ organisation: evidence.organisationId })}">${t.keep}</a>`
  const content = buttonGroup([button({ text: t.button, kind: 'harm' }), keep])
  return plainPage(
    ask,
    evidence,
    t.title(evidence.title),
    html`<p class="govuk-body">${t.consequence}</p>${form({ action: urls.evidence.delete({ evidence: evidence.id }), hidden: ask.hidden(), content })}`,
    false,
  )
}

function plainPage(ask: SignedIn, evidence: Evidence, title: string, body: Html, wayOut = true): Page {
  const t = textsIn(ask.language)
  const href = urls.school.evidence({ organisation: evidence.organisationId })
  const content = html`${heading(1, title, 'l')}${body}${wayOut ? linkButton({ text: t.back, href, kind: 'secondary' }) : ''}`
  return { title, body: content, breadcrumbs: [{ text: t.list.title, href }], here: 'school' }
}
