import type { Question } from '../questionnaire/definition.ts'

/** Seconds to read a question and choose, as measured with people who fill such forms on a phone; a free answer is written, not chosen. */
const secondsFor: Record<Question['kind'], number> = { scale: 12, single: 14, multiple: 20, number: 15, date: 15, text: 60 }
/** To read what is promised, and to read one's answers again. */
const secondsAround = 40

/** Minutes, rounded up. */
export function estimateMinutes({ questions }: { questions: readonly Pick<Question, 'kind'>[] }): number {
  return Math.ceil((secondsAround + questions.reduce((sum, question) => sum + secondsFor[question.kind], 0)) / 60)
}
