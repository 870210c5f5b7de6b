// The last letter of a UAI follows from its seven digits: n mod 23, in an alphabet without I, O and Q.
const keyLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

export type UaiReading = { ok: true; uai: string; keyIsRight: boolean; expectedKey: string } | { ok: false; reason: 'empty' | 'lost_zero' | 'wrong_shape' }

/**
 * Reads a UAI as people and files write it: any case, spaces allowed.
 * A wrong key letter is reported and not refused: official files hold a few.
 */
export function parseUai(written: string): UaiReading {
  const compact = written.replace(/[\s\u00a0\u202f]+/g, '').toUpperCase()
  if (compact === '') return { ok: false, reason: 'empty' }
  if (/^[0-9]{6}[A-Z]$/.test(compact)) return { ok: false, reason: 'lost_zero' }
  if (!/^[0-9]{7}[A-Z]$/.test(compact)) return { ok: false, reason: 'wrong_shape' }
  const expectedKey = computeUaiKey(Number(compact.slice(0, 7)))
  return { ok: true, uai: compact, keyIsRight: compact.endsWith(expectedKey), expectedKey }
}

/** Key letter of a number from 0 to 9 999 999. */
export function computeUaiKey(number: number): string {
  return keyLetters.charAt(number % keyLetters.length)
}

/** The UAI of a number from 0 to 9 999 999, zeros and key letter included. */
export function formatUai(number: number): string {
  return String(number).padStart(7, '0') + computeUaiKey(number)
}
