import { linkButton } from '../../ui/buttons.ts'
import { errorPage } from '../../ui/page.ts'
import { urls } from '../../urls.ts'
import type { Language } from '../language.ts'
import type { Answer, Crumb, Page } from './answer.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

export type Problem = 'not-found' | 'forbidden' | 'forged' | 'tooLarge' | 'broken' | 'unavailable' | 'throttled' | 'session'

interface Details {
  sentence?: string | undefined
  wayOut?: Crumb | undefined
  /** Bytes. */
  limit?: number | undefined
}

/** One page per kind of problem: what happened, that nothing is lost, the way out. */
export function problemPage(problem: Problem, language: Language, details: Details = {}): { status: number; title: string; page: Page } {
  const { status, title, sentences, wayOut } = words(problem, language, details)
  const out = details.wayOut ?? { text: wayOut, href: urls.home() }
  const body = errorPage({ title, sentences, wayOut: linkButton({ text: out.text, href: out.href }) })
  const alone = problem === 'broken' || problem === 'unavailable'
  return { status, title, page: { title, body, plain: alone } }
}

function words(problem: Problem, language: Language, details: Details): { status: number; title: string; sentences: readonly string[]; wayOut: string } {
  const texts = language === 'fr' ? fr : en
  switch (problem) {
    case 'not-found':
      return { status: 404, ...texts.notFound }
    case 'forbidden':
      return { status: 403, ...texts.forbidden, sentences: [details.sentence ?? texts.forbidden.sentence] }
    case 'forged':
      return { status: 403, ...texts.forged }
    case 'tooLarge':
      return { status: 413, ...texts.tooLarge, sentences: texts.tooLarge.sentences(texts.megabytes(Math.round((details.limit ?? 0) / 1024 / 1024))) }
    case 'broken':
      return { status: 500, ...texts.broken }
    case 'unavailable':
      return { status: 503, ...texts.unavailable }
    case 'throttled':
      return { status: 429, ...texts.throttled }
    case 'session':
      return { status: 401, title: texts.sessionEnded, sentences: [], wayOut: texts.notFound.wayOut }
  }
}

/** A problem as an answer; nothing that was done is kept. */
export function problemAnswer(problem: Problem, language: Language, limit?: number): Answer {
  const { status, page } = problemPage(problem, language, { limit })
  return { kind: 'page', status, page }
}
