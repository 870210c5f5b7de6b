import { childrenOf } from './check-expression.ts'
import type { Expression, Formula, NamedReference, Reference } from './formula.ts'

/** Every value that computing may ask for, each once: periods added up are listed one by one. */
export function namesIn(formula: Formula): NamedReference[] {
  const found = new Map<string, NamedReference>()
  for (const reference of namedBy(formula.root)) {
    found.set(JSON.stringify([reference.code, reference.shift, reference.eachSection]), reference)
  }
  return [...found.values()]
}

function namedBy(expression: Expression): NamedReference[] {
  if (expression.kind === 'reference') return [{ ...expression.reference, eachSection: false }]
  if (expression.kind === 'call') {
    const [first, second] = expression.inputs
    if (first?.kind === 'reference' && expression.name === 'SOMME_SECTIONS') return [{ ...first.reference, eachSection: true }]
    const isOverPeriods = expression.name === 'SOMME_PÉRIODES' || expression.name === 'MOYENNE_PÉRIODES'
    if (isOverPeriods && first?.kind === 'reference' && second?.kind === 'number') {
      return periodsBack(first.reference, second.value).map((reference) => ({ ...reference, eachSection: false }))
    }
  }
  return childrenOf(expression).flatMap(namedBy)
}

/** The reference, then the periods before it: `count` in all. */
export const periodsBack = (reference: Reference, count: number): Reference[] =>
  Array.from({ length: count }, (_, index) => ({ ...reference, shift: reference.shift - index }))

/**
 * Codes that need one another, the first repeated at the end: `['A', 'B', 'A']`. A period before counts too:
 * an indicator computed from its own past would go back without end.
 */
export function findCycle(formulas: ReadonlyMap<string, Formula>): string[] | null {
  const done = new Set<string>()
  const follow = (code: string, path: readonly string[]): string[] | null => {
    const first = path.indexOf(code)
    if (first !== -1) return [...path.slice(first), code]
    const formula = formulas.get(code)
    if (!formula || done.has(code)) return null
    for (const needed of new Set(namesIn(formula).map((one) => one.code))) {
      const cycle = follow(needed, [...path, code])
      if (cycle) return cycle
    }
    done.add(code)
    return null
  }
  for (const code of formulas.keys()) {
    const cycle = follow(code, [])
    if (cycle) return cycle
  }
  return null
}
