import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import type { Problem } from '../problem.ts'
import type { Scale } from '../scale.ts'
import { fitLine, fitText } from './fit-text.ts'
import { flatten } from './flatten.ts'
import type { FlatItem, FlatTheme } from './flatten.ts'
import { itemCode, themeCode } from './foreign-codes.ts'
import { plantTree } from './foreign-tree.ts'
import type { ForeignNode } from './foreign-tree.ts'
import type { Notebook } from './formats.ts'
import { refuseTooMany } from './refusal.ts'
import { compact, valueAt } from './values.ts'
import type { Fields } from './values.ts'

export interface ForeignFramework {
  /** Everything but the themes. */
  header: Omit<FrameworkHeader, 'themes'>
  nodes: readonly ForeignNode[]
  /** Turns the groups of a node into a level of the label or conditions. */
  reachOf: (node: ForeignNode) => Pick<ItemContent, 'grade' | 'conditions'>
  /** Two contrasting statements for a node, where its scale has them. */
  contrastsOf: (node: ForeignNode) => Pick<ItemContent, 'contrast_low' | 'contrast_high'>
}

const limits = {
  statement: 400,
  shortestStatement: 10,
  title: 100,
  shortestTitle: 3,
  help: 1200,
  themeTitle: 250,
  purpose: 2000,
  keyword: 60,
  keywords: 12,
  evidence: 120,
  evidences: 6,
}

/** A framework of ours from a tree of another tool. What had to be changed, guessed or left out is noted. */
export function adoptFramework(foreign: ForeignFramework, file: string, notes: Notebook): { content: FrameworkHeader } | { problems: Problem[] } {
  refuseTooMany(foreign.nodes.length)
  const planted = plantTree(foreign.nodes, file)
  if ('problems' in planted) return planted
  const taken = new Set<string>()
  const codes = { themes: new Set<string>(), items: taken }
  const themes = flatten(planted.branches, notes).map((theme, index) => themeOf(theme, index + 1, foreign, codes, notes))
  return { content: { ...foreign.header, themes } }
}

interface Taken {
  themes: Set<string>
  items: Set<string>
}

function themeOf(flat: FlatTheme, place: number, foreign: ForeignFramework, taken: Taken, notes: Notebook): ThemeContent {
  const { node } = flat
  const code = themeCode(node?.code ?? '', place, taken.themes)
  taken.themes.add(code)
  if (node && node.code !== code) noteRecoded(notes, node.code, code)
  const items = flat.items.map((item, index) => itemOf(item, index + 1, code, foreign, taken.items, notes))
  if (node?.extra) return ownTheme(node, code, items)
  const title = fitLine(node ? node.title || node.text || node.code : 'Autres points', limits.themeTitle)
  const purpose = fitText(node && node.title ? node.text || node.help : (node?.help ?? ''), limits.purpose)
  if (purpose.rest) notes.add('texts-cut', title)
  return {
    code,
    title: title.length < 2 ? `Thème ${title}`.trim() : title,
    purpose: purpose.fits.trim().length >= 2 ? purpose.fits : `Ce que regarde le thème « ${title} ».`,
    keywords: keywordsOf(node, title),
    status: 'confirmed',
    items,
  }
}

const ownTheme = (node: ForeignNode, code: string, items: ItemContent[]): ThemeContent =>
  compact({
    code,
    title: node.text,
    purpose: node.help,
    keywords: [...node.keywords],
    ...pick<Pick<ThemeContent, 'status' | 'unconfirmed_note'>>(node.extra ?? {}, ['status', 'unconfirmed_note']),
    items,
  })

function keywordsOf(node: ForeignNode | null, title: string): string[] {
  const given = (node?.keywords ?? []).map((word) => fitLine(word, limits.keyword)).filter((word) => word.length >= 2)
  const words = given.length > 0 ? given : [fitLine(title.toLowerCase(), limits.keyword)].filter((word) => word.length >= 2)
  return words.length > 0 ? [...new Set(words)].slice(0, limits.keywords) : ['thème']
}

function itemOf({ node, between }: FlatItem, place: number, theme: string, foreign: ForeignFramework, taken: Set<string>, notes: Notebook): ItemContent {
  const code = itemCode(theme, node.code, place, taken)
  taken.add(code)
  if (node.code !== code) noteRecoded(notes, node.code, code)
  const reach = { ...foreign.reachOf(node), ...foreign.contrastsOf(node) }
  if (node.extra) return ownItem(node, code, reach)
  const statement = statementOf(node, between, notes)
  const title = titleOf(node, code)
  const help = fitText(
    [between.map((one) => one.title || one.text || one.code).join(' › '), statement.rest, node.help].filter((text) => text.trim()).join('\n\n'),
    limits.help,
  )
  if (help.rest) notes.add('texts-cut', node.code || title)
  notes.add('audiences-assumed')
  const evidence = evidenceOf(node, notes)
  if (evidence.length === 0) notes.add('evidence-missing')
  return compact({
    code,
    title: title || undefined,
    statement: statement.fits,
    help: help.fits || undefined,
    audiences: ['staff'] as ItemContent['audiences'],
    evidence,
    indicators: [],
    ...reach,
  })
}

/** Our own export: nothing is trimmed, cut or guessed. */
const ownItem = (node: ForeignNode, code: string, reach: Partial<ItemContent>): ItemContent =>
  compact({
    code,
    title: node.title || undefined,
    statement: node.text,
    help: node.help || undefined,
    ...pick<Pick<ItemContent, (typeof ownFields)[number]>>({ audiences: ['staff'], evidence: [], indicators: [], ...node.extra }, ownFields),
    ...compact(reach),
  })

/** What our export puts beside an item because the other format has no place for it. */
export const ownFields = ['phase', 'contrast_low', 'contrast_high', 'audiences', 'evidence', 'indicators', 'grade', 'conditions', 'gravity', 'status'] as const

/** The named fields as they are; whether they hold what they should is checked with the whole. */
export function pick<T extends object>(fields: Fields, names: readonly (keyof T & string)[]): T {
  return Object.fromEntries(names.map((name) => [name, valueAt(fields, name)]).filter(([, value]) => value !== undefined)) as T
}

function statementOf(node: ForeignNode, between: readonly ForeignNode[], notes: Notebook): { fits: string; rest: string } {
  const whole = (node.text || node.title || node.code).trim()
  const { fits, rest } = fitText(whole, limits.statement)
  if (rest) notes.add('texts-cut', node.code || node.title)
  if (fits.length >= limits.shortestStatement) return { fits, rest }
  notes.add('texts-completed', fits)
  const above = between.at(-1)
  const longer = above ? `${fitLine(above.title || above.text, 200)} : ${fits}` : `Point à regarder : ${fits}`
  return { fits: longer.length >= limits.shortestStatement ? longer : `Point à regarder : ${fits}`, rest }
}

/** The code that people know stays in sight when ours is another one. */
function titleOf(node: ForeignNode, code: string): string {
  const known = node.code && node.code !== code ? node.code : ''
  const own = node.text ? node.title : ''
  const title = fitLine([known, own].filter(Boolean).join(' '), limits.title)
  return title.length >= limits.shortestTitle ? title : ''
}

function evidenceOf(node: ForeignNode, notes: Notebook): string[] {
  const all = [...new Set(node.evidence.map((text) => fitLine(text, limits.evidence)).filter((text) => text.length >= 2))]
  if (all.length > limits.evidences) notes.add('texts-cut', node.code)
  return all.slice(0, limits.evidences)
}

function noteRecoded(notes: Notebook, from: string, to: string): void {
  if (from) notes.add('recoded', `${from} → ${to}`)
  else notes.add('recoded', to)
}

/** Levels of a scale as other tools give them, in ascending order; null where ours could not hold them. */
export function scaleOfLevels(levels: readonly { value: number; label: string; descriptor: string }[]): Scale | null {
  if (levels.length < 2 || levels.length > 10) return null
  const whole = levels.every(
    (level, index) => Number.isInteger(level.value) && level.value >= 0 && level.value <= 100 && level.value > (levels[index - 1]?.value ?? -1),
  )
  const labels = levels.map((level) => fitText(level.label, 60).fits || `Degré ${level.value}`)
  if (new Set(labels).size < labels.length) return null
  return {
    kind: 'levels',
    levels: levels.map((level, index) =>
      compact({ value: whole ? level.value : index + 1, label: labels[index] ?? '', descriptor: fitText(level.descriptor, 2000).fits || undefined }),
    ),
  }
}
