import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { Form } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { searchField, select, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form, hiddenField } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { attributes, html, nothing, when } from '../../../ui/html.ts'
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
import { keysOf } from './linked-items.ts'
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
  search: Search
  frameworks: readonly Framework[]
  /** Ticked or worded before, and not among what this search finds. */
  kept: readonly Offered[]
  found: readonly Offered[]
  chosen: Chosen
  errors: readonly FormError[]
}

interface Search {
  words: string
  frameworkId: string
}

/** What was ticked and typed so far, by key. */
interface Chosen {
  ticked: ReadonlySet<string>
  words: ReadonlyMap<string, string>
  /** Drawn with words of their own, or ticked, already: their boxes say the rest. */
  seen: ReadonlySet<string>
}

const nothingChosen: Chosen = { ticked: new Set(), words: new Map(), seen: new Set() }

const keyOf = ({ frameworkId, code }: Pick<Item, 'frameworkId' | 'code'>): string => `${frameworkId}:${code}`

const wordsField = (key: string): string => `mots-${key}`

/** More than anybody ticks. */
const mostChosen = 200

function readChosen({ all, entries }: Form): Chosen {
  const prefix = wordsField('')
  const words = entries().flatMap(([name, text]): [string, string][] => (name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : []))
  return { ticked: new Set(all('item').slice(0, mostChosen)), words: new Map(words.slice(0, mostChosen)), seen: new Set(all('vu')) }
}

/** What the box of a statement holds before anybody types. */
const readyWords = ({ wording }: Offered): string => wording?.question.words.fr ?? ''

/** Whether somebody put it in words of one's own. */
function isWorded(one: Offered, { words }: Chosen): boolean {
  const typed = words.get(one.key) ?? ''
  return typed !== '' && typed !== readyWords(one)
}

/** Ticked; or just put in words, which says as much. */
const isPicked = (one: Offered, chosen: Chosen): boolean => chosen.ticked.has(one.key) || (isWorded(one, chosen) && !chosen.seen.has(one.key))

async function readView(ask: SignedIn, questionnaire: Questionnaire, search: Search, chosen: Chosen): Promise<View> {
  const frameworks = (await listFrameworks(ask.db, ask.today)).filter((one) => !one.blank)
  const wordings = await listWordings(questionnaire.audience)
  const names = new Map(frameworks.map((one) => [one.id, one]))
  const items = await itemsFor(ask, search, frameworks, wordings)
  const shown = new Set(items.map(keyOf))
  const others = [...new Set([...chosen.ticked, ...chosen.words.keys()])].filter((key) => !shown.has(key))
  const offer = (item: Item): Offered[] => {
    const framework = names.get(item.frameworkId)
    if (!framework) return []
    const name = itemName({ framework: framework.framework, code: item.code })
    const asked = questionnaire.definition.questions.filter((question) => question.item && itemName(question.item) === name).map((question) => question.code)
    return [{ key: keyOf(item), item, framework, wording: wordings.get(name), asked }]
  }
  const kept = (await findItems(ask.db, others.map(keyParts))).flatMap(offer).filter((one) => isPicked(one, chosen))
  // What is not asked yet comes first.
  const found = items.flatMap(offer).toSorted((one, other) => Math.sign(one.asked.length) - Math.sign(other.asked.length))
  return { questionnaire, search, frameworks, kept, found, chosen, errors: [] }
}

function keyParts(key: string): { frameworkId: string; code: string } {
  const [frameworkId = '', code = ''] = key.split(':')
  return /^[0-9a-f-]{36}$/.test(frameworkId) ? { frameworkId, code } : { frameworkId: '00000000-0000-0000-0000-000000000000', code }
}

/** What is looked for; else a whole framework; else what a ready questionnaire already puts in words for this audience. */
async function itemsFor(ask: SignedIn, search: Search, frameworks: readonly Framework[], wordings: ReadonlyMap<string, Wording>): Promise<Item[]> {
  const wished = frameworks.filter((one) => !search.frameworkId || one.id === search.frameworkId)
  if (search.words) return searchItems(ask.db, search.words, { frameworkIds: wished.map((one) => one.id), limit: mostShown })
  if (search.frameworkId) return wished[0] ? listFrameworkItems(ask.db, wished[0].id) : []
  return findItems(ask.db, keysOf(frameworks, [...wordings.keys()]))
}

function itemBox(ask: SignedIn, { questionnaire, chosen, errors }: View, one: Offered): Html {
  const t = textsIn(ask.language)
  const { key, item, framework, wording, asked } = one
  const [id, field] = [`enonce-${key}`, wordsField(key)]
  const error = errorsBy(errors, t.errorPrefix)(field)
  const hint = asked.length > 0 ? t.items.alreadyAsked : wording ? t.items.known : t.items.toWord(t.audiences[questionnaire.audience])
  const seen = isPicked(one, chosen) || isWorded(one, chosen) ? hiddenField({ name: 'vu', value: key }) : nothing
  return html`<div class="q-wording">${seen}<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="item" value="${key}"${attributes({ checked: isPicked(one, chosen), 'aria-describedby': `${id}-hint` })}>
<label class="govuk-label govuk-checkboxes__label" for="${id}"><span class="q-point__framework">${framework.shortTitle}</span> ${item.statement}</label>
<div class="govuk-hint govuk-checkboxes__hint" id="${id}-hint">${hint}</div></div></div>
${textField({ id: field, name: field, label: t.items.words, value: chosen.words.get(key) ?? readyWords(one), autocomplete: 'off', error })}</div>`
}

/** One form: a search sends what was ticked and typed with it, so that nothing is lost from one search to the next. */
function itemsPage(ask: SignedIn, view: View): Page {
  const t = textsIn(ask.language)
  const { questionnaire, search, frameworks, kept, found, errors } = view
  const here = { questionnaire: questionnaire.id }
  const finder = html`<div class="q-finder">${searchField({ id: 'mots', name: 'q', label: t.items.search, value: search.words })}
${select({ id: 'referentiel', name: 'referentiel', label: t.items.framework, value: search.frameworkId, options: [{ value: '', text: t.items.anyFramework }, ...frameworks.map((one) => ({ value: one.id, text: `${one.shortTitle} ${one.version}` }))] })}
${button({ text: t.items.searchButton, kind: 'secondary', name: 'chercher', value: 'oui' })}</div>`
  const buttons = buttonGroup([button({ text: t.items.add }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const title = search.words || search.frameworkId ? t.items.found(found.length) : t.items.ready(t.audiences[questionnaire.audience])
  const boxes = (some: readonly Offered[]): Html[] => some.map((one) => itemBox(ask, view, one))
  const content = html`${finder}${when(kept.length > 0, () => html`${heading(2, t.items.kept(kept.length), 'm')}${boxes(kept)}`)}
${heading(2, title, 'm')}${boxes(found)}${when(kept.length + found.length > 0, () => buttons)}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.items.title)}<p class="q-lead">${t.items.lead}</p>
${form({ action: urls.questionnaire.fromItems(here), hidden: hiddenOf(ask, questionnaire), content })}`
  return { title: t.items.title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

export async function showItems(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const search = { words: ask.query.get('q')?.trim() ?? '', frameworkId: ask.query.get('referentiel') ?? '' }
  return page(itemsPage(ask, await readView(ask, questionnaire, search, nothingChosen)))
}

export async function saveItems(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const view = await readView(ask, questionnaire, { words: ask.form.text('q'), frameworkId: ask.form.text('referentiel') }, readChosen(ask.form))
  // Nothing is kept, the form's key neither: going back and sending the same form once more is no repeat.
  if (ask.form.has('chercher')) return invalid(itemsPage(ask, view))
  const comesBack = (errors: readonly FormError[]): Page => itemsPage(ask, { ...view, errors })
  const picked = [...view.kept, ...view.found].filter((one) => isPicked(one, view.chosen))
  const wordsOf = ({ key }: Offered): string => view.chosen.words.get(key) ?? ''
  const errors = errorsIn(ask, view, picked)
  if (errors.length > 0) return invalid(comesBack(errors))
  const asked = picked.map((one): PickedItem => ({ framework: one.framework.framework, item: one.item, words: wordsOf(one) }))
  const wordings = new Map(picked.map(({ framework, item, wording }) => [itemName({ framework: framework.framework, code: item.code }), wording]))
  const next = withItems(questionnaire.definition, asked, ({ framework, item }) => wordings.get(itemName({ framework, code: item.code })))
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') return conflict(comesBack([{ field: 'item', id: 'mots', message: t.conflict }]))
  return redirect(urls.questionnaire.show({ questionnaire: questionnaire.id }), t.items.added(picked.length))
}

function errorsIn(ask: SignedIn, { questionnaire, found, chosen }: View, picked: readonly Offered[]): FormError[] {
  const t = textsIn(ask.language).items
  if (picked.length === 0) return [{ field: 'item', id: found[0] ? `enonce-${found[0].key}` : 'mots', message: t.none }]
  const total = questionnaire.definition.questions.length + picked.length
  if (total > mostQuestions) return [{ field: 'item', id: 'mots', message: t.tooMany(total, mostQuestions) }]
  return picked.filter(({ key }) => !chosen.words.get(key)).map(({ key }) => ({ field: wordsField(key), id: wordsField(key), message: t.noWords }))
}
