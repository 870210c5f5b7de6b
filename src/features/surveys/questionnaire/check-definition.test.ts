import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDefinition } from './check-definition.ts'
import type { Definition, Question } from './definition.ts'
import { parseDefinition } from './parse-definition.ts'
import { sayProblem } from './say-problem.ts'

const one = (question: Partial<Question> & { code: string }): Definition => ({
  title: { fr: 'T' },
  intro: { fr: '' },
  sections: [],
  languages: [{ tag: 'fr', reviewed: true }],
  questions: [
    {
      code: 'A',
      section: '',
      kind: 'single',
      words: { fr: 'Oui ?' },
      options: [
        { code: 'o', words: { fr: 'Oui' } },
        { code: 'n', words: { fr: 'Non' } },
      ],
    },
    { section: '', words: { fr: 'Une question.' }, kind: 'scale', scale: 'agreement', ...question } as Question,
  ],
})

for (const [name, why, question] of [
  ['a code used twice', 'twice', { code: 'A' }],
  ['a code with a space', 'code', { code: 'a b' }],
  ['a section that is gone', 'section', { code: 'B', section: 'S9' }],
  ['no text', 'no-words', { code: 'B', words: { fr: ' ' } }],
  ['an unknown scale', 'scale', { code: 'B', scale: 'ladder' }],
  ['one answer to choose from', 'options', { code: 'B', kind: 'single', options: [{ code: 'x', words: { fr: 'X' } }] }],
  ['bounds that go down', 'bounds', { code: 'B', kind: 'number', from: [3, 1] }],
  ['dates the wrong way round', 'period', { code: 'B', kind: 'date', by: 'month', first: '2026-05', last: '2026-01' }],
  ['a condition on an answer that is not there', 'condition', { code: 'B', when: { question: 'A', answers: ['peut-etre'] } }],
  ['a condition on a later question', 'condition', { code: 'B', when: { question: 'Z', answers: ['o'] } }],
] as const) {
  test(`a questionnaire with ${name} is told so`, () => {
    assert.deepEqual(
      checkDefinition(one(question as Partial<Question> & { code: string })).map((problem) => problem.why),
      [why],
    )
  })
}

const sound = one({ code: 'B' })
const whys = (definition: Definition): string[] => checkDefinition(definition).map((problem) => problem.why)

test('a questionnaire without questions, with eighty-one, or with languages that do not hold, is told so', () => {
  assert.deepEqual(whys({ ...sound, questions: [] }), ['empty'])
  const asked = sound.questions[1]
  assert.ok(asked)
  assert.deepEqual(whys({ ...sound, questions: Array.from({ length: 81 }, (_, index) => ({ ...asked, code: `Q${index}` })) }), ['too-many'])
  const french = { tag: 'fr', reviewed: true }
  for (const languages of [[], [{ tag: 'ar', reviewed: true }, french], [french, french], [french, { tag: 'arabe !', reviewed: true }]]) {
    assert.deepEqual(whys({ ...sound, languages }), ['languages'])
  }
})

test('what comes from elsewhere is taken when it is whole, as it was', () => {
  const came: unknown = JSON.parse(JSON.stringify(sound))
  assert.deepEqual(parseDefinition(came), { definition: sound })
})

for (const [name, value, sentence] of [
  ['something else than a questionnaire', 'bonjour', /Il faut ici/],
  ['a questionnaire without its questions', { ...sound, questions: undefined }, /« questions » manque/],
  ['a question of an unknown kind', { ...sound, questions: [{ ...sound.questions[0], kind: 'matrix' }] }, /Question 1 : cette sorte de question n’existe pas/],
  ['a text without French', { ...sound, title: { en: 'T' } }, /« fr » manque/],
  ['a scale that nobody knows', one({ code: 'B', scale: 'ladder' } as Partial<Question> & { code: string }), /ladder/],
] as const) {
  test(`${name} is refused with a sentence, and nothing breaks`, () => {
    const parsed = parseDefinition(JSON.parse(JSON.stringify(value)))
    assert.ok('problems' in parsed)
    assert.match(parsed.problems.map((problem) => sayProblem(problem, 'fr')).join('\n'), sentence)
  })
}

test('two parts of one code, or a part without a name, are told', () => {
  const part = { code: 'S1', words: { fr: 'Accueil' } }
  assert.deepEqual(whys({ ...sound, sections: [part, part] }), ['section'])
  assert.deepEqual(whys({ ...sound, sections: [{ ...part, words: { fr: ' ' } }] }), ['section'])
})

test('what stands in the way is said in the reader’s language, with its numbers; beside the question, without the question’s place', () => {
  const [problem] = checkDefinition(
    one({ code: 'B', kind: 'single', options: Array.from({ length: 16 }, (_, index) => ({ code: `x${index}`, words: { fr: `X${index}` } })) }),
  )
  assert.ok(problem)
  assert.equal(sayProblem(problem, 'fr'), 'Question 2 : il y a 16 réponses ; gardez-en 15 au plus.')
  assert.equal(sayProblem(problem, 'en'), 'Question 2: there are 16 answers; keep 15 at most.')
  assert.equal(sayProblem(problem, 'en', true), 'There are 16 answers; keep 15 at most.')
})
