import type { Question } from '../questionnaire/definition.ts'

/**
 * Seconds to read a question and choose. Our own reckoning, not a measure: ten words read slowly, at two a second, then the answers looked over and one touched;
 * more where several are ticked or something is typed; a free answer is a sentence or two.
 */
const secondsFor: Record<Question['kind'], number> = { scale: 12, single: 14, multiple: 20, number: 15, date: 15, text: 60 }
/** To read what is promised, and to read one's answers again. */
const secondsAround = 40

/** Minutes, rounded up. */
export function estimateMinutes({ questions }: { questions: readonly Pick<Question, 'kind'>[] }): number {
  return Math.ceil((secondsAround + questions.reduce((sum, question) => sum + secondsFor[question.kind], 0)) / 60)
}
