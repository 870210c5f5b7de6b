import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import { answeringAssets } from './doors.ts'
import { formPage, nothingSent } from './form-page.ts'
import { readingOf } from './frame.ts'
import type { Reading } from './frame.ts'
import { reviewPage, thanksPage } from './other-pages.ts'
import type { PartView } from './part-view.ts'
import { readAnswers } from './read-answers.ts'
import { textsIn } from './texts.en.ts'

interface Look {
  /** Where the person who tries it came from. */
  back: string
  phone?: boolean
}

/** What who answers would see, step by step; it all stands in the address, and nothing is kept. */
export function trialAnswer(ask: SignedIn, view: PartView, look: Look): Answer {
  const { query } = ask
  const reading = readingOfTrial(ask, view, look)
  const sent = Object.fromEntries(view.questions.map((question) => [question.code, query.getAll(question.code)]))
  const read = readAnswers(view.questions, sent, view.freeText)
  const step = query.get('_step')
  if (step === 'send') return { kind: 'document', html: thanksPage(view, reading, true) }
  if (step !== 'review' || read.problems.length > 0) {
    // To change an answer is no mistake.
    const problems = step === 'review' ? read.problems : []
    return { kind: 'document', html: formPage(view, reading, query.size > 0 ? { sent, problems } : nothingSent, null, true) }
  }
  return { kind: 'document', html: reviewPage(view, reading, sent, read, null, true) }
}

function readingOfTrial(ask: SignedIn, view: PartView, { back, phone }: Look): Reading {
  const { query, language } = ask
  const t = textsIn(language).trial
  const wished = query.get('l') ?? 'fr'
  const tag = view.definition.languages.some((one) => one.tag === wished) ? wished : 'fr'
  const reading = readingOf({ tag, besideFrench: query.has('f'), simple: query.has('s'), large: query.has('g') }, view.audience, answeringAssets(ask.services))
  // Isolated: the page may read from right to left.
  const end = `\u2068${t.end}\u2069`
  const trial = html`<aside class="trial" lang="${language}" dir="ltr">${t.strip} <a href="${back}">${t.back}</a></aside>`
  return { ...reading, words: { ...reading.words, sent: end, sentWithCode: end }, trial, ...(phone ? { phone } : {}) }
}
