import { download, invalid, notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import { onEvidence } from '../guard.ts'
import { findRevision } from '../revisions-store.ts'
import type { Evidence } from '../store.ts'
import { textsIn } from '../texts.en.ts'
import { plainPage } from './plain-page.ts'

interface Held {
  url: string | null
  fileName: string | null
  mediaType: string | null
  sha256: string | null
}

/** Asked anew each time: the session, the mandate and the row. Always an attachment, so that nothing of it runs in our pages. */
async function give(ask: SignedIn, evidence: Evidence, held: Held): Promise<Answer> {
  const t = textsIn(ask.language)
  if (held.url !== null) {
    const link = html`<a class="govuk-link" rel="noopener noreferrer nofollow" href="${held.url}">${held.url}</a>`
    return page(plainPage(ask, evidence, t.opens, html`<p class="govuk-body">${t.opensText}</p><p class="govuk-body">${link}</p>`))
  }
  const bytes = await ask.services.files.find(held.sha256 ?? '')
  if (!bytes) return invalid(plainPage(ask, evidence, t.missing, html`<p class="govuk-body">${t.missingText}</p>`))
  return download(held.fileName ?? evidence.title, held.mediaType ?? 'application/octet-stream', bytes)
}

export const giveFile = onEvidence('evidence.read', (ask, evidence) => give(ask, evidence, evidence))

/** What the proof was before. */
export const giveRevision = onEvidence('evidence.read', async (ask, evidence) => {
  const number = ask.params['revision'] ?? ''
  const revision = /^\d{1,6}$/.test(number) ? await findRevision(ask.db, evidence.id, Number(number)) : null
  return revision ? give(ask, evidence, revision) : notFound()
})
