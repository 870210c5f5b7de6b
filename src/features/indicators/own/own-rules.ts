import type { Formula } from '../formula/formula.ts'
import { findCycle, namesIn } from '../formula/names-in.ts'
import { parseFormula } from '../formula/parse-formula.ts'
import type { Directory } from '../known.ts'
import type { Period, Unit } from '../pack/indicator.ts'
import type { OwnDefinition } from '../tables.ts'

export const ownUnits: readonly Unit[] = ['percent', 'points', 'count', 'mean-4', 'euro', 'euro-per-pupil', 'per-100', 'index', 'kwh', 'm3', 'text']
export const ownPeriods: readonly Period[] = ['school-year', 'session', 'calendar-year', 'quarter']

export interface OwnFault {
  field: 'name' | 'formula' | 'smallest_group'
  fault: 'noName' | 'sameName' | 'badSmallest' | 'formula' | 'unknown-code' | 'cycle'
  /** What the fault is about: a sentence of the formula's reader, or codes. */
  more: string
}

/** What stands in the way of an indicator of one's own. */
export function checkOwn(code: string, definition: OwnDefinition, smallestTyped: string, directory: Directory): OwnFault[] {
  const faults: OwnFault[] = []
  if (!definition.name) faults.push({ field: 'name', fault: 'noName', more: '' })
  else if (directory.indicators.some((one) => one.code !== code && one.name.toLowerCase() === definition.name.toLowerCase())) {
    faults.push({ field: 'name', fault: 'sameName', more: '' })
  }
  if (smallestTyped !== '' && definition.smallest_group === null) faults.push({ field: 'smallest_group', fault: 'badSmallest', more: '' })
  if (definition.formula === null) return faults
  const parsed = parseFormula(definition.formula)
  if ('problem' in parsed) return [...faults, { field: 'formula', fault: 'formula', more: parsed.problem.sentence }]
  const unknown = namesIn(parsed.formula).find((reference) => !directory.measures.has(reference.code) && reference.code !== code)
  if (unknown) return [...faults, { field: 'formula', fault: 'unknown-code', more: unknown.code }]
  const cycle = findCycle(formulasWith(code, parsed.formula, directory))
  return cycle ? [...faults, { field: 'formula', fault: 'cycle', more: cycle.join(' → ') }] : faults
}

function formulasWith(code: string, formula: Formula, { indicators }: Directory): Map<string, Formula> {
  const formulas = new Map<string, Formula>()
  for (const one of indicators) {
    const parsed = one.formula === null ? null : parseFormula(one.formula)
    if (parsed && 'formula' in parsed) formulas.set(one.code, parsed.formula)
  }
  return formulas.set(code, formula)
}
