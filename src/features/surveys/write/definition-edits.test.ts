import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { answersLine } from './answers-line.ts'
import { dependents, moveQuestion, withoutQuestion, withQuestion } from './definition-edits.ts'
import { questionOf, typedOf } from './question-form.ts'
import { raiseSection, sharedName, withSections } from './section-edits.ts'
import { textsOf, translatedInto, withTranslation } from './translations.ts'

const ask = (code: string, section: string, more: Partial<Question> = {}): Question =>
  ({ code, section, words: { fr: `${code} ?` }, kind: 'scale', scale: 'yes', ...more }) as Question

const questionnaire = (sections: readonly string[], questions: readonly Question[]): Definition => ({
  title: { fr: 'T' },
  intro: { fr: '' },
  sections: sections.map((code) => ({ code, words: { fr: `Partie ${code}`, ar: `${code} ع` } })),
  questions,
  languages: [{ tag: 'fr', reviewed: true }],
})

const places = (definition: Definition | null): string[] => (definition?.questions ?? []).map(({ code, section }) => `${section}/${code}`)

const two = questionnaire(['S1', 'S2'], [ask('A', 'S1'), ask('B', 'S1'), ask('C', 'S2')])

test('a question added to the first part stands at its end, before those of the next part', () => {
  assert.deepEqual(places(withQuestion(two, ask('D', 'S1'))), ['S1/A', 'S1/B', 'S1/D', 'S2/C'])
})

test('a question asked for after another stands right after it, and at the end of its part where that is another part', () => {
  assert.deepEqual(places(withQuestion(two, ask('D', 'S1'), 'A')), ['S1/A', 'S1/D', 'S1/B', 'S2/C'])
  assert.deepEqual(places(withQuestion(two, ask('D', 'S2'), 'A')), ['S1/A', 'S1/B', 'S2/C', 'S2/D'])
  assert.deepEqual(places(withQuestion(two, ask('B', 'S1', { words: { fr: 'Autrement ?' } }), 'C')), places(two))
})

test('how a question is answered is said in one line, a number with its thresholds, a date with its ends', () => {
  assert.equal(answersLine(ask('D', '', { kind: 'date', by: 'month', first: '2026-01', last: '2026-12' }), 'fr'), 'Un mois, de janvier 2026 à décembre 2026')
  assert.equal(answersLine(ask('D', '', { kind: 'date', by: 'year', first: '2024-01', last: '2026-12' }), 'en'), 'A year, from 2024 to 2026')
  assert.equal(answersLine(ask('N', '', { kind: 'number', from: [0, 5] }), 'fr'), 'Un nombre, gardé par intervalle : 0 – 5 · ≥ 5')
})

test('a question is translated into the languages in which something of it is said', () => {
  assert.deepEqual(translatedInto(ask('A', '')), [])
  assert.deepEqual(translatedInto(ask('A', '', { kind: 'single', options: [{ code: 'R1', words: { fr: 'Oui', ar: 'نعم' } }] })), ['ar'])
})

test('it moves inside its part, then into the neighbouring part, an empty one too, and no further than the ends', () => {
  assert.deepEqual(places(moveQuestion(two, 'B', -1)), ['S1/B', 'S1/A', 'S2/C'])
  assert.deepEqual(places(moveQuestion(two, 'B', 1)), ['S1/A', 'S2/B', 'S2/C'])
  assert.deepEqual(places(moveQuestion(two, 'C', -1)), ['S1/A', 'S1/B', 'S1/C'])
  assert.deepEqual(places(moveQuestion(questionnaire(['S1', 'S2'], [ask('A', 'S1')]), 'A', 1)), ['S2/A'])
  assert.equal(moveQuestion(two, 'A', -1), null)
  assert.equal(moveQuestion(two, 'C', 1), null)
})

test('questions kept in another order than people meet them are moved as they are met', () => {
  const mixed = questionnaire(['S1', 'S2'], [ask('A', 'S1'), ask('C', 'S2'), ask('B', 'S1')])
  assert.deepEqual(places(moveQuestion(mixed, 'B', -1)), ['S1/B', 'S1/A', 'S2/C'])
})

const conditional = questionnaire(['S1', 'S2'], [ask('A', 'S1'), ask('B', 'S2', { when: { question: 'A', answers: ['1'] } })])

test('neither a question nor a part passes before the one on which it depends', () => {
  const together = questionnaire(['S1'], [ask('A', 'S1'), ask('B', 'S1', { when: { question: 'A', answers: ['1'] } })])
  assert.equal(moveQuestion(together, 'B', -1), null)
  assert.equal(moveQuestion(together, 'A', 1), null)
  assert.equal(raiseSection(conditional, 'S2'), null)
  assert.equal(raiseSection(two, 'S1'), null)
  assert.deepEqual(places(raiseSection(two, 'S2')), ['S2/C', 'S1/A', 'S1/B'])
})

test('taking out a question says which depend on it, and asks those to all', () => {
  assert.deepEqual(
    dependents(conditional, 'A').map((question) => question.code),
    ['B'],
  )
  assert.equal(withoutQuestion(conditional, 'A').questions[0]?.when, undefined)
})

test('a part that is renamed stays itself, a new one gets a code of its own, one taken out gives its questions to the part before', () => {
  const renamed = withSections(two, [
    { code: 'S1', name: 'Au lycée' },
    { code: 'S2', name: 'Partie S2' },
    { code: null, name: 'En stage' },
  ])
  assert.deepEqual(
    renamed.sections.map(({ code, words }) => [code, words]),
    [
      ['S1', { fr: 'Au lycée' }],
      ['S2', { fr: 'Partie S2', ar: 'S2 ع' }],
      ['S3', { fr: 'En stage' }],
    ],
  )
  assert.deepEqual(places(renamed), places(two))
  const replaced = withSections(two, [
    { code: 'S1', name: 'Partie S1' },
    { code: 'S2', name: '' },
    { code: null, name: 'Autre chose' },
  ])
  assert.deepEqual(places(replaced), ['S1/A', 'S1/B', 'S1/C'])
  assert.equal(
    sharedName(
      withSections(two, [
        { code: 'S1', name: 'X' },
        { code: 'S2', name: 'X' },
      ]),
    ),
    'X',
  )
  assert.deepEqual(
    places(
      withSections(two, [
        { code: 'S1', name: '' },
        { code: 'S2', name: '' },
      ]),
    ),
    ['/A', '/B', '/C'],
  )
})

test('editing a number keeps its unit and the unit can be translated', () => {
  const number: Question = { code: 'N', section: '', words: { fr: 'N ?' }, kind: 'number', from: [0, 5], unit: { fr: 'heures' } }
  const definition = questionnaire([], [number])
  assert.deepEqual(questionOf(typedOf(number, definition), number, definition), number)
  assert.ok(textsOf(definition).some(({ name }) => name === 'u.N'))
  const [translated] = withTranslation(definition, 'pt-BR', (name) => (name === 'u.N' ? 'horas' : ''), false).questions
  assert.deepEqual(translated?.kind === 'number' && translated.unit, { fr: 'heures', 'pt-BR': 'horas' })
})

test('whatever is moved, added and taken out, what could be asked can still be asked', () => {
  const edit = fc.record({ kind: fc.constantFrom('up', 'down', 'out', 'raise', 'drop'), at: fc.nat(8) })
  const start = questionnaire(
    ['S1', 'S2', 'S3'],
    [...Array.from({ length: 8 }, (_, index) => ask(`Q${index}`, `S${(index % 3) + 1}`)), ask('W', 'S3', { when: { question: 'Q0', answers: ['1'] } })],
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let now = withQuestion(start, ask('Q0', 'S1'))
      for (const { kind, at } of edits) {
        const code = now.questions[at % Math.max(1, now.questions.length)]?.code ?? ''
        const section = now.sections[at % Math.max(1, now.sections.length)]?.code ?? ''
        if (kind === 'up' || kind === 'down') now = moveQuestion(now, code, kind === 'up' ? -1 : 1) ?? now
        else if (kind === 'out') now = withoutQuestion(now, code)
        else if (kind === 'raise') now = raiseSection(now, section) ?? now
        else
          now = withSections(
            now,
            now.sections.map((one) => ({ code: one.code, name: one.code === section ? '' : one.words.fr })),
          )
        assert.deepEqual(
          checkDefinition(now).filter(({ why }) => why !== 'empty'),
          [],
        )
      }
    }),
  )
})
