import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildGraph } from '../../crosswalks/graph.ts'
import type { Relation } from '../../crosswalks/relations.ts'
import { reachFrom } from './suggest-rules.ts'

const item = (code: string) => ({ frameworkId: 'f', code })
const graphOf = (codes: string, links: [from: string, type: Relation, to: string][]) =>
  buildGraph(
    [...codes].map(item),
    links.map(([from, type, to]) => ({ from: item(from), to: item(to), type, reason: `${from}${to}`, status: 'validated', author: 'x' })),
  )
const codesOf = (reached: readonly { from: { code: string }; to: { code: string } }[]): string[] => reached.map(({ from, to }) => `${from.code}${to.code}`)

test('what is the same or contained is served; what is wider or overlaps is proposed', () => {
  const graph = graphOf('abcde', [
    ['a', 'equal', 'b'],
    ['a', 'broader', 'c'],
    ['a', 'narrower', 'd'],
    ['a', 'overlaps', 'e'],
  ])
  const reach = reachFrom(graph, [item('a')])
  assert.deepEqual(
    [codesOf(reach.served), codesOf(reach.proposed)],
    [
      ['ab', 'ac'],
      ['ad', 'ae'],
    ],
  )
})

test('links are read from both ends, and chains are followed as far as they say something', () => {
  const graph = graphOf('abcd', [
    ['b', 'narrower', 'a'],
    ['b', 'equal', 'c'],
    ['c', 'overlaps', 'd'],
  ])
  const reach = reachFrom(graph, [item('a')])
  assert.deepEqual([codesOf(reach.served), codesOf(reach.proposed)], [['ab', 'ac'], []])
  assert.deepEqual(codesOf(reachFrom(graph, [item('c')]).proposed), ['ca', 'cd'])
})

test('a point reached twice is told once, by the strongest way; what the proof stands beside already is not told', () => {
  const graph = graphOf('abc', [
    ['a', 'overlaps', 'c'],
    ['b', 'equal', 'c'],
  ])
  assert.deepEqual(codesOf(reachFrom(graph, [item('a'), item('b')]).served), ['bc'])
  const all = reachFrom(graph, [item('a'), item('b'), item('c')])
  assert.deepEqual([all.served, all.proposed], [[], []])
})

test('without links, or beside a point that no framework has, nothing is reached', () => {
  const graph = graphOf('ab', [['a', 'equal', 'b']])
  assert.deepEqual(reachFrom(graph, []), { served: [], proposed: [] })
  assert.deepEqual(reachFrom(graph, [item('z')]), { served: [], proposed: [] })
})
