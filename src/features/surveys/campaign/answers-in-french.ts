import type { Question } from '../questionnaire/definition.ts'
import { findScale, periodsOf } from '../questionnaire/scales.ts'

/** The answers of a question as they stand in a list, in French; none for a number or words. A scale ends with « Je ne sais pas ». */
export function answersInFrench(question: Question): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map((level) => level.fr), 'Je ne sais pas']
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.words.fr)
    case 'date':
      return periodsOf(question)
    case 'number':
    case 'text':
      return []
  }
}
