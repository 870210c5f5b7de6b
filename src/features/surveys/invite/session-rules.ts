import type { FieldErrors, Form } from '../../../platform/web/form.ts'
import type { Part } from '../store.ts'
import type { Groups } from '../tables.ts'
import { groupBreakdowns } from '../campaign/part-rules.ts'

/** Minutes that a class session lasts unless said otherwise. */
export const usualMinutes = 60
const mostMinutes = 240
export const mostSeats = 200

export interface TypedSession {
  partId: string
  seats: string
  minutes: string
  name: string
  /** By code of breakdown. */
  groups: Groups
}

export const readSession = (form: Form, parts: readonly Part[]): TypedSession => {
  const partId = form.text('part')
  const part = parts.find(({ id }) => id === partId)
  return {
    partId,
    seats: form.text('seats'),
    minutes: form.text('minutes') || String(usualMinutes),
    name: form.text('name').slice(0, 80),
    groups: Object.fromEntries(groupBreakdowns(part?.breakdowns ?? []).map(({ code }) => [code, form.text(groupField(code))])),
  }
}

export const groupField = (code: string): string => `group-${code}`

interface SessionErrorWords {
  part: string
  seats: (most: number) => string
  minutes: (most: number) => string
  group: string
}

const isBetween = (text: string, most: number): boolean => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most

export function sessionErrors(typed: TypedSession, parts: readonly Part[], t: SessionErrorWords): FieldErrors {
  const errors: FieldErrors = {}
  const part = parts.find(({ id }) => id === typed.partId)
  if (!part) return { part: t.part }
  for (const { code, groups } of groupBreakdowns(part.breakdowns)) if (!groups.includes(typed.groups[code] ?? '')) errors[groupField(code)] = t.group
  if (!isBetween(typed.seats, mostSeats)) errors['seats'] = t.seats(mostSeats)
  if (!isBetween(typed.minutes, mostMinutes)) errors['minutes'] = t.minutes(mostMinutes)
  return errors
}
