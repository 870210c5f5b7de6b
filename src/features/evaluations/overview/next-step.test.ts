import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CycleFacts } from '../wheel.ts'
import { nextStep } from './next-step.ts'
import type { NextStep, Standing } from './next-step.ts'

const empty: CycleFacts = {
  state: 'composing',
  hasPurpose: true,
  themes: 1,
  items: 0,
  members: 0,
  begun: false,
  finished: 0,
  agreed: 0,
  findings: 0,
  actions: 0,
}
const ready = { ...empty, items: 4, members: 3 }
const open: CycleFacts = { ...ready, state: 'answering' }
const closed: CycleFacts = { ...ready, state: 'agreeing', begun: true }
const head: Omit<Standing, 'facts'> = { leads: true, validates: true, part: null, visits: false }
const lead = { ...head, validates: false }
const member = { ...lead, leads: false }
const fresh = { answered: 0, finished: false }
const done = { answered: 4, finished: true }

const cases: [string, Standing, NextStep][] = [
  ['a lead with an empty questionnaire composes', { ...lead, facts: empty }, 'compose'],
  ['a lead with questions and nobody chooses the team', { ...lead, facts: { ...empty, items: 1 } }, 'choose-team'],
  ['a lead with both opens', { ...lead, facts: ready }, 'open'],
  ['a member waits for the opening', { ...member, facts: ready }, 'wait-opening'],
  ['a member who has not begun answers', { ...member, part: fresh, facts: open }, 'answer'],
  ['a member who has begun goes on', { ...member, part: { answered: 1, finished: false }, facts: open }, 'continue-answering'],
  ['a member who has finished waits', { ...member, part: done, facts: open }, 'wait-closing'],
  ['a member outside the team waits', { ...member, facts: open }, 'wait-closing'],
  ['a lead in the team answers first', { ...lead, part: fresh, facts: open }, 'answer'],
  ['a lead who has finished follows the others', { ...lead, part: done, facts: { ...open, finished: 1 } }, 'follow-answers'],
  ['a lead closes when all have finished', { ...lead, part: done, facts: { ...open, finished: 3 } }, 'close'],
  ['a lead agrees on positions', { ...lead, facts: { ...closed, agreed: 3 } }, 'agree'],
  ['then writes the diagnosis', { ...lead, facts: { ...closed, agreed: 4 } }, 'diagnose'],
  ['then decides actions', { ...lead, facts: { ...closed, agreed: 4, findings: 1 } }, 'decide-actions'],
  ['then the head validates', { ...head, facts: { ...closed, agreed: 4, findings: 1, actions: 1 } }, 'validate'],
  ['and the lead waits for the head', { ...lead, facts: { ...closed, agreed: 4, findings: 1, actions: 1 } }, 'wait-validation'],
  ['a member reads the spread while the group agrees', { ...member, facts: closed }, 'read-spread'],
  ['once validated without actions, one decides them', { ...member, facts: { ...closed, state: 'validated' } }, 'decide-actions'],
  ['once validated with actions, one follows them', { ...member, facts: { ...closed, state: 'validated', actions: 2 } }, 'follow-actions'],
  ['a referent reads the report', { ...member, visits: true, facts: { ...closed, members: null, begun: null, finished: null } }, 'read-report'],
]

for (const [name, standing, expected] of cases) test(`next step: ${name}`, () => assert.equal(nextStep(standing), expected))
