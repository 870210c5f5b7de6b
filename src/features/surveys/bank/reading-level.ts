import type { Definition } from '../questionnaire/definition.ts'

/** LIX (Björnsson, 1968): words a sentence plus the share of words of more than six letters, in hundredths. */
const easyUpTo = 35
const usualUpTo = 45

export type Level = 'easy' | 'usual' | 'hard'

/** How hard the French of a questionnaire is to read. Null where there is nothing to read. */
export function readingLevel({ title, intro, questions }: Definition): { level: Level; lix: number } | null {
  const text = [title.fr, intro.fr, ...questions.map((question) => question.words.fr)].map((part) => (/[.?!]$/.test(part.trim()) ? part : `${part}.`)).join(' ')
  const sentences = text.split(/[.?!:]+/).filter((part) => /\p{L}/u.test(part)).length
  const words = text.match(/[\p{L}\d]+/gu) ?? []
  if (sentences === 0 || words.length === 0) return null
  const lix = Math.round(words.length / sentences + (100 * words.filter((word) => word.length > 6).length) / words.length)
  return { level: lix <= easyUpTo ? 'easy' : lix <= usualUpTo ? 'usual' : 'hard', lix }
}
