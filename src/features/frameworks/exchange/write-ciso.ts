import { stringify } from 'yaml'
import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import { openNotebook } from './formats.ts'
import type { Notebook, Written } from './formats.ts'
import { compact } from './values.ts'

/** Addresses (URN) of what leaves for CISO Assistant: always the same for the same framework. */
export const cisoUrns = {
  library: (name: string) => `urn:qualeduc:risk:library:${name}`.toLowerCase(),
  framework: (name: string) => `urn:qualeduc:risk:framework:${name}`.toLowerCase(),
  node: (name: string, code: string) => `urn:qualeduc:risk:req_node:${name}:${code}`.toLowerCase(),
  mappings: (name: string) => `urn:qualeduc:risk:req_mapping_set:${name}`.toLowerCase(),
}

/** Of a version: `rnq-2023`. */
export const cisoName = (id: string, version: string): string => `${id}-${version}`

/** Groups of a label's levels; those of conditions carry the condition's own code. */
export const gradeGroup = (value: number): string => `N${value}`

export const writeYaml = (value: object): Uint8Array =>
  new TextEncoder().encode(stringify(value, { aliasDuplicateObjects: false, lineWidth: 140, version: '1.2' }))

/** A framework as a library of CISO Assistant, with what it has no place for. */
export function writeCiso(content: FrameworkHeader): Written {
  const notes = openNotebook()
  const name = cisoName(content.id, content.version)
  const library = {
    urn: cisoUrns.library(name),
    locale: content.locale,
    ref_id: name,
    name: content.title,
    description: content.source.note,
    copyright: content.licence,
    version: 1,
    publication_date: content.valid_from ?? undefined,
    provider: content.source.publisher,
    packager: 'qualeduc',
    objects: { framework: frameworkOf(content, name) },
  }
  noteLosses(content, notes)
  return { bytes: writeYaml(compact(library)), notes: notes.list() }
}

function frameworkOf(content: FrameworkHeader, name: string): object {
  const { scale } = content
  const levels = scale.kind === 'levels' ? scale.levels : []
  const groups = groupsOf(content)
  return compact({
    urn: cisoUrns.framework(name),
    ref_id: name,
    name: content.title,
    description: content.notes ?? content.source.title,
    min_score: levels[0]?.value,
    max_score: levels.at(-1)?.value,
    scores_definition:
      levels.length > 0 ? levels.map((level) => ({ score: level.value, name: level.label, description: level.descriptor ?? null })) : undefined,
    implementation_groups_definition: groups.length > 0 ? groups : undefined,
    requirement_nodes: content.themes.flatMap((theme) => [headingOf(theme, name), ...theme.items.map((item) => nodeOf(item, theme, content, name))]),
  })
}

const groupsOf = ({ grades = [], conditions = [] }: FrameworkHeader): object[] => [
  ...grades.map((grade) => ({ ref_id: gradeGroup(grade.value), name: grade.label, description: grade.descriptor ?? null })),
  ...conditions.map((condition) => ({ ref_id: condition.code, name: condition.question, description: null })),
]

const headingOf = (theme: ThemeContent, name: string): object => ({
  urn: cisoUrns.node(name, theme.code),
  assessable: false,
  depth: 1,
  ref_id: theme.code,
  name: theme.title,
  description: theme.purpose,
})

function nodeOf(item: ItemContent, theme: ThemeContent, content: FrameworkHeader, name: string): object {
  const grades = (content.grades ?? []).filter((grade) => grade.value >= (item.grade ?? -1)).map((grade) => gradeGroup(grade.value))
  const groups = [...grades, ...(item.conditions ?? [])]
  return compact({
    urn: cisoUrns.node(name, item.code),
    assessable: true,
    depth: 2,
    parent_urn: cisoUrns.node(name, theme.code),
    ref_id: item.code,
    name: item.title,
    description: item.statement,
    annotation: item.help,
    typical_evidence: item.evidence.length > 0 ? item.evidence.join('\n') : undefined,
    implementation_groups: groups.length > 0 ? groups : undefined,
  })
}

function noteLosses(content: FrameworkHeader, notes: Notebook): void {
  const items = content.themes.flatMap((theme) => theme.items)
  const count = (kind: Parameters<Notebook['add']>[0], number: number): void => {
    if (number > 0) notes.add(kind, undefined, number)
  }
  count('phases-lost', items.filter((item) => item.phase).length)
  count('audiences-lost', items.length)
  count('indicators-lost', items.filter((item) => item.indicators.length > 0).length)
  count('contrasts-lost', items.filter((item) => item.contrast_low !== undefined || item.contrast_high !== undefined).length)
  count('gravities-lost', items.filter((item) => item.gravity).length)
  count('statuses-lost', [...items, ...content.themes, content].filter((one) => one.status === 'unconfirmed').length)
  count('keywords-lost', content.themes.length)
  count('award-lost', content.award ? 1 : 0)
  count('kind-lost', content.kind && content.kind !== 'guide' ? 1 : 0)
  count('validity-lost', content.valid_to ? 1 : 0)
  notes.add('source-shortened')
  count('groups-mixed', (content.grades ?? []).length > 0 ? items.filter((item) => item.conditions).length : 0)
}
