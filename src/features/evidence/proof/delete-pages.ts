import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { Guarded, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { removeEvidence } from '../commands.ts'
import { onEvidence } from '../guard.ts'
import type { Evidence } from '../store.ts'
import { textsIn } from '../texts.en.ts'
import type { EvidenceUse, ListUses } from '../uses.ts'
import { plainPage } from './plain-page.ts'

export const showDelete = (listUses: ListUses): Guarded =>
  onEvidence('evidence.attach', async (ask, evidence) => {
    const uses = await usesOf(listUses, ask, evidence)
    return uses.length > 0 ? invalid(usedPage(ask, evidence, uses)) : page(confirmPage(ask, evidence))
  })

export const saveDelete = (listUses: ListUses): Guarded =>
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
  const places = list(uses.map((use) => html`<a class="govuk-link" href="${use.href}">${use.text}</a>`))
  return plainPage(ask, evidence, t.usedTitle, html`<p class="govuk-body">${t.used}</p>${places}`)
}

function confirmPage(ask: SignedIn, evidence: Evidence): Page {
  const t = textsIn(ask.language).remove
  const keep = html`<a class="govuk-link" href="${urls.evidence.show({ evidence: evidence.id })}">${t.keep}</a>`
  const content = buttonGroup([button({ text: t.button, kind: 'harm' }), keep])
  const consequence = evidence.revision > 1 ? t.consequenceMany : t.consequence
  const body = html`<p class="govuk-body">${consequence}</p>${form({ action: urls.evidence.delete({ evidence: evidence.id }), hidden: ask.hidden(), content })}`
  return plainPage(ask, evidence, t.title(evidence.title), body, false)
}
