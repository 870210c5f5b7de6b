import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDefinition, sampleQuestions } from '../../../../test/make-survey.ts'
import { differences, sentFromSheet } from '../invite/entry-rules.ts'
import { mayRemind, readCounts, readMailLines, reminderDays } from '../invite/invitation-rules.ts'
import { checkPart, mostGroups } from './part-rules.ts'
import type { TypedPart } from './part-rules.ts'
import { settingsErrors, blankSettings } from './settings-rules.ts'
import { highestThreshold, lowestThreshold, missingBefore, nextSurveyStep } from './survey-rules.ts'
import { textsIn } from './texts.en.ts'

const today = '2026-11-26'
const t = textsIn('fr')
const whole = { promise: 'Nous lirons.', closesOn: today, resultsOn: today }
const part = { definition: sampleDefinition(), freeText: false }

test('a survey is ready when nothing is missing, on its very last day', () => {
  assert.deepEqual(missingBefore({ survey: whole, parts: [part], schools: 1, today }), [])
})

for (const [missing, wish] of [
  ['promise', { survey: { ...whole, promise: '' } }],
  ['closing-day', { survey: { ...whole, closesOn: null } }],
  ['closing-passed', { survey: { ...whole, closesOn: '2026-11-25' } }],
  ['results-day', { survey: { ...whole, resultsOn: null } }],
  ['results-early', { survey: { ...whole, closesOn: '2026-11-27' } }],
  ['parts', { parts: [] }],
  ['questions', { parts: [{ definition: sampleDefinition(sampleQuestions.filter((one) => one.kind === 'text')), freeText: false }] }],
  ['schools', { schools: 0 }],
] as const) {
  test(`what is missing is named: ${missing}`, () => {
    assert.deepEqual(missingBefore({ survey: whole, parts: [part], schools: 1, today, ...wish }), [missing])
  })
}

test('a school that asks itself opens directly; a network offers first', () => {
  const standing = { state: 'draft', missing: 0, passed: false, invited: false } as const
  assert.equal(nextSurveyStep({ ...standing, forItself: true }), 'open')
  assert.equal(nextSurveyStep({ ...standing, forItself: false }), 'offer')
  assert.equal(nextSurveyStep({ ...standing, forItself: true, missing: 1 }), 'complete')
})

test('a threshold stands between its two borders', () => {
  const errorsAt = (threshold: number | string) =>
    Object.keys(settingsErrors({ ...blankSettings, title: 'Climat', threshold: String(threshold) }, today, t.settings.errors))
  assert.deepEqual(errorsAt(lowestThreshold), [])
  assert.deepEqual(errorsAt(highestThreshold), [])
  for (const wrong of [lowestThreshold - 1, highestThreshold + 1, '', 'onze', '1e1']) assert.deepEqual(errorsAt(wrong), ['threshold'])
})

const nobreak = { kind: 'none', title: '', groups: '', question: '' }
const typedPart = (...breakdowns: TypedPart['breakdowns']): TypedPart => ({ questionnaireId: '', access: 'personal', freeText: false, breakdowns })

test('groups of a breakdown are two at least, each once, and not too many', () => {
  const errorsOf = (groups: string) => checkPart(typedPart({ ...nobreak, kind: 'group', title: 'Niveau', groups }), sampleQuestions, t.part.errors).errors
  assert.deepEqual(errorsOf('Seconde\nPremière'), {})
  assert.equal(errorsOf('Seconde')['groups1'], t.part.errors.groupsMissing)
  assert.equal(errorsOf('Seconde\nseconde')['groups1'], t.part.errors.groupTwice('seconde'))
  const names = (count: number) => Array.from({ length: count }, (_, index) => `G${index}`).join('\n')
  assert.deepEqual(errorsOf(names(mostGroups)), {})
  assert.equal(errorsOf(names(mostGroups + 1))['groups1'], t.part.errors.groupsMany(mostGroups))
})

test('a breakdown by question takes a closed question, once, under its own code', () => {
  const by = (question: string) => ({ ...nobreak, kind: 'question', question })
  const { values, errors } = checkPart(typedPart(by('Q2'), by('Q2'), by('Q6')), sampleQuestions, t.part.errors)
  assert.deepEqual(Object.keys(errors), ['question2', 'question3'])
  assert.deepEqual(
    values.breakdowns.map((one) => one.code),
    ['Q2'],
  )
})

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
