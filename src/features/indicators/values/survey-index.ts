import { lengthOf } from '../../surveys/results/rules.ts'
import type { QuestionResult } from '../../surveys/release/document.ts'
import type { Unit } from '../pack/indicator.ts'

/** Fewest shown questions of an index: of one or two, it would be the question and not an index. */
const fewestQuestions = 3
/** Levels that a question must have to enter a mean on four. */
const levelsOfMean = 4

/** What a release says of one question, and how many levels its scale had when it was asked; 0 for what is no scale. */
export interface Said {
  result: QuestionResult
  levels: number
}

/**
 * From what a release shows, and so only as fine: of each shown question the mean of its levels, 1 to 4, those masked taken in the middle of what they may
 * be; then the mean of the questions, with one decimal. In percent: the mean of the favourable shares. A mean leaves out questions asked on another scale than
 * one of four levels. Null under three such shown questions, or under all of `asked`, the number of questions that the indicator asks, where it asks fewer.
 */
export function surveyIndex(said: readonly Said[], asked: number, unit: Unit): { value: number; questions: number } | null {
  const shown = said.flatMap(({ result, levels }) =>
    result.shown && result.figures.favourable && (unit === 'percent' || levels === levelsOfMean) ? [result.figures] : [],
  )
  if (shown.length < Math.min(fewestQuestions, asked) || shown.length === 0) return null
  const values = shown.map(({ shares, favourable }) => {
    if (unit === 'percent') return lengthOf(favourable?.share ?? 0)
    const positioned = shares.slice(0, levelsOfMean).map(lengthOf)
    const all = positioned.reduce((sum, share) => sum + share, 0)
    return positioned.reduce((sum, share, index) => sum + share * (index + 1), 0) / (all || 1)
  })
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { value: unit === 'percent' ? Math.round(mean) : Math.round(mean * 10) / 10, questions: shown.length }
}
