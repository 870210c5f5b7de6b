import type { Language } from '../../../platform/language.ts'

const clocks: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }),
}

/** The time of day in Paris. */
export const formatTime = (moment: Date, language: Language): string => clocks[language].format(moment).replace(':', language === 'fr' ? ' h ' : ':')
