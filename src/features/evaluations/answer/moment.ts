import { formatDate } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { textsIn } from './texts.en.ts'

const clockFormat = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hour12: false })

function clock(at: Date, language: Language): string {
  const [hours = '', minutes = ''] = clockFormat.format(at).split(':')
  return textsIn(language).time(hours, minutes)
}

/** « Enregistré à 14 h 05 » */
export const savedNow = (at: Date, language: Language): string => textsIn(language).savedAt(clock(at, language))

/** « Enregistré le 3 mars 2026 à 14 h 05 » */
export const savedOn = (at: Date, language: Language): string => textsIn(language).savedOn(formatDate(at, language), clock(at, language))
