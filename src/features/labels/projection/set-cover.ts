/** Something that can be done: what it costs and which elements (0 … n − 1) it settles. */
export interface Candidate {
  cost: number
  covers: readonly number[]
}

export interface Cover {
  /** Places in the list of candidates, in ascending order. */
  chosen: number[]
  cost: number
  /** Whether no cheaper choice exists; otherwise it is a good one, found step by step. */
  exact: boolean
}

/** Elements that hang together up to this number are settled exactly, by trying every way; beyond, greedily. */
export const mostExact = 16

/**
 * The cheapest set of candidates that settles every element that can be settled. Elements that share no candidate are settled apart, so
 * that the exact way serves nearly always. Ties go to fewer candidates, then to those that stand first.
 */
export function cheapestCover(elements: number, candidates: readonly Candidate[]): Cover {
  const groups = groupsOf(elements, candidates)
  const covers = groups.map((group) => (group.elements.length <= mostExact ? exactCover(group, candidates) : greedyCover(group, candidates)))
  return {
    chosen: covers.flatMap((cover) => cover.chosen).sort((a, b) => a - b),
    cost: covers.reduce((sum, cover) => sum + cover.cost, 0),
    exact: covers.every((cover) => cover.exact),
  }
}

interface Group {
  elements: number[]
  candidates: number[]
}

function groupsOf(elements: number, candidates: readonly Candidate[]): Group[] {
  const parent = Array.from({ length: elements }, (_, index) => index)
  const root = (element: number): number => {
    let at = element
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  for (const { covers } of candidates) for (const element of covers) parent[root(element)] = root(covers[0] ?? element)
  const groups = new Map<number, Group>()
  const groupOf = (element: number): Group => {
    const at = root(element)
    const known = groups.get(at) ?? { elements: [], candidates: [] }
    groups.set(at, known)
    return known
  }
  for (let element = 0; element < elements; element++) groupOf(element).elements.push(element)
  candidates.forEach(({ covers }, index) => {
    if (covers.length > 0) groupOf(covers[0] ?? 0).candidates.push(index)
  })
  return [...groups.values()].filter((group) => group.candidates.length > 0)
}

interface Best {
  cost: number
  count: number
  candidate: number
  before: number
}

/** Every set of elements has its cheapest way; the next candidate is one that settles the first element still open. */
function exactCover(group: Group, candidates: readonly Candidate[]): Cover {
  const place = new Map(group.elements.map((element, index) => [element, index]))
  const masks = group.candidates.map((index) => (candidates[index]?.covers ?? []).reduce((mask, element) => mask | (1 << (place.get(element) ?? 0)), 0))
  const all = masks.reduce((mask, one) => mask | one, 0)
  const best = new Map<number, Best>([[0, { cost: 0, count: 0, candidate: -1, before: 0 }]])
  // A mask only grows, and is taken up in ascending order: each is final when its turn comes.
  for (let turn = 0; turn < 1 << group.elements.length; turn++) {
    const known = best.get(turn)
    if (!known || turn === all) continue
    const open = firstOpen(turn, all)
    masks.forEach((mask, index) => {
      if ((mask & open) === 0) return
      const next = turn | mask
      const candidate = group.candidates[index] ?? 0
      const offered = { cost: known.cost + (candidates[candidate]?.cost ?? 0), count: known.count + 1, candidate, before: turn }
      const held = best.get(next)
      if (!held || offered.cost < held.cost || (offered.cost === held.cost && offered.count < held.count)) best.set(next, offered)
    })
  }
  const chosen: number[] = []
  for (let at = all; at !== 0;) {
    const step = best.get(at)
    if (!step) break
    chosen.push(step.candidate)
    at = step.before
  }
  return { chosen, cost: best.get(all)?.cost ?? 0, exact: true }
}

const firstOpen = (mask: number, all: number): number => {
  const open = all & ~mask
  return open & -open
}

function greedyCover(group: Group, candidates: readonly Candidate[]): Cover {
  const open = new Set(group.elements)
  const chosen: number[] = []
  let cost = 0
  for (;;) {
    let best = -1
    let bestWorth = 0
    for (const index of group.candidates) {
      const candidate = candidates[index]
      if (!candidate) continue
      const worth = candidate.covers.filter((element) => open.has(element)).length / candidate.cost
      if (worth > bestWorth) [best, bestWorth] = [index, worth]
    }
    const taken = candidates[best]
    if (!taken) return { chosen, cost, exact: false }
    chosen.push(best)
    cost += taken.cost
    for (const element of taken.covers) open.delete(element)
  }
}
