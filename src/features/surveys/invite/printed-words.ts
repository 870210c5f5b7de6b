import type { PrintedWords } from '../../../platform/documents/survey-sheets.ts'
import { answeringLanguages, answeringWords, isRightToLeft } from '../questionnaire/answering-words.ts'
import type { Part } from '../store.ts'

/** Scripts that the fonts of our printed pages do not hold; such a language is left to the screen. */
const undrawn = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Tamil}|\p{Script=Bengali}|\p{Script=Devanagari}/u

/** Whether the font of printed sheets has these letters. */
export const isDrawn = (text: string): boolean => !undrawn.test(text)

/** Languages on one slip, French included: there is no room for more. */
const mostLanguages = 3

/** Languages of a questionnaire, French apart, in which the sentences exist and can be printed. */
export const printedLanguages = (part: Part): string[] =>
  part.definition.languages
    .map(({ tag }) => tag)
    .filter((tag) => tag !== 'fr' && answeringLanguages.includes(tag) && isDrawn(answeringWords(tag, part.audience).anonymous(0).join('')))

/** What is said of anonymity, in French, then in languages of the questionnaire. */
export function printedWords(part: Part, threshold: number, wished: readonly string[]): PrintedWords[] {
  const tags = ['fr', ...printedLanguages(part).filter((tag) => wished.includes(tag))].slice(0, mostLanguages)
  return tags.map((tag) => ({ tag, rtl: isRightToLeft(tag), lines: [...answeringWords(tag, part.audience).anonymous(threshold)] }))
}

/**
 * The language in which a slip's link opens: the one printed beside French, where there is one; the page leads back to French. With more of them, nobody
 * knows which is the reader's.
 */
export function linkedLanguage(languages: readonly { tag: string }[]): string {
  const [other, ...more] = languages.filter(({ tag }) => tag !== 'fr')
  return other && more.length === 0 ? `?l=${other.tag}` : ''
}
