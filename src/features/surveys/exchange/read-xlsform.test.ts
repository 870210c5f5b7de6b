import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import type { ReadOutcome, ReadQuestionnaire } from './carried.ts'
import { readXlsForm } from './read-xlsform.ts'
import { tagOf } from './xlsform-columns.ts'
import { readRelevant } from './xlsform-condition.ts'

type Rows = readonly (readonly string[])[]
const sheet = (name: string, [head = [], ...rows]: Rows) => ({
  name,
  columns: head.map((header) => ({ header, kind: 'text' as const })),
  rows: rows.map((row) => [...row]),
})
const book = (
  survey: Rows,
  choices: Rows = [['list_name', 'name', 'label']],
  settings: Rows = [
    ['form_title', 'default_language'],
    ['Ma vie', 'Français (fr)'],
  ],
): Uint8Array => writeXlsx([sheet('survey', survey), sheet('choices', choices), sheet('settings', settings)])
const read = (outcome: ReadOutcome): ReadQuestionnaire => ('refused' in outcome ? assert.fail(outcome.refused) : outcome)

test('a form in two languages, with groups, choices, a scale and conditions', () => {
  const { definition, notCarried } = read(
    readXlsForm(
      book(
        [
          ['type', 'name', 'label::Français (fr)', 'label::English (en)', 'hint::Français (fr)', 'relevant'],
          ['note', 'n', 'Bienvenue', 'Welcome'],
          ['begin_group', 'g1', 'Vie', 'Life'],
          ['select_one freq', 'q_1', 'Au **CDI** ?', 'Library?', 'Cette année'],
          ['select_multiple why', 'q2', 'Pourquoi ?', 'Why?', '', "${q_1} = 'n' or selected(${q_1}, 'p')"],
          ['end group'],
          ['begin group', 'g2', 'Fin', 'End'],
          ['text', 'q3', 'Dites', 'Say', '', "selected(${q2}, 'b')"],
          ['end_group'],
        ],
        [
          ['list_name', 'name', 'label::Français (fr)', 'label::English (en)'],
          ...[
            ['n', 'Jamais', 'Never'],
            ['p', 'Parfois', 'Sometimes'],
            ['s', 'Souvent', 'Often'],
            ['t', 'Toujours', 'Always'],
          ].map((one) => ['freq', ...one]),
          ['why', 'a', 'Loin', 'Far'],
          ['why', 'b', 'Fermé', 'Closed'],
        ],
      ),
    ),
  )
  assert.deepEqual(notCarried, [])
  assert.deepEqual(definition, {
    title: { fr: 'Ma vie' },
    intro: { fr: 'Bienvenue', en: 'Welcome' },
    sections: [
      { code: 'S1', words: { fr: 'Vie', en: 'Life' } },
      { code: 'S2', words: { fr: 'Fin', en: 'End' } },
    ],
    questions: [
      { kind: 'scale', scale: 'frequency', code: 'q-1', section: 'S1', words: { fr: 'Au CDI ?', en: 'Library?' }, help: { fr: 'Cette année' } },
      {
        kind: 'multiple',
        code: 'q2',
        section: 'S1',
        words: { fr: 'Pourquoi ?', en: 'Why?' },
        options: [
          { code: 'a', words: { fr: 'Loin', en: 'Far' } },
          { code: 'b', words: { fr: 'Fermé', en: 'Closed' } },
        ],
        when: { question: 'q-1', answers: ['1', '2'] },
      },
      { kind: 'text', code: 'q3', section: 'S2', words: { fr: 'Dites', en: 'Say' }, when: { question: 'q2', answers: ['b'] } },
    ],
    languages: [
      { tag: 'fr', reviewed: true },
      { tag: 'en', reviewed: false },
    ],
  })
})

test('numbers, dates, repeats and what has no like are told', () => {
  const { definition, notCarried } = read(
    readXlsForm(
      book([
        ['type', 'name', 'label', 'constraint', 'required'],
        ['start', 'start'],
        ['integer', 'age', 'Âge ?', '. >= 11 and . <= 19', 'yes'],
        ['begin_repeat', 'r', 'Frères'],
        ['text', 'prenom', 'Prénom'],
        ['end_repeat'],
        ['geopoint', 'ou', 'Où ?'],
        ['image', 'photo', 'Photo'],
        ['calculate', 'c', ''],
        ['date', 'jour', 'Quand ?'],
      ]),
      '2026-11',
    ),
  )
  const [age, day] = definition.questions
  assert.equal(definition.questions.length, 2)
  assert.deepEqual(age?.kind === 'number' && age.from, [11, 12, 13, 14, 15, 16, 17, 18, 19])
  assert.deepEqual(day?.kind === 'date' && [day.by, day.first, day.last], ['month', '2021-12', '2026-11'])
  assert.deepEqual(
    notCarried.map(({ place }) => place),
    [
      'Tout le questionnaire',
      'Tout le questionnaire',
      'Tout le questionnaire',
      '« Âge ? »',
      '« Frères »',
      '« Où ? »',
      '« Photo »',
      'Question c',
      '« Quand ? »',
    ],
  )
})

test('what comes back to a group after one inside it keeps its order, and what stands outside too', () => {
  const { definition } = read(
    readXlsForm(
      book([
        ['type', 'name', 'label'],
        ['text', 'a', 'A'],
        ['begin_group', 'g', 'G'],
        ['text', 'b', 'B'],
        ['begin_group', 'h', 'H'],
        ['text', 'c', 'C'],
        ['end_group'],
        ['text', 'd', 'D'],
        ['end_group'],
      ]),
    ),
  )
  assert.deepEqual(
    definition.sections.map(({ words }) => words.fr),
    ['Questions générales', 'G', 'H', 'G (suite)'],
  )
  assert.deepEqual(
    definition.questions.map(({ section }) => section),
    ['S1', 'S2', 'S3', 'S4'],
  )
})

test('a form that does not say its language is taken for French, and this is said', () => {
  const { definition, notCarried } = read(
    readXlsForm(
      book(
        [
          ['type', 'name', 'label'],
          ['text', 'a', 'Pourquoi ?'],
        ],
        undefined,
        [['form_title'], ['T']],
      ),
    ),
  )
  assert.deepEqual(definition.languages, [{ tag: 'fr', reviewed: true }])
  assert.match(notCarried[0]?.why ?? '', /pris pour du français/)
})

for (const [name, content] of [
  ['nothing', new Uint8Array(0)],
  ['no workbook', new TextEncoder().encode('type,name')],
  ['a workbook without its sheet', writeXlsx([sheet('Feuille 1', [['a']])])],
  ['a form without question', book([['type', 'name', 'label']])],
  ['a hundred megabytes', new Uint8Array(100 * 1024 * 1024)],
  [
    'ten thousand answers',
    book(
      [
        ['type', 'name', 'label'],
        ['select_one l', 'q', 'Q'],
      ],
      [['list_name', 'name', 'label'], ...Array.from({ length: 10_000 }, (_, index) => ['l', `c${index}`, `C${index}`])],
    ),
  ],
  [
    'two thousand answers',
    book(
      [
        ['type', 'name', 'label'],
        ['select_one l', 'q', 'Q'],
      ],
      [['list_name', 'name', 'label'], ...Array.from({ length: 2000 }, (_, index) => ['l', `c${index}`, `C${index}`])],
    ),
  ],
] as const) {
  test(`${name} is refused at once, with a sentence`, () => {
    const start = performance.now()
    const outcome = readXlsForm(content)
    assert.ok('refused' in outcome && outcome.refused.length > 20)
    assert.ok(performance.now() - start < 2000)
  })
}

test('languages and conditions as forms write them', () => {
  assert.deepEqual(['Français (fr)', 'French', 'fr', 'English (en)', 'Portuguese (pt-BR)', 'Arabe'].map(tagOf), ['fr', 'fr', 'fr', 'en', 'pt-BR', 'ar'])
  assert.deepEqual(readRelevant("${a} = '1'"), [{ name: 'a', value: '1' }])
  for (const hard of ["${a} != '1'", "${a} = '1' and ${b} = '2'", "not(selected(${a}, 'b'))", '${a} > 3']) assert.equal(readRelevant(hard), null, hard)
})
