import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { textsIn } from './texts.en.ts'

/** When a link holds, in words: « depuis le … », « du … au … », « à partir du … ». */
export function periodInWords(link: { validFrom: string; validTo: string | null }, today: string, language: Language): string {
  const t = textsIn(language).sheet
  const from = formatDate(link.validFrom, language)
  if (link.validTo) return t.period(from, formatDate(link.validTo, language))
  return link.validFrom > today ? t.from(from) : t.since(from)
}
