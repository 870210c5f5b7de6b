import type { Notebook } from '../../frameworks/exchange/formats.ts'
import type { CisoLibrary } from '../../frameworks/exchange/read-ciso.ts'
import { refuseTooMany } from '../../frameworks/exchange/refusal.ts'
import { fieldsListAt, textAt, unreadNames, valueAt } from '../../frameworks/exchange/values.ts'
import type { Fields } from '../../frameworks/exchange/values.ts'
import type { Problem } from '../../frameworks/problem.ts'
import type { Path } from '../../frameworks/read-yaml.ts'
import type { CrosswalkContent, GapContent } from '../content.ts'
import { inverseOf } from '../relations.ts'
import type { Relation } from '../relations.ts'
import { adoptCrosswalk } from './foreign-crosswalk.ts'
import type { ForeignLink } from './foreign-crosswalk.ts'
import { codeOfUrn, versionOfUrn } from './known-versions.ts'
import type { KnownVersion } from './known-versions.ts'

const relationsOfWords: Readonly<Record<string, Relation>> = { equal: 'equal', subset: 'narrower', superset: 'broader', intersect: 'overlaps' }

const mostLinks = 5000
const mostTold = 20

interface Mapping {
  source: string
  target: string
  /** Null: nothing in common. */
  relation: Relation | null
}

type MappingSet = CisoLibrary['mappings'][number]

/** The crosswalks of a library. A set that only says another one backwards is left out. */
export function readCisoCrosswalks(
  { library, mappings }: CisoLibrary,
  known: readonly KnownVersion[],
  lineOf: (path: Path) => number | null,
  notes: Notebook,
): { contents: CrosswalkContent[]; problems: Problem[] } {
  refuseTooMany(
    mappings.reduce((sum, set) => sum + fieldsListAt(set.fields, 'requirement_mappings').length, 0),
    mostLinks * 2,
  )
  const kept = mappings.filter((set, index) => !mappings.slice(0, index).some((other) => isMirror(set, other)))
  if (kept.length < mappings.length) notes.add('mirrors-left', undefined, mappings.length - kept.length)
  const read = kept.map((set) => readSet(set, library, known, lineOf, notes))
  return {
    contents: read.flatMap((one) => ('content' in one ? [one.content] : [])),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])).slice(0, mostTold),
  }
}

const mappingsOf = ({ fields }: MappingSet): Mapping[] =>
  fieldsListAt(fields, 'requirement_mappings').map((mapping) => ({
    source: textAt(mapping, 'source_requirement_urn').toLowerCase(),
    target: textAt(mapping, 'target_requirement_urn').toLowerCase(),
    relation: relationsOfWords[textAt(mapping, 'relationship')] ?? null,
  }))

function isMirror(set: MappingSet, other: MappingSet): boolean {
  const [source, target] = [textAt(set.fields, 'source_framework_urn'), textAt(set.fields, 'target_framework_urn')]
  if (source !== textAt(other.fields, 'target_framework_urn') || target !== textAt(other.fields, 'source_framework_urn')) return false
  const said = new Set(mappingsOf(other).map(({ source: from, target: to, relation }) => `${to} ${from} ${relation && inverseOf(relation)}`))
  return mappingsOf(set).every(({ source: from, target: to, relation }) => said.has(`${from} ${to} ${relation}`))
}

function readSet(
  { fields, path }: MappingSet,
  library: Fields,
  known: readonly KnownVersion[],
  lineOf: (path: Path) => number | null,
  notes: Notebook,
): { content: CrosswalkContent } | { problems: Problem[] } {
  const problems: Problem[] = []
  const tell = (at: Path, where: string, problem: string, todo: string): void => void problems.push({ file: 'objects', line: lineOf(at), where, problem, todo })
  const sides = (['source', 'target'] as const).map((side) => {
    const urn = textAt(fields, `${side}_framework_urn`)
    const version = versionOfUrn(known, urn)
    if (!version)
      tell(
        [...path, `${side}_framework_urn`],
        `« ${side}_framework_urn »`,
        `Ce site n’a pas de référentiel publié sous « ${urn} ».`,
        'Importez et publiez d’abord ce référentiel, puis choisissez de nouveau ce fichier.',
      )
    return version
  })
  const [from, to] = sides
  if (!from || !to) return { problems }
  const links: ForeignLink[] = []
  const unrelated: { code: string; reason: string }[] = []
  fieldsListAt(fields, 'requirement_mappings').forEach((mapping, index) => {
    const at = [...path, 'requirement_mappings', index]
    const [source, target] = [textAt(mapping, 'source_requirement_urn'), textAt(mapping, 'target_requirement_urn')]
    const codes = [codeOfUrn(from, source), codeOfUrn(to, target)] as const
    ;[source, target].forEach((urn, side) => {
      if (codes[side] === null) tell(at, `lien n° ${index + 1}`, `Aucun énoncé ne correspond à « ${urn} ».`, 'Vérifiez le code, ou retirez ce lien.')
    })
    const [fromCode, toCode] = codes
    if (fromCode === null || toCode === null) return
    const word = textAt(mapping, 'relationship')
    const type = relationsOfWords[word]
    const reason = textAt(mapping, 'annotation') || reasonOfRationale(textAt(mapping, 'rationale'))
    noteMapping(mapping, notes)
    if (type) links.push({ from: { end: from, code: fromCode }, to: { end: to, code: toCode }, type, reason })
    else if (word === 'not_related') unrelated.push({ code: fromCode, reason })
    else
      tell(
        at,
        `lien n° ${index + 1}`,
        `« ${word} » n’est pas une relation connue.`,
        `Choisissez parmi : ${Object.keys(relationsOfWords).join(', ')}, not_related.`,
      )
  })
  if (problems.length > 0) return { problems: problems.slice(0, mostTold) }
  return adoptCrosswalk(
    {
      title: textAt(fields, 'name') || textAt(library, 'name'),
      author: textAt(library, 'provider'),
      url: '',
      note: textAt(library, 'description') || textAt(fields, 'description'),
      licence: textAt(library, 'copyright'),
      ends: { from, to },
      links,
      gaps: gapsOf(unrelated, links, notes),
    },
    notes,
  )
}

/** What is said to have nothing in common with something, and is linked to nothing else, has no equivalent. */
function gapsOf(unrelated: readonly { code: string; reason: string }[], links: readonly ForeignLink[], notes: Notebook): GapContent[] {
  const linked = new Set(links.map((link) => link.from.code))
  const gaps = new Map<string, GapContent>()
  for (const { code, reason } of unrelated) {
    if (linked.has(code)) notes.add('unrelated-left', code)
    else if (!gaps.has(code)) gaps.set(code, { in: 'from', code, reason })
  }
  return [...gaps.values()]
}

const rationales: Readonly<Record<string, string>> = {
  semantic: 'Les deux énoncés ont le même sens, selon le fichier importé.',
  syntactic: 'Les deux énoncés ont les mêmes mots, selon le fichier importé.',
  functional: 'Les deux énoncés ont le même effet, selon le fichier importé.',
}

const reasonOfRationale = (rationale: string): string => rationales[rationale] ?? rationale

const readOfMapping = new Set(['source_requirement_urn', 'target_requirement_urn', 'relationship', 'rationale', 'annotation'])

function noteMapping(mapping: Fields, notes: Notebook): void {
  const strength = valueAt(mapping, 'strength_of_relationship') ?? valueAt(mapping, 'strength')
  if (typeof strength === 'number') notes.add('strengths-left', String(strength))
  for (const name of unreadNames(mapping, readOfMapping)) if (!name.startsWith('strength')) notes.add('fields-left', name)
}
