import { comparisons } from './formula.ts'
import type { Expression, Formula, Operator, Reference } from './formula.ts'

const isComparison = (operator: Operator): boolean => comparisons.some((one) => one === operator)

/** How tightly it holds together: comparison, sum, product, sign, then what stands alone. */
function strength(expression: Expression): number {
  if (expression.kind === 'negative') return 4
  if (expression.kind !== 'operation') return 5
  if (isComparison(expression.operator)) return 1
  return expression.operator === '+' || expression.operator === '-' ? 2 : 3
}

/** The canonical text. Parsing it again gives the same formula. */
export const formatFormula = (formula: Formula): string => formatExpression(formula.root)

const formatReference = ({ code, shift }: Reference): string => (shift === 0 ? `[${code}]` : `[${code} ; ${shift}]`)

/** The canonical text of a part of a formula, with the parentheses that it needs and no others. */
export function formatExpression(expression: Expression): string {
  if (expression.kind === 'number') return String(expression.value).replace('.', ',')
  if (expression.kind === 'reference') return formatReference(expression.reference)
  if (expression.kind === 'negative') return `-${within(expression.of, 5)}`
  if (expression.kind === 'call') return `${expression.name}(${expression.inputs.map(formatExpression).join(' ; ')})`
  const own = strength(expression)
  // A comparison takes no other comparison on either side; the others are read from the left.
  return `${within(expression.left, own === 1 ? 2 : own)} ${expression.operator} ${within(expression.right, own + 1)}`
}

const within = (expression: Expression, least: number): string =>
  strength(expression) < least ? `(${formatExpression(expression)})` : formatExpression(expression)
