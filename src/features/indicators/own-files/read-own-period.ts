import { readPeriod } from '../opendata/read-period.ts'
import type { Period } from '../pack/indicator.ts'
import { readPeriodText } from '../period.ts'

/**
 * A period as people write it in their files: « 2024/2025 », « année scolaire 2024-2025 », « T1 2026 », « 15/03/2026 », and what a spreadsheet makes of a
 * year. The first of January stands for its year, save where an indicator is counted on a day. Null when it is no period.
 */
export function readOwnPeriod(written: string, kind: Period | null = null): string | null {
  const text = written
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[‐‑‒–—]/g, '-')
    .trim()
    .replace(/^(année scolaire|annee scolaire|a\.?s\.?|année|annee|session|rentrée|rentree|exercice) (?=\d)/i, '')
    .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .replace(/^T([1-4])[ -]?(\d{4})$/i, '$2-T$1')
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(text)
  const read = isDay && kind !== 'day' ? readPeriod(text) : (readPeriodText(text) ?? readPeriod(text))
  return read === null ? null : readPeriodText(read)
}
