import { checkExpression } from './check-expression.ts'
import { formatFormula } from './format-formula.ts'
import type { Formula, FormulaProblem } from './formula.ts'
import { parseTokens, readTokens } from './grammar.ts'
import { longestFormula, longestTyped } from './limits.ts'
import { problemOfCharacter, problemOfTokens, problemOfPlace } from './find-problem.ts'

/** Reads what a person typed. Never throws; the problem says what was expected and where. */
export function parseFormula(text: string): { formula: Formula } | { problem: FormulaProblem } {
  if (text.length > longestTyped) return { problem: tooLong(longestTyped, text) }
  if (text.trim() === '') return { problem: { fault: { reason: 'empty' }, at: 0 } }
  const lexed = readTokens(text)
  const character = lexed.errors.at(0)
  if (character) return { problem: problemOfCharacter(text, character.offset) }
  const token = problemOfTokens(lexed.tokens)
  if (token) return { problem: token }
  const { root, places, errors } = parseTokens(lexed.tokens)
  const error = errors.at(0)
  if (error) return { problem: problemOfPlace(lexed.tokens, error.token, text) }
  const checked = checkExpression(root, places)
  if (checked) return { problem: checked }
  const formula = { root }
  return formatFormula(formula).length > longestFormula ? { problem: tooLong(longestFormula, text) } : { formula }
}

const tooLong = (most: number, text: string): FormulaProblem => ({ fault: { reason: 'too-long', most }, at: Math.min(most, text.length) })
