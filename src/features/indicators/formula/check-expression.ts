import { formatExpression } from './format-formula.ts'
import { comparisons } from './formula.ts'
import type { CallNode, Expression, FormulaProblem } from './formula.ts'
import { functions } from './functions.ts'
import type { Kind } from './functions.ts'
import { mostDecimals, mostNodes, mostPeriods, mostReferences } from './limits.ts'

export const childrenOf = (expression: Expression): readonly Expression[] => {
  if (expression.kind === 'negative') return [expression.of]
  if (expression.kind === 'operation') return [expression.left, expression.right]
  return expression.kind === 'call' ? expression.inputs : []
}

/** The expression and all it holds, from left to right. */
export const allWithin = (expression: Expression): Expression[] => [expression, ...childrenOf(expression).flatMap(allWithin)]

type Places = ReadonlyMap<Expression, number>

/** What the grammar does not say: how much, how many inputs, and where a number or a condition is expected. */
export function checkExpression(root: Expression, places: Places): FormulaProblem | null {
  const all = allWithin(root)
  if (all.length > mostNodes) return { sentence: `La formule a trop d’éléments : ${mostNodes} au plus. Partagez-la entre deux indicateurs.`, at: 0 }
  const references = all.filter(({ kind }) => kind === 'reference')
  const beyond = references.at(mostReferences)
  if (beyond) return { sentence: `La formule cite trop d’indicateurs : ${mostReferences} au plus.`, at: places.get(beyond) ?? 0 }
  if (gives(root) === 'truth') {
    return {
      sentence: 'Une formule doit donner un nombre ; celle-ci répond par oui ou non. Placez-la dans SI(condition ; alors ; sinon).',
      at: places.get(root) ?? 0,
    }
  }
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
  return {
    sentence: `« ${formatExpression(wrong)} » répond par oui ou non, et un nombre est attendu ici. Placez-la dans SI( ou dans ET(.`,
    at: places.get(wrong) ?? 0,
  }
}

function checkCall(call: CallNode, places: Places): FormulaProblem | null {
  const { takes, repeats, example } = functions[call.name]
  const at = places.get(call) ?? 0
  const { length } = call.inputs
  if (length < takes.length || (length > takes.length && !repeats)) {
    const expected = `${takes.length} ${takes.length > 1 ? 'éléments séparés' : 'élément'}${takes.length > 1 ? ' par un point-virgule' : ''}`
    return { sentence: `${call.name}( attend ${repeats ? 'au moins ' : ''}${expected}, par exemple ${example} ; il y en a ${length}.`, at }
  }
  for (const [index, input] of call.inputs.entries()) {
    const sentence = problemOfInput(takes[index] ?? takes.at(-1) ?? 'number', input)
    if (sentence) return { sentence: `Dans ${call.name}(, ${sentence}. Par exemple ${example}.`, at: places.get(input) ?? at }
  }
  return null
}

function problemOfInput(kind: Kind, input: Expression): string | null {
  const said = `« ${formatExpression(input)} »`
  if (kind === 'number') return gives(input) === 'number' ? null : `${said} répond par oui ou non, et un nombre est attendu`
  if (kind === 'truth') return gives(input) === 'truth' ? null : `${said} est un nombre, et une condition est attendue`
  if (kind === 'reference') return input.kind === 'reference' ? null : `le premier élément est un indicateur entre crochets, et non ${said}`
  const [least, most] = kind === 'periods' ? [1, mostPeriods] : [0, mostDecimals]
  const fits = input.kind === 'number' && Number.isInteger(input.value) && input.value >= least && input.value <= most
  return fits ? null : `le second élément est un nombre entier de ${least} à ${most}, et non ${said}`
}
