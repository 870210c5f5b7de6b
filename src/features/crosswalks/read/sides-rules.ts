import type { Side } from '../content.ts'
import { inverseOf } from '../relations.ts'
import type { Relation } from '../relations.ts'
import type { CrosswalkGap, CrosswalkLink } from './crosswalks-store.ts'

/** A link read from one of its ends: `near` is on the side that one reads from. */
export interface SeenLink {
  near: string
  far: string
  /** What the near statement is, compared with the far one. */
  relation: Relation
  link: CrosswalkLink
}

export const seenFrom = (link: CrosswalkLink, side: Side): SeenLink =>
  side === 'from' ? { near: link.from, far: link.to, relation: link.type, link } : { near: link.to, far: link.from, relation: inverseOf(link.type), link }

/** The link of two statements as it is kept, whatever side it was made from. */
export const keptRelation = (relation: Relation, side: Side): Relation => (side === 'from' ? relation : inverseOf(relation))

export const otherSide = (side: Side): Side => (side === 'from' ? 'to' : 'from')

/** Statements of a side that have a link or an honest « no equivalent ». */
export const settledCodes = (links: readonly CrosswalkLink[], gaps: readonly CrosswalkGap[], side: Side): ReadonlySet<string> =>
  new Set([...links.map((link) => link[side]), ...gaps.filter((gap) => gap.side === side).map((gap) => gap.code)])
