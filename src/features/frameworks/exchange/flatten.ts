import { ancestorsOf, nameOf } from './foreign-tree.ts'
import type { Branch, ForeignNode } from './foreign-tree.ts'
import type { Notebook } from './formats.ts'

/** Themes and items, as a framework of ours has them: two levels, whatever the depth of the tree. */
export interface FlatTheme {
  /** Null: a theme for what stands under no heading. */
  node: ForeignNode | null
  items: FlatItem[]
}

export interface FlatItem {
  node: ForeignNode
  /** Headings between the theme and the item, from the top. */
  between: ForeignNode[]
}

/** Among more themes than this a team does not find its way. */
const mostHandyThemes = 40

/** Brings a tree down to two levels: the deepest headings that are few enough become themes, those below are told with each item. */
export function flatten(branches: readonly Branch[], notes: Notebook): FlatTheme[] {
  const items = branches.filter(isItem).map((branch) => ({ branch, headings: headingsOf(branch) }))
  const depth = themeDepth(items.map(({ headings }) => headings))
  const themes = new Map<Branch | null, FlatTheme>()
  for (const { branch, headings } of items) {
    const heading = headings[Math.min(depth, headings.length) - 1] ?? null
    const between = headings.slice(depth).filter((one) => one !== branch)
    const theme = themes.get(heading) ?? { node: heading?.node ?? null, items: [] }
    theme.items.push({ node: branch.node, between: between.map((one) => one.node) })
    themes.set(heading, theme)
    if (between.length > 0) for (const one of between) notes.add('flattened', nameOf(one.node))
    if (!heading) notes.add('loose-items', nameOf(branch.node))
    if (branch.below.length > 0) notes.add('assessed-headings', nameOf(branch.node))
  }
  const heard = new Set(items.flatMap(({ headings }) => headings))
  for (const branch of branches) if (!isItem(branch) && !heard.has(branch)) notes.add('empty-headings', nameOf(branch.node))
  return [...themes.values()]
}

const isItem = ({ node, below }: Branch): boolean => node.assessed ?? below.length === 0

/** What an item stands under; a heading that is assessed itself also stands under itself. */
const headingsOf = (branch: Branch): Branch[] => (branch.below.length > 0 ? [...ancestorsOf(branch), branch] : ancestorsOf(branch))

function themeDepth(paths: readonly (readonly Branch[])[]): number {
  const deepest = paths.reduce((most, path) => Math.max(most, path.length), 0)
  for (let depth = deepest; depth > 1; depth -= 1)
    if (new Set(paths.map((path) => path[Math.min(depth, path.length) - 1])).size <= mostHandyThemes) return depth
  return 1
}
