import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { relations } from '../relations.ts'
import { keptRelation, seenFrom, settledCodes } from '../read/sides-rules.ts'
import { linkFaults, linksStamp, noLink, reasonFault } from './link-rules.ts'
import { rarityOf, suggest } from './similarity-rules.ts'
import type { Stemmed } from './similarity-rules.ts'

const stemmed = (code: string, text: string, indicators: string[] = []): Stemmed => ({
  code,
  indicators,
  words: text.split(' ').map((word) => ({ stem: word, word, weight: 1 })),
})

const source = stemmed('A', 'tuteur entreprise stage élève')
const near = stemmed('B', 'tuteur stage convention élève')
const far = stemmed('C', 'cantine budget élève')
const all = [source, near, far]

test('a statement is like the one that shares its rare words, and the page can say which', () => {
  const [first, ...rest] = suggest(source, [far, near], rarityOf(all), 5)
  assert.equal(first?.code, 'B')
  assert.deepEqual([...(first?.common ?? [])].sort(), ['stage', 'tuteur'])
  assert.deepEqual(rest, [], 'a word that all have tells nothing')
})

test('an indicator in common counts, and is told', () => {
  const [only] = suggest(stemmed('A', 'un deux', ['E04']), [stemmed('B', 'trois', ['E04', 'S03'])], rarityOf([]), 5)
  assert.deepEqual([only?.code, only?.indicators], ['B', ['E04']])
})

test('likeness does not depend on the order of what is given, and stays between 0 and 1', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), (texts) => {
      const list = texts.map((text, index) => stemmed(`X${index}`, text.join(' ')))
      const [first, ...others] = list
      if (!first) return
      const rarity = rarityOf(list)
      const found = suggest(first, others, rarity, 10)
      assert.deepEqual(found, suggest(first, [...others].reverse(), rarity, 10))
      for (const { score } of found) assert.ok(score > 0 && score <= 1 + 1e-9, String(score))
    }),
  )
})

test('a link is the same whichever side it was made from', () => {
  for (const relation of relations) {
    const link = { from: 'A', to: 'B', type: keptRelation(relation, 'to'), reason: '', status: 'proposed' as const, author: null }
    assert.equal(seenFrom(link, 'to').relation, relation)
    assert.equal(seenFrom({ ...link, type: keptRelation(relation, 'from') }, 'from').relation, relation)
  }
})

test('a link needs an end that exists, a kind and a reason of some length', () => {
  assert.deepEqual(linkFaults(noLink, new Set(['B'])), ['target', 'type', 'reason'])
  assert.deepEqual(linkFaults({ far: 'B', relation: 'equal', reason: 'Les deux en parlent.', status: 'proposed' }, new Set(['B'])), [])
  assert.deepEqual(
    [reasonFault('a'.repeat(9)), reasonFault('a'.repeat(10)), reasonFault('a'.repeat(400)), reasonFault('a'.repeat(401))],
    ['reason', null, null, 'reasonLong'],
  )
})

test('a statement is settled by a link or by an honest « no equivalent », on its own side', () => {
  const link = { from: 'A', to: 'B', type: 'equal' as const, reason: '', status: 'proposed' as const, author: null }
  const gap = { side: 'from' as const, code: 'C', reason: '' }
  assert.deepEqual([...settledCodes([link], [gap], 'from')].sort(), ['A', 'C'])
  assert.deepEqual([...settledCodes([link], [gap], 'to')], ['B'])
  assert.notEqual(linksStamp([link], [], 'A', 'from'), linksStamp([], [], 'A', 'from'))
  assert.equal(linksStamp([link], [], 'Z', 'from'), linksStamp([], [gap], 'Z', 'from'))
})
