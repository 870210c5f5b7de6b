import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersOf, wordsOfAnswers } from './answers-of.ts'
import { bySection } from './by-section.ts'
import type { Question } from './definition.ts'

const base = { code: 'Q', section: '', words: { fr: 'Q ?' } }
const bus: Question = {
  ...base,
  kind: 'single',
  options: [
    { code: 'b', words: { fr: 'En bus', en: 'By bus' } },
    { code: 'p', words: { fr: 'À pied' } },
  ],
}

test('answers are said in a language, in French where they are not translated', () => {
  assert.deepEqual(answersOf(bus, 'en'), ['By bus', 'À pied'])
  assert.equal(answersOf({ ...base, kind: 'scale', scale: 'agreement' }, 'en').at(-1), 'I do not know')
  assert.equal(answersOf({ ...base, kind: 'scale', scale: 'agreement' }, 'fr').at(-1), 'Je ne sais pas')
  assert.deepEqual(answersOf({ ...base, kind: 'number', from: [0, 2, 5] }, 'fr'), ['0 – 2', '2 – 5', '≥ 5'])
  assert.deepEqual(answersOf({ ...base, kind: 'date', by: 'year', first: '2025-01', last: '2026-12' }, 'fr'), ['2025', '2026'])
  assert.deepEqual(answersOf({ ...base, kind: 'text' }, 'fr'), [])
})

test('the answers of a condition are said in words', () => {
  assert.deepEqual(wordsOfAnswers(bus, ['p'], 'fr'), ['À pied'])
  assert.deepEqual(wordsOfAnswers({ ...base, kind: 'scale', scale: 'agreement' }, ['1'], 'fr'), ['Pas du tout d’accord'])
})

test('questions stand part by part, an empty part too, and those of no part last', () => {
  const sections = ['S1', 'S2'].map((code) => ({ code, words: { fr: code } }))
  const asked = bySection(sections, [{ section: '' }, { section: 'S1' }, { section: 'gone' }])
  assert.deepEqual(
    asked.map(({ section, questions }) => [section?.code ?? null, questions.length]),
    [
      ['S1', 1],
      ['S2', 0],
      [null, 2],
    ],
  )
  assert.equal(bySection(sections, []).length, 2)
})
