import { RefusedFile } from './refusal.ts'

/** Deeper than any package of any tool. */
const deepest = 40

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads JSON that may be hostile: refuses what is nested without end and names that reach into objects of the language. */
export function readJson(text: string): unknown {
  const value = parse(text)
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: part, depth } = next
    if (typeof part !== 'object' || part === null) continue
    if (depth > deepest) throw new RefusedFile({ kind: 'nested' })
    for (const [key, child] of Object.entries(part)) {
      if (!Array.isArray(part) && forbidden.has(key)) throw new RefusedFile({ kind: 'forbidden-key' })
      waiting.push({ value: child, depth: depth + 1 })
    }
  }
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new RefusedFile({ kind: 'nested' })
    const position = /position (\d+)/.exec(error.message)?.[1]
    throw new RefusedFile({ kind: 'json-syntax', position: position === undefined ? null : Number(position) })
  }
}
