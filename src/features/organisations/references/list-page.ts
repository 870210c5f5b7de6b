import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, postButton } from '../../../ui/buttons.ts'
import { errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, join, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { homeCrumb } from '../crumbs.ts'
import type { Organisation } from '../store.ts'
import type { ReferenceKind } from '../tables.ts'
import { addReference } from './commands.ts'
import { errorsOf, readReference, referenceFields } from './form.ts'
import { referenceKinds } from './rules.ts'
import type { ReferenceText } from './rules.ts'
import { listReferences } from './store.ts'
import type { Reference } from './store.ts'
import { textsIn } from './texts.en.ts'

interface Draft {
  kind: ReferenceKind
  typed: ReferenceText
  errors: readonly FormError[]
}

async function referencesPage(ask: SignedIn, organisation: Organisation, draft?: Draft): Promise<Page> {
  const t = textsIn(ask.language)
  const all = await listReferences(ask.db, organisation.id)
  const edits = may(ask.caller, 'school.references', organisation)
  const body = html`${errorSummary({ title: t.errorTitle, errors: draft?.errors ?? [] })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p>
<p class="govuk-body">${t.use}</p>${details({ summary: t.useSummary, content: t.useExample, quiet: true })}
${join(
  referenceKinds.map(
    (kind) =>
      html`${section(
        ask,
        kind,
        all.filter((one) => one.kind === kind),
        edits,
      )}${when(edits, () => addForm(ask, organisation, kind, draft))}`,
  ),
)}`
  return { title: t.title, body, here: 'school', breadcrumbs: [homeCrumb(organisation)] }
}

function section(ask: SignedIn, kind: ReferenceKind, list: readonly Reference[], edits: boolean): Html {
  const t = textsIn(ask.language)
  const words = t.kinds[kind]
  const intro = html`${heading(2, words.title, 'm', `kind-${kind}`)}<p class="govuk-hint">${words.purpose}</p>`
  if (list.length === 0) return html`${intro}<p class="govuk-body"><span class="q-missing">${t.nothing}</span> ${t.exampleLabel} ${words.example}</p>`
  return html`${intro}${cardList(
    list.map((one, place) => ({
      title: one.label,
      id: `reference-${one.id}`,
      content: one.description ? html`<p class="govuk-body">${one.description}</p>` : nothing,
      ...(edits ? { actions: actionsOf(ask, one, { first: place === 0, last: place === list.length - 1 }) } : {}),
    })),
  )}`
}

function actionsOf(ask: SignedIn, reference: Reference, { first, last }: { first: boolean; last: boolean }): Content {
  const t = textsIn(ask.language)
  const here = { organisation: reference.organisationId, reference: reference.id }
  const about = reference.label
  const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> ${about}</span></a>`
  const move = (direction: 'up' | 'down'): Html =>
    postButton({
      text: t[direction],
      about,
      kind: 'quiet',
      action: urls.school.referenceMove(here),
      hidden: [...ask.hidden(), { name: 'direction', value: direction }],
    })
  return html`${link(urls.school.referenceEdit(here), t.edit)} ${first ? nothing : move('up')} ${last ? nothing : move('down')} ${link(urls.school.referenceDelete(here), t.remove)}`
}

function addForm(ask: SignedIn, organisation: Organisation, kind: ReferenceKind, draft: Draft | undefined): Html {
  const t = textsIn(ask.language)
  const mine = draft?.kind === kind ? draft : { typed: { label: '', description: '' }, errors: [] }
  const content = form({
    action: urls.school.references({ organisation: organisation.id }),
    hidden: [...ask.hidden(), { name: 'kind', value: kind }],
    label: t.kinds[kind].add,
    content: html`${referenceFields({ kind, language: ask.language, ...mine })}${button({ text: t.addButton, kind: 'secondary', about: t.kinds[kind].title })}`,
  })
  return details({ summary: t.kinds[kind].add, content, open: draft?.kind === kind })
}

export const showReferences = async (ask: SignedIn, organisation: Organisation): Promise<Answer> => page(await referencesPage(ask, organisation))

export async function createReference(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const kind = referenceKinds.find((one) => one === ask.form.text('kind')) ?? 'value'
  const typed = readReference(ask.form)
  const result = await addReference(ask.db, ask.caller.personId, { ...typed, kind, organisationId: organisation.id })
  if ('refused' in result) return invalid(await referencesPage(ask, organisation, { kind, typed, errors: errorsOf(kind, result.refused, ask.language) }))
  return redirect(`${urls.school.references({ organisation: organisation.id })}#kind-${kind}`, textsIn(ask.language).added)
}
