import { prefixes, safeIri } from './graph.ts'
import type { Node, Value } from './graph.ts'

/** JSON-LD 1.1, with its context inside: nothing has to be fetched to read it. */
export function writeJsonLd(root: Node): object {
  return { '@context': prefixes, ...objectOf(root, new Set()) }
}

/** A named node is told where it first stands, and by its name alone afterwards. */
function objectOf({ iri, types, properties }: Node, told: Set<string>): object {
  if (iri !== undefined) {
    if (told.has(iri)) return { '@id': safeIri(iri) }
    told.add(iri)
  }
  return {
    ...(iri === undefined ? {} : { '@id': safeIri(iri) }),
    '@type': [...types],
    ...Object.fromEntries(properties.filter(([, values]) => values.length > 0).map(([name, values]) => [name, values.map((value) => valueOf(value, told))])),
  }
}

function valueOf(value: Value, told: Set<string>): object {
  if ('text' in value) return { '@value': value.text.toWellFormed(), '@language': value.language }
  if ('literal' in value) return { '@value': value.literal, '@type': value.type }
  if ('iri' in value) return { '@id': safeIri(value.iri) }
  return objectOf(value.node, told)
}
