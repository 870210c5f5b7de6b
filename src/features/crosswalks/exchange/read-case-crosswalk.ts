import type { Notebook } from '../../frameworks/exchange/formats.ts'
import { fitLine, fitText } from '../../frameworks/exchange/fit-text.ts'
import { ownExtension } from '../../frameworks/exchange/read-case.ts'
import type { CaseFile } from '../../frameworks/exchange/read-case.ts'
import { compact, fieldsAt, textAt, valueAt } from '../../frameworks/exchange/values.ts'
import type { Fields } from '../../frameworks/exchange/values.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { nameOfEnd } from '../content.ts'
import type { CrosswalkContent, LinkContent, VersionEnd } from '../content.ts'
import { inverseOf } from '../relations.ts'
import type { Relation } from '../relations.ts'
import type { ForeignLink } from './foreign-crosswalk.ts'
import { adoptCrosswalk } from './foreign-crosswalk.ts'
import { itemsByIdentifier } from './known-versions.ts'
import type { KnownItem, KnownVersion } from './known-versions.ts'

export type ReadCrosswalk = { content: CrosswalkContent } | { problems: Problem[] }

const relationsOfTypes: Readonly<Record<string, Relation>> = {
  exactMatchOf: 'equal',
  isPartOf: 'narrower',
  isRelatedTo: 'overlaps',
  isPeerOf: 'overlaps',
}

/** Whether a package holds links between items of other documents, and no item of its own. */
export const isCaseCrosswalk = (file: CaseFile): boolean =>
  file.items.length === 0 && file.associations.some((association) => textAt(association, 'associationType') in relationsOfTypes)

/** The crosswalk of a CASE package: ours as it left, another tool's where both ends are items that this site holds. */
export function readCaseCrosswalk(file: CaseFile, known: readonly KnownVersion[], notes: Notebook): ReadCrosswalk {
  const own = fieldsAt(ownExtension(file.document) ?? {}, 'crosswalk')
  if (own) return { content: ownCrosswalk(own, file.associations) }
  const items = itemsByIdentifier(known)
  const problems: Problem[] = []
  const found = file.associations.flatMap((association, index): Found[] => {
    const type = textAt(association, 'associationType')
    const relation = relationsOfTypes[type]
    if (!relation) {
      notes.add('associations-left', type)
      return []
    }
    const [origin, destination] = [endOf(association, 'originNodeURI', items), endOf(association, 'destinationNodeURI', items)]
    for (const end of [origin, destination]) if ('missing' in end) problems.push(tellMissing(index, end.missing))
    if ('missing' in origin || 'missing' in destination) return []
    return [{ origin, destination, relation, reason: textAt(association, 'notes') }]
  })
  if (problems.length > 0) return { problems }
  const { document } = file
  const about = {
    title: textAt(document, 'title'),
    author: textAt(document, 'creator'),
    url: textAt(document, 'officialSourceURL'),
    note: textAt(document, 'notes'),
  }
  return adoptCrosswalk({ ...about, licence: '', ends: endsOf(found), links: found.map((one) => linkOf(one, endsOf(found).from)) }, notes)
}

/** What our export put beside each association; the reason may have been rewritten since. */
function ownCrosswalk(own: Fields, associations: readonly Fields[]): CrosswalkContent {
  const links = associations.map((association) => {
    const extra = ownExtension(association) ?? {}
    const [from, to, type, status] = ['from', 'to', 'type', 'status'].map((name) => valueAt(extra, name))
    return compact({ from, to, type, reason: textAt(association, 'notes'), status }) as LinkContent
  })
  return { ...(own as unknown as Omit<CrosswalkContent, 'links'>), links }
}

interface Found {
  origin: KnownItem
  destination: KnownItem
  relation: Relation
  reason: string
}

function endOf(association: Fields, name: string, items: ReadonlyMap<string, KnownItem>): KnownItem | { missing: string } {
  const end = fieldsAt(association, name) ?? {}
  const identifier = textAt(end, 'identifier').toLowerCase()
  return items.get(identifier) ?? { missing: textAt(end, 'title') || identifier }
}

const tellMissing = (index: number, title: string): Problem => ({
  file: 'CFAssociations',
  line: null,
  where: `lien n° ${index + 1}`,
  problem: `« ${fitLine(title, 80)} » n’est pas un énoncé de ce site.`,
  todo: 'Importez et publiez d’abord le référentiel dont il vient, ou retirez ce lien.',
})

/** From the framework at most origins, to that at most destinations. */
function endsOf(found: readonly Found[]): { from: VersionEnd; to: VersionEnd } {
  const none: VersionEnd = { framework: '', version: '' }
  const most = (ends: readonly VersionEnd[]): VersionEnd => {
    const groups = [...Map.groupBy(ends, nameOfEnd).values()].sort((a, b) => b.length - a.length)
    return groups[0]?.[0] ?? none
  }
  const from = most(found.map((one) => one.origin.end))
  return { from, to: most(found.flatMap((one) => [one.origin.end, one.destination.end]).filter((end) => nameOfEnd(end) !== nameOfEnd(from))) }
}

function linkOf({ origin, destination, relation, reason }: Found, from: VersionEnd): ForeignLink {
  const straight = nameOfEnd(origin.end) === nameOfEnd(from)
  const [one, other] = straight ? [origin, destination] : [destination, origin]
  return {
    from: { end: one.end, code: one.code },
    to: { end: other.end, code: other.code },
    type: straight ? relation : inverseOf(relation),
    reason: fitText(reason, 400).fits,
  }
}
