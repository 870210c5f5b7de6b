import { isDay } from '../../../platform/days.ts'
import type { Condition, FrameworkHeader, ItemContent } from '../content.ts'
import type { Problem } from '../problem.ts'
import type { Path } from '../read-yaml.ts'
import type { Level, Scale } from '../scale.ts'
import { fitLine, fitText } from './fit-text.ts'
import { conditionCode, frameworkName, versionName } from './foreign-codes.ts'
import { adoptFramework, scaleOfLevels } from './foreign-framework.ts'
import type { ForeignNode } from './foreign-tree.ts'
import type { Notebook } from './formats.ts'
import { foreignHeader } from './foreign-header.ts'
import { cisoUrns } from './write-ciso.ts'
import { compact, fieldsAt, fieldsListAt, isFields, listAt, textAt, textsAt, textOf, unreadNames, valueAt } from './values.ts'
import type { Fields } from './values.ts'

export interface CisoLibrary {
  library: Fields
  frameworks: readonly { fields: Fields; path: Path }[]
  mappings: readonly { fields: Fields; path: Path }[]
}

/** The frameworks and mappings of a CISO Assistant library; null when the value is none. */
export function openCiso(value: unknown): CisoLibrary | null {
  const objects = isFields(value) ? fieldsAt(value, 'objects') : null
  if (!isFields(value) || !objects) return null
  const some = (one: string, many: string): { fields: Fields; path: Path }[] =>
    [one, many].flatMap((name) => {
      const found = valueAt(objects, name)
      if (isFields(found)) return [{ fields: found, path: ['objects', name] }]
      return listAt(objects, name).flatMap((fields, index) => (isFields(fields) ? [{ fields, path: ['objects', name, index] }] : []))
    })
  return {
    library: value,
    frameworks: some('framework', 'frameworks'),
    mappings: some('requirement_mapping_set', 'requirement_mapping_sets'),
  }
}

type LineOf = (path: Path) => number | null

/** One framework of a library. */
export function readCisoFramework(
  { library }: CisoLibrary,
  { fields, path }: CisoLibrary['frameworks'][number],
  lineOf: LineOf,
  notes: Notebook,
): { content: FrameworkHeader } | { problems: Problem[] } {
  const nodes = nodesOf(fieldsListAt(fields, 'requirement_nodes'), (index) => lineOf([...path, 'requirement_nodes', index]), notes)
  const reach = reachOf(fieldsListAt(fields, 'implementation_groups_definition'), nodes, isOwn(fields), notes)
  noteFields(fields, notes)
  return adoptFramework(
    {
      header: { ...headerOf(library, fields, notes), scale: scaleOf(fields, notes), ...reach.header },
      nodes,
      reachOf: reach.of,
      contrastsOf: () => ({}),
    },
    'objects',
    notes,
  )
}

const isOwn = (framework: Fields): boolean => textAt(framework, 'urn').startsWith(cisoUrns.framework(''))

function headerOf(library: Fields, framework: Fields, notes: Notebook): Omit<FrameworkHeader, 'themes' | 'scale'> & { scale: { kind: 'none' } } {
  const either = (name: string): string => textAt(framework, name) || textAt(library, name)
  const name = either('name')
  const own = isOwn(framework) ? /^(.+)-([^-]+)$/.exec(textAt(framework, 'ref_id')) : null
  const day = textAt(library, 'publication_date').slice(0, 10)
  const said = textAt(library, 'description')
  return foreignHeader(
    {
      id: own?.[1] ?? frameworkName(either('ref_id') || name),
      version: own?.[2] ?? versionName(isDay(day) ? day.slice(0, 4) : textAt(library, 'version'), '1'),
      locale: /^[a-z]{2}/.exec(textAt(library, 'locale'))?.[0] ?? 'en',
      title: name,
      valid_from: isDay(day) ? day : null,
      valid_to: null,
      publisher: textAt(library, 'provider'),
      reference: [textAt(framework, 'urn'), textAt(library, 'version') && `version ${textAt(library, 'version')}`].filter(Boolean).join(', '),
      url: /https:\/\/[^\s"<>]+/.exec(said)?.[0] ?? '',
      note: said,
      licence: textAt(library, 'copyright'),
      notes: own ? '' : textAt(framework, 'description'),
    },
    notes,
  )
}

function nodesOf(list: readonly Fields[], lineOf: (index: number) => number | null, notes: Notebook): ForeignNode[] {
  const latest: string[] = []
  return list.map((node, index): ForeignNode => {
    const key = textAt(node, 'urn').toLowerCase() || `${index}`
    const depth = Number(valueAt(node, 'depth')) || 1
    const parent = textAt(node, 'parent_urn').toLowerCase() || (depth > 1 ? (latest[depth - 1] ?? null) : null)
    latest[depth] = key
    noteNode(node, notes)
    return {
      key,
      parent,
      code: textAt(node, 'ref_id'),
      title: textAt(node, 'name'),
      text: textAt(node, 'description'),
      help: textAt(node, 'annotation'),
      keywords: [],
      evidence: textAt(node, 'typical_evidence')
        .split(/\n|(?:^|\s)[•–-]\s/)
        .map((text) => text.trim())
        .filter(Boolean),
      groups: textsAt(node, 'implementation_groups'),
      assessed: valueAt(node, 'assessable') === true,
      extra: null,
      line: lineOf(index),
    }
  })
}

function scaleOf(framework: Fields, notes: Notebook): Scale {
  const defined = valueAt(framework, 'scores_definition')
  const list = isFields(defined) ? fieldsListAt(defined, 'scale') : fieldsListAt(framework, 'scores_definition')
  const levels = list.map((level) => ({ value: Number(valueAt(level, 'score')), label: textAt(level, 'name'), descriptor: textAt(level, 'description') }))
  const scale = scaleOfLevels(levels)
  if (!scale && levels.length > 0) notes.add('scale-left', undefined, levels.length)
  return scale ?? { kind: 'none' }
}

interface Reach {
  header: Pick<FrameworkHeader, 'grades' | 'conditions'>
  of: (node: ForeignNode) => Pick<ItemContent, 'grade' | 'conditions'>
}

const mostConditions = 12
const mostConditionsOfItem = 6

/**
 * Groups in which each holds the ones after it are the levels of a label: an item counts from its first one on. Other groups are
 * questions to which a school answers yes or no.
 */
function reachOf(groups: readonly Fields[], nodes: readonly ForeignNode[], isOwn: boolean, notes: Notebook): Reach {
  const ids = groups.map((group) => textAt(group, 'ref_id'))
  if (isOwn)
    return mixedReach(
      groups,
      ids.filter((id) => /^N\d+$/.test(id)),
      notes,
    )
  if (ids.length >= 2 && ids.length <= 6 && nodes.every((node) => isSuffix(node.groups, ids))) return gradesReach(groups, ids, notes)
  return conditionsReach(groups, notes)
}

const isSuffix = (some: readonly string[], all: readonly string[]): boolean => {
  const places = some.map((id) => all.indexOf(id)).sort((a, b) => a - b)
  return places.every((place, index) => place === all.length - some.length + index)
}

function gradesReach(groups: readonly Fields[], ids: readonly string[], notes: Notebook): Reach {
  notes.add('groups-as-grades', ids.join(', '), ids.length)
  const valueOf = (id: string): number => Number(/^N(\d+)$/.exec(id)?.[1] ?? ids.indexOf(id) + 1)
  const grades = groups.map((group): Level => {
    const id = textAt(group, 'ref_id')
    const label = fitText(textAt(group, 'name') || id, 60).fits
    return compact({ value: valueOf(id), label, descriptor: fitText(textAt(group, 'description'), 2000).fits || undefined })
  })
  return {
    header: { grades },
    of: ({ groups: own }) => {
      const first = ids.find((id) => own.includes(id))
      return first === undefined || first === ids[0] ? {} : { grade: valueOf(first) }
    },
  }
}

function conditionsReach(groups: readonly Fields[], notes: Notebook): Reach {
  if (groups.length === 0) return { header: {}, of: () => ({}) }
  if (groups.length > mostConditions) {
    notes.add('groups-left', undefined, groups.length)
    return { header: {}, of: () => ({}) }
  }
  notes.add('groups-as-conditions', groups.map((group) => textAt(group, 'name') || textAt(group, 'ref_id')).join(', '), groups.length)
  const codes = new Map<string, string>()
  const conditions = groups.map((group, index): Condition => {
    const id = textAt(group, 'ref_id')
    const code = conditionCode(id, index + 1, new Set(codes.values()))
    codes.set(id, code)
    const name = fitLine(textAt(group, 'name') || id, 200)
    return { code, question: name.endsWith('?') ? name : `Êtes-vous concernés par « ${name} » ?` }
  })
  return {
    header: { conditions },
    of: ({ groups: own }) => {
      const named = own.map((id) => codes.get(id)).filter((code) => code !== undefined)
      if (named.length === 0 || named.length === codes.size) return {}
      if (named.length > mostConditionsOfItem) notes.add('groups-left')
      return { conditions: named.slice(0, mostConditionsOfItem) }
    },
  }
}

/** Our own library: levels of the label by N1, N2…, and conditions by their codes. */
function mixedReach(groups: readonly Fields[], grades: readonly string[], notes: Notebook): Reach {
  const isGrade = (group: Fields): boolean => grades.includes(textAt(group, 'ref_id'))
  const first: Reach = grades.length > 0 ? gradesReach(groups.filter(isGrade), grades, notes) : { header: {}, of: () => ({}) }
  const others = groups.filter((group) => !isGrade(group))
  const second = conditionsReach(others, notes)
  return { header: { ...first.header, ...second.header }, of: (node) => ({ ...first.of(node), ...second.of(node) }) }
}

const readOfFramework = new Set(
  'urn ref_id name description min_score max_score scores_definition implementation_groups_definition requirement_nodes'.split(' '),
)
const readOfNode = new Set('urn parent_urn ref_id name description annotation typical_evidence implementation_groups assessable depth'.split(' '))
const readOfLibrary = new Set(
  'urn locale ref_id name description copyright version publication_date provider packager objects dependencies convert_library_version'.split(' '),
)

const noteFields = (framework: Fields, notes: Notebook): void => unreadNames(framework, readOfFramework).forEach((name) => notes.add('fields-left', name))
const noteNode = (node: Fields, notes: Notebook): void => unreadNames(node, readOfNode).forEach((name) => notes.add('fields-left', name))

/** What a library holds beside its frameworks and mappings. */
export function noteLibrary({ library }: CisoLibrary, notes: Notebook): void {
  unreadNames(library, readOfLibrary).forEach((name) => notes.add('fields-left', name))
  const read = new Set(['framework', 'frameworks', 'requirement_mapping_set', 'requirement_mapping_sets'])
  const objects = fieldsAt(library, 'objects') ?? {}
  for (const name of unreadNames(objects, read)) notes.add('objects-left', textOf(name), Math.max(1, listAt(objects, name).length))
}
