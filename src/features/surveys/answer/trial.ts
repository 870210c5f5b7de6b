import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { answeringAssets } from './doors.ts'
import { formPage, nothingSent } from './form-page.ts'
import { readingOf } from './frame.ts'
import { reviewPage, thanksPage } from './other-pages.ts'
import type { PartView } from './part-view.ts'
import { readAnswers } from './read-answers.ts'

/** What who answers would see, step by step; it all stands in the address, and nothing is kept. */
export function trialAnswer(ask: SignedIn, view: PartView, look: { phone?: boolean } = {}): Answer {
  const { query } = ask
  const wished = query.get('l') ?? 'fr'
  const tag = view.definition.languages.some((language) => language.tag === wished) ? wished : 'fr'
  const wish = { tag, besideFrench: query.has('f'), simple: query.has('s'), large: query.has('g') }
  const reading = { ...readingOf(wish, view.audience, answeringAssets(ask.services)), ...look }
  const sent = Object.fromEntries(view.questions.map((question) => [question.code, query.getAll(question.code)]))
  const read = readAnswers(view.questions, sent, view.freeText)
  if (query.get('_step') === 'send') return { kind: 'document', html: thanksPage(view, reading) }
  if (query.get('_step') !== 'review' || read.problems.length > 0) {
    return { kind: 'document', html: formPage(view, reading, query.size > 0 ? { sent, problems: read.problems } : nothingSent, null, true) }
  }
  return { kind: 'document', html: reviewPage(view, reading, sent, read, null, true) }
}
