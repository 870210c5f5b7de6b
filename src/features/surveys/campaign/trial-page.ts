import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { answeringAssets } from '../answer/doors.ts'
import { formPage, nothingSent } from '../answer/form-page.ts'
import { readingOf } from '../answer/frame.ts'
import { reviewPage, thanksPage } from '../answer/other-pages.ts'
import { askedOf } from '../answer/part-view.ts'
import type { PartView } from '../answer/part-view.ts'
import { readAnswers } from '../answer/read-answers.ts'
import type { Part, Survey } from '../store.ts'

/** The pages as people will meet them, from the first question to the thanks; it all stands in the address, and nothing is kept. */
export async function showTrial(ask: SignedIn, survey: Survey, part: Part): Promise<Answer> {
  const view: PartView = {
    ...part,
    ...survey,
    partId: part.id,
    surveyId: survey.id,
    schoolId: survey.organisationId,
    schoolName: survey.organisationName,
    ...askedOf(part.definition, [], part),
  }
  const { query } = ask
  const wished = query.get('l') ?? 'fr'
  const tag = part.definition.languages.some((language) => language.tag === wished) ? wished : 'fr'
  const reading = readingOf({ tag, besideFrench: query.has('f'), simple: query.has('s'), large: query.has('g') }, part.audience, answeringAssets(ask.services))
  const sent = Object.fromEntries(view.questions.map((question) => [question.code, query.getAll(question.code)]))
  const read = readAnswers(view.questions, sent, view.freeText)
  if (query.get('_step') === 'send') return { kind: 'document', html: thanksPage(view, reading) }
  if (query.get('_step') !== 'review' || read.problems.length > 0) {
    return { kind: 'document', html: formPage(view, reading, query.size > 0 ? { sent, problems: read.problems } : nothingSent, null, true) }
  }
  return { kind: 'document', html: reviewPage(view, reading, sent, read, null, true) }
}
