import { isValue, levelLabel } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { longestText } from '../../../platform/web/form.ts'
import type { Choice, EvaluationState } from '../tables.ts'

/** What one member says of one question. `choice` null: not placed yet, or in words only. */
export interface Given {
  choice: Choice | null
  /** A value of the question's scale, with choice 'rated' only. */
  value: number | null
  reason: string
}

export const nothingGiven: Given = { choice: null, value: null, reason: '' }

/** What a form sends for « in words », where a question has no scale. */
export const inWords = 'worded'

/** Reads a choice as forms send it: a value of the scale, 'not_applicable', 'unknown'; anything else is no choice. */
export function readGiven(scale: Scale, choice: string, reason: string): Given {
  if (choice === 'not_applicable' || choice === 'unknown') return { choice, value: null, reason }
  const value = /^\d{1,4}$/.test(choice) ? Number(choice) : null
  return value !== null && isValue(scale, value) ? { choice: 'rated', value, reason } : { choice: null, value: null, reason }
}

/** The same choice as a form sends it; '' when nothing is chosen. */
export function choiceField(given: Given, scale: Scale): string {
  if (given.choice === 'rated') return String(given.value)
  if (given.choice) return given.choice
  return scale.kind === 'none' && given.reason ? inWords : ''
}

/** Words alone count as an answer; « I do not know » too. Participation in the database counts the same way. */
export const isAnswered = (given: Given): boolean => given.choice !== null || given.reason !== ''

export const sameGiven = (one: Given, other: Given): boolean => one.choice === other.choice && one.value === other.value && one.reason === other.reason

export const isTooLong = (given: Given): boolean => given.reason.length > longestText

/** The chosen level in words, or null. */
export const levelOf = (given: Given, scale: Scale): string | null => (given.value === null ? null : levelLabel(scale, given.value))

export type Membership = 'member' | 'removed' | 'none'

/** Why an answer cannot be taken. */
export type Refusal = 'removed' | 'not-member' | 'not-open' | 'closed' | 'no-question' | 'too-long' | 'conflict'

/** What stands in the way of answering, whatever is written; null when nothing does. */
export function obstacle(state: EvaluationState, membership: Membership): Refusal | null {
  if (membership === 'removed') return 'removed'
  if (membership === 'none') return 'not-member'
  switch (state) {
    case 'composing':
      return 'not-open'
    case 'answering':
      return null
    case 'agreeing':
    case 'validated':
      return 'closed'
  }
}

/** The question where one goes on: the first without an answer after `from`, else the first of all without one, else null. */
export function nextUnanswered<Question extends { id: string; answered: boolean }>(questions: readonly Question[], from?: string): Question | null {
  const start = questions.findIndex((question) => question.id === from) + 1
  return [...questions.slice(start), ...questions.slice(0, start)].find((question) => !question.answered && question.id !== from) ?? null
}
