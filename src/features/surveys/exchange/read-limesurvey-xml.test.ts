import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ReadOutcome, ReadQuestionnaire } from './carried.ts'
import { readLimeSurveyXml } from './read-limesurvey-xml.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (outcome: ReadOutcome): ReadQuestionnaire => ('refused' in outcome ? assert.fail(outcome.refused) : outcome)

type Cells = Record<string, string>
const table = (name: string, rows: Cells[]): string =>
  `<${name}><rows>${rows
    .map(
      (row) =>
        `<row>${Object.entries(row)
          .map(([column, text]) => `<${column}><![CDATA[${text}]]></${column}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`
const lss = (...tables: string[]): Uint8Array =>
  bytes(
    `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>fr</language></languages>${tables.join('')}</document>`,
  )

const settings = table('surveys_languagesettings', [{ surveyls_language: 'fr', surveyls_title: 'Mon lycée', surveyls_welcometext: '<p>Bonjour</p>' }])
/** Questions as version 2 writes them, all in one group. */
const old = (questions: Cells[], rows: Cells[] = [], answers: Cells[] = [], more = ''): Uint8Array =>
  lss(
    table('surveys', [{ sid: '9', language: 'fr' }]),
    settings,
    table('groups', [{ gid: '1', sid: '9', group_name: 'Vie', group_order: '0', language: 'fr' }]),
    table(
      'questions',
      questions.map((one, index) => ({
        qid: String(index + 1),
        parent_qid: '0',
        sid: '9',
        gid: '1',
        language: 'fr',
        question_order: String(index),
        question: `Texte ${index + 1}`,
        ...one,
      })),
    ),
    table(
      'subquestions',
      rows.map((one, index) => ({ qid: String(100 + index), gid: '1', language: 'fr', question_order: String(index), ...one })),
    ),
    table(
      'answers',
      answers.map((one, index) => ({ sortorder: String(index), language: 'fr', ...one })),
    ),
    more,
  )

test('a survey of version 2 and the same of version 6 give the same questionnaire, in French and Arabic', () => {
  const survey = table('surveys', [{ sid: '9', language: 'fr', additional_languages: 'ar' }])
  const two = lss(
    survey,
    settings,
    table('groups', [
      { gid: '1', group_name: 'Vie', language: 'fr' },
      { gid: '1', group_name: 'الحياة', language: 'ar' },
    ]),
    table('questions', [
      { qid: '2', parent_qid: '0', gid: '1', type: 'L', title: 'Q1', question: 'Ça va ?', language: 'fr' },
      { qid: '2', parent_qid: '0', gid: '1', type: 'L', title: 'Q1', question: 'كيف؟', language: 'ar' },
    ]),
    table('answers', [
      { qid: '2', code: 'A2', answer: 'Mal', sortorder: '2', language: 'fr' },
      { qid: '2', code: 'A1', answer: 'Bien', sortorder: '1', language: 'fr' },
      { qid: '2', code: 'A1', answer: 'جيد', sortorder: '1', language: 'ar' },
    ]),
  )
  const six = lss(
    survey,
    settings,
    table('groups', [{ gid: '1' }]),
    table('group_l10ns', [
      { gid: '1', group_name: 'Vie', language: 'fr' },
      { gid: '1', group_name: 'الحياة', language: 'ar' },
    ]),
    table('questions', [{ qid: '2', parent_qid: '0', gid: '1', type: 'L', title: 'Q1' }]),
    table('question_l10ns', [
      { qid: '2', question: 'Ça va ?', language: 'fr' },
      { qid: '2', question: 'كيف؟', language: 'ar' },
    ]),
    table('answers', [
      { aid: '8', qid: '2', code: 'A2', sortorder: '2' },
      { aid: '7', qid: '2', code: 'A1', sortorder: '1' },
    ]),
    table('answer_l10ns', [
      { aid: '7', answer: 'Bien', language: 'fr' },
      { aid: '7', answer: 'جيد', language: 'ar' },
      { aid: '8', answer: 'Mal', language: 'fr' },
    ]),
  )
  const { definition, notCarried } = read(readLimeSurveyXml(two))
  assert.deepEqual(definition, {
    title: { fr: 'Mon lycée' },
    intro: { fr: 'Bonjour' },
    sections: [{ code: 'S1', words: { fr: 'Vie', ar: 'الحياة' } }],
    questions: [
      {
        kind: 'single',
        code: 'Q1',
        section: 'S1',
        words: { fr: 'Ça va ?', ar: 'كيف؟' },
        options: [
          { code: 'A1', words: { fr: 'Bien', ar: 'جيد' } },
          { code: 'A2', words: { fr: 'Mal' } },
        ],
      },
    ],
    languages: [
      { tag: 'fr', reviewed: true },
      { tag: 'ar', reviewed: false },
    ],
  })
  assert.deepEqual(notCarried, [])
  assert.deepEqual(read(readLimeSurveyXml(six)).definition, definition)
})

for (const [type, kinds, lost] of [
  ['L', ['single'], 0],
  ['!', ['single'], 0],
  ['O', ['single'], 1],
  ['M', ['multiple'], 0],
  ['P', ['multiple'], 1],
  ['5', ['single'], 0],
  ['A', ['single', 'single'], 0],
  ['B', ['single', 'single'], 0],
  ['C', ['single', 'single'], 0],
  ['E', ['single', 'single'], 0],
  ['F', ['single', 'single'], 0],
  ['H', ['single', 'single'], 0],
  ['S', ['text'], 0],
  ['T', ['text'], 0],
  ['U', ['text'], 0],
  ['Q', ['text', 'text'], 0],
  ['N', ['number'], 1],
  ['K', ['number', 'number'], 2],
  ['D', ['date'], 1],
  ['Y', ['single'], 0],
  ['G', ['single'], 1],
  ['|', [], 1],
  ['R', [], 1],
  ['I', [], 1],
  ['*', [], 1],
  ['1', [], 1],
  [';', [], 1],
  [':', [], 1],
  ['Z', [], 1],
] as const) {
  test(`type ${type} gives ${kinds.join(', ') || 'nothing'}; ${lost} told`, () => {
    const rows = [
      { parent_qid: '1', title: 'SQ1', question: 'Le CDI' },
      { parent_qid: '1', title: 'SQ2', question: 'La cantine' },
    ]
    const answers = [
      { qid: '1', code: 'A1', answer: 'Bien' },
      { qid: '1', code: 'A2', answer: 'Mal' },
    ]
    const { definition, notCarried } = read(
      readLimeSurveyXml(
        old(
          [
            { type, title: 'Q1' },
            { type: 'S', title: 'Fin' },
          ],
          rows,
          answers,
        ),
        '2026-11',
      ),
    )
    assert.deepEqual(
      definition.questions.slice(0, -1).map(({ kind }) => kind),
      kinds,
    )
    assert.equal(notCarried.length, lost)
  })
}

test('a table becomes statements with our scale; what follows may depend on one', () => {
  const answers = ['Jamais', 'Parfois', 'Souvent', 'Toujours'].map((answer, index) => ({ qid: '1', code: `A${index}`, answer }))
  const content = old(
    [
      { type: 'F', title: 'Q1', question: 'Utilisez-vous…' },
      { type: 'T', title: 'Q2', relevance: '((Q1_SQ1.NAOK == "A0" or Q1_SQ1.NAOK == "A1"))' },
      { type: 'T', title: 'Q3', relevance: '9X1X1SQ1 == "A3"' },
    ],
    [{ parent_qid: '1', title: 'SQ1', question: 'le CDI' }],
    answers,
  )
  const { definition, notCarried } = read(readLimeSurveyXml(content))
  assert.deepEqual(definition.questions[0], {
    kind: 'scale',
    scale: 'frequency',
    code: 'Q1-SQ1',
    section: 'S1',
    words: { fr: 'le CDI' },
    help: { fr: 'Utilisez-vous…' },
  })
  assert.deepEqual(
    definition.questions.slice(1).map(({ when }) => when),
    [
      { question: 'Q1-SQ1', answers: ['1', '2'] },
      { question: 'Q1-SQ1', answers: ['4'] },
    ],
  )
  assert.deepEqual(notCarried, [])
})

test('« other », an answer that stands alone, bounds, dates, shown texts and once-told losses', () => {
  const attributes = table('question_attributes', [
    { qid: '1', attribute: 'exclude_all_others', value: 'SQ2' },
    { qid: '3', attribute: 'min_num_value_n', value: '0' },
    { qid: '3', attribute: 'max_num_value_n', value: '20' },
    { qid: '3', attribute: 'suffix', value: 'heures', language: 'fr' },
    { qid: '4', attribute: 'date_min', value: '2025-01-01' },
    { qid: '4', attribute: 'date_max', value: '2025-12-31' },
  ])
  const content = old(
    [
      { type: 'M', title: 'Q1', other: 'Y', mandatory: 'Y' },
      { type: 'X', title: 'Info', question: '<b>Pensez</b> à hier.' },
      { type: 'N', title: 'Q3', preg: '/x/' },
      { type: 'D', title: 'Q4', relevance: 'Q1_other == "Y"' },
    ],
    [
      { parent_qid: '1', title: 'SQ1', question: 'Le bus' },
      { parent_qid: '1', title: 'SQ2', question: 'Rien' },
    ],
    [],
    `${attributes}${table('quota', [{ id: '1' }])}${table('assessments', [{ id: '1' }])}`,
  )
  const { definition, notCarried } = read(readLimeSurveyXml(content))
  const [one, two, three] = definition.questions
  assert.deepEqual(one?.kind === 'multiple' && one.options.map(({ code, alone }) => [code, alone]), [
    ['SQ1', undefined],
    ['SQ2', true],
    ['Autre', undefined],
  ])
  assert.deepEqual(two?.kind === 'number' && [two.from.length, two.unit?.fr, two.help?.fr], [4, 'heures', 'Pensez à hier.'])
  assert.deepEqual(three?.kind === 'date' && [three.first, three.last, three.when], ['2025-01', '2025-12', { question: 'Q1', answers: ['Autre'] }])
  assert.equal(notCarried.filter(({ place }) => place === 'Tout le questionnaire').length, 4)
})

test('ten thousand answers, and what is no survey, are refused with a sentence', () => {
  const start = performance.now()
  const many = readLimeSurveyXml(
    old(
      [{ type: 'L', title: 'Q1' }],
      [],
      Array.from({ length: 10_000 }, (_, index) => ({ qid: '1', code: `A${index}`, answer: `R${index}` })),
    ),
  )
  assert.match('refused' in many ? many.refused : '', /plus de 1000 réponses/)
  assert.ok(performance.now() - start < 2000)
  const label = readLimeSurveyXml(bytes('<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>'))
  assert.match('refused' in label ? label.refused : '', /pas un questionnaire LimeSurvey entier/)
})

const folder = new URL('../../../../../shared/data/surveys/', import.meta.url)
const absent = existsSync(new URL('colors.lss', folder)) ? false : 'the real files are not in ../shared/data/surveys'

test('real exports are read', { skip: absent }, () => {
  const real = (name: string): ReadQuestionnaire => read(readLimeSurveyXml(readFileSync(new URL(name, folder))))
  assert.deepEqual(
    real('colors.lss').definition.questions.map(({ kind }) => kind),
    ['multiple', 'text', 'text', 'single'],
  )
  assert.equal(real('blank-survey.lss').definition.questions[0]?.words.fr, 'this is an example question')
  assert.deepEqual(
    real('survey-one-question-two-languages.lss').definition.languages.map(({ tag }) => tag),
    ['fr', 'en', 'et'],
  )
})

test('a hidden question is not asked', () => {
  const content = old(
    [
      { type: 'T', title: 'Q1' },
      { type: 'T', title: 'Q2' },
    ],
    [],
    [],
    table('question_attributes', [{ qid: '1', attribute: 'hidden', value: '1' }]),
  )
  const { definition, notCarried } = read(readLimeSurveyXml(content))
  assert.deepEqual(
    definition.questions.map(({ code }) => code),
    ['Q2'],
  )
  assert.equal(notCarried[0]?.place, '« Texte 1 »')
})

test('a condition of the group is that of its questions; with one of their own besides, neither is kept', () => {
  const groups = (grelevance: string): string =>
    table('groups', [
      { gid: '1', group_name: 'Vie', group_order: '0', language: 'fr' },
      { gid: '2', group_name: 'Fin', group_order: '1', language: 'fr', grelevance },
    ])
  const survey = lss(
    table('surveys', [{ sid: '9', language: 'fr' }]),
    settings,
    groups('Q1 == "Y"'),
    table('questions', [
      { qid: '1', gid: '1', type: 'Y', title: 'Q1', question: 'Un', language: 'fr' },
      { qid: '2', gid: '2', type: 'T', title: 'Q2', question: 'Deux', language: 'fr', question_order: '1', relevance: '1' },
      { qid: '3', gid: '2', type: 'T', title: 'Q3', question: 'Trois', language: 'fr', question_order: '2', relevance: 'Q1 == "N"' },
    ]),
  )
  const { definition, notCarried } = read(readLimeSurveyXml(survey))
  assert.deepEqual(
    definition.questions.map(({ when }) => when),
    [undefined, { question: 'Q1', answers: ['Y'] }, undefined],
  )
  assert.deepEqual(
    notCarried.map(({ place }) => place),
    ['« Trois »'],
  )
})
