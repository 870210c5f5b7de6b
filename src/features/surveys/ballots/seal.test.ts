import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openBallot, openBundle, sealBallot, sealBundle } from './seal.ts'
import type { Ballot } from './seal.ts'

const [key, survey] = [randomBytes(32), randomUUID()]
const ballotOf = (words: string): Ballot => ({
  partId: randomUUID(),
  schoolId: randomUUID(),
  record: Uint8Array.of(1, 2, 3),
  texts: words ? { Q6: words } : {},
})
const plain = (ballot: Ballot) => ({ ...ballot, record: [...ballot.record] })

test('what is sealed is opened as it was, one ballot or many', () => {
  const ballots = [ballotOf(''), ballotOf('Un mot d’élève 🙂'), ballotOf('x'.repeat(3_000))]
  for (const ballot of ballots) assert.deepEqual(plain(openBallot(key, survey, sealBallot(key, survey, ballot))), plain(ballot))
  assert.deepEqual(openBundle(key, survey, sealBundle(key, survey, ballots)).map(plain), ballots.map(plain))
})

test('nothing opens with another key, for another survey, as what it is not, or when a byte has changed', () => {
  const [one, many] = [sealBallot(key, survey, ballotOf('a')), sealBundle(key, survey, [ballotOf('a')])]
  assert.throws(() => openBallot(randomBytes(32), survey, one))
  assert.throws(() => openBallot(key, randomUUID(), one))
  assert.throws(() => openBundle(key, randomUUID(), many))
  assert.throws(() => openBundle(key, survey, one))
  assert.throws(() => openBallot(key, survey, many))
  const changed = Buffer.from(one)
  changed[40] = (changed[40] ?? 0) ^ 1
  assert.throws(() => openBallot(key, survey, changed))
})

test('a sealed ballot is as long whether somebody wrote or not', () => {
  assert.equal(sealBallot(key, survey, ballotOf('')).length, sealBallot(key, survey, ballotOf('Une phrase assez longue, sur la cantine.')).length)
})
