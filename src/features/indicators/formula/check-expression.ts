import { formatExpression } from './format-formula.ts'
import { comparisons } from './formula.ts'
import type { CallNode, Expression, FormulaProblem, WrongInput } from './formula.ts'
import { functions } from './functions.ts'
import type { Kind } from './functions.ts'
import { mostDecimals, mostNodes, mostPeriods, mostReferences } from './limits.ts'

/** What it is made of, from left to right; nothing for a number or a reference. */
export const childrenOf = (expression: Expression): readonly Expression[] => {
  if (expression.kind === 'negative') return [expression.of]
  if (expression.kind === 'operation') return [expression.left, expression.right]
  return expression.kind === 'call' ? expression.inputs : []
}

/** The expression and all it holds, from left to right. */
const allWithin = (expression: Expression): Expression[] => [expression, ...childrenOf(expression).flatMap(allWithin)]

type Places = ReadonlyMap<Expression, number>

/** What the grammar does not say: how much, how many inputs, and where a number or a condition is expected. */
export function checkExpression(root: Expression, places: Places): FormulaProblem | null {
  const all = allWithin(root)
  if (all.length > mostNodes) return { fault: { reason: 'too-many-nodes', most: mostNodes }, at: 0 }
  const references = all.filter(({ kind }) => kind === 'reference')
  const beyond = references.at(mostReferences)
  if (beyond) return { fault: { reason: 'too-many-references', most: mostReferences }, at: places.get(beyond) ?? 0 }
  if (gives(root) === 'truth') return { fault: { reason: 'gives-truth' }, at: places.get(root) ?? 0 }
  for (const one of all) {
    const problem = one.kind === 'call' ? checkCall(one, places) : checkNumbers(one, places)
    if (problem) return problem
  }
  return null
}

const gives = (expression: Expression): 'number' | 'truth' => {
  if (expression.kind === 'call') return functions[expression.name].gives
  return expression.kind === 'operation' && comparisons.some((one) => one === expression.operator) ? 'truth' : 'number'
}

function checkNumbers(expression: Expression, places: Places): FormulaProblem | null {
  const wrong = childrenOf(expression).find((child) => gives(child) === 'truth')
  if (!wrong) return null
  return { fault: { reason: 'truth-for-number', said: formatExpression(wrong) }, at: places.get(wrong) ?? 0 }
}

function checkCall(call: CallNode, places: Places): FormulaProblem | null {
  const { name, inputs } = call
  const { takes, repeats, example } = functions[name]
  const at = places.get(call) ?? 0
  if (inputs.length < takes.length || (inputs.length > takes.length && !repeats)) {
    return { fault: { reason: 'count', name, expected: takes.length, repeats, found: inputs.length, example }, at }
  }
  for (const [index, input] of inputs.entries()) {
    const wrong = wrongWith(takes[index] ?? takes.at(-1) ?? 'number', input)
    if (wrong) return { fault: { reason: 'input', name, example, wrong, said: formatExpression(input) }, at: places.get(input) ?? at }
  }
  return null
}

function wrongWith(kind: Kind, input: Expression): WrongInput | null {
  if (kind === 'number' || kind === 'truth') return gives(input) === kind ? null : { expected: kind }
  if (kind === 'reference') return input.kind === 'reference' ? null : { expected: 'reference' }
  const [least, most] = kind === 'periods' ? [1, mostPeriods] : [0, mostDecimals]
  const fits = input.kind === 'number' && Number.isInteger(input.value) && input.value >= least && input.value <= most
  return fits ? null : { expected: 'whole', least, most }
}
