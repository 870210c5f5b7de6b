import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { errorSummary, fieldset, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { callout, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import type { Organisation } from '../../organisations/store.ts'
import { checkDescription, descriptionFields, readDescription, typedOf } from '../description-form.ts'
import type { DescriptionField, TypedDescription } from '../description-form.ts'
import { textsIn as descriptionTexts } from '../description-texts.en.ts'
import { editEvidence } from '../edit-commands.ts'
import { listEvidenceByIds } from '../store.ts'
import type { Description, Evidence } from '../store.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import { evidenceKind } from '../words.ts'
import { mostFiles } from './limits.ts'
import { textsIn } from './texts.en.ts'

/** What is asked of each proof just after it was added; the rest is on its own page. */
const asked: readonly DescriptionField[] = ['title', 'nature', 'note', 'effectiveOn', 'validUntil']

interface Drafted {
  evidence: Evidence
  typed: TypedDescription
  errors: readonly FormError[]
  values: Description
  version: number
  meanwhile?: TypedDescription
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The proofs that the address names, as far as the caller may see them in this school. One more than the files: an address came with them. */
function proofsOf(ask: SignedIn, organisation: Organisation): Promise<Evidence[]> {
  const ids = (ask.query.get('p') ?? '').split(',').filter(isId)
  return listEvidenceByIds(ask.db, organisation.id, [...new Set(ids)].slice(0, mostFiles + 1))
}

const markOf = (evidence: Evidence): string => `-${evidence.id}`

function describePage(ask: SignedIn, organisation: Organisation, drafts: readonly Drafted[]): Page {
  const t = textsIn(ask.language).describe
  const words = descriptionTexts(ask.language)
  const errors = drafts.flatMap((draft) => draft.errors)
  const pool = urls.school.evidence({ organisation: organisation.id })
  const title = t.title(drafts.length)
  const content = html`${join(drafts.map((draft, index) => proofPart(ask, draft, index + 1, drafts.length)))}
${buttonGroup([button({ text: t.button }), linkButton({ text: t.later, href: pool, kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, title, 'l')}<p class="govuk-body-l">${t.purpose}</p>
${when(
  drafts.some((draft) => draft.meanwhile),
  () => callout({ title: words.changedTitle, content: html`<p class="govuk-body">${words.changed}</p>` }),
)}
${form({ action: `${ask.path}?${ask.query}`, hidden: ask.hidden(), content })}`
  return {
    title: `${errors.length > 0 ? `${words.errorPrefix} ` : ''}${title}`,
    body,
    here: 'school',
    breadcrumbs: [{ text: evidenceTexts(ask.language).all, href: pool }],
  }
}

function proofPart(ask: SignedIn, { evidence, version, ...draft }: Drafted, place: number, all: number): Html {
  const mark = markOf(evidence)
  const fields = html`<input type="hidden" name="version${mark}" value="${version}"><p class="govuk-body q-missing">${evidence.fileName ?? evidence.url} (${evidenceKind(evidence, ask.language)})</p>
${descriptionFields({ ...draft, language: ask.language, shown: asked, mark })}`
  return fieldset({
    id: `preuve${mark}`,
    legend: all === 1 ? evidence.title : `${textsIn(ask.language).describe.proof(place, all)} : ${evidence.title}`,
    content: fields,
  })
}

const draftOf = (evidence: Evidence): Drafted => ({ evidence, typed: typedOf(evidence), errors: [], values: evidence, version: evidence.version })

export const showDescribe = onOwnOrganisation('evidence.attach', async (ask, organisation) => {
  const proofs = await proofsOf(ask, organisation)
  if (proofs.length === 0) return redirect(urls.school.evidence({ organisation: organisation.id }))
  return page(describePage(ask, organisation, proofs.map(draftOf)))
})

export const saveDescribe = onOwnOrganisation('evidence.attach', async (ask, organisation): Promise<Answer> => {
  const proofs = await proofsOf(ask, organisation)
  const drafts = proofs.map((evidence): Drafted => {
    const typed = readDescription(ask.form, evidence, markOf(evidence))
    return { evidence, typed, ...checkDescription(typed, ask.language, markOf(evidence)), version: Number(ask.form.text(`version${markOf(evidence)}`)) || 0 }
  })
  if (drafts.some((draft) => draft.errors.length > 0)) return invalid(describePage(ask, organisation, drafts))
  const changed = new Set<string>()
  for (const { evidence, version, values } of drafts) {
    if ('refused' in (await editEvidence(ask.db, ask.caller, evidence, version, values))) changed.add(evidence.id)
  }
  // The next sending is made knowing what was saved meanwhile.
  if (changed.size > 0) {
    const shown = drafts.map((draft) =>
      changed.has(draft.evidence.id) ? { ...draft, version: draft.evidence.version, meanwhile: typedOf(draft.evidence) } : draft,
    )
    return invalid(describePage(ask, organisation, shown))
  }
  return afterDescribing(ask, organisation, proofs)
})

function afterDescribing(ask: SignedIn, organisation: Organisation, proofs: readonly Evidence[]): Answer {
  const t = textsIn(ask.language).describe
  const [only] = proofs
  if (proofs.length === 1 && only) return redirect(urls.evidence.points({ evidence: only.id }), `${t.saved(1)} ${t.next}`)
  return redirect(urls.school.evidence({ organisation: organisation.id }), t.saved(proofs.length))
}
