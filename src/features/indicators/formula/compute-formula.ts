import { childrenOf } from './check-expression.ts'
import { calculate, compare, meanOf, roundTo, shareOf, sumOf } from './arithmetic.ts'
import type { Computed } from './arithmetic.ts'
import type { Absence, CallNode, Expression, Formula, KnownValue, MissingValue, OperationNode, Outcome, Reference, Trace } from './formula.ts'
import { periodsBack } from './names-in.ts'

interface Source {
  get: (reference: Reference) => KnownValue | MissingValue
  sections: readonly string[]
}

/**
 * Computes a formula. `get` is asked only for what the formula names; `sections` are those SOMME_SECTIONS adds up.
 * An unknown value makes the result unknown, never zero, unless it stands in a branch of SI that is not taken, or in SI_VIDE.
 */
export function computeFormula(formula: Formula, get: (reference: Reference) => KnownValue | MissingValue, sections: readonly string[] = []): Outcome {
  const trace = compute(formula.root, { get, sections })
  return typeof trace.value === 'number' ? { value: trace.value, trace } : { missing: trace.absences, trace }
}

function compute(expression: Expression, source: Source): Trace {
  if (expression.kind === 'number') return settle(expression, [], () => ({ value: expression.value }))
  if (expression.kind === 'reference') return fetchValue(expression.reference, source)
  if (expression.kind === 'call') return computeCall(expression, source)
  const parts = childrenOf(expression).map((child) => compute(child, source))
  if (expression.kind === 'negative') return settle(expression, parts, ([value = 0]) => ({ value: -value }))
  return settle(expression, parts, (values) => operate(expression, values))
}

function fetchValue(reference: Reference, { get }: Source): Trace {
  const found = get(reference)
  const expression: Expression = { kind: 'reference', reference }
  if ('missing' in found) return unknown(expression, [], [{ reason: found.missing, reference }])
  if (!Number.isFinite(found.value)) return unknown(expression, [], [{ reason: 'out-of-range', reference }])
  return { expression, value: found.value, absences: [], label: found.label ?? null, parts: [] }
}

function operate({ operator }: OperationNode, [left = 0, right = 0]: readonly number[]): Computed {
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') return calculate(operator, left, right)
  return { value: compare(operator, left, right) }
}

function computeCall(call: CallNode, source: Source): Trace {
  const [first, second] = call.inputs
  if (call.name === 'SI') return computeChoice(call, source)
  if (call.name === 'SI_VIDE') return computeInstead(call, source)
  if (call.name === 'ET' || call.name === 'OU' || call.name === 'NON') return computeTruth(call, source)
  if (first?.kind === 'reference' && call.name === 'SOMME_SECTIONS') {
    const { reference } = first
    if (source.sections.length === 0) return unknown(call, [], [{ reason: 'no-sections', reference }])
    return settle(
      call,
      source.sections.map((section) => fetchValue({ ...reference, section }, source)),
      sumOf,
    )
  }
  if (first?.kind === 'reference' && second?.kind === 'number' && (call.name === 'SOMME_PÉRIODES' || call.name === 'MOYENNE_PÉRIODES')) {
    const periods = periodsBack(first.reference, second.value).map((reference) => fetchValue(reference, source))
    return settle(call, periods, call.name === 'SOMME_PÉRIODES' ? sumOf : meanOf)
  }
  return settle(
    call,
    call.inputs.map((input) => compute(input, source)),
    (values) => combine(call, values),
  )
}

function combine({ name }: CallNode, values: readonly number[]): Computed {
  const [first = 0, second = 0] = values
  if (name === 'PART') return shareOf(first, second)
  if (name === 'ARRONDI') return { value: roundTo(first, second) }
  if (name === 'MOYENNE') return meanOf(values)
  if (name === 'MIN') return { value: Math.min(...values) }
  return name === 'MAX' ? { value: Math.max(...values) } : sumOf(values)
}

/** Only the branch taken is computed: what is missing in the other one does not matter. */
function computeChoice(call: CallNode, source: Source): Trace {
  const [condition, then, otherwise] = call.inputs.map((input) => () => compute(input, source))
  const asked = condition?.()
  if (!asked || typeof asked.value !== 'boolean') return unknown(call, asked ? [asked] : [], asked?.absences ?? [])
  const taken = asked.value ? then?.() : otherwise?.()
  return taken ? { ...taken, expression: call, label: null, parts: [asked, taken] } : unknown(call, [asked], [])
}

function computeInstead(call: CallNode, source: Source): Trace {
  const [wanted, instead] = call.inputs.map((input) => () => compute(input, source))
  const found = wanted?.()
  if (found && found.value !== null) return { ...found, expression: call, label: null, parts: [found] }
  const used = instead?.()
  return {
    expression: call,
    value: used?.value ?? null,
    absences: used?.absences ?? [],
    label: null,
    parts: [found, used].filter((part) => part !== undefined),
  }
}

/** All conditions must be known, even when one alone would settle it: nobody should wonder which one counted. */
function computeTruth(call: CallNode, source: Source): Trace {
  const parts = call.inputs.map((input) => compute(input, source))
  const absences = gather(parts)
  if (absences.length > 0) return unknown(call, parts, absences)
  const truths = parts.map((part) => part.value === true)
  const value = call.name === 'ET' ? truths.every(Boolean) : call.name === 'OU' ? truths.some(Boolean) : truths[0] === false
  return { expression: call, value, absences: [], label: null, parts }
}

function settle(expression: Expression, parts: readonly Trace[], reckon: (values: readonly number[]) => Computed): Trace {
  const absences = gather(parts)
  if (absences.length > 0) return unknown(expression, parts, absences)
  const computed = reckon(parts.map((part) => (typeof part.value === 'number' ? part.value : 0)))
  if ('reason' in computed) return unknown(expression, parts, [{ reason: computed.reason, reference: null }])
  const { value } = computed
  if (typeof value === 'number' && !Number.isFinite(value)) return unknown(expression, parts, [{ reason: 'out-of-range', reference: null }])
  // Minus zero is a zero that prints a sign.
  return { expression, value: value === 0 ? 0 : value, absences: [], label: null, parts }
}

const unknown = (expression: Expression, parts: readonly Trace[], absences: readonly Absence[]): Trace => ({
  expression,
  value: null,
  absences,
  label: null,
  parts,
})

/** Each cause once. */
function gather(parts: readonly Trace[]): Absence[] {
  const causes = new Map(parts.flatMap((part) => part.absences).map((absence) => [JSON.stringify(absence), absence]))
  return [...causes.values()]
}
