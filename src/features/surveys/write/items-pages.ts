import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { searchField, select, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { attributes, html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { searchItems } from '../../frameworks/search-store.ts'
import { findItems, listFrameworkItems, listFrameworks } from '../../frameworks/store.ts'
import type { Framework, Item } from '../../frameworks/store.ts'
import { itemName, mostQuestions } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { withItems } from './item-questions.ts'
import type { PickedItem } from './item-questions.ts'
import { listWordings } from './known-wordings.ts'
import type { Wording } from './known-wordings.ts'
import { conflict } from './question-pages.ts'
import { crumbsOf, hiddenOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import type { Questionnaire } from './write-store.ts'

const mostShown = 60

interface Offered {
  key: string
  item: Item
  framework: Framework
  wording: Wording | undefined
  /** Codes of the questions that ask about it already. */
  asked: readonly string[]
}

interface View {
  questionnaire: Questionnaire
  search: { words: string; frameworkId: string }
  frameworks: readonly Framework[]
  offered: readonly Offered[]
  /** What was ticked and typed, by key, when the form comes back. */
  typed: ReadonlyMap<string, string>
  errors: readonly FormError[]
}

const keyOf = ({ frameworkId, code }: Pick<Item, 'frameworkId' | 'code'>): string => `${frameworkId}:${code}`

async function readView(ask: SignedIn, questionnaire: Questionnaire, search: View['search'], ticked: readonly string[]): Promise<View> {
  const frameworks = (await listFrameworks(ask.db, ask.today)).filter((one) => !one.blank)
  const wordings = await listWordings(questionnaire.audience)
  const names = new Map(frameworks.map((one) => [one.id, one]))
  const items = await itemsFor(ask, search, frameworks, wordings)
  const shown = new Set(items.map(keyOf))
  const kept = await findItems(ask.db, ticked.filter((key) => !shown.has(key)).map(keyParts))
  const all = [...kept, ...items].flatMap((item): Offered[] => {
    const framework = names.get(item.frameworkId)
    if (!framework) return []
    const name = itemName({ framework: framework.framework, code: item.code })
    const asked = questionnaire.definition.questions.filter((question) => question.item && itemName(question.item) === name).map((question) => question.code)
    return [{ key: keyOf(item), item, framework, wording: wordings.get(name), asked }]
  })
  // What is not asked yet comes first.
  const offered = all.toSorted((one, other) => Math.sign(one.asked.length) - Math.sign(other.asked.length))
  return { questionnaire, search, frameworks, offered, typed: new Map(), errors: [] }
}

function keyParts(key: string): { frameworkId: string; code: string } {
  const [frameworkId = '', code = ''] = key.split(':')
  return /^[0-9a-f-]{36}$/.test(frameworkId) ? { frameworkId, code } : { frameworkId: '00000000-0000-0000-0000-000000000000', code }
}

/** Found by words; a whole framework; or, at first, what is already put in words for this audience. */
async function itemsFor(ask: SignedIn, search: View['search'], frameworks: readonly Framework[], wordings: ReadonlyMap<string, Wording>): Promise<Item[]> {
  const wished = frameworks.filter((one) => search.frameworkId === '' || one.id === search.frameworkId)
  if (search.words) return searchItems(ask.db, search.words, { frameworkIds: wished.map((one) => one.id), limit: mostShown })
  if (search.frameworkId) return wished[0] ? listFrameworkItems(ask.db, wished[0].id) : []
  const newest = new Map(frameworks.toReversed().map((one) => [one.framework, one.id]))
  const keys = [...wordings.keys()].flatMap((name) => {
    const [framework = '', code = ''] = name.split(' ')
    const frameworkId = newest.get(framework)
    return frameworkId ? [{ frameworkId, code }] : []
  })
  return findItems(ask.db, keys)
}

function itemBox(ask: SignedIn, view: View, { key, item, framework, wording, asked }: Offered): Html {
  const t = textsIn(ask.language)
  const [id, field] = [`enonce-${key}`, `mots-${key}`]
  const error = errorsBy(view.errors, t.errorPrefix)(field)
  const hint = asked.length > 0 ? t.items.alreadyAsked : wording ? t.items.known : t.items.toWord(t.audiences[view.questionnaire.audience])
  return html`<div class="q-wording"><div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="item" value="${key}"${attributes({ checked: view.typed.has(key), 'aria-describedby': `${id}-hint` })}>
<label class="govuk-label govuk-checkboxes__label" for="${id}"><span class="q-point__framework">${framework.shortTitle}</span> ${item.statement}</label>
<div class="govuk-hint govuk-checkboxes__hint" id="${id}-hint">${hint}</div></div></div>
${textField({ id: field, name: field, label: t.items.words, value: view.typed.get(key) ?? wording?.question.words.fr ?? '', autocomplete: 'off', error })}</div>`
}

function itemsPage(ask: SignedIn, view: View): Page {
  const t = textsIn(ask.language)
  const { questionnaire, search, frameworks, offered, errors } = view
  const here = { questionnaire: questionnaire.id }
  const finder = form({
    action: urls.questionnaire.fromItems(here),
    method: 'get',
    content: html`<div class="q-finder">${searchField({ id: 'mots', name: 'q', label: t.items.search, value: search.words })}
${select({ id: 'referentiel', name: 'referentiel', label: t.items.framework, value: search.frameworkId, options: [{ value: '', text: t.items.anyFramework }, ...frameworks.map((one) => ({ value: one.id, text: `${one.shortTitle} ${one.version}` }))] })}
${button({ text: t.items.searchButton, kind: 'secondary' })}</div>`,
  })
  const buttons = buttonGroup([button({ text: t.items.add }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const hidden = [...hiddenOf(ask, questionnaire), { name: 'q', value: search.words }, { name: 'referentiel', value: search.frameworkId }]
  const found = search.words || search.frameworkId ? t.items.found(offered.length) : t.items.ready(t.audiences[questionnaire.audience])
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.items.title)}<p class="q-lead">${t.items.lead}</p>${finder}
${heading(2, found, 'm')}${when(offered.length > 0, () => form({ action: urls.questionnaire.fromItems(here), hidden, content: html`${offered.map((one) => itemBox(ask, view, one))}${buttons}` }))}`
  return { title: t.items.title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

export async function showItems(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const search = { words: ask.query.get('q')?.trim() ?? '', frameworkId: ask.query.get('referentiel') ?? '' }
  return page(itemsPage(ask, await readView(ask, questionnaire, search, [])))
}

export async function saveItems(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const ticked = ask.form.all('item')
  const view = await readView(ask, questionnaire, { words: ask.form.text('q'), frameworkId: ask.form.text('referentiel') }, ticked)
  const picked = view.offered.filter(({ key }) => ticked.includes(key))
  const words = new Map(picked.map(({ key }) => [key, ask.form.text(`mots-${key}`)]))
  const comesBack = (errors: readonly FormError[]): Page => itemsPage(ask, { ...view, typed: words, errors })
  const errors = errorsIn(ask, questionnaire, view, words)
  if (errors.length > 0) return invalid(comesBack(errors))
  const asked = picked.map(({ key, framework, item }): PickedItem => ({ framework: framework.framework, item, words: words.get(key) ?? '' }))
  const wordings = new Map(picked.map(({ framework, item, wording }) => [itemName({ framework: framework.framework, code: item.code }), wording]))
  const next = withItems(questionnaire.definition, asked, ({ framework, item }) => wordings.get(itemName({ framework, code: item.code })))
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') return conflict(comesBack([{ field: 'item', id: 'mots', message: t.conflict }]))
  return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.items.added(picked.length))
}

function errorsIn(ask: SignedIn, { definition }: Questionnaire, { offered }: View, words: ReadonlyMap<string, string>): FormError[] {
  const t = textsIn(ask.language).items
  if (words.size === 0) return [{ field: 'item', id: offered[0] ? `enonce-${offered[0].key}` : 'mots', message: t.none }]
  const total = definition.questions.length + words.size
  if (total > mostQuestions) return [{ field: 'item', id: 'mots', message: t.tooMany(total, mostQuestions) }]
  return [...words].filter(([, text]) => text === '').map(([key]) => ({ field: `mots-${key}`, id: `mots-${key}`, message: t.noWords }))
}
