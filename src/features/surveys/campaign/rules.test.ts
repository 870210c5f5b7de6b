import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDefinition, sampleQuestions } from '../../../../test/make-survey.ts'
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

test('an open survey where nobody is invited yet does not say that answers are coming, whoever asks', () => {
  const standing = { state: 'open', missing: 0, passed: false } as const
  assert.equal(nextSurveyStep({ ...standing, forItself: true, invited: false }), 'invite')
  assert.equal(nextSurveyStep({ ...standing, forItself: false, invited: false }), 'schools-invite')
  for (const forItself of [true, false]) assert.equal(nextSurveyStep({ ...standing, forItself, invited: true }), 'wait')
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
