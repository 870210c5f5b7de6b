import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { dateField, select, textField } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { operatorCrumb } from '../installation/crumbs.ts'
import { wordsIn } from '../words.en.ts'
import { createGroup } from './commands.ts'
import type { GroupFault } from './commands.ts'
import { groupKinds } from './link-rules.ts'
import { listOpen } from './store.ts'
import { textsIn } from './texts.en.ts'

interface TypedGroup {
  kind: string
  name: string
  authority: string
  from: string
}

interface Refusal {
  refused: GroupFault
  namesakeId?: string
}

const noKind: Refusal = { refused: 'no-kind' }

const fieldOf: Record<GroupFault, keyof TypedGroup> = {
  'no-kind': 'kind',
  'no-name': 'name',
  'long-name': 'name',
  'no-authority': 'authority',
  'bad-day': 'from',
  namesake: 'name',
}

async function groupPage(ask: SignedIn, typed: TypedGroup, refusal?: Refusal): Promise<Page> {
  const words = textsIn(ask.language)
  const t = words.group
  const errors = refusal ? [{ field: fieldOf[refusal.refused], id: fieldOf[refusal.refused], message: t.faults[refusal.refused] }] : []
  const error = errorsBy(errors, words.errorPrefix)
  const authorities = await listOpen(ask.db, ['authority'])
  const choices = groupKinds.map((kind) => ({ value: kind, text: wordsIn(ask.language).kinds[kind], hint: t.kindHints[kind] }))
  const options = [{ value: '', text: t.noAuthority }, ...authorities.map(({ id, name }) => ({ value: id, text: name }))]
  const content = html`${radios({ id: 'kind', name: 'kind', legend: t.kind, choices, value: typed.kind, error: error('kind') })}
${textField({ id: 'name', name: 'name', label: t.name, value: typed.name, autocomplete: 'off', error: error('name') })}
${select({ id: 'authority', name: 'authority', label: t.authority, hint: t.authorityHint, options, value: typed.authority, error: error('authority') })}
${dateField({ id: 'from', name: 'from', label: t.from, value: typed.from, error: error('from') })}
${buttonGroup([button({ text: t.button }), linkButton({ text: words.cancel, href: urls.operator.schools(), kind: 'quiet' })])}`
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, t.title)}
${when(refusal?.namesakeId, () => inset(html`<a class="govuk-link" href="${urls.operator.organisation({ organisation: refusal?.namesakeId ?? '' })}">${t.seeNamesake}</a>`))}
${form({ action: urls.operator.newGroup(), hidden: ask.hidden(), content })}`
  return { title: t.title, body, here: 'operator', breadcrumbs: [operatorCrumb(ask.language), { text: words.search.title, href: urls.operator.schools() }] }
}

export const showNewGroup = async (ask: SignedIn): Promise<Answer> => page(await groupPage(ask, { kind: '', name: '', authority: '', from: ask.today }))

export async function saveNewGroup(ask: SignedIn): Promise<Answer> {
  const typed = {
    kind: ask.form.text('kind'),
    name: ask.form.text('name').replace(/\s+/g, ' '),
    authority: ask.form.text('authority'),
    from: ask.form.text('from'),
  }
  const kind = groupKinds.find((one) => one === typed.kind)
  const authorities = await listOpen(ask.db, ['authority'])
  const authorityId = authorities.find((one) => one.id === typed.authority)?.id ?? null
  const result = kind ? await createGroup(ask.db, ask.caller.personId, { kind, name: typed.name, authorityId, validFrom: typed.from }) : noKind
  if ('refused' in result) return invalid(await groupPage(ask, typed, result))
  return redirect(urls.operator.organisation({ organisation: result.id }), textsIn(ask.language).group.created)
}
