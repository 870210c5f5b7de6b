import type { Language } from '../../platform/language.ts'

const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const machines: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

const words: Record<Language, { on: string; unknown: string }> = {
  fr: { on: 'sur', unknown: 'Appareil inconnu' },
  en: { on: 'on', unknown: 'Unknown device' },
}

/** « Firefox sur Windows », from what the browser says of itself. */
export function deviceWords(userAgent: string, language: Language): string {
  const [browser, machine] = [firstMatch(browsers, userAgent), firstMatch(machines, userAgent)]
  const { on, unknown } = words[language]
  if (browser && machine) return `${browser} ${on} ${machine}`
  return browser ?? machine ?? unknown
}

const firstMatch = (table: readonly [RegExp, string][], text: string): string | undefined => table.find(([pattern]) => pattern.test(text))?.[1]
