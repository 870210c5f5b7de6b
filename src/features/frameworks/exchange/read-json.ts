import { RefusedFile } from './refusal.ts'

/** Deeper than any package of any tool. */
const deepest = 40

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads JSON that may be hostile: refuses what `tooMuch` throws for, what is nested without end, and names that reach into objects of the language. */
export function readJson(text: string, tooMuch: (value: unknown) => void = () => {}): unknown {
  const value = parse(text)
  // Looking into everything takes longer than counting: what is too long is refused first.
  tooMuch(value)
  const waiting: unknown[] = [value]
  const depths: number[] = [0]
  while (waiting.length > 0) {
    const part = waiting.pop()
    const depth = depths.pop() ?? 0
    if (depth > deepest) throw new RefusedFile({ kind: 'nested' })
    const children: readonly unknown[] = Array.isArray(part) ? part : childrenOf(part)
    for (const child of children) {
      if (typeof child !== 'object' || child === null) continue
      waiting.push(child)
      depths.push(depth + 1)
    }
  }
  return value
}

function childrenOf(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  for (const key of Object.keys(part)) if (forbidden.has(key)) throw new RefusedFile({ kind: 'forbidden-key' })
  return Object.values(part)
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
