import { namesIn } from './names-in.ts'
import { parseFormula } from './parse-formula.ts'

/** Codes that a formula names, each once; none where it cannot be read, which is told apart. */
export function codesIn(formula: string): string[] {
  const parsed = parseFormula(formula)
  return 'formula' in parsed ? [...new Set(namesIn(parsed.formula).map((reference) => reference.code))] : []
}
