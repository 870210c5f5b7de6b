import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataFactory, Parser, Store } from 'n3'
import { describeCatalogue } from './dcat.ts'
import type { Catalogue } from './dcat.ts'
import { prefixes, safeIri } from './graph.ts'
import type { Node } from './graph.ts'
import { writeJsonLd } from './jsonld.ts'
import { writeTurtle } from './turtle.ts'

const { namedNode, literal } = DataFactory
const base = 'https://exemple.fr/catalogue/x/ttl'
/** Everything that could end a literal early or be taken for something else. */
const hostile = 'Taux « brut »\n"""fin""" \\n \\ \t\r\b\f\u0000\u007f @prefix x: <y> . # é 😀 \ud800'

const file = (format: 'CSV' | 'JSON') => ({
  iri: `${base}#R01-${format}`,
  title: hostile,
  address: `https://exemple.fr/catalogue/x/jeux/R01/${format.toLowerCase()}`,
  format,
  mediaType: format === 'CSV' ? 'text/csv' : 'application/json',
})

const catalogue: Catalogue = {
  iri: `${base}#catalogue`,
  homepage: 'https://exemple.fr/',
  title: hostile,
  description: 'Ce que l’académie publie',
  publisher: { iri: `${base}#editeur`, name: 'Académie de Valmont' },
  datasets: ['R01', 'R02'].map((code) => ({
    iri: `${base}#${code}`,
    code,
    title: `Taux ${code}`,
    description: hostile,
    provenance: 'Calculé',
    keyword: 'réussite',
    years: { first: '2021', last: '2024' },
    issued: new Date('2026-11-26T10:00:00Z'),
    files: [file('CSV'), file('JSON')],
  })),
}

const storeOf = (root: Node): Store => new Store(new Parser({ format: 'text/turtle' }).parse(writeTurtle(root)))
const name = (short: string) => {
  const [prefix = '', rest = ''] = short.split(':')
  const space = Object.entries(prefixes).find(([key]) => key === prefix)?.[1]
  assert.ok(space, short)
  return namedNode(`${space}${rest}`)
}

test('a reader of Turtle finds every text again as it was, whatever it holds', () => {
  const store = storeOf(describeCatalogue(catalogue))
  const [title] = store.getObjects(namedNode(catalogue.iri), name('dct:title'), null)
  assert.equal(title?.value, hostile.toWellFormed())
  assert.ok(title?.equals(literal(hostile.toWellFormed(), 'fr')))
  assert.equal(store.getObjects(namedNode(`${base}#R01`), name('dct:description'), null)[0]?.value, hostile.toWellFormed())
})

test('each of the first hundred and sixty characters comes back from Turtle, alone', () => {
  for (let code = 0; code < 160; code++) {
    const text = String.fromCharCode(code)
    const store = storeOf({ iri: 'urn:x', types: ['dcat:Catalog'], properties: [['dct:title', [{ text, language: 'fr' }]]] })
    assert.equal(store.getObjects(namedNode('urn:x'), name('dct:title'), null)[0]?.value, text, `character ${code}`)
  }
})

test('the catalogue holds its data sets, and each its publisher, licence, years, provenance and two files', () => {
  const store = storeOf(describeCatalogue(catalogue))
  const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
  assert.equal(store.countQuads(null, type, name('dcat:Dataset'), null), 2)
  assert.equal(store.countQuads(null, type, name('foaf:Agent'), null), 1)
  const dataset = namedNode(`${base}#R01`)
  assert.equal(store.countQuads(namedNode(catalogue.iri), name('dcat:dataset'), dataset, null), 1)
  for (const property of ['dct:title', 'dct:description', 'dct:publisher', 'dct:temporal', 'dct:provenance', 'dct:language']) {
    assert.equal(store.countQuads(dataset, name(property), null, null), 1, property)
  }
  assert.equal(store.countQuads(null, name('dcat:contactPoint'), null, null), 0, 'nobody is named')
  const [period] = store.getObjects(dataset, name('dct:temporal'), null)
  assert.ok(period)
  assert.ok(store.getObjects(period, name('dcat:startDate'), null)[0]?.equals(literal('2021', name('xsd:gYear'))))
  assert.equal(store.countQuads(dataset, name('dcat:distribution'), null, null), 2)
  const csv = namedNode(`${base}#R01-CSV`)
  for (const property of ['dcat:accessURL', 'dcat:downloadURL', 'dct:format', 'dcat:mediaType', 'dct:language', 'dct:license']) {
    const [object] = store.getObjects(csv, name(property), null)
    assert.equal(object?.termType, 'NamedNode', property)
  }
})

test('JSON-LD is JSON, says what Turtle says, and tells a named thing once', () => {
  const read: unknown = JSON.parse(JSON.stringify(writeJsonLd(describeCatalogue(catalogue))))
  assert.ok(isObject(read))
  assert.deepEqual(read['@context'], prefixes)
  assert.deepEqual(read['dct:title'], [{ '@value': hostile.toWellFormed(), '@language': 'fr' }])
  assert.deepEqual(new Set(triplesOf(read)), new Set(quadsOf(storeOf(describeCatalogue(catalogue)))))
  assert.equal(JSON.stringify(read).match(/"foaf:name"/g)?.length, 1)
})

test('an address cannot be ended early', () => {
  assert.equal(safeIri('https://x/a b>c"d\\e'), 'https://x/a%20b%3Ec%22d%5Ce')
  const store = storeOf({ iri: 'https://x/> a <urn:y', types: ['dcat:Catalog'], properties: [['foaf:homepage', [{ iri: 'https://x/a b>' }]]] })
  assert.equal(store.size, 2)
})

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const longName = (short: string): string => name(short).value
const ofThing = (id: unknown): string => (typeof id === 'string' ? id : '_')

/** Statements of the small part of JSON-LD that is written: what has no name is « _ ». */
function triplesOf(node: Record<string, unknown>): string[] {
  return Object.entries(node).flatMap(([key, values]) => {
    if (key === '@context' || key === '@id') return []
    assert.ok(Array.isArray(values))
    const subject = ofThing(node['@id'])
    if (key === '@type') return values.map((type: unknown) => `${subject} type ${longName(String(type))}`)
    return values.flatMap((value: unknown) => {
      assert.ok(isObject(value))
      if ('@value' in value) return [`${subject} ${longName(key)} ${JSON.stringify(value['@value'])}`]
      return [`${subject} ${longName(key)} ${ofThing(value['@id'])}`, ...triplesOf(value)]
    })
  })
}

const quadsOf = (store: Store): string[] =>
  store.getQuads(null, null, null, null).map(({ subject, predicate, object }) => {
    const thing = (term: { termType: string; value: string }): string => (term.termType === 'BlankNode' ? '_' : term.value)
    const verb = predicate.value.endsWith('#type') ? 'type' : predicate.value
    return `${thing(subject)} ${verb} ${object.termType === 'Literal' ? JSON.stringify(object.value) : thing(object)}`
  })
