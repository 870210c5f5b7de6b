import type { Node, ShortName, Value } from './graph.ts'

/** What an académie publishes, in its own words: all that the description in RDF says. */
export interface Catalogue {
  /** Addresses by which it is named and read. */
  iri: string
  homepage: string
  title: string
  description: string
  publisher: { iri: string; name: string }
  datasets: readonly CatalogueDataset[]
}

export interface CatalogueDataset {
  iri: string
  /** Of the directory of indicators. */
  code: string
  title: string
  /** What it answers, and what it does not say. */
  description: string
  provenance: string
  keyword: string
  /** First and last year, 'YYYY'. */
  years: { first: string; last: string }
  issued: Date
  files: readonly CatalogueFile[]
}

interface CatalogueFile {
  iri: string
  title: string
  address: string
  /** 'CSV' or 'JSON': a code of the European list of file types. */
  format: string
  mediaType: string
}

const authority = 'http://publications.europa.eu/resource/authority'
const french = `${authority}/language/FRA`
const education = `${authority}/data-theme/EDUC`
const yearly = `${authority}/frequency/ANNUAL`
const open = `${authority}/access-right/PUBLIC`
/** Licence Ouverte 2.0, under which the ministry publishes what the ranges are computed from. */
const licence = 'https://spdx.org/licenses/etalab-2.0'

const words = (text: string): Value => ({ text, language: 'fr' })
const iri = (value: string): Value => ({ iri: value })

/**
 * DCAT-AP 3: the obligatory and recommended properties of Catalogue, Dataset and Distribution that there is something to say for. There is no point of
 * contact: it would name a person.
 */
export function describeCatalogue(catalogue: Catalogue): Node {
  const publisher: Node = {
    iri: catalogue.publisher.iri,
    types: ['foaf:Agent'],
    properties: [['foaf:name', [words(catalogue.publisher.name)]]],
  }
  const licensed: Node = { iri: licence, types: ['dct:LicenseDocument'], properties: [['dct:title', [words('Licence Ouverte 2.0')]]] }
  return {
    iri: catalogue.iri,
    types: ['dcat:Catalog'],
    properties: [
      ['dct:title', [words(catalogue.title)]],
      ['dct:description', [words(catalogue.description)]],
      ['dct:publisher', [{ node: publisher }]],
      ['dct:license', [{ node: licensed }]],
      ['dct:language', [iri(french)]],
      ['foaf:homepage', [iri(catalogue.homepage)]],
      ['dcat:dataset', catalogue.datasets.map((dataset) => ({ node: describeDataset(dataset, publisher, licensed) }))],
    ],
  }
}

function describeDataset(dataset: CatalogueDataset, publisher: Node, licensed: Node): Node {
  const { years, issued } = dataset
  const period: Node = {
    types: ['dct:PeriodOfTime'],
    properties: [
      ['dcat:startDate', [{ literal: years.first, type: 'xsd:gYear' }]],
      ['dcat:endDate', [{ literal: years.last, type: 'xsd:gYear' }]],
    ],
  }
  const provenance: Node = { types: ['dct:ProvenanceStatement'], properties: [['rdfs:label', [words(dataset.provenance)]]] }
  return {
    iri: dataset.iri,
    types: ['dcat:Dataset'],
    properties: [
      ['dct:title', [words(dataset.title)]],
      ['dct:description', [words(dataset.description)]],
      ['dct:identifier', [{ literal: dataset.code, type: 'xsd:string' }]],
      ['dct:publisher', [{ node: publisher }]],
      ['dct:issued', [{ literal: issued.toISOString(), type: 'xsd:dateTime' }]],
      ['dct:temporal', [{ node: period }]],
      ['dct:provenance', [{ node: provenance }]],
      ['dct:accrualPeriodicity', [iri(yearly)]],
      ['dct:accessRights', [iri(open)]],
      ['dct:language', [iri(french)]],
      ['dcat:theme', [iri(education)]],
      ['dcat:keyword', [words(dataset.keyword)]],
      ['dcat:distribution', dataset.files.map((file) => ({ node: describeFile(file, licensed) }))],
    ],
  }
}

function describeFile({ iri: name, title, address, format, mediaType }: CatalogueFile, licensed: Node): Node {
  const properties: (readonly [ShortName, readonly Value[]])[] = [
    ['dct:title', [words(title)]],
    ['dcat:accessURL', [iri(address)]],
    ['dcat:downloadURL', [iri(address)]],
    ['dct:format', [iri(`${authority}/file-type/${format}`)]],
    ['dcat:mediaType', [iri(`https://www.iana.org/assignments/media-types/${mediaType}`)]],
    ['dct:language', [iri(french)]],
    ['dct:license', [{ node: licensed }]],
  ]
  return { iri: name, types: ['dcat:Distribution'], properties }
}
