import { notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { textArea } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import { listParts } from '../store.ts'
import type { Place } from '../store.ts'
import { markPersonal, withoutPersonal, wordsInLowerCase } from './mark-personal.ts'
import { hereOf, note } from './place.ts'
import { judgeText, listTexts } from './replies-store.ts'
import type { ReleasedText } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

/** Texts are shown from so many up, whatever the survey's own threshold. */
const leastShown = 11

/** What people wrote, read first by somebody who leads. */
export async function showTexts(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language).texts
  const texts = await listTexts(ask.db, place.survey.id, place.organisationId)
  const parts = await listParts(ask.db, place.survey.id)
  const common = wordsInLowerCase(texts.map(({ words }) => words))
  const waiting = texts.filter(({ state }) => state === 'waiting')
  const read = texts.filter(({ state }) => state !== 'waiting')
  const wordsOf = ({ partId, question }: ReleasedText): string =>
    parts.find((part) => part.id === partId)?.definition.questions.find(({ code }) => code === question)?.words.fr ?? ''
  const cards = (some: readonly ReleasedText[]): Html[] => some.map((text) => textCard(ask, place, { text, question: wordsOf(text), common }))
  const groups = Map.groupBy(texts, ({ partId, question }) => `${partId} ${question}`)
  const lists = [...groups.values()].map((group) => shownList(ask, place, group, wordsOf))
  const body = html`${heading(1, t.title)}<p class="q-lead">${texts.length > 0 ? t.lead : t.none}</p>${texts.length > 0 ? heading(2, t.waiting(waiting.length), 'm') : ''}${cards(waiting)}
${read.length > 0 ? details({ summary: t.read(read.length), content: html`${cards(read)}`, open: ask.query.has('lus') }) : ''}${texts.length > 0 ? html`${heading(2, t.list, 'm')}${lists}` : ''}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

interface Shown {
  text: ReleasedText
  question: string
  /** Words that these people also write small, and that are therefore no names. */
  common: ReadonlySet<string>
}

function textCard(ask: SignedIn, place: Place, { text, question, common }: Shown): Html {
  const t = textsIn(ask.language).texts
  const marked = markPersonal(text.words, common).map((piece) => (piece.personal ? html`<mark>${piece.text}</mark>` : html`${piece.text}`))
  const content = html`${textArea({ id: `t-${text.id}`, name: 'shown', label: t.shown, rows: 2, value: text.shown ?? withoutPersonal(text.words, common) })}
<div class="q-inline">${button({ text: t.show, name: 'state', value: 'shown' })}${button({ text: t.withhold, kind: 'secondary', name: 'state', value: 'withheld' })}</div>`
  const action = urls.survey.text({ ...hereOf(place), text: text.id })
  const hidden = [...ask.hidden(), { name: 'version', value: text.version }]
  return html`<section class="q-widest"><p class="govuk-hint">${question} ${text.state === 'waiting' ? nothing : tag(t.states[text.state], text.state === 'shown' ? 'done' : 'plain')}</p><p class="govuk-body">${marked}</p>${form({ action, hidden, content })}</section>`
}

/** The texts of one question and one audience, from so many up. */
function shownList(ask: SignedIn, { survey }: Place, group: readonly ReleasedText[], wordsOf: (text: ReleasedText) => string): Html {
  const t = textsIn(ask.language).texts
  const shown = group.filter(({ state }) => state === 'shown')
  const least = Math.max(leastShown, survey.threshold)
  const content = shown.length >= least ? list(shown.map((text) => text.shown ?? '')) : html`<p class="govuk-body">${t.few(shown.length, least)}</p>`
  return html`${heading(3, group[0] ? wordsOf(group[0]) : '', 's')}${content}`
}

export async function saveText(ask: SignedIn, place: Place): Promise<Answer> {
  const texts = await listTexts(ask.db, place.survey.id, place.organisationId)
  const text = texts.find(({ id }) => id === ask.params['text'])
  if (!text) return notFound()
  const common = wordsInLowerCase(texts.map(({ words }) => words))
  const t = textsIn(ask.language).texts
  const state = ask.form.text('state') === 'withheld' ? 'withheld' : 'shown'
  const fresh = Number(ask.form.text('version')) === text.version
  if (!fresh || !(await judgeText(ask.db, ask.caller.personId, text, state, ask.form.text('shown') || withoutPersonal(text.words, common)))) {
    return redirect(urls.survey.texts(hereOf(place), { lus: 1 }), t.conflict)
  }
  await note(ask, place, 'text_read')
  return redirect(urls.survey.texts(hereOf(place)), t.saved)
}
