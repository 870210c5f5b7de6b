import { formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import type { Question } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'
import type { QuestionFigures, Share } from '../release/document.ts'
import { canConclude } from './rules.ts'
import type { ResultTexts } from './texts.fr.ts'

export const shareInWords = (share: Share, t: ResultTexts): string => (typeof share === 'number' ? t.percent(share) : t[share])

export function agreementOf(figures: QuestionFigures, t: ResultTexts): string {
  const { favourable } = figures
  if (!favourable) return ''
  const agree = t.agree(shareInWords(favourable.share, t), favourable.low, favourable.high)
  return canConclude(figures) ? agree : `${agree}. ${t.unsure}`
}

/** One after another, each with its full stop; what is empty is left out. */
export const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ')

/** The answers of a question in their order, « je ne sais pas » last. */
export function answersOf(question: Question, t: ResultTexts): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map((level) => level.fr), t.dontKnow]
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.words.fr)
    case 'number':
      return question.from.map((bound, index) => (index + 1 < question.from.length ? `${bound} – ${question.from[index + 1]}` : `≥ ${bound}`))
    case 'date':
      return periodsOf(question)
    case 'text':
      return []
  }
}

export const meanOf = (figures: QuestionFigures, t: ResultTexts, language: Language): string =>
  figures.mean === undefined ? '' : t.mean(formatNumber(figures.mean, language))
