import type { Language } from '../../../platform/language.ts'
import type { Audience } from './definition.ts'
import { en } from './answering-words/en.ts'
import { ar } from './answering-words/ar.ts'
import { pt } from './answering-words/pt.ts'
import { tr } from './answering-words/tr.ts'
import { uk } from './answering-words/uk.ts'
import { es } from './answering-words/es.ts'
import { ro } from './answering-words/ro.ts'
import { zh } from './answering-words/zh.ts'
import { fr, frTu } from './answering-words/fr.ts'
import type { AnsweringWords } from './answering-words/words.ts'

export type { AnsweringWords } from './answering-words/words.ts'

interface Tongue {
  /** In itself. */
  name: string
  rightToLeft?: true
  words: AnsweringWords
}

/** Languages in which the answering pages speak. */
const tongues: Readonly<Record<string, Tongue>> = {
  fr: { name: 'Français', words: fr },
  en: { name: 'English', words: en },
  ar: { name: 'العربية', rightToLeft: true, words: ar },
  pt: { name: 'Português', words: pt },
  tr: { name: 'Türkçe', words: tr },
  uk: { name: 'Українська', words: uk },
  es: { name: 'Español', words: es },
  ro: { name: 'Română', words: ro },
  zh: { name: '中文', words: zh },
}

export const answeringLanguages: readonly string[] = Object.keys(tongues)

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'ckb', 'dv', 'yi'])

/** Also of languages in which the pages do not speak. */
export const isRightToLeft = (tag: string): boolean => tongues[tag]?.rightToLeft ?? rightToLeft.has(tag.split('-')[0] ?? '')

/** A language's name in itself; its tag where nobody knows it. */
export function languageName(tag: string): string {
  return tongues[tag]?.name ?? new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

/** Pupils and former pupils are told « tu ». */
export const saysTu = (audience: Audience): boolean => audience === 'pupil' || audience === 'former'

const readersNames = {
  fr: new Intl.DisplayNames(['fr'], { type: 'language', fallback: 'code' }),
  en: new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }),
} satisfies Record<Language, Intl.DisplayNames>

/** A language's name in the reader's own, then in itself: « arabe (العربية) ». */
export function languageInWords(tag: string, reader: Language): string {
  const own = languageName(tag)
  const name = readersNames[reader].of(tag) ?? tag
  return name.toLowerCase() === own.toLowerCase() ? name : `${name} (${own})`
}

/** The words of the pages; in French where a language of a questionnaire is not one in which the pages speak. */
export function answeringWords(tag: string, audience: Audience): AnsweringWords {
  const tongue = tongues[tag] ?? tongues[tag.split('-')[0] ?? '']
  if (tongue && tongue.words !== fr) return tongue.words
  return saysTu(audience) ? frTu : fr
}
