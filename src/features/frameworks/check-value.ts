import type { ErrorObject } from 'ajv'
import { isHeader, isItem, isTheme, pathOf } from './content-schema.ts'
import type { FrameworkHeader, ItemContent, ThemeContent } from './content.ts'
import { crossCheck } from './cross-check.ts'
import type { Finding, FindingKind } from './cross-check.ts'
import { sayShape } from './problem.ts'
import type { Path } from './read-yaml.ts'

/** Why a value does not keep the schema, as far as people can be told. */
export type ShapeFault = 'missing' | 'too-short' | 'too-long' | 'too-few' | 'too-many' | 'twice' | 'pattern' | 'unknown'

/** One thing to put right in a value that stands in no file. */
export interface ValueProblem {
  kind: FindingKind | ShapeFault
  /** Of a text or a list, in characters or in entries. */
  limit: number | null
  /** From the root of the value to what is wrong, or missing: ['themes', 0, 'items', 3, 'statement']. */
  path: Path
  /** The same in the words of a file. */
  problem: string
  todo: string
}

export interface CheckedValue {
  /** Null as soon as there is a problem. */
  content: FrameworkHeader | null
  problems: ValueProblem[]
  /** What would make it better and stops nothing. */
  advice: ValueProblem[]
}

/** So many that nobody would read further. */
const mostTold = 200

/** The checks that the files of a version go through, on a value: schema, then what its parts say of each other. Never throws because of it. */
export function checkContentValue(value: unknown): CheckedValue {
  if (!isHeader(value)) return { content: null, problems: shapeProblems(isHeader.errors ?? []), advice: [] }
  const places = value.themes.map((theme) => ({ theme, fileName: null }))
  const findings = crossCheck({ framework: value.id, version: value.version, header: value, themes: places })
  const problems = findings.filter((finding) => !finding.advice).map(problemOf)
  return { content: problems.length > 0 ? null : value, problems, advice: findings.filter((finding) => finding.advice).map(problemOf) }
}

/** The same of what people are still writing: its shape is that of the type, so both kinds of problems are told at once. */
export function checkDraftContent(content: FrameworkHeader): Pick<CheckedValue, 'problems' | 'advice'> {
  const shape = isHeader(content) ? [] : shapeProblems(isHeader.errors ?? [])
  const places = content.themes.map((theme) => ({ theme, fileName: null }))
  const findings = crossCheck({ framework: content.id, version: content.version, header: content, themes: places })
  return {
    problems: [...shape, ...findings.filter((finding) => !finding.advice).map(problemOf)],
    advice: findings.filter((finding) => finding.advice).map(problemOf),
  }
}

/** The same for all that stands around the themes. */
export function checkHeader(header: FrameworkHeader): ValueProblem[] {
  const alone: FrameworkHeader = { ...header, themes: [] }
  if (!isHeader(alone)) return shapeProblems(isHeader.errors ?? [])
  return findingsOf(alone).filter((problem) => problem.kind !== 'no-theme')
}

/** The same for a theme without its items. */
export function checkTheme(theme: ThemeContent): ValueProblem[] {
  const alone: ThemeContent = { ...theme, items: [] }
  const shape = isTheme(alone) ? [] : shapeProblems(isTheme.errors ?? [])
  const note = theme.status === 'unconfirmed' && !theme.unconfirmed_note
  return [...shape.filter((problem) => problem.path[0] !== 'items'), ...(note ? [noteMissing] : [])]
}

const noteMissing: ValueProblem = { kind: 'note-missing', limit: null, path: ['status'], problem: '', todo: '' }

/** The same for one item of a theme. */
export function checkItem(item: ItemContent, theme: ThemeContent, header: FrameworkHeader): ValueProblem[] {
  if (!isItem(item)) return shapeProblems(isItem.errors ?? [])
  return findingsOf({ ...header, themes: [{ ...theme, items: [item] }] })
    .filter((problem) => problem.path[0] === 'themes' && problem.path[2] === 'items' && problem.path.length > 4)
    .map((problem) => ({ ...problem, path: problem.path.slice(4) }))
}

function findingsOf(content: FrameworkHeader): ValueProblem[] {
  const themes = content.themes.map((theme) => ({ theme, fileName: null }))
  const findings = crossCheck({ framework: content.id, version: content.version, header: content, themes })
  return findings.filter((finding) => !finding.advice).map(problemOf)
}

const shapeProblems = (errors: readonly ErrorObject[]): ValueProblem[] =>
  errors
    .filter((error) => error.keyword !== 'oneOf')
    .slice(0, mostTold)
    .map((error) => {
      const path = pathOf(error.instancePath)
      const missing = error.params['missingProperty']
      const limit = Number(error.params['limit'])
      return {
        kind: faultOf(error),
        limit: Number.isFinite(limit) ? limit : null,
        path: typeof missing === 'string' ? [...path, missing] : path,
        ...sayShape(error, error.data),
      }
    })

function faultOf(error: ErrorObject): ShapeFault {
  switch (error.keyword) {
    case 'required':
      return 'missing'
    case 'minLength':
      return error.data === '' ? 'missing' : 'too-short'
    case 'maxLength':
      return 'too-long'
    case 'minItems':
      return Array.isArray(error.data) && error.data.length === 0 ? 'missing' : 'too-few'
    case 'maxItems':
      return 'too-many'
    case 'uniqueItems':
      return 'twice'
    case 'minimum':
    case 'maximum':
      return 'pattern'
    case 'pattern':
      return error.data === '' ? 'missing' : 'pattern'
    default:
      return 'unknown'
  }
}

const problemOf = (finding: Finding): ValueProblem => ({
  kind: finding.kind,
  limit: null,
  path: finding.theme === undefined ? finding.path : ['themes', finding.theme, ...finding.path],
  problem: finding.problem,
  todo: finding.todo,
})
