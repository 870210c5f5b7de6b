import type { DraftCondition } from './draft.ts'

/** Whether a condition lets everybody through. */
export const isAlways = (relevance: string): boolean => relevance.length < 50 && /^\(*\s*1?\s*\)*$/.test(relevance)

const longest = 4000

/** « ((Q1.NAOK == "A1") or (Q1.NAOK == "A2")) » as the answers that are enough; null where it says anything more. */
export function readRelevance(relevance: string): DraftCondition | null {
  if (relevance.length > longest || !isBalanced(relevance)) return null
  const parts = relevance.split(/\s*(?:\|\||\bor\b)\s*/i)
  const read = parts.map(readPart)
  const whole = read.flatMap((one) => one ?? [])
  return whole.length === parts.length && whole.length > 0 ? whole : null
}

const comparison = /^[\s(]*([A-Za-z0-9_]+)(?:\.(?:NAOK|value|code))*\s*(?:==|\beq\b)\s*(?:"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?))[\s)]*$/i

function readPart(part: string): { name: string; value: string } | null {
  const [, name, double, single, number] = comparison.exec(part) ?? []
  const value = double ?? single ?? number
  return name === undefined || value === undefined ? null : { name, value }
}

function isBalanced(text: string): boolean {
  let open = 0
  for (const sign of text.replace(/"[^"]*"|'[^']*'/g, '')) {
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (open < 0) return false
  }
  return open === 0
}
