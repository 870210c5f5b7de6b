import { randomBytes } from 'node:crypto'
import { notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList, list } from '../../../ui/lists.ts'
import { details, heading, inset } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { listActions } from '../../plans/store.ts'
import { listPartViews } from '../results/part-views.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import { strongPoints, weakPoints } from '../results/rules.ts'
import { record } from '../record.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { newReply } from './reply-form.ts'
import { deleteReply, findReplyPage, listReplies, moveReply, publishReplies } from './replies-store.ts'
import type { Reply } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

export async function showReplies(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const replies = await listReplies(ask.db, here.survey, here.organisation)
  const actions = new Map((await listActions(ask.db, place.organisationId)).map((action) => [action.id, action]))
  const cards = replies.map((reply, index) => {
    const action = reply.actionId ? actions.get(reply.actionId) : undefined
    const link = action
      ? html`<p>${t.actionLinked} <a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a>. ${action.state === 'done' && reply.kind === 'planned' ? t.actionDone : ''}</p>`
      : nothing
    return {
      title: reply.said,
      meta: tag(t.kinds[reply.kind], reply.kind === 'done' ? 'done' : reply.kind === 'planned' ? 'active' : 'plain'),
      content: html`<p>${reply.done}</p>${link}${tools(ask, place, reply, index, replies.length)}`,
    }
  })
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${buttonGroup([linkButton({ text: t.add, href: urls.survey.reply({ ...here, reply: newReply }) })])}
${cardList(cards, 'wide', 2)}${await proposals(ask, place, replies)}${await publishing(ask, place, replies.length)}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

function tools(ask: SignedIn, place: Place, reply: Reply, index: number, count: number): Html {
  const t = textsIn(ask.language)
  const there = { ...hereOf(place), reply: reply.id }
  const small = (text: string, action: string, hidden: { name: string; value: string }[] = []): Html =>
    form({
      action,
      hidden: [...ask.hidden(), ...hidden],
      inline: true,
      label: `${text} : ${reply.said}`,
      content: button({ text, kind: 'quiet', about: reply.said }),
    })
  const move = urls.survey.moveReply(there)
  return html`<div class="q-inline">${linkButton({ text: t.edit, href: urls.survey.reply(there), kind: 'quiet', about: reply.said })}${when(index > 0, () => small(t.up, move, [{ name: 'by', value: 'up' }]))}${when(index < count - 1, () => small(t.down, move, [{ name: 'by', value: 'down' }]))}${small(t.remove, urls.survey.removeReply(there))}</div>`
}

/** What stands out of the results and has no reply yet: one step to begin it. */
async function proposals(ask: SignedIn, place: Place, replies: readonly Reply[]): Promise<Html> {
  const t = textsIn(ask.language)
  const views = await listPartViews(ask, place)
  const found = views.flatMap(({ part, questions, figures }) =>
    [...weakPoints(figures), ...strongPoints(figures)].flatMap(({ code }) => {
      const question = questions.find((one) => one.code === code)
      const told = replies.some((reply) => reply.partId === part.id && reply.question === code)
      return question && !told ? [{ part: part.id, code, words: question.words.fr }] : []
    }),
  )
  if (found.length === 0) return nothing
  const line = ({ part, code, words }: (typeof found)[number]): Html =>
    html`<a class="govuk-link" href="${urls.survey.reply({ ...hereOf(place), reply: newReply }, { part, question: code })}">${words}</a>`
  return details({ summary: t.proposals, content: list(found.map(line)), open: replies.length === 0 })
}

async function publishing(ask: SignedIn, place: Place, count: number): Promise<Html> {
  const t = textsIn(ask.language)
  if (count === 0) return html`<p class="govuk-body">${t.notYet}</p>`
  const here = hereOf(place)
  const known = await findReplyPage(ask.db, here.survey, here.organisation)
  const published = known?.published ?? false
  const link = `${ask.services.config.baseUrl}${urls.survey.replyPage({ token: known?.address ?? '' })}`
  const posters = (['tous', 'eleves'] as const).map(
    (format) => html`<a class="govuk-link" href="${urls.survey.poster({ ...here, format })}" download>${t.poster[format]}</a>`,
  )
  const publish = form({
    action: urls.survey.publishReplies(here),
    hidden: [...ask.hidden(), { name: 'publish', value: published ? 'non' : 'oui' }],
    content: button({ text: published ? t.unpublish : t.publish, kind: 'secondary' }),
  })
  return html`${when(published, () => inset(html`${t.address} : <a class="govuk-link" href="${link}">${link}</a>`))}${list(posters)}${publish}`
}

export async function saveMove(ask: SignedIn, place: Place): Promise<Answer> {
  const replies = await listReplies(ask.db, place.survey.id, place.organisationId)
  const index = replies.findIndex(({ id }) => id === ask.params['reply'])
  const [reply, other] = [replies[index], replies[index + (ask.form.text('by') === 'up' ? -1 : 1)]]
  if (!reply) return notFound()
  if (other) {
    await moveReply(ask.db, replies, reply, other)
    await record(ask, place, 'survey.replies_ordered')
  }
  return redirect(urls.survey.replies(hereOf(place)))
}

export async function removeReply(ask: SignedIn, place: Place): Promise<Answer> {
  const reply = (await listReplies(ask.db, place.survey.id, place.organisationId)).find(({ id }) => id === ask.params['reply'])
  if (!reply) return notFound()
  await deleteReply(ask.db, reply.id)
  await record(ask, place, 'survey.reply_removed')
  return redirect(urls.survey.replies(hereOf(place)), textsIn(ask.language).removed)
}

export async function savePublish(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const publish = ask.form.text('publish') !== 'non'
  if ((await listReplies(ask.db, here.survey, here.organisation)).length === 0) return redirect(urls.survey.replies(here), t.notYet)
  await publishReplies(ask.db, here.survey, here.organisation, randomBytes(16).toString('base64url'), publish)
  await record(ask, place, publish ? 'survey.replies_published' : 'survey.replies_unpublished')
  return redirect(urls.survey.replies(here), publish ? t.published : t.unpublished)
}
