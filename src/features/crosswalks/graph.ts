import type { ItemKey } from '../frameworks/store.ts'
import { compose, inverseOf, longestChain, relationBit, relations } from './relations.ts'
import type { Relation } from './relations.ts'

export type LinkStatus = 'proposed' | 'validated'

/** One link between two items, as its crosswalk gives it. */
export interface Link {
  from: ItemKey
  to: ItemKey
  type: Relation
  reason: string
  status: LinkStatus
  author: string
}

/**
 * All items and what each can say of the others. Items are numbered by their place in `items`; `reach…` lists, item by item, every other
 * item at the end of a chain of at most `longestChain` links, with the relations (bits) that some chain leads to.
 */
export interface Graph {
  items: readonly ItemKey[]
  links: readonly Link[]
  indexOf: ReadonlyMap<string, number>
  /** Links of item i stand from linkStart[i] to linkStart[i + 1], in both directions. */
  linkStart: Uint32Array
  linkEnd: Uint32Array
  linkRelation: Uint8Array
  /** Place in `links`. */
  linkIndex: Uint32Array
  reachStart: Uint32Array
  reachEnd: Uint32Array
  reachBits: Uint8Array
}

export const keyOf = (item: ItemKey): string => `${item.frameworkId} ${item.code}`

/** The number of an item; -1 when no framework has it. */
export const numberOf = (graph: Graph, item: ItemKey): number => graph.indexOf.get(keyOf(item)) ?? -1

/** Links to items that are not there are left out: a crosswalk may speak of a version that this site does not hold. */
export function buildGraph(items: readonly ItemKey[], given: readonly Link[]): Graph {
  const indexOf = new Map(items.map((item, index) => [keyOf(item), index]))
  const links = given.filter((link) => indexOf.has(keyOf(link.from)) && indexOf.has(keyOf(link.to)) && keyOf(link.from) !== keyOf(link.to))
  const direct = directLinks(items.length, links, indexOf)
  return { items, links, indexOf, ...direct, ...reachOf(items.length, direct) }
}

type Direct = Pick<Graph, 'linkStart' | 'linkEnd' | 'linkRelation' | 'linkIndex'>

function directLinks(size: number, links: readonly Link[], indexOf: ReadonlyMap<string, number>): Direct {
  const ends = links.map((link) => [indexOf.get(keyOf(link.from)) ?? 0, indexOf.get(keyOf(link.to)) ?? 0] as const)
  const linkStart = new Uint32Array(size + 1)
  for (const [from, to] of ends) {
    linkStart[from + 1] = (linkStart[from + 1] ?? 0) + 1
    linkStart[to + 1] = (linkStart[to + 1] ?? 0) + 1
  }
  for (let item = 0; item < size; item++) linkStart[item + 1] = (linkStart[item + 1] ?? 0) + (linkStart[item] ?? 0)
  const next = linkStart.slice()
  const linkEnd = new Uint32Array(links.length * 2)
  const linkRelation = new Uint8Array(links.length * 2)
  const linkIndex = new Uint32Array(links.length * 2)
  const put = (at: number, end: number, relation: Relation, index: number): void => {
    const place = next[at] ?? 0
    next[at] = place + 1
    linkEnd[place] = end
    linkRelation[place] = relations.indexOf(relation)
    linkIndex[place] = index
  }
  links.forEach(({ type }, index) => {
    const [from = 0, to = 0] = ends[index] ?? []
    put(from, to, type, index)
    put(to, from, inverseOf(type), index)
  })
  return { linkStart, linkEnd, linkRelation, linkIndex }
}

/** next[a * 4 + b]: the relation after a then b, as its place in `relations`; 255 for nothing. */
const next = Uint8Array.from(
  relations.flatMap((first) =>
    relations.map((second) => {
      const after = compose(first, second)
      return after === null ? 255 : relations.indexOf(after)
    }),
  ),
)

const bits = Uint8Array.from(relations.map((relation) => relationBit[relation]))

function reachOf(size: number, { linkStart, linkEnd, linkRelation }: Direct): Pick<Graph, 'reachStart' | 'reachEnd' | 'reachBits'> {
  const reachStart = new Uint32Array(size + 1)
  const ends: number[] = []
  const reached: number[] = []
  const seen = new Uint8Array(size)
  for (let source = 0; source < size; source++) {
    const touched: number[] = []
    // Breadth first over (item, relation): the first arrival is the shortest, so cycles end by themselves.
    let layer: number[] = [source * 4]
    for (let step = 0; step < longestChain && layer.length > 0; step++) {
      const following: number[] = []
      for (const state of layer) {
        const item = state >> 2
        for (let place = linkStart[item] ?? 0; place < (linkStart[item + 1] ?? 0); place++) {
          const after = next[(state & 3) * 4 + (linkRelation[place] ?? 0)] ?? 255
          const end = linkEnd[place] ?? 0
          if (after === 255 || end === source) continue
          const bit = bits[after] ?? 0
          const known = seen[end] ?? 0
          if ((known & bit) !== 0) continue
          if (known === 0) touched.push(end)
          seen[end] = known | bit
          following.push(end * 4 + after)
        }
      }
      layer = following
    }
    for (const end of touched) {
      ends.push(end)
      reached.push(seen[end] ?? 0)
      seen[end] = 0
    }
    reachStart[source + 1] = ends.length
  }
  return { reachStart, reachEnd: Uint32Array.from(ends), reachBits: Uint8Array.from(reached) }
}
