import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Definition } from '../questionnaire/definition.ts'
import { parseDefinition } from '../questionnaire/parse-definition.ts'
import { readLimeSurveyTsv } from './read-limesurvey-tsv.ts'
import { readLimeSurveyXml } from './read-limesurvey-xml.ts'
import { readXlsForm } from './read-xlsform.ts'
import { writeLimeSurveyTsv } from './write-limesurvey-tsv.ts'
import { writeLimeSurvey } from './write-limesurvey.ts'
import { writeXlsForm } from './write-xlsform.ts'

const definition: Definition = {
  title: { fr: 'Mon lycée' },
  intro: { fr: 'Bonjour' },
  sections: [{ code: 'S1', words: { fr: 'Vie' } }],
  languages: [{ tag: 'fr', reviewed: true }],
  questions: [
    { kind: 'scale', code: 'Q1', section: 'S1', words: { fr: 'Ça va ?' }, scale: 'agreement' },
    {
      kind: 'multiple',
      code: 'Q2',
      section: 'S1',
      words: { fr: 'Quoi ?' },
      options: [
        { code: 'a', words: { fr: 'Un' } },
        { code: 'b', words: { fr: 'Deux' } },
      ],
      when: { question: 'Q1', answers: ['1'] },
    },
  ],
}

/** Never throws; gives a questionnaire that can be asked, or a sentence. */
function isSettled(read: (bytes: Uint8Array) => ReturnType<typeof readXlsForm>, bytes: Uint8Array): void {
  const start = performance.now()
  const outcome = read(bytes)
  assert.ok('refused' in outcome ? outcome.refused.length > 20 : 'definition' in parseDefinition(outcome.definition))
  assert.ok(performance.now() - start < 2000, 'settled in two seconds')
}

for (const [name, write, read] of [
  ['LimeSurvey’s structure', writeLimeSurvey, readLimeSurveyXml],
  ['LimeSurvey’s table', writeLimeSurveyTsv, readLimeSurveyTsv],
  ['XLSForm', writeXlsForm, readXlsForm],
] as const) {
  const whole = write(definition).bytes
  test(`${name}, cut short, with bytes changed or pieces moved, is read or refused, never thrown`, () => {
    const place = fc.nat(whole.length)
    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 4 }), fc.boolean(), (one, other, bytes, cut) => {
        const [start, end] = one < other ? [one, other] : [other, one]
        isSettled(read, cut ? whole.subarray(0, one) : Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(end)]))
        isSettled(read, Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start)]))
      }),
      { numRuns: 150 },
    )
  })
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const lss = (rows: string): Uint8Array => bytes(`<document><LimeSurveyDocType>Survey</LimeSurveyDocType>${rows}</document>`)
const rows = (table: string, row: (index: number) => string, count: number): string =>
  `<${table}><rows>${Array.from({ length: count }, (_, index) => `<row>${row(index)}</row>`).join('')}</rows></${table}>`
const head = 'id\tclass\ttype/scale\tname\ttext\n'

for (const [name, read, content] of [
  [
    'thousands of groups and questions',
    readLimeSurveyXml,
    lss(
      rows('groups', (index) => `<gid>${index}</gid>`, 25_000) + rows('questions', (index) => `<qid>${index}</qid><gid>${index}</gid><type>R</type>`, 25_000),
    ),
  ],
  [
    'a table of thousands of lines',
    readLimeSurveyXml,
    lss(
      rows('groups', () => '<gid>1</gid>', 1) +
        rows('questions', () => '<qid>1</qid><gid>1</gid><type>A</type><title>Q</title>', 1) +
        rows('subquestions', (index) => `<qid>${index + 2}</qid><parent_qid>1</parent_qid><title>S</title>`, 40_000),
    ),
  ],
  [
    'a condition of spaces',
    readLimeSurveyXml,
    lss(
      rows('groups', () => `<gid>1</gid>`, 1) +
        rows('questions', () => `<qid>1</qid><gid>1</gid><type>T</type><relevance>(${' '.repeat(2_000_000)}x</relevance>`, 1),
    ),
  ],
  [
    'a text of dots and marks',
    readLimeSurveyXml,
    lss(
      rows('groups', () => `<gid>1</gid>`, 1) +
        rows('questions', () => `<qid>1</qid><gid>1</gid><type>Y</type><question>${'. &lt;a |'.repeat(400_000)}x</question>`, 1),
    ),
  ],
  ['columns without end', readLimeSurveyTsv, bytes(head + '\t'.repeat(4_900_000))],
  ['quotes without end', readLimeSurveyTsv, bytes(head + '"\t'.repeat(2_400_000))],
  ['lines without end', readLimeSurveyTsv, bytes(head + '\tG\tG\tx\n'.repeat(600_000))],
  ['questions without end', readLimeSurveyTsv, bytes(`${head}1\tG\tG0\tx\n${Array.from({ length: 55_000 }, (_, index) => `\tQ\tT\tQ${index}\tx\n`).join('')}`)],
] as const) {
  test(`${name}: settled in two seconds`, () => isSettled(read, content))
}
