import { checkContentValue } from '../../frameworks/check-value.ts'
import type { ValueProblem } from '../../frameworks/check-value.ts'
import { sayPath } from '../../frameworks/problem.ts'
import type { Problem } from '../../frameworks/problem.ts'
import type { Path } from '../../frameworks/read-yaml.ts'
import { checkConversionValue, checkCrosswalkValue } from '../check-relating.ts'
import { codesOf } from './known-versions.ts'
import type { KnownVersion } from './known-versions.ts'
import type { Part } from './reading.ts'

/** Where the checked value stands in its file. */
export interface Whereabouts {
  file: string
  lineOf: (path: Path) => number | null
}

export interface CheckedPart {
  part: Part | null
  problems: Problem[]
}

/** So many that nobody would read further. */
const mostTold = 40

/** A draft may wait for these; everything else must be right at once. */
const canWait = (problem: ValueProblem): boolean => problem.kind === 'no-evidence'

export function checkFrameworkPart(value: unknown, { file, lineOf }: Whereabouts): CheckedPart {
  const checked = checkContentValue(value)
  const tell = ({ path, problem, todo }: ValueProblem): Problem => ({ file, line: lineOf(path), where: sayPath(value, path), problem, todo })
  const stopping = checked.problems.filter((problem) => !canWait(problem))
  if (stopping.length > 0) return { part: null, problems: stopping.slice(0, mostTold).map(tell) }
  const later = checked.problems.map(tell)
  if (checked.content) return { part: { kind: 'framework', content: checked.content, later }, problems: [] }
  const content = contentOf(value)
  return content ? { part: { kind: 'framework', content, later }, problems: [] } : { part: null, problems: later }
}

// Only what can wait was found: filled in, the value passes, so it has the shape of a framework.
function contentOf(value: unknown): Extract<Part, { kind: 'framework' }>['content'] | null {
  const filled = structuredClone(value)
  const checked = checkContentValue(withEvidence(filled))
  return checked.content ? (value as typeof checked.content) : null
}

function withEvidence(value: unknown): unknown {
  for (const theme of listIn(value, 'themes'))
    for (const item of listIn(theme, 'items')) if (listIn(item, 'evidence').length === 0) Object.assign(item as object, { evidence: ['À compléter'] })
  return value
}

function listIn(value: unknown, name: string): unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null
  return Array.isArray(list) ? list : []
}

export function checkCrosswalkPart(value: unknown, { file, lineOf }: Whereabouts, known: readonly KnownVersion[]): CheckedPart {
  const { content, problems } = checkCrosswalkValue({ value, path: file, lineOf }, codesOf(known))
  return { part: content && { kind: 'crosswalk', content }, problems }
}

export function checkConversionPart(value: unknown, { file, lineOf }: Whereabouts, known: readonly KnownVersion[]): CheckedPart {
  const { content, problems } = checkConversionValue({ value, path: file, lineOf }, codesOf(known))
  return { part: content && { kind: 'conversion', content }, problems }
}
