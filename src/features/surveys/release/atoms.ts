import type { Noise } from './noise.ts'
import { notToldApart } from './shown-groups.ts'
import type { Cells, ShownSplit } from './shown-groups.ts'

/**
 * People whom nothing that is shown tells apart, and what they answered, blurred. Whatever is decided or told afterwards comes from these counts alone, so that
 * one answer moves two of them by one and nothing else, however many figures its person stands in: groups, school, several schools together.
 */
export interface Atom {
  /** Group in each breakdown; -1 where it is not told. */
  groups: readonly number[]
  people: number
  /** By question, people by answer, place 0 being « not answered ». The noise may take a count under nought. */
  counts: readonly Int32Array[]
}

/** The atoms of the breakdowns that are shown. Noise is drawn atom by atom, question by question and answer by answer, once. */
export function blurAtoms(cells: Cells, family: readonly ShownSplit[], noise: Noise): Atom[] {
  return notToldApart(family, cells).map(({ people, cells: some }): Atom => {
    const [first = 0] = some
    const places = cells.groups[first]?.length ?? 0
    const counts = (cells.counts[first] ?? []).map((_, question) => {
      const sum = sumOfCells(cells, some, question)
      for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + noise()
      return sum
    })
    return { groups: Array.from({ length: places }, (_, split) => toldGroup(cells, first, family, split)), people, counts }
  })
}

function toldGroup(cells: Cells, cell: number, family: readonly ShownSplit[], split: number): number {
  const group = cells.groups[cell]?.[split] ?? -1
  return family.some((one) => one.split === split && one.shown.has(group)) ? group : -1
}

function sumOfCells(cells: Cells, some: readonly number[], question: number): Int32Array {
  const sum = new Int32Array(cells.counts[some[0] ?? 0]?.[question]?.length ?? 0)
  for (const cell of some) addTo(sum, cells.counts[cell]?.[question])
  return sum
}

/** One question's counts of people who are told together, how many they are, and of how many atoms: so many times noise was added to each count. */
export interface Sum {
  counts: Int32Array
  people: number
  atoms: number
}

/** People who answered a question: never more than there are, whatever the noise. */
export const answeredOf = ({ counts, people }: Sum): number => Math.max(0, people - Math.max(0, counts[0] ?? 0))

/** One question's counts of these atoms together; of none, no counts. */
export function sumOf(atoms: readonly Atom[], question: number): Sum {
  const counts = new Int32Array(atoms[0]?.counts[question]?.length ?? 0)
  for (const atom of atoms) addTo(counts, atom.counts[question])
  return { counts, people: atoms.reduce((sum, atom) => sum + atom.people, 0), atoms: atoms.length }
}

/** Adds people to others who are told together with them. */
export function addSum(sum: Sum, { counts, people, atoms }: Sum): void {
  addTo(sum.counts, counts)
  sum.people += people
  sum.atoms += atoms
}

function addTo(sum: Int32Array, counts: Int32Array | undefined): void {
  if (counts) for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + (counts[place] ?? 0)
}

/** Atoms that these breakdowns do not tell apart, together. */
export function notToldApartBy(atoms: readonly Atom[], family: readonly ShownSplit[]): Atom[][] {
  return [...Map.groupBy(atoms, (atom) => family.map(({ split }) => atom.groups[split] ?? -1).join(' ')).values()]
}
