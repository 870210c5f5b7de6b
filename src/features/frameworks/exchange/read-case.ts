import { isDay } from '../../../platform/days.ts'
import type { FrameworkHeader, ItemContent } from '../content.ts'
import type { Problem } from '../problem.ts'
import type { Scale } from '../scale.ts'
import { fitLine, fitText } from './fit-text.ts'
import { frameworkName, versionName } from './foreign-codes.ts'
import { adoptFramework, scaleOfLevels } from './foreign-framework.ts'
import type { ForeignNode } from './foreign-tree.ts'
import type { Notebook } from './formats.ts'
import { foreignHeader } from './foreign-header.ts'
import { compact, fieldsAt, fieldsListAt, isFields, textAt, textsAt, unreadNames, valueAt } from './values.ts'
import type { Fields } from './values.ts'

export interface CaseFile {
  document: Fields
  items: readonly Fields[]
  associations: readonly Fields[]
  rubrics: readonly Fields[]
  definitions: Fields
}

/** The parts of a CASE package, wrapped or not; null when it is none. */
export function openCase(value: unknown): CaseFile | null {
  const whole = isFields(value) ? (fieldsAt(value, 'CFPackage') ?? value) : null
  const document = whole && fieldsAt(whole, 'CFDocument')
  if (!whole || !document) return null
  return {
    document,
    items: fieldsListAt(whole, 'CFItems'),
    associations: fieldsListAt(whole, 'CFAssociations'),
    rubrics: fieldsListAt(whole, 'CFRubrics'),
    definitions: fieldsAt(whole, 'CFDefinitions') ?? {},
  }
}

export const ownExtension = (fields: Fields): Fields | null => {
  const extensions = fieldsAt(fields, 'extensions')
  return extensions && fieldsAt(extensions, 'qualeduc')
}

/** The framework that a CASE package describes. */
export function readCaseFramework(file: CaseFile, notes: Notebook): { content: FrameworkHeader } | { problems: Problem[] } {
  const { document, items } = file
  const scale = scaleOf(file, notes)
  noteWhatIsLeft(file, notes)
  return adoptFramework(
    {
      header: { ...headerOf(file, notes), scale: scale.scale },
      nodes: nodesOf(items, parentsOf(file, textAt(document, 'identifier'), notes)),
      reachOf: () => ({}),
      contrastsOf: (node) => (node.extra ? {} : (scale.contrasts.get(node.key) ?? {})),
    },
    'CFPackage',
    notes,
  )
}

function headerOf({ document, definitions }: CaseFile, notes: Notebook): Omit<FrameworkHeader, 'themes'> {
  const title = textAt(document, 'title')
  const day = (name: string): string | null => (isDay(textAt(document, name).slice(0, 10)) ? textAt(document, name).slice(0, 10) : null)
  const said = {
    version: versionName(textAt(document, 'version'), day('statusStartDate')?.slice(0, 4) ?? '1'),
    locale: localeOf(textAt(document, 'language')),
    title: fitLine(title, 250),
    valid_from: day('statusStartDate'),
    valid_to: day('statusEndDate'),
  }
  const own = ownExtension(document)
  // What our export says of itself, and over it what another tool may have changed since.
  if (own)
    return {
      ...(own as unknown as Omit<FrameworkHeader, 'themes'>),
      ...said,
      title,
      version: textAt(document, 'version'),
      locale: textAt(document, 'language'),
    }
  const licence = fieldsListAt(definitions, 'CFLicenses')[0]
  return foreignHeader(
    {
      ...said,
      id: frameworkName(title),
      publisher: textAt(document, 'publisher') || textAt(document, 'creator'),
      reference: ['CASE', textAt(document, 'identifier'), textAt(document, 'version')].filter(Boolean).join(' '),
      url: textAt(document, 'officialSourceURL'),
      note: [textAt(document, 'notes'), textAt(document, 'creator')].filter(Boolean).join('\n'),
      licence: licence ? textAt(licence, 'licenseText') || textAt(licence, 'title') : textAt(fieldsAt(document, 'licenseURI') ?? {}, 'title'),
      notes: textAt(document, 'description'),
    },
    notes,
  )
}

const localeOf = (language: string): string => (/^[a-z]{2}(-[A-Z]{2})?$/.test(language) ? language : /^[a-z]{2}/i.exec(language)?.[0].toLowerCase() || 'fr')

interface Place {
  parent: string | null
  order: number
}

const endOf = (association: Fields, name: string): string => textAt(fieldsAt(association, name) ?? {}, 'identifier')

/** Where each item stands: the first of its parents counts. */
function parentsOf({ associations, items }: CaseFile, document: string, notes: Notebook): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const known = new Set(items.map((item) => textAt(item, 'identifier')))
  associations.forEach((association, index) => {
    if (textAt(association, 'associationType') !== 'isChildOf') return
    const child = endOf(association, 'originNodeURI')
    const above = endOf(association, 'destinationNodeURI')
    if (places.has(child)) {
      notes.add('several-parents', textAt(fieldsAt(association, 'originNodeURI') ?? {}, 'title'))
      return
    }
    const order = valueAt(association, 'sequenceNumber')
    // A document of another package may be at the top; an item that is missing may not.
    const top = above === document || (above === '' && !known.has(above))
    places.set(child, { parent: top ? null : above, order: typeof order === 'number' ? order : index })
  })
  return places
}

function nodesOf(items: readonly Fields[], places: ReadonlyMap<string, Place>): ForeignNode[] {
  const orderOf = (item: Fields): number => places.get(textAt(item, 'identifier'))?.order ?? Number.MAX_SAFE_INTEGER
  return [...items]
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map((item): ForeignNode => {
      const key = textAt(item, 'identifier')
      return {
        key,
        parent: places.get(key)?.parent ?? null,
        code: textAt(item, 'humanCodingScheme'),
        title: textAt(item, 'abbreviatedStatement'),
        text: textAt(item, 'fullStatement'),
        help: textAt(item, 'notes'),
        keywords: textsAt(item, 'conceptKeywords'),
        evidence: [],
        groups: [],
        assessed: null,
        extra: ownExtension(item),
        line: null,
      }
    })
}

type Contrasts = Pick<ItemContent, 'contrast_low' | 'contrast_high'>

interface FoundScale {
  scale: Scale
  contrasts: ReadonlyMap<string, Contrasts>
}

/** One criterion for all gives levels; two levels for every item give contrasting statements; anything else has no place here. */
function scaleOf({ document, items, rubrics }: CaseFile, notes: Notebook): FoundScale {
  const own = ownExtension(document)
  const none: FoundScale = { scale: { kind: 'none' }, contrasts: new Map() }
  if (own) return { ...none, scale: valueAt(own, 'scale') as Scale }
  const criteria = rubrics.flatMap((rubric) => fieldsListAt(rubric, 'CFRubricCriteria'))
  if (criteria.length === 0) return none
  const alone = criteria.length === 1 && criteria[0] && !fieldsAt(criteria[0], 'CFItemURI') ? levelsOf(criteria[0]) : null
  const levels = alone && scaleOfLevels(alone)
  if (levels) return { scale: levels, contrasts: new Map() }
  const contrasts = contrastsOf(criteria)
  const above = new Set(contrasts.keys())
  if (above.size > 0 && items.every((item) => above.has(textAt(item, 'identifier')) || fieldsAt(item, 'extensions') !== null))
    return { scale: { kind: 'statements' }, contrasts }
  notes.add('rubrics-left', textAt(rubrics[0] ?? {}, 'title'), rubrics.length)
  return none
}

const levelsOf = (criterion: Fields): { value: number; label: string; descriptor: string }[] =>
  fieldsListAt(criterion, 'CFRubricCriterionLevels')
    .map((level, index) => ({
      value: Number(valueAt(level, 'score') ?? valueAt(level, 'position') ?? index + 1),
      label: textAt(level, 'quality') || fitLine(textAt(level, 'description'), 60),
      descriptor: textAt(level, 'quality') ? textAt(level, 'description') : '',
    }))
    .sort((a, b) => a.value - b.value)

function contrastsOf(criteria: readonly Fields[]): ReadonlyMap<string, Contrasts> {
  const found = new Map<string, Contrasts>()
  for (const criterion of criteria) {
    const item = textAt(fieldsAt(criterion, 'CFItemURI') ?? {}, 'identifier')
    const [low, high, more] = levelsOf(criterion).map((level) => level.descriptor || level.label)
    if (item && low && high && !more) found.set(item, compact({ contrast_low: fitText(low, 400).fits, contrast_high: fitText(high, 400).fits }))
  }
  return found
}

const readOfDocument = new Set(
  'identifier uri caseVersion creator title publisher description officialSourceURL language version adoptionStatus statusStartDate statusEndDate licenseURI notes lastChangeDateTime extensions CFPackageURI'.split(
    ' ',
  ),
)
const readOfItem = new Set(
  'identifier uri fullStatement abbreviatedStatement humanCodingScheme CFItemType CFItemTypeURI conceptKeywords notes language lastChangeDateTime extensions CFDocumentURI'.split(
    ' ',
  ),
)

function noteWhatIsLeft({ document, items, associations, definitions }: CaseFile, notes: Notebook): void {
  for (const name of unreadNames(document, readOfDocument)) notes.add('fields-left', name)
  for (const item of items) for (const name of unreadNames(item, readOfItem)) notes.add('fields-left', name)
  for (const name of ['CFConcepts', 'CFSubjects', 'CFItemTypes', 'CFAssociationGroupings'])
    if (fieldsListAt(definitions, name).length > 0) notes.add('objects-left', name, fieldsListAt(definitions, name).length)
  for (const association of associations)
    if (textAt(association, 'associationType') !== 'isChildOf') notes.add('associations-left', textAt(association, 'associationType'))
}
