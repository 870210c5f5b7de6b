import { lengthOf } from '../../surveys/results/rules.ts'
import type { QuestionResult } from '../../surveys/release/document.ts'
import type { Unit } from '../pack/indicator.ts'

/** Fewest shown questions of an index: of one or two, it would be the question and not an index. */
export const fewestQuestions = 3
/** Levels of the scale that the ready questionnaires use. */
const levels = 4

/**
 * From what a release shows, and so only as fine: of each shown question the mean of its levels, 1 to 4, those masked taken in the middle of what they may
 * be; then the mean of the questions. In percent: the mean of the favourable shares. Null under three shown questions.
 */
export function surveyIndex(results: readonly QuestionResult[], unit: Unit): { value: number; questions: number } | null {
  const shown = results.flatMap((result) => (result.shown && result.figures.favourable ? [result.figures] : []))
  if (shown.length < Math.min(fewestQuestions, results.length) || shown.length === 0) return null
  const values = shown.map(({ shares, favourable }) => {
    if (unit === 'percent') return lengthOf(favourable?.share ?? 0)
    const positioned = shares.slice(0, levels).map(lengthOf)
    const all = positioned.reduce((sum, share) => sum + share, 0)
    return positioned.reduce((sum, share, index) => sum + share * (index + 1), 0) / (all || 1)
  })
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { value: unit === 'percent' ? Math.round(mean) : Math.round(mean * 10) / 10, questions: shown.length }
}
