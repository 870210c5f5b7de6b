import { recordActivity } from '../../../platform/activity.ts'
import { notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { textArea } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import { listParts } from '../store.ts'
import type { Place } from '../store.ts'
import { markPersonal, withoutPersonal } from './mark-personal.ts'
import { judgeText, listTexts } from './replies-store.ts'
import type { ReleasedText } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

/** Texts are shown from so many up, whatever the survey's own threshold. */
const leastShown = 11

const hereOf = ({ survey, organisationId }: Place) => ({ survey: survey.id, organisation: organisationId })

/** What people wrote, read first by somebody who leads. */
export async function showTexts(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language).texts
  const texts = await listTexts(ask.db, place.survey.id, place.organisationId)
  const questions = new Map(
    (await listParts(ask.db, place.survey.id)).flatMap((part) =>
      part.definition.questions.map((question) => [`${part.id} ${question.code}`, question.words.fr]),
    ),
  )
  const waiting = texts.filter(({ state }) => state === 'waiting')
  const shown = texts.filter(({ state }) => state === 'shown')
  const card = (text: ReleasedText): Html => {
    const action = urls.survey.text({ ...hereOf(place), text: text.id })
    const marked = markPersonal(text.words).map((piece) => (piece.personal ? html`<mark>${piece.text}</mark>` : html`${piece.text}`))
    const content = html`${textArea({ id: `t-${text.id}`, name: 'shown', label: t.shown, rows: 2, value: withoutPersonal(text.words) })}
<div class="q-inline">${button({ text: t.show, name: 'state', value: 'shown' })}${button({ text: t.withhold, kind: 'secondary', name: 'state', value: 'withheld' })}</div>`
    return html`<section class="q-widest"><p class="govuk-hint">${questions.get(`${text.partId} ${text.question}`) ?? ''}</p><p class="govuk-body">${marked}</p>${form({ action, hidden: ask.hidden(), content })}</section>`
  }
  const enough = shown.length >= Math.max(leastShown, place.survey.threshold)
  const body = html`${heading(1, t.title)}<p class="q-lead">${texts.length > 0 ? t.lead : t.none}</p>${texts.length > 0 ? heading(2, t.waiting(waiting.length), 'm') : ''}${waiting.map(card)}
${texts.length > 0 ? html`${heading(2, t.list, 'm')}${enough ? list(shown.map((text) => text.shown ?? '')) : html`<p class="govuk-body">${t.few(Math.max(leastShown, place.survey.threshold))}</p>`}` : ''}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

export async function saveText(ask: SignedIn, place: Place): Promise<Answer> {
  const text = (await listTexts(ask.db, place.survey.id, place.organisationId)).find(({ id }) => id === ask.params['text'])
  if (!text) return notFound()
  const state = ask.form.text('state') === 'withheld' ? 'withheld' : 'shown'
  await judgeText(ask.db, ask.caller.personId, text, state, ask.form.text('shown') || withoutPersonal(text.words))
  await recordActivity(ask.db, {
    organisationId: place.organisationId,
    actorId: ask.caller.personId,
    kind: 'survey.text_read',
    subjectKind: 'survey',
    subjectId: place.survey.id,
  })
  return redirect(urls.survey.texts(hereOf(place)), textsIn(ask.language).texts.saved)
}
