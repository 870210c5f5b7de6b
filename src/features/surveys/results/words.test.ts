import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDefinition } from '../../../../test/make-survey.ts'
import type { Question } from '../questionnaire/definition.ts'
import type { PartFigures } from '../release/document.ts'
import { fewestSchools } from '../release/together.ts'
import type { Part } from '../store.ts'
import { breakdownsOf, groupName } from './part-views.ts'
import { textsIn } from './texts.en.ts'
import { answersOf, askedTo, whyNothing } from './words.ts'

const t = textsIn('fr')
const asked = { section: 'S1', words: { fr: 'Une question ?' } }
const travel: Question = { ...asked, code: 'R1', kind: 'number', unit: { fr: 'minutes', en: 'minutes' }, from: [0, 15, 30, 60] }
const since: Question = { ...asked, code: 'R2', kind: 'date', by: 'month', first: '2025-08', last: '2025-10' }
const well: Question = { ...asked, code: 'R3', kind: 'scale', scale: 'yes', words: { fr: 'Cela va.' } }
const status: Question = { ...asked, code: 'R4', kind: 'single', options: [{ code: 'A', words: { fr: 'Interne' } }] }
const why: Question = { ...asked, code: 'R5', kind: 'scale', scale: 'agreement', when: { question: 'R3', answers: ['1', '2'] } }
const questions = [travel, since, well, status, why]

const part: Part = {
  id: 'p',
  surveyId: 's',
  organisationId: 'o',
  position: 0,
  audience: 'pupil',
  questionnaireId: null,
  definition: sampleDefinition(questions),
  access: 'personal',
  breakdowns: [
    { code: 'niveau', title: 'Niveau', source: 'group', groups: ['2de'] },
    ...questions.map(({ code }) => ({ code, title: `Par ${code}`, source: 'question' as const, groups: [] })),
  ],
  freeText: false,
}
const nothingShown: PartFigures = { answers: null, invited: null, participation: null, questions: {}, breakdowns: [] }

test('numbers and dates are answered in words, with their unit', () => {
  assert.deepEqual(answersOf(travel, t, 'fr'), [
    'de 0 à moins de 15 minutes',
    'de 15 à moins de 30 minutes',
    'de 30 à moins de 60 minutes',
    '60 minutes et plus',
  ])
  assert.deepEqual(answersOf(since, t, 'fr'), ['août 2025', 'septembre 2025', 'octobre 2025'])
})

test('a group of a breakdown by a question bears the answer in words, never its code', () => {
  assert.equal(groupName(part, 'niveau', '2de', t, 'fr'), '2de')
  assert.equal(groupName(part, 'R1', '2', t, 'fr'), 'de 15 à moins de 30 minutes')
  assert.equal(groupName(part, 'R2', '2', t, 'fr'), 'septembre 2025')
  assert.equal(groupName(part, 'R3', '3', t, 'fr'), 'Oui')
  assert.equal(groupName(part, 'R3', '4', t, 'fr'), 'Ne sait pas')
  assert.equal(groupName(part, 'R4', 'A', t, 'fr'), 'Interne')
})

test('a question is not broken down by itself, nor by the question that decided who was asked it', () => {
  const figures = { ...nothingShown, breakdowns: part.breakdowns.map(({ code }) => ({ code, shown: true, groups: [] })) }
  const view = { part, questions, figures, together: null, before: null, written: [] }
  assert.deepEqual(
    breakdownsOf(view, why).map(({ code }) => code),
    ['niveau', 'R1', 'R2', 'R4'],
  )
})

test('a question that was not asked to everybody says to whom', () => {
  assert.match(askedTo(why, questions, t, 'fr'), /Posée seulement à ceux qui ont répondu «\s?Non\s?» ou «\s?En partie\s?» à «\s?Cela va\s?»/)
  assert.equal(askedTo(well, questions, t, 'fr'), '')
})

test('where too few schools count, that is what is said, and how many are needed', () => {
  const of = (counted: number) => ({ ...nothingShown, schools: { counted, left: 2 } })
  assert.match(whyNothing({ organisationKind: 'authority' }, of(fewestSchools.other - 1), t), /au moins 5.*Ici, 4 le peuvent/)
  assert.match(whyNothing({ organisationKind: 'network' }, of(1), t), /au moins 3.*Ici, un seul le peut\./)
  assert.equal(whyNothing({ organisationKind: 'school' }, nothingShown, t), t.few)
})
