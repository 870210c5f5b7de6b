import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleQuestions } from '../../../../test/make-survey.ts'
import { differences, sentFromSheet } from './entry-rules.ts'
import { mayRemind, readCounts, readMailLines, reminderDays } from './invitation-rules.ts'
import { nextAtPlace } from './place-rules.ts'
import type { PlaceStanding } from './place-rules.ts'

test('pasted addresses come back with line and reason', () => {
  const breakdowns = [{ code: 'groupe-1', title: 'Niveau', source: 'group' as const, groups: ['Seconde', 'Première'] }]
  const { lines, refused } = readMailLines(
    'a@exemple.fr ; seconde\n\nsans arobase\nb@exemple.fr;Terminale\nA@exemple.fr\nc@exemple.fr;Seconde;x\nd@exemple.fr',
    breakdowns,
  )
  assert.deepEqual(lines, [
    { mail: 'a@exemple.fr', groups: { 'groupe-1': 'Seconde' } },
    { mail: 'd@exemple.fr', groups: {} },
  ])
  assert.deepEqual(
    refused.map(({ line, why }) => [line, why]),
    [
      [3, 'not-an-address'],
      [4, 'unknown-group'],
      [5, 'twice'],
      [6, 'too-many-parts'],
    ],
  )
})

test('numbers of codes are numbers, not all empty, and not too many', () => {
  assert.deepEqual(readCounts(['12', '']), { counts: [12, 0] })
  assert.deepEqual(readCounts(['', '']), { fault: 'none', field: 0 })
  assert.deepEqual(readCounts(['3', '-1']), { fault: 'not-a-number', field: 1 })
  assert.deepEqual(readCounts(['1501']), { fault: 'too-many', field: 0 })
})

test('a reminder may leave three days after the last, not a minute before', () => {
  const last = new Date('2026-11-20T10:00:00Z')
  const after = (minutes: number) => new Date(last.getTime() + reminderDays * 86_400_000 + minutes * 60_000)
  assert.equal(mayRemind(null, last), true)
  assert.equal(mayRemind(last, after(0)), true)
  assert.equal(mayRemind(last, after(-1)), false)
})

test('two typings of one sheet differ by what they mean, not by spaces or order', () => {
  assert.deepEqual(differences(sampleQuestions, { Q1: '4', Q3: '1 2', Q6: 'Le self, vraiment' }, { Q1: '4', Q3: '2,1', Q6: 'le self vraiment ' }), [])
  assert.deepEqual(differences(sampleQuestions, { Q1: '4', Q4: '2' }, { Q1: '3' }), ['Q1', 'Q4'])
  assert.deepEqual(sentFromSheet(sampleQuestions, { Q3: '2,1' })['Q3'], ['2', '1'])
})

test('the next step at a place is one that its reader may make', () => {
  const step = (standing: Partial<PlaceStanding>) =>
    nextAtPlace({ state: 'open', declined: false, invited: false, mayInvite: true, mayRead: true, accesses: ['personal'], ...standing })
  assert.equal(step({}), 'invite')
  assert.equal(step({ accesses: ['shared'] }), 'invite-in-session')
  assert.equal(step({ mayInvite: false }), 'others-invite')
  assert.equal(step({ mayInvite: false, accesses: ['personal', 'session'] }), 'session')
  assert.equal(step({ invited: true, mayInvite: false }), 'wait')
  assert.equal(step({ state: 'offered' }), 'prepare-invitations')
  assert.equal(step({ state: 'offered', mayInvite: false }), 'wait-opening')
  assert.equal(step({ state: 'offered', declined: true }), 'declined')
  assert.equal(step({ state: 'released', mayRead: false }), 'released')
})
