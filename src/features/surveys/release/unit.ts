import { fewestApart } from './cut.ts'

/** A closed question in a ballot. `several`: each answer is ticked or not, and counts as a question of its own. */
export interface CountedQuestion {
  code: string
  categories: number
  several: boolean
}

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

/** Fewest people who must have answered otherwise than most, or somebody who is one of them would know what all the others answered. */
export const fewestOthers = 2

/** Which groups can be shown: none under the threshold, and no rest that could be found by subtraction. */
export function shownGroups(cells: Cells, split: number, groups: number, threshold: number): Set<number> {
  const people = Array.from({ length: groups }, (_, group) =>
    cells.people.reduce((sum, some, cell) => sum + (cells.groups[cell]?.[split] === group ? some : 0), 0),
  )
  const total = cells.people.reduce((sum, some) => sum + some, 0)
  const shown = new Set(people.flatMap((some, group) => (some >= threshold ? [group] : [])))
  const restOf = (): number => total - [...shown].reduce((sum, group) => sum + (people[group] ?? 0), 0)
  while (shown.size > 0 && restOf() > 0 && restOf() < threshold) {
    shown.delete([...shown].reduce((least, group) => ((people[group] ?? 0) < (people[least] ?? 0) ? group : least)))
  }
  return shown
}

const rest = 1_000

const blockOf = (groups: readonly number[], { split, shown }: ShownSplit): number => {
  const group = groups[split] ?? -1
  return shown.has(group) ? group : rest
}

/**
 * The breakdowns that can be shown together, in the maker's order. One alone is safe once its groups are. Two are safe when no set of people under the
 * threshold can be told apart by both (cut.ts); a third only when every cell of all three holds as many as the threshold. One that is not safe is left out.
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
  if (more.length > 0) return atomsOf(family, cells).every((atom) => atom.people >= threshold)
  return (
    fewestApart(
      cells.people.map((people, cell) => ({ one: blockOf(cells.groups[cell] ?? [], one), other: blockOf(cells.groups[cell] ?? [], other), people })),
    ) >= threshold
  )
}

export interface Atom {
  people: number
  cells: number[]
}

/** People whom these breakdowns do not tell apart. */
export function atomsOf(family: readonly ShownSplit[], cells: Cells): Atom[] {
  const atoms = new Map<string, Atom>()
  for (const [cell, people] of cells.people.entries()) {
    if (people === 0) continue
    const name = family.map((shown) => blockOf(cells.groups[cell] ?? [], shown)).join(' ')
    const atom = atoms.get(name) ?? { people: 0, cells: [] }
    atom.people += people
    atom.cells.push(cell)
    atoms.set(name, atom)
  }
  return [...atoms.values()]
}

export function sumOf(cells: Cells, some: readonly number[], question: number): Int32Array {
  const sum = new Int32Array(cells.counts[some[0] ?? 0]?.[question]?.length ?? 0)
  for (const cell of some) {
    const counts = cells.counts[cell]?.[question]
    if (counts) for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + (counts[place] ?? 0)
  }
  return sum
}

/**
 * Whether nobody's answer can be known from the figures of these people as a whole: two of them at least answered otherwise than most. People whom the
 * figures do not tell apart can be exchanged without changing any figure, so each may have given any of the answers that the others gave.
 */
export function keepsSecret(counts: Int32Array, several: boolean, people: number): boolean {
  const answered = people - (counts[0] ?? 0)
  if (!several) return people - Math.max(...counts) >= fewestOthers && answered - Math.max(0, ...counts.subarray(1)) >= fewestOthers
  return counts.subarray(1).every((ticked) => ticked === 0 || answered - ticked >= fewestOthers)
}

/** How far a question may be detailed: in so many of these breakdowns, from the first; -1 when not even its total keeps the secret. */
export function depthOf(cells: Cells, family: readonly ShownSplit[], question: number, several: boolean): number {
  for (let depth = family.length; depth >= 0; depth--) {
    const atoms = atomsOf(family.slice(0, depth), cells)
    if (atoms.every((atom) => keepsSecret(sumOf(cells, atom.cells, question), several, atom.people))) return depth
  }
  return -1
}
