import { caseBytes, caseTitle, caseWords } from '../../frameworks/exchange/case-package.ts'
import type { CaseAssociation, CaseLink, CaseOptions, CaseWords } from '../../frameworks/exchange/case-package.ts'
import { openNotebook } from '../../frameworks/exchange/formats.ts'
import type { ExchangeFormat, Written } from '../../frameworks/exchange/formats.ts'
import { ownFile } from '../../frameworks/exchange/own-yaml.ts'
import { headerColumns } from '../../frameworks/exchange/sheet-words.ts'
import { itemId } from '../../frameworks/exchange/stable-ids.ts'
import { compact } from '../../frameworks/exchange/values.ts'
import { cisoName, cisoUrns, writeYaml } from '../../frameworks/exchange/write-ciso.ts'
import { sheetOf, writeSheets } from '../../frameworks/exchange/write-workbook.ts'
import { nameOfEnd } from '../content.ts'
import type { ConversionContent, CrosswalkContent, LinkContent, VersionEnd } from '../content.ts'
import { inverseOf } from '../relations.ts'
import type { Relation } from '../relations.ts'
import { gapColumns, headerFields, linkColumns, relationWords, sheetNames, sideWords, statusWords } from './sheet-words.ts'
import type { HeaderField } from './sheet-words.ts'

export const crosswalkName = (content: CrosswalkContent): string => `${nameOfEnd(content.from)}--${nameOfEnd(content.to)}`
export const conversionName = (content: ConversionContent): string => `${content.framework}--${content.from}--${content.to}`

/** A crosswalk as a file of a format, with what that format could not carry. */
export function writeCrosswalk(content: CrosswalkContent, format: ExchangeFormat, options: CaseOptions): Written {
  switch (format) {
    case 'yaml':
      return { bytes: ownFile('crosswalk.schema.json', content), notes: [] }
    case 'case':
      return { bytes: caseOf(content, options), notes: [] }
    case 'ciso':
      return cisoOf(content)
    case 'xlsx':
    case 'ods':
      return workbookOf(content, format)
  }
}

/** A conversion table leaves as one of our own files: no other format says what becomes of a code. */
export const writeConversion = (content: ConversionContent): Written => ({ bytes: ownFile('conversion.schema.json', content), notes: [] })

function caseOf(content: CrosswalkContent, options: CaseOptions): Uint8Array {
  const words = caseWords(options)
  const name = crosswalkName(content)
  const { links: _, ...header } = content
  return caseBytes({
    CFDocument: compact({
      ...withoutDate(words.id(`qualeduc crosswalk ${name}`)),
      caseVersion: '1.1' as const,
      creator: content.author,
      title: caseTitle(content.source.title),
      language: 'fr',
      version: `${content.from.version}-${content.to.version}`,
      officialSourceURL: content.source.url,
      notes: content.source.note,
      lastChangeDateTime: words.at,
      extensions: { qualeduc: { crosswalk: header } },
    }),
    CFItems: [],
    CFAssociations: content.links.map((link) => associationOf(link, content, words, name)),
    CFDefinitions: {
      CFLicenses: [{ ...words.id(`qualeduc licence ${name}`), title: caseTitle(content.licence).slice(0, 100), licenseText: content.licence }],
    },
  })
}

const withoutDate = ({ identifier, uri }: { identifier: string; uri: string }) => ({ identifier, uri })

/** What a statement is compared with another, in the words of CASE; a whole has its part at the origin. */
const associationTypes: Readonly<Record<Relation, string>> = { equal: 'exactMatchOf', narrower: 'isPartOf', broader: 'isPartOf', overlaps: 'isRelatedTo' }

function associationOf(link: LinkContent, content: CrosswalkContent, words: CaseWords, name: string): CaseAssociation {
  const ends = [endLink(words, content.from, link.from), endLink(words, content.to, link.to)] as const
  const [origin, destination] = link.type === 'broader' ? [ends[1], ends[0]] : ends
  return {
    ...words.id(`qualeduc link ${name} ${link.from} ${link.to}`),
    associationType: associationTypes[link.type],
    originNodeURI: origin,
    destinationNodeURI: destination,
    notes: link.reason,
    extensions: { qualeduc: compact({ from: link.from, to: link.to, type: link.type, status: link.status }) },
  }
}

function endLink(words: CaseWords, end: VersionEnd, code: string): CaseLink {
  const identifier = itemId(end.framework, end.version, code)
  return { title: `${end.framework} ${end.version} ${code}`, identifier, uri: words.uri(identifier) }
}

/** The same relations by the names of CISO Assistant, which says what the source is compared with the target. */
export const cisoRelations: Readonly<Record<Relation, string>> = { equal: 'equal', narrower: 'subset', broader: 'superset', overlaps: 'intersect' }

function cisoOf(content: CrosswalkContent): Written {
  const notes = openNotebook()
  const [from, to] = [content.from, content.to].map((end) => cisoName(end.framework, end.version)) as [string, string]
  const name = `${from}-to-${to}`
  const library = {
    urn: cisoUrns.library(name),
    locale: 'fr',
    ref_id: name,
    name: content.source.title,
    description: content.source.note,
    copyright: content.licence,
    version: 1,
    provider: content.author,
    packager: 'qualeduc',
    dependencies: [cisoUrns.library(from), cisoUrns.library(to)],
    objects: { requirement_mapping_sets: [mappingSet(content, from, to, false), mappingSet(content, from, to, true)] },
  }
  const gaps = content.no_equivalent ?? []
  if (gaps.length > 0) notes.add('gaps-lost', gaps.map((gap) => gap.code).join(', '), gaps.length)
  notes.add('link-statuses-lost', undefined, content.links.length)
  return { bytes: writeYaml(library), notes: notes.list() }
}

/** Both directions are written, as its libraries do. */
function mappingSet(content: CrosswalkContent, from: string, to: string, reversed: boolean): object {
  const [source, target] = reversed ? [to, from] : [from, to]
  return {
    urn: cisoUrns.mappings(`${source}-to-${target}`),
    ref_id: `${source}-to-${target}`,
    name: `${source} → ${target}`,
    description: content.source.title,
    source_framework_urn: cisoUrns.framework(source),
    target_framework_urn: cisoUrns.framework(target),
    requirement_mappings: content.links.map((link) => ({
      source_requirement_urn: cisoUrns.node(source, reversed ? link.to : link.from),
      target_requirement_urn: cisoUrns.node(target, reversed ? link.from : link.to),
      relationship: cisoRelations[reversed ? inverseOf(link.type) : link.type],
      rationale: 'semantic',
      annotation: link.reason,
    })),
  }
}

function workbookOf(content: CrosswalkContent, kind: 'xlsx' | 'ods'): Written {
  const { from, to, source } = content
  const values: Record<HeaderField, string | null> = {
    from_framework: from.framework,
    from_version: from.version,
    to_framework: to.framework,
    to_version: to.version,
    author: content.author,
    status: statusWords[content.status],
    source_title: source.title,
    source_url: source.url ?? null,
    source_note: source.note,
    licence: content.licence,
  }
  const keys = Object.keys(headerFields) as HeaderField[]
  return writeSheets(
    [
      sheetOf(
        sheetNames.header,
        headerColumns,
        keys.map((key) => ({ field: headerFields[key], value: values[key] })),
      ),
      sheetOf(
        sheetNames.links,
        linkColumns,
        content.links.map((link) => ({ ...link, type: relationWords[link.type], status: link.status ? statusWords[link.status] : null })),
      ),
      sheetOf(
        sheetNames.gaps,
        gapColumns,
        (content.no_equivalent ?? []).map((gap) => ({ ...gap, in: sideWords[gap.in] })),
      ),
    ],
    kind,
  )
}
