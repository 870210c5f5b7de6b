import { CST, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'

export const largestFile = 2 * 1024 * 1024

/** Pieces of YAML (words, marks, line ends) that one version may hold in all: about 3 000 items. Reading more would take seconds. */
export const mostPieces = 200_000

export type YamlMark = 'tag' | 'anchor' | 'several-documents' | 'explicit-key' | 'directive'

export type YamlReason =
  | { kind: 'too-large' }
  | { kind: 'not-text' }
  | { kind: 'too-long' }
  | { kind: 'nested' }
  | { kind: 'mark'; mark: YamlMark }
  | { kind: 'repeated-key'; key: string }
  | { kind: 'syntax'; code: string }

export interface YamlFault {
  line: number | null
  reason: YamlReason
}

export type Path = readonly (string | number)[]

export interface YamlText {
  value: unknown
  pieces: number
  /** The line on which what stands at this path begins, or else its nearest parent. */
  lineOf: (path: Path) => number | null
}

/** The text of a file, the same whatever the system that saved it; null when the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text.normalize('NFC').replaceAll('\r\n', '\n')
  } catch {
    return null
  }
}

/**
 * Reads one YAML text that may be hostile: plain values, lists and maps only. Tags, anchors, aliases and several documents in a file are
 * refused before anything is built, and so is a text of more pieces than `allowance`. Never throws because of content.
 */
export function readYaml(text: string, allowance = mostPieces): { text: YamlText } | { faults: YamlFault[] } {
  const scanned = scan(text, allowance)
  if (typeof scanned !== 'number') return { faults: [scanned] }
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, lineCounter: lines, logLevel: 'error' })
    const faults = document.errors.slice(0, 3).map((error): YamlFault => ({ line: lineIn(lines, error.pos[0]), reason: { kind: 'syntax', code: error.code } }))
    if (faults.length === 0) faults.push(...repeatedKeys(document, lines))
    if (faults.length > 0) return { faults }
    return { text: { value: document.toJS({ maxAliasCount: 0 }), pieces: scanned, lineOf: (path) => lineAt(document, lines, path) } }
  } catch (error) {
    // Text nested thousands of times over exhausts the parser's stack.
    if (error instanceof RangeError) return { faults: [{ line: null, reason: { kind: 'nested' } }] }
    throw error
  }
}

/** Number of pieces, or the first thing that is refused at sight. */
function scan(text: string, allowance: number): number | YamlFault {
  let pieces = 0
  let begun = false
  let position = 0
  let inScalar = false
  const depthAfter = countDepth()
  for (const token of new Lexer().lex(text)) {
    const type: string | null = inScalar ? 'scalar-text' : CST.tokenType(token)
    inScalar = type === 'scalar'
    pieces += 1
    if (pieces > allowance) return { line: null, reason: { kind: 'too-long' } }
    if (depthAfter(type) > deepest) return { line: lineOf(text, position), reason: { kind: 'nested' } }
    const mark = type === 'doc-start' && begun ? 'several-documents' : refusedMarks[type ?? '']
    if (mark) return { line: lineOf(text, position), reason: { kind: 'mark', mark } }
    if (!beforeContent.has(type ?? '')) begun = true
    // These three are the lexer's own signs, not characters of the text.
    if (type !== 'doc-mode' && type !== 'scalar' && type !== 'flow-error-end') position += token.length
  }
  return pieces
}

/** Deeper than any framework, or library of any tool. */
const deepest = 40

/** How many brackets are open, and dashes in a row on one line, after each piece in turn. */
function countDepth(): (type: string | null) => number {
  let brackets = 0
  let dashes = 0
  return (type) => {
    if (type === 'newline') dashes = 0
    else if (type === 'seq-item-ind') dashes += 1
    else if (type === 'flow-seq-start' || type === 'flow-map-start') brackets += 1
    else if (type === 'flow-seq-end' || type === 'flow-map-end') brackets -= 1
    return brackets + dashes
  }
}

const lineOf = (text: string, position: number): number => text.slice(0, position).split('\n').length

const beforeContent: ReadonlySet<string> = new Set(['byte-order-mark', 'doc-mode', 'newline', 'space', 'comment'])

const refusedMarks: Readonly<Record<string, YamlMark>> = {
  tag: 'tag',
  anchor: 'anchor',
  alias: 'anchor',
  'explicit-key-ind': 'explicit-key',
  'directive-line': 'directive',
  'doc-end': 'several-documents',
}

function repeatedKeys(document: Document, lines: LineCounter): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : String(key)
        if (seen.has(name))
          faults.push({ line: isScalar(key) && key.range ? lineIn(lines, key.range[0]) : null, reason: { kind: 'repeated-key', key: String(name) } })
        seen.add(name)
      }
    },
  })
  return faults.slice(0, 10)
}

const lineIn = (lines: LineCounter, offset: number): number => lines.linePos(offset).line

function lineAt(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
    if (Array.isArray(range) && typeof range[0] === 'number') return lineIn(lines, range[0])
  }
  return null
}
