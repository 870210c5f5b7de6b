import { answersOf } from '../questionnaire/answers-of.ts'
import type { Localized, Question } from '../questionnaire/definition.ts'
import { answersOfCondition } from './read-answers.ts'

interface Asked {
  earlier: Question
  /** Of the earlier question, from 1. */
  number: number
  /** Of its answers that lead to this question, from 1. */
  places: number[]
}

/** When a question is asked; null for one that is always asked. */
export function conditionOf(questions: readonly Question[], { when }: Question): Asked | null {
  const index = when ? questions.findIndex(({ code }) => code === when.question) : -1
  const earlier = questions[index]
  return when && earlier ? { earlier, number: index + 1, places: answersOfCondition(earlier, when) } : null
}

/** The answers that lead to the question, in words. */
export function answersInWords({ earlier, places }: Asked, tag: string, say: (words: Localized) => string): string[] {
  const all = answersOf(earlier, tag, say)
  return places.map((place) => all[place - 1] ?? String(place))
}
