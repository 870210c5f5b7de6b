import type { Formula, FormulaFault } from '../formula/formula.ts'
import { findCycle, namesIn } from '../formula/names-in.ts'
import { parseFormula } from '../formula/parse-formula.ts'
import type { Directory } from '../known.ts'
import type { Period, Unit } from '../pack/indicator.ts'
import type { OwnDefinition } from '../tables.ts'

export const ownUnits: readonly Unit[] = ['percent', 'points', 'count', 'mean-4', 'euro', 'euro-per-pupil', 'per-100', 'index', 'kwh', 'm3', 'text']
export const ownPeriods: readonly Period[] = ['school-year', 'session', 'calendar-year', 'quarter']

/** A fault by the field where it stands. */
export type OwnFault =
  | { field: 'name'; fault: 'noName' | 'sameName' }
  | { field: 'smallest_group'; fault: 'badSmallest' }
  | { field: 'formula'; fault: 'unread'; why: FormulaFault }
  /** A code that nobody knows, or codes that need one another. */
  | { field: 'formula'; fault: 'unknownCode' | 'cycle'; codes: string }

/** What stands in the way of an indicator of one's own. */
export function checkOwn(code: string, definition: OwnDefinition, smallestTyped: string, directory: Directory): OwnFault[] {
  const faults: OwnFault[] = []
  if (!definition.name) faults.push({ field: 'name', fault: 'noName' })
  else if (directory.indicators.some((one) => one.code !== code && one.name.toLowerCase() === definition.name.toLowerCase())) {
    faults.push({ field: 'name', fault: 'sameName' })
  }
  if (smallestTyped !== '' && definition.smallest_group === null) faults.push({ field: 'smallest_group', fault: 'badSmallest' })
  if (definition.formula === null) return faults
  const parsed = parseFormula(definition.formula)
  if ('problem' in parsed) return [...faults, { field: 'formula', fault: 'unread', why: parsed.problem.fault }]
  const unknown = namesIn(parsed.formula).find((reference) => !directory.measures.has(reference.code) && reference.code !== code)
  if (unknown) return [...faults, { field: 'formula', fault: 'unknownCode', codes: unknown.code }]
  const cycle = findCycle(formulasWith(code, parsed.formula, directory))
  return cycle ? [...faults, { field: 'formula', fault: 'cycle', codes: cycle.join(' → ') }] : faults
}

function formulasWith(code: string, formula: Formula, { indicators }: Directory): Map<string, Formula> {
  const formulas = new Map<string, Formula>()
  for (const one of indicators) {
    const parsed = one.formula === null ? null : parseFormula(one.formula)
    if (parsed && 'formula' in parsed) formulas.set(one.code, parsed.formula)
  }
  return formulas.set(code, formula)
}
