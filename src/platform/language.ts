export type Language = 'fr' | 'en'

export const languages: readonly Language[] = ['fr', 'en']

export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' }

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** The first language of an Accept-Language header that we speak; French otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (code === 'fr' || code === 'en') return code
  }
  return 'fr'
}

type DateStyle = 'long' | 'short' | 'month' | 'tick'

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  tick: { month: 'short', year: '2-digit' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A day ('YYYY-MM-DD') or a moment, in words of the language: « 3 mars 2026 ». Moments are read in Paris time. */
export function formatDate(value: string | Date, language: Language, style: DateStyle = 'long'): string {
  const key = `${language} ${style} ${typeof value}`
  let formatter = formatters.get(key)
  if (!formatter) {
    const timeZone = typeof value === 'string' ? 'UTC' : 'Europe/Paris'
    formatter = new Intl.DateTimeFormat(locales[language], { ...dateOptions[style], timeZone })
    formatters.set(key, formatter)
  }
  const text = formatter.format(typeof value === 'string' ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : value)
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** A number as the language writes it. */
export const formatNumber = (value: number, language: Language): string => value.toLocaleString(locales[language])

// Made once: it costs more than the rest of a small page.
const dayInParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** Today in Paris, as 'YYYY-MM-DD'. */
export const dayOf = (now: Date): string => dayInParis.format(now)

/** « 1 action », « 3 actions »: French keeps the singular up to 1.99, English at exactly 1. */
export function count(value: number, one: string, many: string, language: Language): string {
  const singular = language === 'fr' ? Math.abs(value) < 2 : value === 1
  return `${formatNumber(value, language)} ${singular ? one : many}`
}
