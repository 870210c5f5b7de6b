import type { PrintedWords } from '../../../platform/documents/survey-sheets.ts'
import { answeringLanguages, answeringWords, isRightToLeft } from '../questionnaire/answering-words.ts'
import type { Part } from '../store.ts'

/** Scripts that the fonts of our printed pages do not hold; such a language is left to the screen. */
const undrawn = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Tamil}|\p{Script=Bengali}|\p{Script=Devanagari}/u

export const isDrawn = (text: string): boolean => !undrawn.test(text)

/** Languages on one slip, French included: there is no room for more. */
const mostLanguages = 3

/** What is said of anonymity, in French, then in languages of the questionnaire. */
export function printedWords(part: Part, threshold: number, wished: readonly string[]): PrintedWords[] {
  const known = part.definition.languages.map(({ tag }) => tag)
  const tags = ['fr', ...new Set(wished.filter((tag) => tag !== 'fr' && known.includes(tag) && answeringLanguages.includes(tag)))]
  return tags
    .map((tag) => ({ tag, rtl: isRightToLeft(tag), lines: [...answeringWords(tag, part.audience).anonymous(threshold)] }))
    .filter(({ lines }) => isDrawn(lines.join('')))
    .slice(0, mostLanguages)
}
