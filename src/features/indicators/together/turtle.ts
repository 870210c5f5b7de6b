import { prefixes, safeIri } from './graph.ts'
import type { Node, Value } from './graph.ts'

/** Turtle 1.1. Nodes with a name of their own stand side by side, those without one stand inside. */
export function writeTurtle(root: Node): string {
  const head = Object.entries(prefixes).map(([name, space]) => `@prefix ${name}: <${space}> .`)
  const blocks = namedIn(root).map((node) => `<${safeIri(node.iri ?? '')}> ${contentOf(node, '  ')} .`)
  return `${head.join('\n')}\n\n${blocks.join('\n\n')}\n`
}

/** The root and every named node under it, each once. */
function namedIn(root: Node): Node[] {
  const found = new Map<string, Node>()
  const visit = (node: Node): void => {
    if (node.iri !== undefined) {
      if (found.has(node.iri)) return
      found.set(node.iri, node)
    }
    for (const [, values] of node.properties) for (const value of values) if ('node' in value) visit(value.node)
  }
  visit(root)
  return [...found.values()]
}

function contentOf({ types, properties }: Node, indent: string): string {
  const lines = properties
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} ${values.map((value) => valueOf(value, indent)).join(', ')}`)
  return [`a ${types.join(', ')}`, ...lines].join(` ;\n${indent}`)
}

function valueOf(value: Value, indent: string): string {
  if ('text' in value) return `${quoted(value.text)}@${value.language}`
  if ('literal' in value) return `${quoted(value.literal)}^^${value.type}`
  if ('iri' in value) return `<${safeIri(value.iri)}>`
  return value.node.iri === undefined ? `[ ${contentOf(value.node, `${indent}  `)} ]` : `<${safeIri(value.node.iri)}>`
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

// Half of a pair is no character, and no text in UTF-8 may hold one.
const quoted = (text: string): string =>
  `"${text
    .toWellFormed()
    .replaceAll(
      /[\\"\u0000-\u001F\u007F]/gu,
      (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )}"`
