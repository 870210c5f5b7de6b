import { answeredOf, sumOf } from './atoms.ts'
import type { Atom, Sum } from './atoms.ts'

/** Fewest people who must have answered otherwise than most, or somebody who is one of them would know what all the others answered. */
export const fewestOthers = 2

/** So few people who answered, of blurred counts, may be nobody. */
export const asGoodAsNobody = 2

/**
 * Whether the figures of these people as a whole leave open what each answered: two of them at least answered otherwise than most. People whom the figures do
 * not tell apart can be exchanged without changing any figure, so each may have given any of the answers that the others gave.
 */
export function keepsSecret(sum: Sum, several: boolean): boolean {
  const answered = answeredOf(sum)
  let most = 0
  for (let place = 1; place < sum.counts.length; place++) most = Math.max(most, sum.counts[place] ?? 0)
  // Of several answers each is a question of its own: the one most given leaves the fewest others.
  if (several) return most <= 0 || answered - most >= fewestOthers
  return sum.people - Math.max(most, sum.counts[0] ?? 0) >= fewestOthers && answered - most >= fewestOthers
}

/**
 * How far a question may be detailed: in so many breakdowns, from the first; -1 when not even its total keeps the secret. People of whom nobody answered, as
 * where it was not asked, are in nobody's way. `blocks`: by number of breakdowns, from none to all, the atoms that these do not tell apart.
 */
export function depthOf(blocks: readonly (readonly (readonly Atom[])[])[], question: number, several: boolean): number {
  for (let depth = blocks.length - 1; depth >= 0; depth--) {
    if (blocks[depth]?.map((block) => sumOf(block, question)).every((sum) => answeredOf(sum) === 0 || keepsSecret(sum, several))) return depth
  }
  return -1
}
