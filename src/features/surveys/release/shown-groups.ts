import { fewestApart } from './cut.ts'

/** One way of telling people apart: names of its groups in order. */
export interface Split {
  code: string
  groups: readonly string[]
}

/**
 * People of one publication unit by cell: people of the same groups in every breakdown. `counts`: for each cell, for each question, people by answer; place 0
 * is « not answered ». Of a question with several answers, place n is people who ticked answer n, and place 0 who did not answer at all.
 */
export interface Cells {
  /** Group in each breakdown, from 0; -1 where it is not known. */
  groups: readonly (readonly number[])[]
  people: readonly number[]
  counts: readonly (readonly Int32Array[])[]
}

/** Groups of one breakdown that are shown; the others are together in a rest that is never shown, and never smaller than the threshold. */
export interface ShownSplit {
  /** Place of the breakdown. */
  split: number
  shown: ReadonlySet<number>
}

/** People in each group of a breakdown. */
export function groupSizes(cells: Cells, split: number, groups: number): number[] {
  return Array.from({ length: groups }, (_, group) => cells.people.reduce((sum, some, cell) => sum + (cells.groups[cell]?.[split] === group ? some : 0), 0))
}

/**
 * Of groups of these sizes, among so many people, those that can be shown: none under the threshold, and more are hidden until those who are not shown are
 * as many as the threshold, or as good as nobody: `nobody` at most.
 */
export function largeEnough(sizes: readonly number[], total: number, threshold: number, nobody = 0): Set<number> {
  const shown = new Set(sizes.flatMap((some, group) => (some >= threshold ? [group] : [])))
  const restOf = (): number => total - [...shown].reduce((sum, group) => sum + (sizes[group] ?? 0), 0)
  while (shown.size > 0 && restOf() > nobody && restOf() < threshold) {
    shown.delete([...shown].reduce((least, group) => ((sizes[group] ?? 0) < (sizes[least] ?? 0) ? group : least)))
  }
  return shown
}

/** Which groups of a breakdown can be shown: none under the threshold, and no rest that could be found by subtraction. */
export function shownGroups(cells: Cells, split: number, groups: number, threshold: number): Set<number> {
  return largeEnough(groupSizes(cells, split, groups), peopleIn(cells), threshold)
}

export const peopleIn = (cells: Cells): number => cells.people.reduce((sum, some) => sum + some, 0)

const rest = 1_000

const blockOf = (groups: readonly number[], { split, shown }: ShownSplit): number => {
  const group = groups[split] ?? -1
  return shown.has(group) ? group : rest
}

/**
 * The breakdowns that can be shown together, in the maker's order. One alone is safe once its groups are. Two are safe when no set of people under the
 * threshold can be told apart by both (cut.ts); a third only when every cell of all three holds as many as the threshold. One that is not safe is left out.
 * Only how many people are in which groups is looked at, never what they answered.
 */
export function safeSplits(cells: Cells, splits: readonly Split[], threshold: number): ShownSplit[] {
  const safe: ShownSplit[] = []
  for (const [split, { groups }] of splits.entries()) {
    const next = { split, shown: shownGroups(cells, split, groups.length, threshold) }
    if (next.shown.size > 0 && areSafe([...safe, next], cells, threshold)) safe.push(next)
  }
  return safe
}

function areSafe(family: readonly ShownSplit[], cells: Cells, threshold: number): boolean {
  const [one, other, ...more] = family
  if (!one || !other) return true
  if (more.length > 0) return notToldApart(family, cells).every((block) => block.people >= threshold)
  return (
    fewestApart(
      cells.people.map((people, cell) => ({ one: blockOf(cells.groups[cell] ?? [], one), other: blockOf(cells.groups[cell] ?? [], other), people })),
    ) >= threshold
  )
}

/** People whom these breakdowns do not tell apart: their cells. */
interface SameBlock {
  people: number
  cells: number[]
}

/** Cells that these breakdowns do not tell apart, together; empty cells are left out. */
export function notToldApart(family: readonly ShownSplit[], cells: Cells): SameBlock[] {
  const blocks = new Map<string, SameBlock>()
  for (const [cell, people] of cells.people.entries()) {
    if (people === 0) continue
    const name = family.map((shown) => blockOf(cells.groups[cell] ?? [], shown)).join(' ')
    const block = blocks.get(name) ?? { people: 0, cells: [] }
    block.people += people
    block.cells.push(cell)
    blocks.set(name, block)
  }
  return [...blocks.values()]
}
