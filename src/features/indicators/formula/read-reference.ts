import type { FormulaFault, Reference } from './formula.ts'
import { longestCode, mostPeriods } from './limits.ts'

/** A code of the directory, its part in any spelling: `A01`, `a01-Apprentis`, `A01 étudiants`. */
const directoryCode = /^[A-Z][0-9]{2}(?:[- ][A-Z]+)*$/

/** Reads `[E07]`, `[E07 ; -1]`, `[A01 apprentis]`. Any other text between brackets is a code too, kept as typed. */
export function readReference(typed: string): { reference: Reference } | { fault: FormulaFault } {
  const [codePart = '', shiftPart, ...more] = typed.slice(1, -1).split(';')
  const code = canonicalCode(codePart)
  if (code === '') return { fault: { reason: 'no-code' } }
  if (code.length > longestCode) return { fault: { reason: 'long-code', most: longestCode } }
  if (more.length > 0) return { fault: { reason: 'more-than-shift' } }
  if (shiftPart === undefined) return { reference: { code, shift: 0, section: null } }
  const shift = readShift(shiftPart)
  if (shift === null) return { fault: { reason: 'shift', most: mostPeriods } }
  return { reference: { code, shift, section: null } }
}

function canonicalCode(typed: string): string {
  const tidy = typed.trim().replaceAll(/\s+/gu, ' ')
  const plain = tidy.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()
  if (!directoryCode.test(plain)) return tidy
  return plain.slice(0, 3) + plain.slice(3).toLowerCase().replaceAll(' ', '-')
}

function readShift(typed: string): number | null {
  const found = /^(?:[-−](\d{1,2})|0)$/u.exec(typed.replaceAll(/\s/gu, ''))
  if (!found) return null
  const back = Number(found[1] ?? 0)
  if (back > mostPeriods) return null
  return back === 0 ? 0 : -back
}
