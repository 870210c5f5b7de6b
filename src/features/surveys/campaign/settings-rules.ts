import { isDay } from '../../../platform/days.ts'
import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import { highestThreshold, lowestThreshold, usualThreshold } from './survey-rules.ts'

/** Settings of a survey as they are typed. */
export interface TypedSettings {
  title: string
  purpose: string
  promise: string
  closesOn: string
  resultsOn: string
  previousId: string
  threshold: string
}

export const blankSettings: TypedSettings = {
  title: '',
  purpose: '',
  promise: '',
  closesOn: '',
  resultsOn: '',
  previousId: '',
  threshold: String(usualThreshold),
}

export const longest = { title: 120, purpose: 1000, promise: 1000 } as const

export const readSettings = (form: Form): TypedSettings => ({
  title: form.text('title').replace(/\s+/g, ' '),
  purpose: form.text('purpose'),
  promise: form.text('promise'),
  closesOn: form.text('closes'),
  resultsOn: form.text('results'),
  previousId: form.text('previous'),
  threshold: form.text('threshold'),
})

interface SettingsErrorWords {
  titleMissing: string
  tooLong: (most: number) => string
  day: string
  past: string
  early: string
  threshold: (least: number, most: number) => string
}

/** Days may still be missing: they are asked before opening. */
export function settingsErrors(typed: TypedSettings, today: string, t: SettingsErrorWords): FieldErrors {
  const errors: FieldErrors = {}
  if (typed.title.length < 2) errors['title'] = t.titleMissing
  for (const name of ['title', 'purpose', 'promise'] as const) if (typed[name].length > longest[name]) errors[name] = t.tooLong(longest[name])
  const closes = dayError(typed.closesOn, today, t)
  if (closes) errors['closes'] = closes
  if (typed.resultsOn && !isDay(typed.resultsOn)) errors['results'] = t.day
  else if (typed.resultsOn && typed.closesOn && typed.resultsOn < typed.closesOn) errors['results'] = t.early
  if (!isThreshold(typed.threshold)) errors['threshold'] = t.threshold(lowestThreshold, highestThreshold)
  return errors
}

/** Why a day ('YYYY-MM-DD' as typed) cannot be taken: not a day, or before today; null when it can. */
export function dayError(day: string, today: string, t: Pick<SettingsErrorWords, 'day' | 'past'>): string | null {
  if (day === '') return null
  if (!isDay(day)) return t.day
  return day < today ? t.past : null
}

function isThreshold(text: string): boolean {
  const value = Number(text)
  return /^\d{1,3}$/.test(text) && value >= lowestThreshold && value <= highestThreshold
}

export interface SettingsValues {
  title: string
  purpose: string
  promise: string
  closes_on: string | null
  results_on: string | null
  previous_id: string | null
  threshold: number
}

/** `previous`: the ids that may be chosen. */
export const settingsValues = (typed: TypedSettings, previous: readonly string[]): SettingsValues => ({
  title: typed.title,
  purpose: typed.purpose,
  promise: typed.promise,
  closes_on: typed.closesOn || null,
  results_on: typed.resultsOn || null,
  previous_id: previous.includes(typed.previousId) ? typed.previousId : null,
  threshold: Number(typed.threshold),
})
