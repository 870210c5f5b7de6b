import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scale } from '../../frameworks/scale.ts'
import type { Phase } from '../../../ui/phases.ts'
import { longestText } from '../../../platform/web/form.ts'
import type { ModelQuestion } from '../tables.ts'
import { isSameScale, newQuestions, ownQuestion } from './questions.ts'
import { byWheel, comfortableMinutes, estimatedMinutes, moved, openingGaps, reconciled, smallestDiscreetTeam, warningsOf } from './rules.ts'
import { isDay } from '../../../platform/days.ts'
import { longestTitle, settingsErrors } from './settings.ts'
import type { Settings } from './settings.ts'
import { fr } from './texts.fr.ts'

const words: Scale = { kind: 'none' }
const levels: Scale = {
  kind: 'levels',
  levels: [
    { value: 1, label: 'Pas encore' },
    { value: 2, label: 'Oui' },
  ],
}
const asked = (count: number, phase: Phase = 'plan') => Array.from({ length: count }, () => ({ scale: levels, phase }))
const ofEach = (['plan', 'do', 'check', 'act'] as const).flatMap((phase) => asked(1, phase))

test('no question takes no time, one takes two minutes, four take five', () => {
  assert.deepEqual(
    [0, 1, 4].map((count) => estimatedMinutes(asked(count))),
    [0, 2, 5],
  )
})

test('answering with words only takes as long as placing oneself and saying why', () => {
  assert.equal(estimatedMinutes([{ scale: words }, { scale: words }, { scale: words }, { scale: words }]), 5)
})

test('a questionnaire is called long only beyond the comfortable time', () => {
  const atBorder = (comfortableMinutes * 60) / 75
  const warned = (count: number) => warningsOf({ questions: [...ofEach, ...asked(count - 4)], members: 9, hasPurpose: true }).map((warning) => warning.what)
  assert.deepEqual(warned(atBorder), [])
  assert.deepEqual(warned(atBorder + 1), ['long'])
})

test('quarters without a question are named, but not before there is any question', () => {
  assert.deepEqual(warningsOf({ questions: asked(2, 'do'), members: 9, hasPurpose: true }), [{ what: 'quarters', phases: ['plan', 'check', 'act'] }])
  assert.deepEqual(warningsOf({ questions: [], members: 9, hasPurpose: true }), [])
})

test('a team in which each can guess who said what is remarked upon', () => {
  const warned = (members: number) => warningsOf({ questions: ofEach, members, hasPurpose: true }).length
  assert.deepEqual([0, smallestDiscreetTeam - 1, smallestDiscreetTeam].map(warned), [0, 1, 0])
})

test('a round needs a question and a member, and says both at once', () => {
  assert.deepEqual(openingGaps({ items: 0, members: 0 }), ['no-items', 'no-members'])
  assert.deepEqual(openingGaps({ items: 1, members: 0 }), ['no-members'])
  assert.deepEqual(openingGaps({ items: 0, members: 1 }), ['no-items'])
  assert.deepEqual(openingGaps({ items: 1, members: 1 }), [])
})

const moves: [string, string, 'up' | 'down', string][] = [
  ['up in the middle', 'b', 'up', 'bac'],
  ['down in the middle', 'b', 'down', 'acb'],
  ['up at the top', 'a', 'up', 'abc'],
  ['down at the bottom', 'c', 'down', 'abc'],
  ['one that is no longer there', 'z', 'up', 'abc'],
]
for (const [name, id, move, expected] of moves) test(`moving ${name}`, () => assert.equal(moved(['a', 'b', 'c'], id, move).join(''), expected))

const orders: [string, string, string][] = [
  ['the whole order', 'cab', 'cab'],
  ['one added meanwhile stays at the end', 'ca', 'cab'],
  ['one removed meanwhile is left out', 'czab', 'cab'],
  ['one named twice counts once', 'ccab', 'cab'],
  ['nothing wanted changes nothing', '', 'abc'],
]
for (const [name, wanted, expected] of orders)
  test(`an order sent by the page: ${name}`, () => assert.equal(reconciled(['a', 'b', 'c'], [...wanted]).join(''), expected))

test('the order of the wheel keeps the order within a quarter', () => {
  const items = [
    { id: '1', phase: 'act' },
    { id: '2', phase: 'plan' },
    { id: '3', phase: 'do' },
    { id: '4', phase: 'plan' },
  ] as const
  assert.equal(byWheel(items).join(''), '2431')
})

const bank = (code: string, statement: string): ModelQuestion => ({
  ...ownQuestion({ statement, help: '', phase: 'do', scale: words }),
  origin: 'bank',
  frameworkId: 'f',
  originCode: code,
})

test('a question of the bank is not added twice, even reworded', () => {
  assert.deepEqual(
    newQuestions([bank('QF10-P1', 'Nos mots')], [bank('QF10-P1', 'Ses mots'), bank('QF10-P2', 'Autre')]).map((question) => question.originCode),
    ['QF10-P2'],
  )
})

test('an own question is the same when its words are the same', () => {
  const own = ownQuestion({ statement: 'Oui', help: '', phase: 'do', scale: words })
  assert.equal(newQuestions([own], [{ ...own, help: 'autre aide' }]).length, 0)
  assert.equal(newQuestions([], [own, own]).length, 1)
})

test('scales are the same when they say the same', () => {
  assert.equal(
    isSameScale(levels, {
      kind: 'levels',
      levels: [
        { label: 'Pas encore', value: 1 },
        { label: 'Oui', value: 2 },
      ],
    }),
    true,
  )
  assert.equal(isSameScale(levels, { kind: 'levels', levels: [{ value: 1, label: 'Pas encore' }] }), false)
  assert.equal(isSameScale(levels, words), false)
})

const settings: Settings = {
  title: 'Nos stages',
  purpose: '',
  scopeKind: 'school',
  scopeDetail: '',
  themes: [],
  schoolYear: '2026-2027',
  startsOn: '',
  endsOn: '',
  scale: 'none',
  start: '',
  members: [],
}
const refusedFields: [string, Partial<Settings>, string[]][] = [
  ['a title is enough', {}, []],
  ['no title', { title: '' }, ['title']],
  ['a title at the limit', { title: 'a'.repeat(longestTitle) }, []],
  ['a title beyond the limit', { title: 'a'.repeat(longestTitle + 1) }, ['title']],
  ['a purpose beyond the longest text', { purpose: 'a'.repeat(longestText + 1) }, ['purpose']],
  ['an unknown scope', { scopeKind: 'planet' }, ['scope']],
  ['an action that is not named', { scopeKind: 'action' }, ['scope-detail']],
  ['a day that does not exist', { endsOn: '2026-02-30' }, ['ends']],
  ['an end before the start', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, ['ends']],
  ['a single day', { startsOn: '2026-12-02', endsOn: '2026-12-02' }, []],
]
for (const [name, change, fields] of refusedFields) {
  test(`settings: ${name}`, () => assert.deepEqual(Object.keys(settingsErrors({ ...settings, ...change }, fr.settings.errors)), fields))
}

test('days are read strictly', () => {
  assert.deepEqual(['2026-11-22', '22/11/2026', '2026-13-01', ''].map(isDay), [true, false, false, false])
})
