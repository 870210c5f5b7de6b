import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleQuestions } from '../../../../test/make-survey.ts'
import type { Question } from '../questionnaire/definition.ts'
import { longestText, readAnswers } from './read-answers.ts'

test('answers are reduced to what is kept: a place, an interval, a year', () => {
  const read = readAnswers(sampleQuestions, { Q1: ['4'], Q2: ['2'], Q3: ['2', '1', '2'], Q4: ['2,5'], Q5: ['2024'], Q6: ['  Plus de bancs  '] }, true)
  assert.deepEqual(read, { chosen: { Q1: [4], Q2: [2], Q3: [1, 2], Q4: [2], Q5: [2] }, texts: { Q6: 'Plus de bancs' }, problems: [] })
})

test('what is skipped is not an answer, and words that are not asked are not kept', () => {
  assert.deepEqual(readAnswers(sampleQuestions, { Q1: [''], Q6: ['Un secret'] }, false), { chosen: {}, texts: {}, problems: [] })
})

test('what cannot be understood is told, question by question', () => {
  const { problems } = readAnswers(sampleQuestions, { Q1: ['9'], Q2: ['1', '2'], Q4: ['beaucoup'], Q5: ['1789'], Q6: ['a'.repeat(longestText + 1)] }, true)
  assert.deepEqual(
    problems.map(({ question, why }) => `${question} ${why}`),
    ['Q1 not-an-answer', 'Q2 not-an-answer', 'Q4 not-a-number', 'Q5 not-an-answer', 'Q6 too-long'],
  )
})

test('a question that is not asked of this person keeps no answer', () => {
  const [, transport] = sampleQuestions
  assert.ok(transport)
  const asked: Question[] = [
    transport,
    { code: 'Q9', section: 'S1', kind: 'scale', scale: 'yes', words: { fr: 'Le bus arrive à l’heure.' }, when: { question: 'Q2', answers: ['A'] } },
  ]
  assert.deepEqual(readAnswers(asked, { Q2: ['1'], Q9: ['3'] }, false).chosen, { Q2: [1], Q9: [3] })
  assert.deepEqual(readAnswers(asked, { Q2: ['2'], Q9: ['3'] }, false).chosen, { Q2: [2] })
})

test('a number is read in the digits of any script, as it is written by hand and in no other way', () => {
  const [number] = sampleQuestions.filter((question) => question.kind === 'number')
  assert.ok(number)
  const asked: Question[] = [number, { ...number, code: 'Q8', from: [1, 3] }]
  const placeOf = (text: string): number[] | undefined => readAnswers(asked, { Q4: [text] }, false).chosen['Q4']
  for (const text of ['2', '2,5', '2.5', '٢', '٢٫٥', '۲', '２', '२']) assert.deepEqual(placeOf(text), [2], text)
  for (const text of ['1 200', '1\u202f200', '١٬٢٠٠']) assert.deepEqual(placeOf(text), [3], text)
  for (const text of ['0x10', '1e9', 'Infinity', '1,2,3', '+', '3 ans', '.5']) {
    assert.deepEqual(readAnswers(asked, { Q4: [text] }, false).problems, [{ question: 'Q4', why: 'not-a-number' }], text)
  }
  assert.deepEqual(readAnswers(asked, { Q4: ['-1'], Q8: ['0'] }, false).problems, [
    { question: 'Q4', why: 'too-small', least: 0 },
    { question: 'Q8', why: 'too-small', least: 1 },
  ])
})

test('what is written cannot turn the direction of what follows it', () => {
  assert.deepEqual(readAnswers(sampleQuestions, { Q6: ['Des \u202ebancs\u2069'] }, true).texts, { Q6: 'Des bancs' })
  assert.deepEqual(readAnswers(sampleQuestions, { Q6: ['\u202e'] }, true).texts, {})
})
