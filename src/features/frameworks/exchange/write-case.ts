import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import { caseBytes, caseTitle, caseWords } from './case-package.ts'
import type { CaseAssociation, CaseLink, CaseOptions, CasePackage, CaseWords } from './case-package.ts'
import { ownFields, pick } from './foreign-framework.ts'
import type { Written } from './formats.ts'
import { documentId, itemId, themeId } from './stable-ids.ts'
import { compact } from './values.ts'

/** A framework as a CASE 1.1 package. What the standard has no place for stands in `extensions.qualeduc`, so that nothing is lost between us. */
export const writeCase = (content: FrameworkHeader, options: CaseOptions): Written => ({ bytes: caseBytes(packageOf(content, options)), notes: [] })

export function packageOf(content: FrameworkHeader, options: CaseOptions): CasePackage {
  const words = caseWords(options)
  const { id, version } = content
  const document: CaseLink = linkTo(words, documentId(id, version), content.title)
  const links = new Map(
    content.themes.flatMap((theme) => theme.items.map((item) => [item.code, linkTo(words, itemId(id, version, item.code), item.code)] as const)),
  )
  const rubrics = rubricsOf(content, words, links)
  return compact({
    CFDocument: documentOf(content, document, words),
    CFItems: content.themes.flatMap((theme) => [themeItem(theme, content, words), ...theme.items.map((item) => itemOf(item, content, words))]),
    CFAssociations: content.themes.flatMap((theme, place) => {
      const heading = linkTo(words, themeId(id, version, theme.code), theme.title)
      const below = theme.items.map((item, index) => childOf(words, links.get(item.code) ?? heading, heading, index + 1))
      return [childOf(words, heading, document, place + 1), ...below]
    }),
    CFDefinitions: { CFLicenses: [licenceOf(content, words)] },
    CFRubrics: rubrics.length > 0 ? rubrics : undefined,
  })
}

const linkTo = (words: CaseWords, identifier: string, title: string): CaseLink => ({
  title: caseTitle(title) || identifier,
  identifier,
  uri: words.uri(identifier),
})

function documentOf(content: FrameworkHeader, link: CaseLink, words: CaseWords): CasePackage['CFDocument'] {
  const { themes: _, ...header } = content
  const licence = licenceOf(content, words)
  return compact({
    identifier: link.identifier,
    uri: link.uri,
    caseVersion: '1.1' as const,
    creator: content.source.publisher,
    title: content.title,
    publisher: content.source.publisher,
    description: content.notes,
    officialSourceURL: content.source.url,
    language: content.locale,
    version: content.version,
    adoptionStatus: content.status === 'draft' ? 'Draft' : 'Adopted',
    statusStartDate: content.valid_from ?? undefined,
    statusEndDate: content.valid_to ?? undefined,
    licenseURI: { title: licence.title, identifier: licence.identifier, uri: licence.uri },
    notes: content.source.note,
    lastChangeDateTime: words.at,
    extensions: { qualeduc: header },
  })
}

const licenceOf = (content: FrameworkHeader, words: CaseWords) => ({
  ...words.id(`qualeduc licence ${content.id} ${content.version}`),
  title: caseTitle(content.licence).slice(0, 100),
  licenseText: content.licence,
})

const common = (content: FrameworkHeader, identifier: string, words: CaseWords) => ({
  identifier,
  uri: words.uri(identifier),
  language: content.locale,
  lastChangeDateTime: words.at,
})

const themeItem = (theme: ThemeContent, content: FrameworkHeader, words: CaseWords): CasePackage['CFItems'][number] => ({
  ...common(content, themeId(content.id, content.version, theme.code), words),
  fullStatement: theme.title,
  humanCodingScheme: theme.code,
  CFItemType: 'Thème',
  conceptKeywords: theme.keywords,
  notes: theme.purpose,
  extensions: { qualeduc: pick<ThemeContent>(asFields(theme), ['status', 'unconfirmed_note']) },
})

const itemOf = (item: ItemContent, content: FrameworkHeader, words: CaseWords): CasePackage['CFItems'][number] =>
  compact({
    ...common(content, itemId(content.id, content.version, item.code), words),
    fullStatement: item.statement,
    abbreviatedStatement: item.title,
    humanCodingScheme: item.code,
    CFItemType: 'Énoncé',
    notes: item.help,
    extensions: { qualeduc: pick<ItemContent>(asFields(item), ownFields) },
  })

const asFields = (value: object): Readonly<Record<string, unknown>> => ({ ...value })

const childOf = (words: CaseWords, child: CaseLink, parent: CaseLink, sequenceNumber: number): CaseAssociation => ({
  ...words.id(`qualeduc child ${child.identifier} ${parent.identifier}`),
  associationType: 'isChildOf',
  sequenceNumber,
  originNodeURI: child,
  destinationNodeURI: parent,
})

type Rubric = NonNullable<CasePackage['CFRubrics']>[number]

/** The scale: one criterion for levels that hold for all items, or one an item for its two contrasting statements. */
function rubricsOf(content: FrameworkHeader, words: CaseWords, links: ReadonlyMap<string, CaseLink>): Rubric[] {
  const { scale } = content
  const name = `${content.id} ${content.version}`
  const level = (words_: string, place: number, score: number, quality: string, description: string | undefined) =>
    compact({ ...words.id(`qualeduc level ${name} ${words_} ${score}`), quality, description, score, position: place })
  const rubric = (criteria: Rubric['CFRubricCriteria']): Rubric[] => [{ ...words.id(`qualeduc scale ${name}`), title: 'Échelle', CFRubricCriteria: criteria }]
  if (scale.kind === 'levels') {
    const levels = scale.levels.map((one, index) => level('', index + 1, one.value, one.label, one.descriptor))
    return rubric([{ ...words.id(`qualeduc criterion ${name}`), position: 1, CFRubricCriterionLevels: levels }])
  }
  if (scale.kind === 'none') return []
  const items = content.themes.flatMap((theme) => theme.items)
  return rubric(
    items.map((item, index) =>
      compact({
        ...words.id(`qualeduc criterion ${name} ${item.code}`),
        CFItemURI: links.get(item.code),
        position: index + 1,
        CFRubricCriterionLevels: [item.contrast_low, item.contrast_high]
          .filter((text) => text !== undefined)
          .map((text, place) => level(item.code, place + 1, place + 1, caseTitle(text).slice(0, 100), text)),
      }),
    ),
  )
}
