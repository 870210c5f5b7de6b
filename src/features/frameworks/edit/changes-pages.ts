import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkboxes, radios } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../content-words.ts'
import type { FrameworkHeader, ItemContent } from '../content.ts'
import { getFramework } from '../store.ts'
import type { Framework } from '../store.ts'
import { changeKinds } from '../version-changes.ts'
import type { Change, ChangeKind } from '../version-changes.ts'
import { readVersionContent } from '../version-content.ts'
import { allChanges, sayChange, withoutCode } from './changes-rules.ts'
import { changeDraft } from './commands.ts'
import { findItemIn, itemsOf, statementsOf } from './content-rules.ts'
import type { Draft } from './drafts-store.ts'
import { pageOf } from './form-page.ts'
import { formTextsIn } from './form-texts.en.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'
import { fr } from './texts.fr.ts'

/** Both editions, and what becomes of each code. */
interface Comparison {
  base: Framework
  before: FrameworkHeader
  changes: Change[]
}

async function compare(ask: SignedIn, draft: Draft): Promise<Comparison | null> {
  if (!draft.basedOnId) return null
  const base = await getFramework(ask.db, draft.basedOnId)
  const before = await readVersionContent(ask.db, base)
  return { base, before, changes: allChanges(statementsOf(before), statementsOf(draft.content), draft.changes, fr.changes.reasons) }
}

/** What changes since the edition before, kind by kind; those that stay the same folded away. */
export async function showChanges(ask: SignedIn, draft: Draft): Promise<Answer> {
  const compared = await compare(ask, draft)
  if (!compared) return notFound()
  const t = textsIn(ask.language).changes
  const title = t.title(compared.base.version)
  const order: readonly ChangeKind[] = ['major', 'split', 'merged', 'dropped', 'added', 'minor', 'same']
  const groups = order.map((kind) => ({ kind, changes: compared.changes.filter((change) => change.kind === kind) })).filter((one) => one.changes.length > 0)
  const body = html`${heading(1, title)}<p class="q-lead">${t.lead}</p>
${groups.map(({ kind, changes }) => {
  const summary = t.groups(t.kinds[kind], changes.length)
  const content = changesTable(ask, draft, compared, summary, changes)
  return kind === 'same' ? details({ summary, content, quiet: true }) : content
})}`
  return page({ ...pageOf(ask, draft, title, body), wide: true })
}

function changesTable(ask: SignedIn, draft: Draft, { before }: Comparison, caption: string, changes: readonly Change[]): Html {
  const t = textsIn(ask.language).changes
  const side = (content: FrameworkHeader, codes: readonly string[]): Content =>
    codes.length === 0 ? html`<span class="q-missing">${t.none}</span>` : html`${codes.map((code) => html`<p>${statementLine(ask, content, code)}</p>`)}`
  const door = (change: Change): Content => {
    const code = change.from[0]
    if (!code || draft.state !== 'draft') return nothing
    return html`<a class="govuk-link" href="${urls.drafts.change({ draft: draft.id, code })}">${t.change}<span class="govuk-visually-hidden"> ${code}</span></a>`
  }
  return table({
    caption,
    columns: [{ header: t.before }, { header: t.after }, { header: t.why }, { header: t.change, headerHidden: true }],
    rows: changes.map((change) => [side(before, change.from), side(draft.content, change.to), inFrench(change.reason, ask.language), door(change)]),
  })
}

const statementLine = (ask: SignedIn, content: FrameworkHeader, code: string): Html =>
  html`<span class="q-missing">${code}</span> ${inFrench(findItemIn(content, code)?.item.statement ?? '', ask.language)}`

interface Wish {
  kind: string
  to: readonly string[]
  reason: string
  errors: readonly FormError[]
}

function changePage(ask: SignedIn, draft: Draft, item: ItemContent, wish: Wish): Page {
  const t = textsIn(ask.language).changes
  const words = formTextsIn(ask.language)
  const error = errorsBy(wish.errors, words.errorPrefix)
  const hints: Partial<Record<ChangeKind, string>> = t.hints
  const kinds = changeKinds.filter((kind) => kind !== 'added').map((kind) => ({ value: kind, text: t.kinds[kind], hint: hints[kind] }))
  const targets = checkboxes({
    id: 'to',
    name: 'to',
    legend: t.to,
    small: true,
    values: wish.to,
    error: error('to'),
    choices: itemsOf(draft.content).map((one) => ({ value: one.code, text: one.statement, hint: one.code })),
  })
  const body = html`${errorSummary({ title: words.errorTitle, errors: wish.errors })}${heading(1, t.formTitle)}
<p class="govuk-body-l">${statementLineOf(ask, item)}</p>${form({
    action: urls.drafts.change({ draft: draft.id, code: item.code }),
    hidden: ask.hidden(),
    content: html`${radios({ id: 'kind', name: 'kind', legend: t.kind, value: wish.kind, error: error('kind'), choices: kinds })}
<filter-list data-label="${t.toSearch}" data-shown="${t.toShown}">${targets}</filter-list>
${textArea({ id: 'reason', name: 'reason', label: t.reason, value: wish.reason, rows: 2, maxLength: 400, error: error('reason') })}
${buttonGroup([
  button({ text: words.save }),
  button({ text: t.automatic, kind: 'secondary', name: 'automatic', value: 'yes' }),
  linkButton({ text: words.cancel, href: urls.drafts.changes({ draft: draft.id }), kind: 'quiet' }),
])}`,
  })}`
  return { ...pageOf(ask, draft, t.formTitle, body, [{ text: t.back, href: urls.drafts.changes({ draft: draft.id }) }]), scripts: ['filter-list'] }
}

const statementLineOf = (ask: SignedIn, item: ItemContent): Html => html`<span class="q-missing">${item.code}</span> ${inFrench(item.statement, ask.language)}`

export async function showChange(ask: SignedIn, draft: Draft): Promise<Answer> {
  const compared = await compare(ask, draft)
  const found = compared && findItemIn(compared.before, ask.params['code'] ?? '')
  if (!compared || !found) return notFound()
  const change = compared.changes.find((one) => one.from.includes(found.item.code))
  return page(changePage(ask, draft, found.item, { kind: change?.kind ?? '', to: change?.to ?? [], reason: change?.reason ?? '', errors: [] }))
}

export async function saveChange(ask: SignedIn, draft: Draft): Promise<Answer> {
  const compared = await compare(ask, draft)
  const found = compared && findItemIn(compared.before, ask.params['code'] ?? '')
  if (!found) return notFound()
  const { code } = found.item
  const kind = changeKinds.find((one) => one === ask.form.text('kind') && one !== 'added')
  const known = new Set(itemsOf(draft.content).map((item) => item.code))
  const to = kind === 'dropped' ? [] : ask.form.all('to').filter((one) => known.has(one))
  const reason = ask.form.text('reason').replace(/\s+/g, ' ').slice(0, 400)
  const automatic = ask.form.text('automatic') === 'yes'
  const errors = automatic ? [] : changeErrors(ask, kind, to, reason)
  if (errors.length > 0) return invalid(changePage(ask, draft, found.item, { kind: kind ?? '', to, reason, errors }))
  const result = await changeDraft(ask, draft, (now) => ({
    changes: automatic || !kind ? withoutCode(now.changes, code) : sayChange(now.changes, code, { kind, to, reason }),
  }))
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.changes({ draft: draft.id }), textsIn(ask.language).changes.saved)
}

function changeErrors(ask: SignedIn, kind: ChangeKind | undefined, to: readonly string[], reason: string): FormError[] {
  const t = textsIn(ask.language).changes.errors
  if (!kind) return [{ field: 'kind', id: 'kind', message: t.kind }]
  const errors: FormError[] = []
  if (kind === 'split' && to.length < 2) errors.push({ field: 'to', id: 'to', message: t.several })
  if (['same', 'minor', 'major', 'merged'].includes(kind) && to.length !== 1) errors.push({ field: 'to', id: 'to', message: t.one })
  if (reason.length < 2) errors.push({ field: 'reason', id: 'reason', message: t.reason })
  return errors
}

/** For the page of review: how many codes of each kind. */
export function changesSummary(ask: SignedIn, changes: readonly Change[]): Content {
  const t = textsIn(ask.language).changes
  const counts = changeKinds.map((kind) => ({ kind, number: changes.filter((change) => change.kind === kind).length })).filter((one) => one.number > 0)
  return when(counts.length > 0, () => list(counts.map(({ kind, number }) => t.groups(t.kinds[kind], number))))
}
