import type { Missing } from '../tables.ts'

type NumberReading = { kind: 'value'; value: number } | { kind: 'missing'; missing: Missing } | { kind: 'unreadable' }

// What files write in place of a figure. A sign that has no one meaning says only that nothing is published.
const missingSigns: ReadonlyMap<string, Missing> = new Map([
  ...['', 'nd', 'n.d.', 'n/a', 'na', '#n/a', 'ns', '.', '..', '...', '…', '-', '–', '—', 'null'].map((sign) => [sign, 'not-published'] as const),
  ...['s', 'c', 'secret', 'secret statistique', '<5', '< 5', '<10', '< 10'].map((sign) => [sign, 'below-threshold'] as const),
  ...['so', 's.o.', 'sans objet', 'non applicable'].map((sign) => [sign, 'not-applicable'] as const),
  ...['nr', 'n.r.', 'non renseigne', 'non saisi'].map((sign) => [sign, 'not-entered'] as const),
  ['a confirmer', 'to-confirm'] as const,
])

/** Reads `81,7%`, `+3`, `57.0`, `1 234` or `−2`; a missing figure is never 0. */
export function readNumber(written: string): NumberReading {
  const text = written.replace(/[\s\u00a0\u202f\ufeff]+/g, ' ').trim()
  const missing = missingSigns.get(fold(text))
  if (missing !== undefined) return { kind: 'missing', missing }
  const match = /^([+-]?)(\d{1,3}(?: \d{3})+|\d{1,12})(?:[.,](\d{1,15}))? ?%?$/.exec(text.replace(/[\u2212\u2010\u2011]/g, '-'))
  if (match === null) return { kind: 'unreadable' }
  const [, sign = '', whole = '', decimals = ''] = match
  const value = Number(`${whole.replaceAll(' ', '')}.${decimals || '0'}`)
  return { kind: 'value', value: sign === '-' && value !== 0 ? -value : value }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
