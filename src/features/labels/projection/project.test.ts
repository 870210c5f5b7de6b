import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arbitraryCase, seedsOf } from '../../../../test/arbitrary-graph.ts'
import type { Case } from '../../../../test/arbitrary-graph.ts'
import { referenceProjection } from '../../../../test/reference-projection.ts'
import { findChain, weakestStep } from '../../crosswalks/chain.ts'
import { buildGraph } from '../../crosswalks/graph.ts'
import type { Link } from '../../crosswalks/graph.ts'
import { compose, relations } from '../../crosswalks/relations.ts'
import type { Relation } from '../../crosswalks/relations.ts'
import { makeProjector, ownState, project, provenanceAt, stateAt } from './project.ts'
import type { Projection, Seed } from './project.ts'
import { positionCode, stateCode } from './states.ts'
import { turnsBetween, withoutProof, withProof } from './what-if.ts'
import { contributionsTo } from './why.ts'

const graphOf = ({ items, links }: Case) => buildGraph(items, links)
const statesOf = (projection: Projection, size: number) =>
  Array.from({ length: size }, (_, item) => ({ state: stateAt(projection, item), provenance: provenanceAt(projection, item) }))
const runs = { numRuns: 2000 }

test('the fast projection says what the slow, obvious one says', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const projection = project(graphOf(made), seedsOf(made))
      assert.deepEqual(statesOf(projection, made.items.length), referenceProjection(made.items, made.links, made.said))
    }),
    runs,
  )
})

test('adding a proof anywhere never lowers what is covered', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(), (made, which) => {
      const graph = graphOf(made)
      const seeds = seedsOf(made)
      const before = project(graph, seeds).state.slice()
      const after = project(graph, withProof(seeds, [which % made.items.length])).state
      before.forEach((state, item) => {
        if (state !== stateCode.not_applicable)
          assert.ok((after[item] ?? 0) >= state && after[item] !== stateCode.not_applicable, `item ${item}: ${state} → ${after[item]}`)
      })
    }),
    runs,
  )
})

test('the order in which things were said, and in which links were written, does not matter', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const forward = project(graphOf(made), seedsOf(made))
      const backward = project(buildGraph(made.items, [...made.links].reverse()), seedsOf(made).reverse())
      assert.deepEqual(statesOf(forward, made.items.length), statesOf(backward, made.items.length))
    }),
    runs,
  )
})

test('taking away the proof that was added brings every state back', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(), (made, which) => {
      const graph = graphOf(made)
      const seeds = made.items.map((_, item) => seedsOf(made).find((seed) => seed.item === item) ?? { item, position: 0, proofs: 0, planned: false })
      const place = which % made.items.length
      const added = seeds.map((seed) => (seed.item === place ? { ...seed, proofs: seed.proofs + 1 } : seed))
      assert.deepEqual(turnsBetween(graph, seeds, withoutProof(added, place)), [])
    }),
    runs,
  )
})

test('an empty answer erases nothing', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(), (made, which) => {
      const graph = graphOf(made)
      const seeds = seedsOf(made)
      const empty: Seed = { item: which % made.items.length, position: positionCode.none, proofs: 0, planned: false }
      assert.deepEqual(turnsBetween(graph, seeds, [...seeds, empty]), [])
    }),
    runs,
  )
})

test('an intention is never counted as covered, here or elsewhere', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const intentions = seedsOf(made).map((seed) => ({ ...seed, position: positionCode.none, proofs: 0, planned: true }))
      const { state } = project(graphOf(made), intentions)
      assert.ok(state.every((one) => one === stateCode.missing || one === stateCode.planned))
    }),
    runs,
  )
})

test('one projector serves many schools in turn, and none hears of the one before', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (made, kept) => {
      const graph = graphOf(made)
      const projector = makeProjector(graph)
      projector(seedsOf(made))
      const some = seedsOf(made).filter((seed) => kept[seed.item])
      assert.deepEqual(statesOf(projector(some), made.items.length), statesOf(project(graph, some), made.items.length))
    }),
  )
})

test('every state that comes from elsewhere can say why, by a chain whose relation is what its links make together', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const graph = graphOf(made)
      const seeds = seedsOf(made)
      const projection = project(graph, seeds)
      made.items.forEach((_, item) => {
        const contributions = contributionsTo(graph, seeds, item)
        const most = Math.max(0, ...contributions.filter((one) => one.brings !== 'not_applicable').map((one) => stateCode[one.brings]))
        assert.equal(most, projection.inherited[item])
        if (provenanceAt(projection, item) === 'inherited') assert.ok(contributions.length > 0)
        for (const { chain, seed } of contributions) {
          assert.equal(chain.steps[0]?.from, seed.item)
          assert.equal(chain.steps.at(-1)?.to, item)
          const together = chain.steps.reduce<Relation | null>((before, step) => (before ? compose(before, step.relation) : null), 'equal')
          assert.equal(together, chain.relation)
        }
      })
    }),
    runs,
  )
})

const link = (from: string, to: string, type: Relation, status: Link['status'] = 'proposed'): Link => ({
  from: { frameworkId: 'f', code: from },
  to: { frameworkId: 'f', code: to },
  type,
  reason: 'Une raison.',
  status,
  author: 'Équipe',
})
const letters = (codes: string) => [...codes].map((code) => ({ frameworkId: 'f', code }))

test('a chain is as strong as its weakest link, and says which one it is', () => {
  const graph = buildGraph(letters('abcd'), [link('a', 'b', 'equal', 'validated'), link('b', 'c', 'equal'), link('c', 'd', 'broader', 'validated')])
  const chain = findChain(graph, 0, 3)
  assert.equal(chain?.relation, 'broader')
  assert.equal(weakestStep(chain!)?.to, 3)
  assert.equal(weakestStep(findChain(graph, 0, 2)!)?.to, 2)
})

test('a circle of links ends', () => {
  const graph = buildGraph(letters('abc'), [link('a', 'b', 'equal'), link('b', 'c', 'broader'), link('c', 'a', 'narrower')])
  assert.deepEqual([stateAt(project(graph, [{ item: 0, position: 3, proofs: 1, planned: false }]), 2)], ['covered'])
})

test('two parts of one thing say nothing of each other', () => {
  const graph = buildGraph(letters('abc'), [link('a', 'b', 'narrower'), link('b', 'c', 'broader')])
  const projection = project(graph, [{ item: 0, position: 3, proofs: 1, planned: false }])
  assert.deepEqual([stateAt(projection, 1), stateAt(projection, 2)], ['partly', 'missing'])
})

for (const first of relations)
  for (const second of relations)
    test(`${first} then ${second} is the same read from the other end`, () => {
      const inverse = { equal: 'equal', broader: 'narrower', narrower: 'broader', overlaps: 'overlaps' } as const
      const together = compose(first, second)
      const back = compose(inverse[second], inverse[first])
      assert.equal(together === null ? null : inverse[together], back)
    })

const own: [position: keyof typeof positionCode, proof: boolean, planned: boolean, state: keyof typeof stateCode][] = [
  ['none', false, false, 'missing'],
  ['none', false, true, 'planned'],
  ['none', true, false, 'covered'],
  ['held', false, false, 'partly'],
  ['held', true, false, 'covered'],
  ['partly', true, true, 'partly'],
  ['notYet', false, true, 'planned'],
  ['notYet', true, false, 'partly'],
  ['notApplicable', true, true, 'not_applicable'],
]
for (const [position, proof, planned, state] of own)
  test(`alone, ${position}${proof ? ' with a proof' : ''}${planned ? ' with an action' : ''} is ${state}`, () =>
    assert.equal(ownState(positionCode[position], proof, planned), stateCode[state]))
