import { randomBytes } from 'node:crypto'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { findDoors } from '../answer/find-door.ts'
import { findPartView } from '../answer/part-view.ts'
import type { PartView } from '../answer/part-view.ts'
import { readAnswers } from '../answer/read-answers.ts'
import { submitBallot } from '../answer/submit.ts'
import { digestOfCode, digestOfTicket, readCode } from '../ballots/codes.ts'
import { hereOf } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { differences, readSheet, sentFromSheet, sheetField } from './entry-rules.ts'
import type { TypedSheet } from './entry-rules.ts'
import { entryView } from './entry-view.ts'
import type { EntryShown } from './entry-view.ts'
import { placePage, refusedPlace } from './place-frame.ts'
import { textsIn } from './texts.en.ts'

/** The first typing travels sealed in the second's form: nothing of an answer is kept before it is sent. */
interface FirstTyping {
  partId: string
  schoolId: string
  code: string
  ticket: string
  typed: TypedSheet
}

const purpose = 'paper entry'

const seal = ({ services }: SignedIn, first: FirstTyping): string => services.secrets.encrypt(purpose, JSON.stringify(first)).toString('base64url')

function unseal({ services }: SignedIn, sealed: string, view: PartView): FirstTyping | null {
  try {
    const first: FirstTyping = JSON.parse(services.secrets.decrypt(purpose, Buffer.from(sealed, 'base64url')))
    return first.partId === view.partId && first.schoolId === view.schoolId ? first : null
  } catch {
    return null
  }
}

const entryPage = (ask: SignedIn, place: Place, view: PartView, shown: EntryShown): Page =>
  placePage(ask, place, textsIn(ask.language).entry.title, entryView(ask, place, view, shown))

/** A route on typing for one audience, while people answer. */
export const onEntry =
  (handle: (ask: SignedIn, place: Place, view: PartView) => Promise<Answer>) =>
  async (ask: SignedIn, place: Place, part: Part): Promise<Answer> => {
    if (place.survey.state !== 'open') return refusedPlace(ask, place, 'not-open')
    const view = await findPartView(ask.db, part.id, place.organisationId)
    return view ? handle(ask, place, view) : notFound()
  }

export const showEntry = (ask: SignedIn, place: Place, view: PartView): Promise<Answer> =>
  Promise.resolve(page(entryPage(ask, place, view, { step: 'first', code: '', typed: {}, errors: {} })))

export async function saveEntry(ask: SignedIn, place: Place, view: PartView): Promise<Answer> {
  const step = ask.form.text('step')
  if (step !== 'second' && step !== 'send') return saveFirst(ask, place, view)
  const sealed = ask.form.text('first')
  const first = unseal(ask, sealed, view)
  const typed = readSheet(ask.form, view.questions)
  if (!first) {
    const errors = { code: textsIn(ask.language).entry.errors.lost }
    return invalid(entryPage(ask, place, view, { step: 'first', code: '', typed, errors }))
  }
  const errors = problemsOf(ask, view, typed)
  if (Object.keys(errors).length > 0)
    return invalid(entryPage(ask, place, view, { step, sealed, typed, errors, ...(step === 'send' ? { first: first.typed } : {}) }))
  const differ = step === 'second' ? differences(view.questions, first.typed, typed) : []
  if (differ.length > 0) return page(entryPage(ask, place, view, { step: 'send', sealed, typed, errors: {}, first: first.typed }))
  return send(ask, place, view, first, typed)
}

async function saveFirst(ask: SignedIn, place: Place, view: PartView): Promise<Answer> {
  const code = ask.form.text('code')
  const typed = readSheet(ask.form, view.questions)
  const door = await enter(ask, view, code)
  const errors = { ...(typeof door === 'string' ? { code: textsIn(ask.language).entry.errors[door] } : {}), ...problemsOf(ask, view, typed) }
  if (Object.keys(errors).length > 0) return invalid(entryPage(ask, place, view, { step: 'first', code, typed, errors }))
  const sealed = seal(ask, { partId: view.partId, schoolId: view.schoolId, code, ticket: randomBytes(16).toString('hex'), typed })
  return page(entryPage(ask, place, view, { step: 'second', sealed, typed: {}, errors: {} }))
}

function problemsOf(ask: SignedIn, view: PartView, typed: TypedSheet): Record<string, string> {
  const t = textsIn(ask.language).entry.errors
  const { problems } = readAnswers(view.questions, sentFromSheet(view.questions, typed), view.freeText)
  return Object.fromEntries(problems.map(({ question, why }) => [sheetField(question), t[why]]))
}

/** What a typed code opens here, or why it does not. */
async function enter(ask: SignedIn, view: PartView, typed: string) {
  const code = readCode(typed)
  const digest = code ? digestOfCode(ask.services.secrets, code) : null
  const door = digest ? (await findDoors(ask.db, [digest]))[0] : null
  if (!door || !digest || door.partId !== view.partId || door.schoolId !== view.schoolId) return 'code' as const
  if (door.shut) return 'over' as const
  // Of a personal code it is not told whether it has served: whoever holds the list of codes would learn who has answered.
  if (door.used && door.kind !== 'personal') return 'full' as const
  return { door, digest }
}

async function send(ask: SignedIn, place: Place, view: PartView, first: FirstTyping, typed: TypedSheet): Promise<Answer> {
  const t = textsIn(ask.language).entry
  const refused = (why: 'code' | 'over' | 'full'): Answer =>
    invalid(entryPage(ask, place, view, { step: 'first', code: first.code, typed, errors: { code: t.errors[why] } }))
  const entered = await enter(ask, view, first.code)
  if (typeof entered === 'string') return refused(entered)
  const { door, digest } = entered
  const ticket = door.kind === 'personal' ? null : digestOfTicket(digest, first.ticket)
  const read = readAnswers(view.questions, sentFromSheet(view.questions, typed), view.freeText)
  const outcome = await submitBallot(ask.services, view, { digest, ticket, groups: door.groups }, read)
  if (outcome === 'full' || outcome === 'closed') return refused(outcome === 'full' ? 'full' : 'over')
  return redirect(urls.survey.paperEntry({ ...hereOf(place), part: view.partId }), t.sent)
}
