import { answeredOf, atomsUpTo, sumOf } from './atoms.ts'
import type { Atom, Sum } from './atoms.ts'
import type { ShownSplit } from './shown-groups.ts'

/** Fewest people who must have answered otherwise than most, or somebody who is one of them would know what all the others answered. */
export const fewestOthers = 2

/**
 * Whether the figures of these people as a whole leave open what each answered: two of them at least answered otherwise than most. People whom the figures do
 * not tell apart can be exchanged without changing any figure, so each may have given any of the answers that the others gave.
 */
export function keepsSecret(sum: Sum, several: boolean): boolean {
  const answered = answeredOf(sum)
  const given = sum.counts.subarray(1)
  if (!several) return sum.people - Math.max(...sum.counts) >= fewestOthers && answered - Math.max(0, ...given) >= fewestOthers
  return given.every((ticked) => ticked <= 0 || answered - ticked >= fewestOthers)
}

/** How far a question may be detailed: in so many of these breakdowns, from the first; -1 when not even its total keeps the secret. */
export function depthOf(atoms: readonly Atom[], family: readonly ShownSplit[], question: number, several: boolean): number {
  for (let depth = family.length; depth >= 0; depth--) {
    if (atomsUpTo(atoms, family.slice(0, depth)).every((block) => keepsSecret(sumOf(block, question), several))) return depth
  }
  return -1
}
