import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstHour } from './first-hour-rules.ts'
import type { FirstHourStep } from './first-hour-rules.ts'

type Beginning = Parameters<typeof firstHour>[0]

const composing = { id: 'e', state: 'composing' as const, items: 0, findings: 0 }

const cases: [string, Beginning, FirstHourStep | null][] = [
  ['a head alone invites her team', { people: 1, cycles: [] }, 'invite'],
  ['with a team she chooses a theme', { people: 2, cycles: [] }, 'theme'],
  ['with a theme she composes', { people: 2, cycles: [composing] }, 'compose'],
  ['with questions she opens', { people: 2, cycles: [{ ...composing, items: 1 }] }, 'open'],
  ['once open the team goes towards the diagnosis', { people: 2, cycles: [{ ...composing, items: 1, state: 'answering' }] }, 'diagnosis'],
  ['and still does once closed', { people: 2, cycles: [{ ...composing, items: 1, state: 'agreeing' }] }, 'diagnosis'],
  ['a first finding ends the path', { people: 2, cycles: [{ ...composing, items: 1, state: 'agreeing', findings: 1 }] }, null],
  ['a validated evaluation ends it too', { people: 2, cycles: [{ ...composing, state: 'validated' }] }, null],
  ['a head who composes alone is still asked to invite', { people: 1, cycles: [{ ...composing, items: 3 }] }, 'invite'],
]

for (const [name, beginning, current] of cases) test(`first hour: ${name}`, () => assert.equal(firstHour(beginning)?.current ?? null, current))

test('what is done before its turn is shown as done', () => {
  const states = firstHour({ people: 1, cycles: [{ ...composing, items: 3 }] })?.steps.map((step) => step.state)
  assert.deepEqual(states, ['current', 'done', 'done', 'next', 'next'])
})

test('the path leads through the evaluation that goes furthest', () => {
  const other = { id: 'open', state: 'answering' as const, items: 2, findings: 0 }
  assert.equal(firstHour({ people: 2, cycles: [composing, other, { ...composing, items: 9 }] })?.evaluationId, 'open')
})
