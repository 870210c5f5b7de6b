import { randomUUID } from 'node:crypto'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { select, textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listActions } from '../../plans/store.ts'
import { listPartViews } from '../results/part-views.ts'
import { earlyPage, resultCrumbs } from '../results/results-pages.ts'
import { agreementOf } from '../results/words.ts'
import { textsIn as resultTexts } from '../results/texts.en.ts'
import { record } from '../record.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { insertReply, listReplies, updateReply } from './replies-store.ts'
import type { Reply, ReplyKind, TypedReply } from './replies-store.ts'
import { textsIn } from './texts.en.ts'

/** The id in the address of one that is not written yet. */
export const newReply = '00000000-0000-4000-8000-0000000000ff'

const kinds: readonly ReplyKind[] = ['done', 'planned', 'no']

interface Drawn {
  id: string
  typed: TypedReply
  version: number
  said?: readonly string[]
  /** As somebody else left it meanwhile. */
  kept?: Reply
}

async function replyPage(ask: SignedIn, place: Place, { id, typed, version, said = [], kept }: Drawn): Promise<Page> {
  const t = textsIn(ask.language)
  const here = hereOf(place)
  const errors = said.map((message) => ({ field: 'said', id: 'said', message }))
  const actions = await listActions(ask.db, place.organisationId)
  const source = await resultBehind(ask, place, typed)
  const fields = html`${textArea({ id: 'said', name: 'said', label: t.said, hint: t.saidHint, rows: 2, value: typed.said, error: errorsBy(errors, t.errorPrefix)('said') })}
${radios({ id: 'kind', name: 'kind', legend: t.kind, value: typed.kind, choices: kinds.map((kind) => ({ value: kind, text: t.kinds[kind] })) })}${textArea({ id: 'done', name: 'done', label: t.done, rows: 3, value: typed.done })}
${when(actions.length > 0, () => select({ id: 'action', name: 'action', label: t.action, value: typed.actionId ?? '', options: [{ value: '', text: t.noAction }, ...actions.map((action) => ({ value: action.id, text: action.title }))] }))}
${textArea({ id: 'pupilWords', name: 'pupilWords', label: t.pupilWords, hint: t.pupilHint, rows: 2, value: typed.pupilWords })}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: urls.survey.replies(here), kind: 'quiet' })])}`
  const hidden = [
    ...ask.hidden(),
    { name: 'version', value: version },
    { name: 'part', value: typed.partId ?? '' },
    { name: 'question', value: typed.question ?? '' },
  ]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.title)}${source}${kept ? keptView(ask, kept) : nothing}${form({ action: urls.survey.reply({ ...here, reply: id }), hidden, content: fields })}`
  return { title: t.title, body, here: 'surveys', breadcrumbs: [...resultCrumbs(ask, place), { text: t.title, href: urls.survey.replies(here) }] }
}

const keptView = (ask: SignedIn, { said, kind, done, pupilWords }: Reply): Html => {
  const t = textsIn(ask.language)
  return inset(
    html`<p class="govuk-body"><strong>${t.keptNow}</strong></p><p class="govuk-body">${said}</p><p class="govuk-body">${t.kinds[kind]}. ${done}</p>${when(pupilWords, () => html`<p class="govuk-body">${pupilWords}</p>`)}`,
  )
}

/** The result that a reply answers to. */
async function resultBehind(ask: SignedIn, place: Place, { partId, question }: TypedReply): Promise<Html> {
  const view = partId ? (await listPartViews(ask, place)).find(({ part }) => part.id === partId) : undefined
  const asked = view?.questions.find(({ code }) => code === question)
  const result = question ? view?.figures.questions[question] : undefined
  return view && asked && result?.shown
    ? inset(html`${resultTexts(ask.language).audiences[view.part.audience]} : « ${asked.words.fr} » ${agreementOf(result.figures, resultTexts(ask.language))}`)
    : nothing
}

async function findReply(ask: SignedIn, place: Place): Promise<Reply | null> {
  return (await listReplies(ask.db, place.survey.id, place.organisationId)).find(({ id }) => id === ask.params['reply']) ?? null
}

export async function showReply(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  if (ask.params['reply'] === newReply) return page(await replyPage(ask, place, { id: newReply, typed: await begun(ask, place), version: 0 }))
  const reply = await findReply(ask, place)
  return reply ? page(await replyPage(ask, place, { id: reply.id, typed: reply, version: reply.version })) : notFound()
}

/** A new one, begun with the question of a result where the address names one. */
async function begun(ask: SignedIn, place: Place): Promise<TypedReply> {
  const empty: TypedReply = { said: '', kind: 'planned', done: '', pupilWords: '', actionId: null, partId: null, question: null }
  const [partId, code] = [ask.query.get('part'), ask.query.get('question')]
  const view = partId ? (await listPartViews(ask, place)).find(({ part }) => part.id === partId) : undefined
  const question = view?.questions.find((one) => one.code === code)
  return view && question ? { ...empty, said: question.words.fr, partId: view.part.id, question: question.code } : empty
}

async function readTyped(ask: SignedIn, place: Place): Promise<TypedReply> {
  const text = (name: string): string => ask.form.text(name)
  const actions = await listActions(ask.db, place.organisationId)
  const views = await listPartViews(ask, place)
  const part = views.find((one) => one.part.id === text('part'))
  return {
    said: text('said'),
    kind: kinds.find((kind) => kind === text('kind')) ?? 'planned',
    done: text('done'),
    pupilWords: text('pupilWords'),
    actionId: actions.find(({ id }) => id === text('action'))?.id ?? null,
    partId: part?.part.id ?? null,
    question: part?.questions.find(({ code }) => code === text('question'))?.code ?? null,
  }
}

export async function saveReply(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const typed = await readTyped(ask, place)
  const reply = ask.params['reply'] === newReply ? null : await findReply(ask, place)
  if (!reply && ask.params['reply'] !== newReply) return notFound()
  const drawn = { id: reply?.id ?? newReply, typed, version: reply?.version ?? 0 }
  if (!typed.said) return invalid(await replyPage(ask, place, { ...drawn, said: [t.noSaid] }))
  if (!reply) await insertReply(ask.db, randomUUID(), place.survey.id, place.organisationId, typed)
  else if (Number(ask.form.text('version')) !== reply.version || !(await updateReply(ask.db, reply.id, reply.version, typed))) {
    return { kind: 'page', status: 409, page: await replyPage(ask, place, { ...drawn, said: [t.conflict], kept: reply }) }
  }
  await record(ask, place, 'survey.reply_saved')
  return redirect(urls.survey.replies(hereOf(place)), t.saved)
}
