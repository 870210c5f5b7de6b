import { randomBytes, randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { Ask, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import type { Place } from '../store.ts'
import { deleteReply, findPublicReplies, findReplyPage, insertReply, listReplies, publishReplies, updateReply } from './replies-store.ts'
import type { Reply, ReplyKind, TypedReply } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

const hereOf = ({ survey, organisationId }: Place) => ({ survey: survey.id, organisation: organisationId })

const note = (ask: SignedIn, place: Place, verb: string): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: place.organisationId,
    actorId: ask.caller.personId,
    kind: `survey.${verb}`,
    subjectKind: 'survey',
    subjectId: place.survey.id,
  })

export async function showReplies(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const [replies, known] = [await listReplies(ask.db, here.survey, here.organisation), await findReplyPage(ask.db, here.survey, here.organisation)]
  const cards = replies.map((reply) => ({
    title: reply.said,
    meta: tag(t.kinds[reply.kind], reply.kind === 'done' ? 'done' : reply.kind === 'planned' ? 'active' : 'plain'),
    content: html`<p>${reply.done}</p><div class="q-inline">${linkButton({ text: t.edit, href: urls.survey.reply({ ...here, reply: reply.id }), kind: 'quiet', about: reply.said })}${form({ action: urls.survey.removeReply({ ...here, reply: reply.id }), hidden: ask.hidden(), inline: true, label: `${t.remove} : ${reply.said}`, content: button({ text: t.remove, kind: 'quiet', about: reply.said }) })}</div>`,
  }))
  const published = known?.published ?? false
  const link = `${ask.services.config.baseUrl}${urls.survey.replyPage({ token: known?.address ?? '' })}`
  const publish = form({
    action: urls.survey.publishReplies(here),
    hidden: [...ask.hidden(), { name: 'publish', value: published ? 'non' : 'oui' }],
    content: button({ text: published ? t.unpublish : t.publish, kind: 'secondary' }),
  })
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${buttonGroup([linkButton({ text: t.add, href: urls.survey.reply({ ...here, reply: newReply }) })])}
${cardList(cards, 'wide', 2)}${when(published, () => inset(html`${t.address} : <a class="govuk-link" href="${link}">${link}</a>`))}${replies.length > 0 ? publish : html`<p class="govuk-body">${t.notYet}</p>`}`
  return page({ title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

/** The id in the address of one that is not written yet. */
export const newReply = '00000000-0000-4000-8000-0000000000ff'

const empty: TypedReply = { said: '', kind: 'planned', done: '', pupilWords: '' }

function replyPage(ask: SignedIn, place: Place, id: string, typed: TypedReply, version: number, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const errors = said.map((message) => ({ field: 'said', id: 'said', message }))
  const kinds: ReplyKind[] = ['done', 'planned', 'no']
  const fields = html`${textArea({ id: 'said', name: 'said', label: t.said, hint: t.saidHint, rows: 2, value: typed.said, error: errorsBy(errors, t.errorPrefix)('said') })}
${radios({ id: 'kind', name: 'kind', legend: t.kind, value: typed.kind, choices: kinds.map((kind) => ({ value: kind, text: t.kinds[kind] })) })}${textArea({ id: 'done', name: 'done', label: t.done, rows: 3, value: typed.done })}
${textArea({ id: 'pupilWords', name: 'pupilWords', label: t.pupilWords, hint: t.pupilHint, rows: 2, value: typed.pupilWords })}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: urls.survey.replies(here), kind: 'quiet' })])}`
  const hidden = [...ask.hidden(), { name: 'version', value: version }]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.title)}${form({ action: urls.survey.reply({ ...here, reply: id }), hidden, content: fields })}`
  return { title: t.title, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) }
}

async function findReply(ask: SignedIn, place: Place): Promise<Reply | null> {
  return (await listReplies(ask.db, place.survey.id, place.organisationId)).find(({ id }) => id === ask.params['reply']) ?? null
}

export async function showReply(ask: SignedIn, place: Place): Promise<Answer> {
  if (ask.params['reply'] === newReply) return page(replyPage(ask, place, newReply, empty, 0))
  const reply = await findReply(ask, place)
  return reply ? page(replyPage(ask, place, reply.id, reply, reply.version)) : notFound()
}

export async function saveReply(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language)
  const { form: sent } = ask
  const kind = sent.text('kind')
  const typed: TypedReply = {
    said: sent.text('said'),
    kind: kind === 'done' || kind === 'no' ? kind : 'planned',
    done: sent.text('done'),
    pupilWords: sent.text('pupilWords'),
  }
  const back = urls.survey.replies(hereOf(place))
  const reply = ask.params['reply'] === newReply ? null : await findReply(ask, place)
  if (!reply && ask.params['reply'] !== newReply) return notFound()
  if (!typed.said) return invalid(replyPage(ask, place, reply?.id ?? newReply, typed, reply?.version ?? 0, [t.noSaid]))
  if (!reply) await insertReply(ask.db, randomUUID(), place.survey.id, place.organisationId, typed)
  else if (Number(sent.text('version')) !== reply.version || !(await updateReply(ask.db, reply.id, reply.version, typed))) {
    return { kind: 'page', status: 409, page: replyPage(ask, place, reply.id, typed, reply.version, [t.conflict]) }
  }
  await note(ask, place, 'reply_saved')
  return redirect(back, t.saved)
}

export async function removeReply(ask: SignedIn, place: Place): Promise<Answer> {
  const reply = await findReply(ask, place)
  if (!reply) return notFound()
  await deleteReply(ask.db, reply.id)
  await note(ask, place, 'reply_removed')
  return redirect(urls.survey.replies(hereOf(place)), textsIn(ask.language).removed)
}

export async function savePublish(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const publish = ask.form.text('publish') !== 'non'
  if ((await listReplies(ask.db, here.survey, here.organisation)).length === 0) return redirect(urls.survey.replies(here), t.notYet)
  await publishReplies(ask.db, here.survey, here.organisation, randomBytes(16).toString('base64url'), publish)
  await note(ask, place, publish ? 'replies_published' : 'replies_unpublished')
  return redirect(urls.survey.replies(here), publish ? t.published : t.unpublished)
}

/** What those who answered read, without an account; its address is told to them alone. */
export async function showPublicReplies(ask: Ask): Promise<Answer> {
  const t = textsIn(ask.language)
  const found = await findPublicReplies(ask.db, ask.params['token'] ?? '')
  if (!found) return notFound()
  const pupils = ask.query.has('eleves')
  const line = (reply: (typeof found.replies)[number]): Html => html`<section class="q-widest">${heading(2, html`${t.said} : ${reply.said}`, 'm')}
<p class="govuk-body">${tag(t.kinds[reply.kind], reply.kind === 'done' ? 'done' : 'active')} ${pupils && reply.pupilWords ? reply.pupilWords : reply.done}</p></section>`
  const other = pupils
    ? { text: t.forAll, href: urls.survey.replyPage({ token: ask.params['token'] ?? '' }) }
    : { text: t.forPupils, href: urls.survey.replyPage({ token: ask.params['token'] ?? '' }, { eleves: '1' }) }
  const body = html`${heading(1, t.title)}<p class="q-lead">${found.school}. ${t.of(found.title, found.schoolYear)}</p><p class="govuk-body"><a class="govuk-link" href="${other.href}">${other.text}</a></p>${found.replies.map(line)}`
  return page({ title: t.title, body, plain: true })
}
