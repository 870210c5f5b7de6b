import { notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { textArea } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { callout, details, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import { fewestTexts } from '../results/rules.ts'
import { record } from '../record.ts'
import type { Question } from '../questionnaire/definition.ts'
import { hereOf, listAdditions, listParts } from '../store.ts'
import type { Place } from '../store.ts'
import { markPersonal, withoutPersonal, wordsInLowerCase } from './mark-personal.ts'
import { findText, judgeText, listTexts } from './replies-store.ts'
import type { ReleasedText } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

/** Cards of one kind on a page at most: the next come when these are read. */
const mostCards = 50

/** What people wrote, read first by somebody who leads. */
export async function showTexts(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  return page(await textsPage(ask, place))
}

/** A text on which somebody else decided meanwhile: what was typed for it. */
interface Contested {
  id: string
  typed: string
}

async function textsPage(ask: SignedIn, place: Place, contested?: Contested): Promise<Page> {
  const t = textsIn(ask.language).texts
  const texts = await listTexts(ask.db, place.survey.id, place.organisationId)
  const asked = await listAsked(ask, place)
  const common = wordsInLowerCase(texts.map(({ words }) => words))
  const waiting = texts.filter(({ state }) => state === 'waiting')
  const read = texts.filter(({ state }) => state !== 'waiting')
  const wordsOf = ({ partId, question }: ReleasedText): string => asked.get(partId)?.find(({ code }) => code === question)?.words.fr ?? ''
  const card = (text: ReleasedText): Html => textCard(ask, place, { text, question: wordsOf(text), common })
  const both = texts.find(({ id }) => id === contested?.id)
  const groups = Map.groupBy(texts, ({ partId, question }) => `${partId} ${question}`)
  const lists = [...groups.values()].map((group) => shownList(ask, place, group, wordsOf))
  const body = html`${heading(1, t.title)}<p class="q-lead">${texts.length > 0 ? t.lead : t.none}</p>${both && contested ? contestedSection(ask, place, { text: both, question: wordsOf(both), common }, contested.typed) : nothing}
${texts.length > 0 ? heading(2, t.waiting(waiting.length), 'm') : nothing}${waiting.slice(0, mostCards).map(card)}${waiting.length > mostCards ? html`<p class="q-missing">${t.first(mostCards)}</p>` : nothing}
${read.length > 0 ? details({ summary: t.read(read.length), content: html`${read.slice(0, mostCards).map(card)}${read.length > mostCards ? html`<p class="q-missing">${t.firstRead(mostCards)}</p>` : nothing}` }) : nothing}${texts.length > 0 ? html`${heading(2, t.list, 'm')}${lists}` : nothing}`
  return { title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) }
}

/** By part, the common questions and those that this school added. */
async function listAsked(ask: SignedIn, { survey, organisationId }: Place): Promise<Map<string, readonly Question[]>> {
  const asked = new Map<string, readonly Question[]>()
  for (const part of await listParts(ask.db, survey.id))
    asked.set(part.id, [...part.definition.questions, ...(await listAdditions(ask.db, part.id, organisationId))])
  return asked
}

interface Shown {
  text: ReleasedText
  question: string
  /** Words that these people also write small, and that are therefore no names. */
  common: ReadonlySet<string>
}

/** What is noted now, and the form with what was typed. */
function contestedSection(ask: SignedIn, place: Place, shown: Shown, typed: string): Html {
  const t = textsIn(ask.language).texts
  const { state, shown: noted } = shown.text
  const content = html`<p class="govuk-body">${t.conflict}</p>${summaryList([{ key: t.states[state], value: noted }])}`
  return html`${callout({ title: t.conflictTitle, content })}${textCard(ask, place, { ...shown, text: { ...shown.text, shown: typed } })}`
}

function textCard(ask: SignedIn, place: Place, { text, question, common }: Shown): Html {
  const t = textsIn(ask.language).texts
  const about = html`<p class="govuk-hint">${question} ${text.state === 'waiting' ? nothing : tag(t.states[text.state], text.state === 'shown' ? 'done' : 'plain')}</p>`
  if (text.words === '') return html`<section class="q-widest">${about}<p class="q-missing">${t.forgotten}</p></section>`
  const marked = markPersonal(text.words, common).map((piece) => (piece.personal ? html`<mark>${piece.text}</mark>` : html`${piece.text}`))
  const content = html`${textArea({ id: `t-${text.id}`, name: 'shown', label: t.shown, rows: 2, value: text.shown ?? withoutPersonal(text.words, common) })}
<div class="q-inline">${button({ text: t.show, name: 'state', value: 'shown' })}${button({ text: t.withhold, kind: 'secondary', name: 'state', value: 'withheld' })}</div>`
  const action = urls.survey.text({ ...hereOf(place), text: text.id })
  const hidden = [...ask.hidden(), { name: 'version', value: text.version }]
  return html`<section class="q-widest">${about}<p class="govuk-body">${marked}</p>${form({ action, hidden, content })}</section>`
}

/** The texts of one question and one audience, from so many up. */
function shownList(ask: SignedIn, { survey }: Place, group: readonly ReleasedText[], wordsOf: (text: ReleasedText) => string): Html {
  const t = textsIn(ask.language).texts
  const shown = group.filter(({ state }) => state === 'shown')
  const least = fewestTexts(survey.threshold)
  const content = shown.length >= least ? list(shown.map((text) => text.shown ?? '')) : html`<p class="govuk-body">${t.few(shown.length, least)}</p>`
  return html`${heading(3, group[0] ? wordsOf(group[0]) : '', 's')}${content}`
}

export async function saveText(ask: SignedIn, place: Place): Promise<Answer> {
  const text = await findText(ask.db, place.survey.id, place.organisationId, ask.params['text'] ?? '')
  if (!text) return notFound()
  const state = ask.form.text('state') === 'withheld' ? 'withheld' : 'shown'
  const typed = ask.form.text('shown')
  const fresh = Number(ask.form.text('version')) === text.version
  if (!fresh || !(await judgeText(ask.db, ask.caller.personId, text, state, typed || (await proposal(ask, place, text))))) {
    return { kind: 'page', status: 409, page: await textsPage(ask, place, { id: text.id, typed }) }
  }
  await record(ask, place, 'survey.text_read')
  return redirect(urls.survey.texts(hereOf(place)), textsIn(ask.language).texts.saved)
}

/** The text without what might name somebody: what is shown where the form's own words were emptied. */
async function proposal(ask: SignedIn, place: Place, text: ReleasedText): Promise<string> {
  const all = await listTexts(ask.db, place.survey.id, place.organisationId)
  return withoutPersonal(text.words, wordsInLowerCase(all.map(({ words }) => words)))
}
