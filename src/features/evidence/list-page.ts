import { formatDate } from '../../platform/language.ts'
import type { Page } from '../../platform/web/answer.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { linkButton } from '../../ui/buttons.ts'
import { html, join } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { pagination } from '../../ui/lists.ts'
import { emptyPage, heading } from '../../ui/messages.ts'
import { table } from '../../ui/table.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import type { Organisation } from '../organisations/store.ts'
import type { EvidenceUse } from './pages.ts'
import type { Evidence } from './store.ts'
import { textsIn } from './texts.en.ts'
import { evidenceLink } from './words.ts'

interface Shown {
  evidence: readonly Evidence[]
  uses: ReadonlyMap<string, readonly EvidenceUse[]>
  current: number
  pages: number
}

/** All the proofs of a school, each with where it serves. */
export function evidenceListPage(ask: SignedIn, organisation: Organisation, shown: Shown): Page {
  const t = textsIn(ask.language).list
  const body = html`${heading(1, t.title, 'l')}<p class="govuk-body-l">${t.purpose}</p><p class="govuk-body">${t.care}</p>
${shown.evidence.length === 0 ? nothingYet(ask, organisation) : evidenceTable(ask, shown)}
${shown.pages > 1 ? pageLinks(ask, organisation, shown) : ''}`
  return {
    title: `${t.title} – ${organisation.name}`,
    body,
    breadcrumbs: [{ text: organisation.name, href: urls.school.show({ organisation: organisation.id }) }],
    here: 'school',
  }
}

function nothingYet(ask: SignedIn, organisation: Organisation): Html {
  const t = textsIn(ask.language).list
  return emptyPage({
    title: t.emptyTitle,
    purpose: t.emptyPurpose,
    example: { label: t.emptyExample, text: t.exampleText },
    step: linkButton({ text: t.emptyStep, href: urls.school.evaluations({ organisation: organisation.id }), kind: 'secondary' }),
  })
}

function evidenceTable(ask: SignedIn, { evidence, uses }: Shown): Html {
  const t = textsIn(ask.language).list
  return table({
    caption: t.title,
    captionHidden: true,
    columns: [{ header: t.evidence }, { header: t.date }, { header: t.added }, { header: t.uses }],
    rows: evidence.map((one) => [
      evidenceLink(one, ask.language),
      one.effectiveOn ? formatDate(one.effectiveOn, ask.language) : null,
      formatDate(one.addedAt, ask.language),
      usesCell(ask, one, uses.get(one.id) ?? []),
    ]),
    missing: t.undated,
  })
}

function usesCell(ask: SignedIn, evidence: Evidence, uses: readonly EvidenceUse[]): Content {
  const t = textsIn(ask.language).list
  if (uses.length > 0)
    return html`<ul class="govuk-list">${join(uses.map((use) => html`<li><a class="govuk-link" href="${use.href}">${use.text}</a></li>`))}</ul>`
  if (!may(ask.caller, 'evidence.attach', evidence)) return t.unused
  return html`${t.unused}. <a class="govuk-link" href="${urls.evidence.delete({ evidence: evidence.id })}">${t.remove}<span class="govuk-visually-hidden"> ${evidence.title}</span></a>`
}

function pageLinks(ask: SignedIn, organisation: Organisation, { current, pages }: Shown): Html {
  const t = textsIn(ask.language).list
  const to = (number: number): string => urls.school.evidence({ organisation: organisation.id }, { page: number })
  return pagination({
    label: t.pagination,
    position: t.pages(current, pages),
    previous: current > 1 ? { href: to(current - 1), text: t.previous } : undefined,
    next: current < pages ? { href: to(current + 1), text: t.next } : undefined,
  })
}
