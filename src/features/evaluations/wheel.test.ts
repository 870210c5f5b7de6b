import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cycleWheel } from './wheel.ts'
import type { CycleFacts } from './wheel.ts'

const begun: CycleFacts = {
  state: 'composing',
  hasPurpose: false,
  themes: 0,
  items: 0,
  members: 0,
  begun: false,
  finished: 0,
  agreed: 0,
  findings: 0,
  actions: 0,
}
const ready: CycleFacts = { ...begun, hasPurpose: true, themes: 1, items: 4, members: 3 }
const whole: CycleFacts = { ...ready, state: 'validated', begun: true, finished: 2, agreed: 4, findings: 2, actions: 1 }

const cases: { name: string; facts: CycleFacts; wheel: string; missing: string }[] = [
  {
    name: 'one just begun is empty and says everything',
    facts: begun,
    wheel: 'empty empty empty empty',
    missing: 'plan: purpose theme questionnaire team, do: opening, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'a purpose alone begins the first quarter',
    facts: { ...begun, hasPurpose: true },
    wheel: 'partial empty empty empty',
    missing: 'plan: theme questionnaire team, do: opening, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'purpose, theme, questionnaire and team fill the first quarter',
    facts: ready,
    wheel: 'full empty empty empty',
    missing: 'do: opening, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'a purpose and a theme are no longer asked once the round is open',
    facts: { ...ready, hasPurpose: false, themes: 0, state: 'answering', finished: 3 },
    wheel: 'full empty empty empty',
    missing: 'do: closing, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'an open round without any answer leaves the second quarter empty',
    facts: { ...ready, state: 'answering' },
    wheel: 'full empty empty empty',
    missing: 'do: answers closing, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'a first answer begins the second quarter',
    facts: { ...ready, state: 'answering', begun: true },
    wheel: 'full partial empty empty',
    missing: 'do: answers closing, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'when all have finished only closing is missing',
    facts: { ...ready, state: 'answering', begun: true, finished: 3 },
    wheel: 'full partial empty empty',
    missing: 'do: closing, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'once closed the second quarter is full even if one stayed silent',
    facts: { ...ready, state: 'agreeing', begun: true },
    wheel: 'full full empty empty',
    missing: 'check: positions diagnosis, act: actions validation',
  },
  {
    name: 'closed without any answer, it says so',
    facts: { ...ready, state: 'agreeing' },
    wheel: 'full empty empty empty',
    missing: 'do: answers, check: positions diagnosis, act: actions validation',
  },
  {
    name: 'one position agreed begins the third quarter',
    facts: { ...ready, state: 'agreeing', begun: true, agreed: 1 },
    wheel: 'full full partial empty',
    missing: 'check: positions diagnosis, act: actions validation',
  },
  {
    name: 'all positions without a diagnosis are not enough',
    facts: { ...ready, state: 'agreeing', begun: true, agreed: 4 },
    wheel: 'full full partial empty',
    missing: 'check: diagnosis, act: actions validation',
  },
  { name: 'an action begins the last quarter', facts: { ...whole, state: 'agreeing' }, wheel: 'full full full partial', missing: 'act: validation' },
  { name: 'validated with actions, nothing is missing', facts: whole, wheel: 'full full full full', missing: '' },
  {
    name: 'a team unknown to the reader is not said to be missing',
    facts: { ...whole, members: null, begun: null, finished: null },
    wheel: 'full full full full',
    missing: '',
  },
]

for (const { name, facts, wheel, missing } of cases) {
  test(`the wheel: ${name}`, () => {
    const cycle = cycleWheel(facts)
    assert.equal(Object.values(cycle.quarters).join(' '), wheel)
    const said = Object.entries(cycle.missing)
      .filter(([, list]) => list.length > 0)
      .map(([phase, list]) => `${phase}: ${list.map((one) => one.what).join(' ')}`)
    assert.equal(said.join(', '), missing)
  })
}

test('the wheel counts who and what is left', () => {
  const cycle = cycleWheel({ ...ready, state: 'answering', finished: 1, agreed: 1 })
  assert.deepEqual(cycle.missing.do[0], { what: 'answers', members: 2 })
  assert.deepEqual(cycle.missing.check[0], { what: 'positions', items: 3 })
})
