import type { Language } from '../../platform/language.ts'
import { urls } from '../../urls.ts'
import { accessibilityEn, accessibilityFr } from '../site/accessibility-text.ts'
import type { Article } from '../site/article.ts'
import { helpEn, helpFr } from '../site/help-text.ts'
import { privacyEn, privacyFr } from '../site/privacy-text.ts'

export interface FoundHelp {
  title: string
  /** The page that holds it. */
  where: string
  href: string
}

const articles: Record<Language, readonly { article: Article; href: string }[]> = {
  fr: [
    { article: helpFr, href: urls.help() },
    { article: privacyFr, href: urls.privacy() },
    { article: accessibilityFr, href: urls.accessibility() },
  ],
  en: [
    { article: helpEn, href: urls.help() },
    { article: privacyEn, href: urls.privacy() },
    { article: accessibilityEn, href: urls.accessibility() },
  ],
}

const accents = /\p{M}/gu

/** As words are compared: without case, accents or ligatures. */
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(accents, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')

/** Sections of the help pages in which every word of the search begins a word. */
export function searchHelp(words: string, language: Language): FoundHelp[] {
  const wanted = fold(words).match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (wanted.length === 0) return []
  return articles[language].flatMap(({ article, href }) =>
    article.sections
      .filter((section) => holds([article.title, section.title, ...section.paragraphs, ...(section.points ?? [])].join(' '), wanted))
      .map((section) => ({ title: section.title, where: article.title, href })),
  )
}

function holds(text: string, wanted: readonly string[]): boolean {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return wanted.every((one) => words.some((word) => word.startsWith(one)))
}
