import type { Indicator, Period, Unit } from '../pack/indicator.ts'
import { readPeriodText } from '../period.ts'
import { missingKinds } from '../tables.ts'
import type { Missing } from '../tables.ts'
import type { NewValue } from '../values/own-store.ts'

const examples: Record<Period, string> = {
  'school-year': '2025-2026',
  session: '2025',
  'calendar-year': '2025',
  'cumulative-two-years': 'cumul 2024-2025',
  quarter: '2026-T1',
  day: '2026-03-15',
}

/** A period as it is typed, for a hint: « 2025-2026 ». */
export const examplePeriod = (period: Period): string => examples[period]

/** Values that a unit can take; nothing where it has no end. */
export const bounds: Readonly<Partial<Record<Unit, { low: number; high: number }>>> = {
  percent: { low: 0, high: 100 },
  points: { low: -100, high: 100 },
  'mean-4': { low: 1, high: 4 },
}

export interface TypedValue {
  period: string
  section: string
  value: string
  numerator: string
  denominator: string
  missing: string
  note: string
}

export type Fault = 'period' | 'value' | 'none' | 'both' | 'people' | 'range' | 'few'

export interface Checked {
  faults: { field: keyof TypedValue; fault: Fault }[]
  value: Omit<NewValue, 'measure'> | null
}

/** « 1 234,5 » or « 12.5 »; null when it is no number. */
export function readTypedNumber(text: string): number | null {
  const cleaned = text.replace(/[\s\u00a0\u202f%€]/g, '').replace(',', '.')
  return /^[+-]?\d{1,12}(\.\d{1,6})?$/.test(cleaned) ? Number(cleaned) : null
}

/** What was typed as a value, or what is wrong with it. A share is computed where both its numbers are there. */
export function checkTyped(typed: TypedValue, unit: Unit, { smallest_group: smallest }: Pick<Indicator, 'smallest_group'>): Checked {
  const faults: Checked['faults'] = []
  const period = readPeriodText(typed.period)
  if (!period) faults.push({ field: 'period', fault: 'period' })
  const missing: Missing | null = missingKinds.find((kind) => kind === typed.missing) ?? null
  const people = readPeople(typed, unit)
  if (people === 'wrong') faults.push({ field: 'numerator', fault: 'people' })
  const pair = people === 'wrong' ? null : people
  const written = typed.value === '' ? null : readTypedNumber(typed.value)
  if (typed.value !== '' && written === null) faults.push({ field: 'value', fault: 'value' })
  const value = written ?? shareOf(pair, unit)
  if (value !== null && missing) faults.push({ field: 'missing', fault: 'both' })
  if (value === null && !missing && typed.value === '' && people !== 'wrong') faults.push({ field: 'value', fault: 'none' })
  const limits = bounds[unit]
  if (value !== null && limits && (value < limits.low || value > limits.high)) faults.push({ field: 'value', fault: 'range' })
  if (value !== null && pair && smallest !== null && pair.denominator < smallest) faults.push({ field: 'denominator', fault: 'few' })
  if (faults.length > 0 || !period) return { faults, value: null }
  const kept = missing ? { numerator: null, denominator: null } : { numerator: pair?.numerator ?? null, denominator: pair?.denominator ?? null }
  return { faults, value: { period, section: typed.section, value: missing ? null : value, missing, note: typed.note, ...kept } }
}

interface People {
  numerator: number | null
  denominator: number
}

function readPeople({ numerator, denominator }: TypedValue, unit: Unit): People | null | 'wrong' {
  if (numerator === '' && denominator === '') return null
  const [top, bottom] = [numerator === '' ? null : readTypedNumber(numerator), readTypedNumber(denominator)]
  if (bottom === null || bottom <= 0 || (numerator !== '' && top === null)) return 'wrong'
  if (top !== null && (top < 0 || (unit === 'percent' && top > bottom))) return 'wrong'
  return { numerator: top, denominator: bottom }
}

function shareOf(people: People | null, unit: Unit): number | null {
  if (!people || people.numerator === null) return null
  const ratio = people.numerator / people.denominator
  if (unit === 'percent' || unit === 'per-100') return Math.round(ratio * 1000) / 10
  return Math.round(ratio * 100) / 100
}
