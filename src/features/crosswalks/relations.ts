/**
 * What one statement is, compared with another: the same; all of it and more (broader); only a part of it (narrower); or in part the
 * same, neither holding the other (overlaps). Read « from is … than to ».
 */
export const relations = ['equal', 'broader', 'narrower', 'overlaps'] as const
export type Relation = (typeof relations)[number]

/** One bit each, so that several relations between two items fit in a byte. */
export const relationBit: Readonly<Record<Relation, number>> = { equal: 1, broader: 2, narrower: 4, overlaps: 8 }

/** Holding the first is holding the second. */
export const wholeBits = relationBit.equal | relationBit.broader

const inverses: Readonly<Record<Relation, Relation>> = { equal: 'equal', broader: 'narrower', narrower: 'broader', overlaps: 'overlaps' }

/** The same link, read from its other end. */
export const inverseOf = (relation: Relation): Relation => inverses[relation]

/**
 * What two links in a row still say of the two ends; null when nothing. A part of a part is a part, a whole of a whole is a whole, and
 * what is the same changes nothing. Two parts of one thing may have nothing in common, so the chain stops there.
 */
export function compose(first: Relation, second: Relation): Relation | null {
  if (first === 'equal') return second
  if (second === 'equal' || (first === second && first !== 'overlaps')) return first
  return null
}

/** Links in a row that a person still follows; beyond, the chain proves nothing to anybody. */
export const longestChain = 4

/** From the strongest to the weakest, as a chain is judged. */
export const strengthOf = (relation: Relation): number => relations.length - relations.indexOf(relation)

export const relationsOf = (bits: number): Relation[] => relations.filter((relation) => (bits & relationBit[relation]) !== 0)

/** The same bits, read from the other end. */
export const inverseBits = (bits: number): number =>
  (bits & (relationBit.equal | relationBit.overlaps)) |
  (bits & relationBit.broader ? relationBit.narrower : 0) |
  (bits & relationBit.narrower ? relationBit.broader : 0)
