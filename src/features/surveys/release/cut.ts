/** People who are in this group of one breakdown and that group of another. */
export interface Cell {
  one: number
  other: number
  people: number
}

/**
 * The fewest people whom two breakdowns together can tell apart: what can be computed from the figures of both is a sum of a function of the one group and a
 * function of the other; it is nothing but on people between two parts of the graph of groups (edges: cells), so the smallest such set is the
 * smallest cut of one of its connected parts (Stoer and Wagner 1997). Infinity where nothing can be cut.
 */
export function fewestApart(cells: readonly Cell[]): number {
  const occupied = cells.filter((cell) => cell.people > 0)
  return Math.min(Infinity, ...connectedParts(occupied).map(smallestCut))
}

const nodeOf = (side: 'a' | 'b', group: number): string => `${side}${group}`

function connectedParts(cells: readonly Cell[]): Cell[][] {
  const parts: { nodes: Set<string>; cells: Cell[] }[] = []
  for (const cell of cells) {
    const ends = [nodeOf('a', cell.one), nodeOf('b', cell.other)]
    const touched = parts.filter((part) => ends.some((end) => part.nodes.has(end)))
    const joined = { nodes: new Set([...ends, ...touched.flatMap((part) => [...part.nodes])]), cells: [cell, ...touched.flatMap((part) => part.cells)] }
    for (const part of touched) parts.splice(parts.indexOf(part), 1)
    parts.push(joined)
  }
  return parts.map((part) => part.cells)
}

function smallestCut(cells: readonly Cell[]): number {
  const names = [...new Set(cells.flatMap((cell) => [nodeOf('a', cell.one), nodeOf('b', cell.other)]))]
  const weights = names.map(() => names.map(() => 0))
  for (const { one, other, people } of cells) {
    const [from, to] = [names.indexOf(nodeOf('a', one)), names.indexOf(nodeOf('b', other))]
    add(weights, from, to, people)
    add(weights, to, from, people)
  }
  let smallest = Infinity
  let left = names.map((_, index) => index)
  while (left.length > 1) {
    const { last, before, weight } = lastOf(weights, left)
    smallest = Math.min(smallest, weight)
    for (const node of left) {
      add(weights, before, node, weights[last]?.[node] ?? 0)
      add(weights, node, before, weights[node]?.[last] ?? 0)
    }
    left = left.filter((node) => node !== last)
  }
  return smallest
}

/** The node that joins last when each time the most tightly bound comes next, the one before it, and how tightly it is bound. */
function lastOf(weights: readonly number[][], left: readonly number[]): { last: number; before: number; weight: number } {
  const bound = new Map(left.map((node) => [node, 0]))
  let [last, before, weight] = [-1, -1, 0]
  while (bound.size > 0) {
    let next = -1
    for (const [node, tight] of bound) if (next < 0 || tight > (bound.get(next) ?? 0)) next = node
    ;[before, last, weight] = [last, next, bound.get(next) ?? 0]
    bound.delete(next)
    for (const node of bound.keys()) bound.set(node, (bound.get(node) ?? 0) + (weights[next]?.[node] ?? 0))
  }
  return { last, before, weight }
}

function add(weights: number[][], from: number, to: number, people: number): void {
  const row = weights[from]
  if (row && from !== to) row[to] = (row[to] ?? 0) + people
}
