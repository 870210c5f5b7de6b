import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton } from '../../../ui/buttons.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Evidence } from '../store.ts'
import { textsIn } from '../texts.en.ts'

type Crumbs = { text: string; href: string }[]

/** The way back from pages on one proof. */
export const poolCrumb = (ask: SignedIn, evidence: Evidence): Crumbs => [
  { text: textsIn(ask.language).all, href: urls.school.evidence({ organisation: evidence.organisationId }) },
]

export const proofCrumbs = (ask: SignedIn, evidence: Evidence): Crumbs => [
  ...poolCrumb(ask, evidence),
  { text: evidence.title, href: urls.evidence.show({ evidence: evidence.id }) },
]

/** A page that says one thing of a proof. */
export function plainPage(ask: SignedIn, evidence: Evidence, title: string, body: Html, wayOut = true): Page {
  const href = urls.school.evidence({ organisation: evidence.organisationId })
  const out = linkButton({ text: textsIn(ask.language).back, href, kind: 'secondary' })
  return { title, body: html`${heading(1, title, 'l')}${body}${wayOut ? out : ''}`, breadcrumbs: proofCrumbs(ask, evidence), here: 'school' }
}
