import type { DraftCondition } from './draft.ts'

const equality = /^[\s(]*\$\{([^{}]+)\}\s*=\s*(?:"([^"]*)"|'([^']*)'|(-?\d+))[\s)]*$/
const selection = /^[\s(]*selected\(\s*\$\{([^{}]+)\}\s*,\s*(?:"([^"]*)"|'([^']*)')\s*\)[\s)]*$/

/** « ${q} = 'a' or selected(${q}, 'b') » as the answers that are enough; null where it says anything more. */
export function readRelevant(relevant: string): DraftCondition | null {
  if (relevant.length > 4000 || /[()]\s*\(\s*\)|\bnot\b/.test(relevant)) return null
  const parts = relevant.replace(/[’‘]/g, "'").split(/\s+or\s+/)
  const read = parts.flatMap((part) => {
    const [, name, double, single, number] = equality.exec(part) ?? selection.exec(part) ?? []
    const value = double ?? single ?? number
    return name === undefined || value === undefined ? [] : [{ name: name.trim(), value }]
  })
  return read.length === parts.length ? read : null
}
