/** A small description in RDF, as a tree: what both writers write. Names are short (« dct:title »); their spaces are in `prefixes`. */

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

type Prefix = keyof typeof prefixes
export type ShortName = `${Prefix}:${string}`

export type Value =
  /** Words in a language. */
  { text: string; language: string } | { literal: string; type: ShortName } | { iri: string } | { node: Node }

export interface Node {
  /** Absent: a thing without a name of its own. */
  iri?: string
  types: readonly ShortName[]
  properties: readonly (readonly [ShortName, readonly Value[]])[]
}

const forbidden = /[\u0000-\u0020<>"{}|\\^`]/gu

/** An address in which nothing ends it early. */
export const safeIri = (iri: string): string =>
  iri.replaceAll(forbidden, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
