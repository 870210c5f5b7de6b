import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { checkDefinition } from '../questionnaire/check-definition.ts'
import { answeringLanguages, answeringWords } from '../questionnaire/answering-words.ts'
import { audiences } from '../questionnaire/definition.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { scales } from '../questionnaire/scales.ts'
import { estimateMinutes } from './estimate.ts'
import { loadBank } from './load-bank.ts'
import { readingLevel } from './reading-level.ts'

const bank = await loadBank()
const folder = new URL('../../../../frameworks/qualeduc/2017/', import.meta.url).pathname
const knownItems = new Set(
  readdirSync(folder).flatMap((name) => {
    const theme: { items: { code: string }[] } = parse(readFileSync(folder + name, 'utf8'))
    return theme.items.map((item) => item.code)
  }),
)

test('there is a ready questionnaire for every audience, short and easy to read, without a fault', () => {
  assert.ok(bank.length >= 12)
  for (const audience of audiences) assert.ok(bank.some((one) => one.audience === audience))
  for (const { code, definition, audience } of bank) {
    assert.deepEqual(checkDefinition(definition), [], code)
    assert.ok(estimateMinutes(definition) <= 5, code)
    if (audience === 'pupil') assert.equal(readingLevel(definition)?.level, 'easy', code)
  }
})

test('every question that asks about a statement of the guide names one that exists, and many are asked to several audiences', () => {
  const asked = new Map<string, Set<string>>()
  for (const { audience, definition } of bank) {
    for (const { item } of definition.questions) {
      if (!item) continue
      assert.ok(knownItems.has(item.code), item.code)
      asked.set(item.code, (asked.get(item.code) ?? new Set()).add(audience))
    }
  }
  assert.ok([...asked.values()].filter((who) => who.size >= 3).length >= 5)
})

test('what is translated is translated whole, and says that nobody whose language it is has read it yet', () => {
  const translated = bank.filter(({ definition }) => definition.languages.length > 1)
  assert.ok(translated.length >= 2)
  for (const { code, definition } of translated) {
    for (const { tag, reviewed } of definition.languages.slice(1)) {
      assert.equal(reviewed, false)
      for (const words of [
        definition.title,
        definition.intro,
        ...definition.sections.map((one) => one.words),
        ...definition.questions.map((one) => one.words),
      ]) {
        assert.ok(words[tag], `${code} ${tag}: ${words.fr}`)
      }
    }
  }
})

test('the answering pages and every scale speak all nine languages', () => {
  assert.deepEqual([...answeringLanguages], ['fr', 'en', 'ar', 'pt', 'tr', 'uk', 'es', 'ro', 'zh'])
  for (const tag of answeringLanguages) {
    for (const scale of scales) for (const level of scale.levels) assert.ok(level[tag], `${scale.code} ${tag}`)
    assert.match(answeringWords(tag, 'family').anonymous(11).join(' '), /11/)
  }
})

const one = (question: Partial<Question> & { code: string }): Definition => ({
  title: { fr: 'T' },
  intro: { fr: '' },
  sections: [],
  languages: [],
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
