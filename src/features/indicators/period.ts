/**
 * Periods as they are written: « 2024 » (a session or a calendar year), « 2024-2025 » (a school year), « cumul 2023-2024 » (two years together),
 * « 2026-T1 » (a quarter), « 2026-11-26 » (a day).
 */

const forms: readonly RegExp[] = [/^\d{4}$/, /^\d{4}-\d{4}$/, /^cumul \d{4}-\d{4}$/, /^\d{4}-T[1-4]$/, /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/]

/** The period in its one spelling, or null: « 2024/2025 » and « 2024 - 2025 » are school years. */
export function readPeriodText(text: string): string | null {
  const cleaned = text.trim().replace(/\s+/g, ' ').replace(/[–—]/g, '-')
  const years = /^(cumul )?(\d{4}) ?[-/] ?(\d{4}|\d{2})$/i.exec(cleaned)
  if (years) {
    const [, cumulated, first = '', last = ''] = years
    const end = last.length === 2 ? `${first.slice(0, 2)}${last}` : last
    return Number(end) === Number(first) + 1 ? `${cumulated ? 'cumul ' : ''}${first}-${end}` : null
  }
  const quarter = /^(\d{4})[ -]?T([1-4])$/i.exec(cleaned)
  if (quarter) return `${quarter[1]}-T${quarter[2]}`
  return forms.some((form) => form.test(cleaned)) && Number(cleaned.slice(0, 4)) >= 1990 && Number(cleaned.slice(0, 4)) <= 2100 ? cleaned : null
}

/** In the order of time: by the year in which they end, then as they are written. */
export function comparePeriods(one: string, other: string): number {
  return endOf(one) - endOf(other) || one.localeCompare(other)
}

/** A number that grows with time: the year, and the part of it that has passed at the period's end. */
export function endOf(period: string): number {
  const years = [...period.matchAll(/\d{4}/g)].map(Number)
  const last = years.at(-1) ?? 0
  const quarter = /-T([1-4])$/.exec(period)
  if (quarter) return last + Number(quarter[1]) / 4
  const day = /^\d{4}-(\d{2})-(\d{2})$/.exec(period)
  if (day) return last + (Number(day[1]) - 1) / 12 + Number(day[2]) / 372
  return years.length > 1 ? last + 0.6 : last + 0.5
}

/** Two years counted together: one of them stands in the next one's figure too. */
export const isCumulated = (period: string): boolean => period.startsWith('cumul ')
