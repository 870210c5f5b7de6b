import { formatNumber } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Unit } from './pack/indicator.ts'
import { textsIn } from './texts.en.ts'

/** A value with its unit, as it is read: « 77 % », « + 3 points », « 2,9 sur 4 ». */
export function valueWords(value: number, unit: Unit, language: Language): string {
  const t = textsIn(language).units
  const number = formatNumber(value, language)
  switch (unit) {
    case 'percent':
      return t.percent(number)
    case 'points':
      return t.points(value > 0 ? `+ ${number}` : number.replace('-', '− '), Math.abs(value) < 2)
    case 'mean-4':
      return t.mean4(number)
    case 'euro':
      return t.euro(number)
    case 'euro-per-pupil':
      return t.euroPerPupil(number)
    case 'per-100':
      return t.per100(number)
    case 'kwh':
      return t.kwh(number)
    case 'm3':
      return t.m3(number)
    case 'count':
    case 'index':
    case 'text':
      return number
  }
}

/** Short, for dots of a chart. */
export const shortValue = (value: number, unit: Unit, language: Language): string =>
  unit === 'percent' ? textsIn(language).units.percent(formatNumber(Math.round(value * 10) / 10, language)) : formatNumber(value, language)

/** « 2024-2025 » is « 24-25 » under a dot, and two years together are said as their years. */
export const shortPeriod = (period: string): string => period.replace('cumul ', '').replace(/^\d{2}(\d{2})-\d{2}(\d{2})$/, '$1-$2')

/** « session 2024 », « année 2024-2025 », « 2023 et 2024 ensemble ». */
export function periodWords(period: string, language: Language): string {
  const t = textsIn(language).periods
  if (period.startsWith('cumul ')) return t.cumulated(period.slice(6))
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? t.day(period) : period
}
