import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arbitraryCase, seedsOf } from '../../../../test/arbitrary-graph.ts'
import { buildGraph } from '../../crosswalks/graph.ts'
import { afterPlan, bestProofs, effort, nearestPlan, positionsOf } from './nearest.ts'
import { project } from './project.ts'
import type { Projection, Seed } from './project.ts'
import { cheapestCover } from './set-cover.ts'
import type { Candidate } from './set-cover.ts'
import { stateCode } from './states.ts'
import { turnsBetween, withProof } from './what-if.ts'

const copyOf = ({ state, provenance, inherited }: Projection): Projection => ({
  state: state.slice(),
  provenance: provenance.slice(),
  inherited: inherited.slice(),
})

test('doing what the plan says is enough: every item that was asked is then covered', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const graph = buildGraph(made.items, made.links)
      const seeds = seedsOf(made)
      const projection = copyOf(project(graph, seeds))
      const wanted = made.items.flatMap((item, number) => (item.frameworkId === 'framework-0' ? [number] : []))
      const plan = nearestPlan(graph, projection, positionsOf(made.items.length, seeds), wanted, () => true)
      const { state } = project(graph, afterPlan(seeds, plan))
      for (const item of wanted) {
        if (projection.state[item] === stateCode.not_applicable) continue
        assert.equal(state[item], stateCode.covered)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a label that is covered asks for nothing more', () => {
  const graph = buildGraph([{ frameworkId: 'f', code: 'A' }], [])
  const seeds = [{ item: 0, position: 3, proofs: 1, planned: false }]
  assert.deepEqual(
    nearestPlan(graph, project(graph, seeds), positionsOf(1, seeds), [0], () => true),
    { steps: [], effort: 0, exact: true, missing: 0 },
  )
})

/** Every choice of candidates, tried one by one. */
function bruteForce(elements: number, candidates: readonly Candidate[]): number {
  const possible = new Set(candidates.flatMap((candidate) => candidate.covers))
  let best = Number.POSITIVE_INFINITY
  for (let choice = 0; choice < 1 << candidates.length; choice++) {
    const taken = candidates.filter((_, index) => (choice >> index) & 1)
    const settled = new Set(taken.flatMap((candidate) => candidate.covers))
    if ([...possible].every((element) => settled.has(element)))
      best = Math.min(
        best,
        taken.reduce((sum, candidate) => sum + candidate.cost, 0),
      )
  }
  return elements === 0 ? 0 : best
}

test('small covers are the cheapest there are', () => {
  const candidate = fc.record({ cost: fc.integer({ min: 1, max: 5 }), covers: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 9 }), (candidates) => {
      const cover = cheapestCover(7, candidates)
      assert.equal(cover.exact, true)
      assert.equal(cover.cost, bruteForce(7, candidates))
      assert.equal(
        cover.cost,
        cover.chosen.reduce((sum, index) => sum + (candidates[index]?.cost ?? 0), 0),
      )
    }),
    { numRuns: 1000 },
  )
})

test('a large knot is settled all the same, and said not to be the only way', () => {
  const candidates = Array.from({ length: 60 }, (_, index) => ({ cost: 1 + (index % 5), covers: [index, (index + 1) % 60, (index + 7) % 60] }))
  const cover = cheapestCover(60, candidates)
  assert.equal(cover.exact, false)
  assert.equal(new Set(cover.chosen.flatMap((index) => candidates[index]?.covers ?? [])).size, 60)
})

test('each of the best proofs covers what it says, counted after those before it', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const graph = buildGraph(made.items, made.links)
      let seeds: Seed[] = seedsOf(made)
      const first = project(graph, seeds).state.slice()
      const wanted = made.items.map((_, number) => number)
      for (const proof of bestProofs(graph, copyOf(project(graph, seeds)), positionsOf(wanted.length, seeds), wanted, () => true)) {
        const after = withProof(seeds, [proof.item])
        const covered = turnsBetween(graph, seeds, after).filter((turn) => turn.after === 'covered' && first[turn.item] !== stateCode.not_applicable)
        assert.deepEqual(
          covered.map((turn) => turn.item),
          [...proof.settles].sort((a, b) => a - b),
        )
        seeds = after
      }
    }),
    { numRuns: 1000 },
  )
})

test('joining a proof weighs less than finding one, and finding one less than doing what is not done', () => {
  assert.ok(effort.attach < effort.prove && effort.prove < effort.finish && effort.finish < effort.act)
})
