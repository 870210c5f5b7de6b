import { answeringWords } from './answering-words.ts'
import { textIn } from './definition.ts'
import type { Localized, Question } from './definition.ts'
import { findScale, periodsOf } from './scales.ts'

/**
 * What people choose from, in its order and in a language, French where it is not translated: the levels of a scale then « Je ne sais pas », the options, the
 * intervals of a number, the months ('YYYY-MM') or years of a date; nothing for words.
 */
export function answersOf(question: Question, tag: string, say: (words: Localized) => string = (words) => textIn(words, tag).text): string[] {
  switch (question.kind) {
    case 'scale':
      return [...(findScale(question.scale)?.levels ?? []).map(say), answeringWords(tag, 'staff').dontKnow]
    case 'single':
    case 'multiple':
      return question.options.map((option) => say(option.words))
    case 'number':
      return question.from.map((bound, index) => (index + 1 < question.from.length ? `${bound} – ${question.from[index + 1]}` : `≥ ${bound}`))
    case 'date':
      return periodsOf(question)
    case 'text':
      return []
  }
}

/** The words of these answers, by their codes in conditions: the number of a level, the code of an option. */
export function wordsOfAnswers(question: Question, answers: readonly string[], tag: string): string[] {
  const codes = 'options' in question ? question.options.map((option) => option.code) : question.kind === 'scale' ? levelCodes(question.scale) : []
  const words = answersOf(question, tag)
  return codes.flatMap((code, index) => (answers.includes(code) ? [words[index] ?? code] : []))
}

const levelCodes = (scale: string): string[] => (findScale(scale)?.levels ?? []).map((_, index) => String(index + 1))
