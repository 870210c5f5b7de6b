import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ReadOutcome, ReadQuestionnaire } from './carried.ts'
import { readLimeSurveyTsv } from './read-limesurvey-tsv.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (outcome: ReadOutcome): ReadQuestionnaire => ('refused' in outcome ? assert.fail(outcome.refused) : outcome)

const lines = (...rows: string[][]): string =>
  [['id', 'related_id', 'class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'mandatory', 'other'], ...rows]
    .map((row) => row.join('\t'))
    .join('\r\n')
const text = lines(
  ['', '', 'S', '', 'language', '', 'fr'],
  ['', '', 'S', '', 'additional_languages', '', 'en'],
  ['', '', 'SL', '', 'surveyls_title', '', '"L’école ""vue"" d’ici"', '', 'fr'],
  ['1', '', 'G', 'G0', 'Vie', '1', '', '', 'fr'],
  ['2', '', 'Q', 'L', 'Q1', '1', 'Été ?', '', 'fr', 'N', 'N'],
  ['', '', 'A', '0', 'A1', '', 'Oui', '', 'fr'],
  ['', '', 'A', '0', 'A2', '', 'Non', '', 'fr'],
  ['3', '', 'Q', 'T', 'Q2', 'Q1 == "A1"', '"Sur\ndeux lignes"', '', 'fr'],
  ['1', '', 'G', 'G0', 'Life', '1', '', '', 'en'],
  ['2', '', 'Q', 'L', 'Q1', '1', 'Summer?', '', 'en'],
  ['', '', 'A', '0', 'A1', '', 'Yes', '', 'en'],
)

test('the table in text gives the same, in UTF-8, UTF-16 and windows-1252', () => {
  const { definition, notCarried } = read(readLimeSurveyTsv(bytes(text)))
  assert.deepEqual(notCarried, [])
  assert.deepEqual(definition.title, { fr: 'L’école "vue" d’ici' })
  assert.deepEqual(definition.sections, [{ code: 'S1', words: { fr: 'Vie', en: 'Life' } }])
  assert.deepEqual(definition.questions[0], {
    kind: 'single',
    code: 'Q1',
    section: 'S1',
    words: { fr: 'Été ?', en: 'Summer?' },
    options: [
      { code: 'A1', words: { fr: 'Oui', en: 'Yes' } },
      { code: 'A2', words: { fr: 'Non' } },
    ],
  })
  assert.deepEqual(definition.questions[1], {
    kind: 'text',
    code: 'Q2',
    section: 'S1',
    words: { fr: 'Sur\ndeux lignes' },
    when: { question: 'Q1', answers: ['A1'] },
  })
  assert.deepEqual(read(readLimeSurveyTsv(Buffer.from(`\ufeff${text}`, 'utf16le'))).definition, definition)
  const western = Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
  assert.deepEqual(read(readLimeSurveyTsv(western)).definition, definition)
})

for (const [name, content] of [
  ['nothing', ''],
  ['another table', 'a\tb\n1\t2'],
  ['an open quote', `${lines()}\n"${'x\t'.repeat(1000)}`],
  ['a picture', '\u0000\u0000\u0000\u0000'],
  ['five megabytes and more', 'x'.repeat(6_000_000)],
] as const) {
  test(`${name} in place of the table is refused with a sentence`, () => {
    const outcome = readLimeSurveyTsv(bytes(content))
    assert.ok('refused' in outcome && outcome.refused.length > 20)
  })
}

const folder = new URL('../../../../../shared/data/surveys/', import.meta.url)
const absent = existsSync(new URL('main-students-ccff.txt', folder)) ? false : 'the real files are not in ../shared/data/surveys'

test('a real table that holds only settings says that it has no question', { skip: absent }, () => {
  const outcome = readLimeSurveyTsv(readFileSync(new URL('main-students-ccff.txt', folder)))
  assert.match('refused' in outcome ? outcome.refused : '', /aucune question/)
})
