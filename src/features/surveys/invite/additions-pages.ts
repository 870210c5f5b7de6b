import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { hasErrors } from '../../../platform/web/form.ts'
import type { FieldErrors } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { select, textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { partTitle } from '../campaign/part-card.ts'
import { answersOf } from '../questionnaire/answers-of.ts'
import type { Question } from '../questionnaire/definition.ts'
import { scales } from '../questionnaire/scales.ts'
import { hereOf, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { changeAdditions, mayAdd } from './additions-commands.ts'
import { additionKinds, freeAdditionCode, mostAdditions, questionFrom, readAddition, typedAddition, untypedAddition } from './additions-rules.ts'
import type { TypedAddition } from './additions-rules.ts'
import { listOwnQuestions } from './invite-store.ts'
import { placePage, refusedPlace } from './place-frame.ts'
import { textsIn } from './texts.en.ts'

interface Own {
  partId: string
  question: Question
}

interface Filled {
  typed: TypedAddition
  errors?: FieldErrors
  /** Of a question that is edited: its mark when the form was drawn, and what stands above the form. */
  seen?: string
  before?: Content
}

const listOwn = async (ask: SignedIn, place: Place): Promise<Own[]> =>
  (await listOwnQuestions(ask.db, place.survey.id, place.organisationId)).flatMap(({ partId, questions }) =>
    questions.map((question) => ({ partId, question })),
  )

/** A mark of a question as it is now, to see whether somebody changed it meanwhile. */
const markOf = (question: Question): string => JSON.stringify(typedAddition('', question))

function additionForm(ask: SignedIn, action: string, parts: readonly Part[], save: string, { typed, errors, seen }: Filled): Html {
  const t = textsIn(ask.language)
  const list = Object.entries(errors ?? {}).map(([field, message]) => ({ field, id: field, message }))
  const error = errorsBy(list, t.errorPrefix)
  const options = parts.map((part) => ({ value: part.id, text: partTitle(ask, part) }))
  const kinds = additionKinds.map((kind) => ({ value: kind, text: t.additions.kinds[kind], hint: kind === 'text' ? t.additions.textOff : undefined }))
  const levels = scales.map(({ code, levels: words }) => ({ value: code, text: `${words[0]?.fr ?? ''} … ${words.at(-1)?.fr ?? ''}` }))
  return html`${errorSummary({ title: t.errorTitle, errors: list })}${form({
    action,
    hidden: [
      ...ask.hidden(),
      ...(seen === undefined
        ? []
        : [
            { name: 'seen', value: seen },
            { name: 'part', value: typed.partId },
          ]),
    ],
    content: html`${when(seen === undefined, () => select({ id: 'part', name: 'part', label: t.additions.part, value: typed.partId, options, error: error('part') }))}
${textArea({ id: 'words', name: 'words', label: t.additions.words, value: typed.words, rows: 2, maxLength: 300, error: error('words') })}
${radios({ id: 'kind', name: 'kind', legend: t.additions.kind, value: typed.kind, choices: kinds, small: true, error: error('kind') })}
${select({ id: 'scale', name: 'scale', label: t.additions.scale, value: typed.scale, options: levels, error: error('scale') })}
${textArea({ id: 'options', name: 'options', label: t.additions.options, hint: t.additions.optionsHint, value: typed.options, rows: 4, error: error('options') })}
${buttonGroup([button({ text: save })])}`,
  })}`
}

async function additionsPage(ask: SignedIn, place: Place, filled: Filled): Promise<Page> {
  const t = textsIn(ask.language).additions
  const parts = await listParts(ask.db, place.survey.id)
  const own = await listOwn(ask, place)
  const open = mayAdd(place)
  const cards = own.map(({ partId, question }) => {
    const part = parts.find(({ id }) => id === partId)
    const here = { ...hereOf(place), code: question.code }
    const remove = linkButton({ text: t.remove, about: question.words.fr, kind: 'quiet', href: urls.survey.removeAddition(here) })
    const edit = linkButton({ text: t.edit, about: question.words.fr, kind: 'quiet', href: urls.survey.addition(here) })
    return {
      title: question.words.fr,
      meta: part ? partTitle(ask, part) : '',
      content: html`<p>${answersOf(question, ask.language).join(' · ') || t.kinds.text}</p>`,
      actions: open ? html`${edit} ${remove}` : undefined,
    }
  })
  const add = html`${heading(2, t.addTitle, 'm')}${additionForm(ask, urls.survey.additions(hereOf(place)), parts, t.add, filled)}`
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead(mostAdditions)}</p>
${cards.length > 0 ? cardList(cards) : html`<p class="q-missing">${t.none}</p>`}${open ? (parts.length > 0 ? add : nothing) : inset(t.frozen)}`
  return placePage(ask, place, t.title, body)
}

export const showAdditions = async (ask: SignedIn, place: Place): Promise<Answer> => page(await additionsPage(ask, place, { typed: untypedAddition }))

export async function saveNewAddition(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language).additions
  if (!mayAdd(place)) return refusedPlace(ask, place, 'not-preparing')
  const parts = await listParts(ask.db, place.survey.id)
  const typed = readAddition(ask.form)
  const part = parts.find(({ id }) => id === typed.partId)
  const own = await listOwn(ask, place)
  const code = freeAdditionCode([
    ...own.map(({ question }) => question.code),
    ...parts.flatMap((one) => one.definition.questions.map((question) => question.code)),
  ])
  const { question, errors } = questionFrom(typed, part, code, t.errors)
  if (own.filter(({ partId }) => partId === part?.id).length >= mostAdditions) errors['words'] = t.errors.full(mostAdditions)
  if (!question || !part || hasErrors(errors)) return invalid(await additionsPage(ask, place, { typed, errors }))
  const result = await changeAdditions(ask, place, part.id, 'survey.question_added', (now) => [...now, question])
  if (result === 'changed') return invalid(await additionsPage(ask, place, { typed, errors: { words: t.errors.full(mostAdditions) } }))
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.additions(hereOf(place)), t.saved)
}

/** A route on one of the school's own questions. */
export const onAddition =
  (handle: (ask: SignedIn, place: Place, own: Own) => Promise<Answer>) =>
  async (ask: SignedIn, place: Place): Promise<Answer> => {
    const own = (await listOwn(ask, place)).find(({ question }) => question.code === ask.params['code'])
    return own ? handle(ask, place, own) : notFound()
  }

async function editPage(ask: SignedIn, place: Place, own: Own, filled: Filled): Promise<Page> {
  const t = textsIn(ask.language)
  const parts = (await listParts(ask.db, place.survey.id)).filter(({ id }) => id === own.partId)
  const action = urls.survey.addition({ ...hereOf(place), code: own.question.code })
  const body = html`${heading(1, t.additions.editTitle)}${filled.before ?? nothing}${additionForm(ask, action, parts, t.additions.save, filled)}
${buttonGroup([linkButton({ text: t.cancel, href: urls.survey.additions(hereOf(place)), kind: 'quiet' })])}`
  return placePage(ask, place, t.additions.editTitle, body)
}

export async function showAddition(ask: SignedIn, place: Place, own: Own): Promise<Answer> {
  if (!mayAdd(place)) return refusedPlace(ask, place, 'not-preparing')
  return page(await editPage(ask, place, own, { typed: typedAddition(own.partId, own.question), seen: markOf(own.question) }))
}

export async function saveAddition(ask: SignedIn, place: Place, own: Own): Promise<Answer> {
  const t = textsIn(ask.language).additions
  if (!mayAdd(place)) return refusedPlace(ask, place, 'not-preparing')
  const part = (await listParts(ask.db, place.survey.id)).find(({ id }) => id === own.partId)
  const typed = { ...readAddition(ask.form), partId: own.partId }
  const seen = ask.form.text('seen')
  const { question, errors } = questionFrom(typed, part, own.question.code, t.errors)
  if (!question) return invalid(await editPage(ask, place, own, { typed, errors, seen }))
  const result = await changeAdditions(ask, place, own.partId, 'survey.question_changed', (now) => {
    const present = now.find(({ code }) => code === question.code)
    return present && markOf(present) === seen ? now.map((one) => (one.code === question.code ? question : one)) : null
  })
  if (result === 'changed') return changedPage(ask, place, own, typed)
  if ('refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.additions(hereOf(place)), t.saved)
}

async function changedPage(ask: SignedIn, place: Place, own: Own, typed: TypedAddition): Promise<Answer> {
  const t = textsIn(ask.language).additions
  const now = (await listOwn(ask, place)).find(({ question }) => question.code === own.question.code) ?? own
  const content = html`<p class="govuk-body">${t.changed}</p><p class="govuk-body"><strong>${now.question.words.fr}</strong><br>${answersOf(now.question, ask.language).join(' · ')}</p>`
  const before = callout({ title: t.changedTitle, content })
  return { kind: 'page', status: 409, page: await editPage(ask, place, own, { typed, seen: markOf(now.question), before }) }
}

export async function showRemoveAddition(ask: SignedIn, place: Place, { question }: Own): Promise<Answer> {
  const t = textsIn(ask.language)
  if (!mayAdd(place)) return refusedPlace(ask, place, 'not-preparing')
  const body = html`${heading(1, t.additions.removeTitle)}<p class="govuk-body">${question.words.fr}</p><p class="govuk-body">${t.additions.removeText}</p>
${form({
  action: urls.survey.removeAddition({ ...hereOf(place), code: question.code }),
  hidden: ask.hidden(),
  content: buttonGroup([
    button({ text: t.additions.remove, kind: 'harm' }),
    linkButton({ text: t.cancel, href: urls.survey.additions(hereOf(place)), kind: 'quiet' }),
  ]),
})}`
  return Promise.resolve(page(placePage(ask, place, t.additions.removeTitle, body)))
}

export async function saveRemoveAddition(ask: SignedIn, place: Place, own: Own): Promise<Answer> {
  const result = await changeAdditions(ask, place, own.partId, 'survey.question_removed', (now) => now.filter(({ code }) => code !== own.question.code))
  if (result !== 'changed' && 'refused' in result) return refusedPlace(ask, place, result.refused)
  return redirect(urls.survey.additions(hereOf(place)), textsIn(ask.language).additions.removed)
}
