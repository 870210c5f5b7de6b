import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadBank } from '../bank/load-bank.ts'
import { tagsOf } from '../../../platform/documents/well-formed.ts'
import { parseDefinition } from '../questionnaire/parse-definition.ts'
import type { Definition, Localized, Question } from '../questionnaire/definition.ts'
import type { ReadOutcome } from './carried.ts'
import { readLimeSurveyTsv } from './read-limesurvey-tsv.ts'
import { readLimeSurveyXml } from './read-limesurvey-xml.ts'
import { readXlsForm } from './read-xlsform.ts'
import { writeLimeSurveyTsv } from './write-limesurvey-tsv.ts'
import { writeLimeSurvey } from './write-limesurvey.ts'
import { writeXlsForm } from './write-xlsform.ts'

const word = fc.constantFrom('École', 'a < b', '& co', '"dit"', 'l’été', 'العربية', '</x>', ']]>', '=1+1', '😀', '{TOKEN}', '100 %', '&amp;', "l'eau", '| bas')
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `X ${words.join(' ')}`)
const text: fc.Arbitrary<Localized> = fc.record({ fr: line, ar: line }, { requiredKeys: ['fr'] }).map((one) => ({ ...one, fr: one.fr }))
const twoLines: fc.Arbitrary<Localized> = fc.tuple(line, line).map(([first, second]) => ({ fr: `${first}\n${second}` }))

const answers = fc.uniqueArray(fc.tuple(fc.constantFrom('A1', 'A2', 'A3', 'B', 'C4'), text), { minLength: 2, maxLength: 5, selector: ([code]) => code })
const options = answers.map((list) => list.map(([code, words]) => ({ code, words })))
const kinds = fc.oneof(
  fc.record({ kind: fc.constant('scale' as const), scale: fc.constantFrom('agreement', 'frequency', 'satisfaction', 'yes', 'ten') }),
  fc.record({ kind: fc.constant('single' as const), options }),
  fc.record({
    kind: fc.constant('multiple' as const),
    options: options.map((list) => list.map((one, index) => (index === 0 ? { ...one, alone: true } : one))),
  }),
  fc.record({ kind: fc.constant('number' as const), from: fc.constant([0, 1, 2, 5, 10, 20, 50, 100]) }),
  fc.constantFrom(
    { kind: 'date' as const, by: 'month' as const, first: '2024-02', last: '2026-02' },
    { kind: 'date' as const, by: 'year' as const, first: '2020-01', last: '2024-12' },
  ),
  fc.constant({ kind: 'text' as const }),
)
const asked = fc.record({ words: text, help: twoLines, answers: kinds, depends: fc.boolean() }, { requiredKeys: ['words', 'answers', 'depends'] })

const definitions: fc.Arbitrary<Definition> = fc
  .record({
    title: line,
    intro: fc.oneof(fc.constant({ fr: '' }), text),
    parts: fc.array(fc.array(asked, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    sections: fc.boolean(),
    names: fc.array(text, { minLength: 3, maxLength: 3 }),
  })
  .map(({ title, intro, parts, sections, names }) => {
    const questions: Question[] = []
    const inParts = sections || parts.length > 1
    parts.forEach((part, index) =>
      part.forEach(({ words, help, answers: kind, depends }) => {
        const before = questions.findLast((one) => one.kind === 'scale' || one.kind === 'single' || one.kind === 'multiple')
        const answer = before?.kind === 'scale' ? '1' : before?.kind === 'single' || before?.kind === 'multiple' ? before.options[0]?.code : undefined
        const when = depends && before && answer ? { when: { question: before.code, answers: [answer] } } : {}
        questions.push({ ...kind, code: `Q${questions.length + 1}`, section: inParts ? `S${index + 1}` : '', words, ...(help ? { help } : {}), ...when })
      }),
    )
    return {
      title: { fr: title },
      intro,
      sections: inParts ? parts.map((_, index) => ({ code: `S${index + 1}`, words: { ...names[index], fr: `Partie ${names[index]?.fr}` } })) : [],
      questions,
      languages: [
        { tag: 'fr', reviewed: true },
        { tag: 'ar', reviewed: false },
      ],
    }
  })

const definitionOf = (outcome: ReadOutcome): Definition => ('refused' in outcome ? assert.fail(outcome.refused) : outcome.definition)

for (const [name, write, read] of [
  ['LimeSurvey’s structure', writeLimeSurvey, readLimeSurveyXml],
  ['LimeSurvey’s table', writeLimeSurveyTsv, readLimeSurveyTsv],
  ['XLSForm', writeXlsForm, readXlsForm],
] as const) {
  test(`what is written as ${name} is read back the same`, () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        assert.ok('definition' in parseDefinition(definition))
        assert.deepEqual(definitionOf(read(write(definition).bytes)), definition)
      }),
      { numRuns: 60 },
    )
  })
}

const rich: Definition = {
  title: { fr: 'T', en: 'T' },
  intro: { fr: '' },
  sections: [{ code: 'vie', words: { fr: 'Vie' } }],
  languages: [
    { tag: 'fr', reviewed: true },
    { tag: 'en', reviewed: true },
  ],
  questions: [
    {
      kind: 'single',
      code: '1-a',
      section: 'vie',
      words: { fr: 'Ça va ?' },
      plain: { fr: 'Va ?' },
      pictogram: '🙂',
      item: { framework: 'f', code: 'c' },
      options: [
        { code: 'tres-bien', words: { fr: 'Très' } },
        { code: 'tres-mal', words: { fr: 'Peu' } },
      ],
    },
    {
      kind: 'number',
      code: 'n',
      section: '',
      words: { fr: 'Combien ?' },
      from: [0, 7],
      unit: { fr: 'heures' },
      when: { question: '1-a', answers: ['tres-mal'] },
    },
  ],
}

test('what another tool cannot hold is told, and codes it refuses are changed everywhere', () => {
  const { bytes, notCarried } = writeLimeSurvey(rich)
  const xml = new TextDecoder().decode(bytes)
  assert.ok(tagsOf(xml.replace(/^<\?xml[^>]*\?>\n/, '')).includes('question_l10ns'))
  assert.match(xml, /<relevance>\(\(Q1a\.NAOK == &quot;tresm&quot;\)\)/)
  for (const what of ['mots simples', 'pictogrammes', 'référentiel', 'intervalles', 'relues', 'code', 'hors des parties'])
    assert.ok(
      notCarried.some((one) => one.what.includes(what)),
      what,
    )
  const form = writeXlsForm(rich)
  for (const what of ['mots simples', 'titre', 'heures'])
    assert.ok(
      form.notCarried.some((one) => one.what.includes(what)),
      what,
    )
  const back = definitionOf(readLimeSurveyXml(bytes))
  assert.deepEqual(back.questions[1]?.when, { question: 'Q1a', answers: ['tresm'] })
})

test('every ready questionnaire goes out to each tool and comes back with its words, kinds and conditions', async () => {
  const bank = await loadBank()
  assert.ok(bank.length > 0)
  const seen = ({ title, sections, questions, languages }: Definition) => ({
    title: title.fr,
    sections: sections.map(({ words }) => words),
    languages: languages.map(({ tag }) => tag),
    questions: questions.map((one) => [
      one.kind,
      one.words,
      one.when?.answers.length,
      one.kind === 'scale' ? one.scale : 'options' in one ? one.options.map(({ words, alone }) => [words, alone]) : null,
    ]),
  })
  for (const { definition } of bank) {
    assert.deepEqual(seen(definitionOf(readLimeSurveyXml(writeLimeSurvey(definition).bytes))), seen(definition))
    assert.deepEqual(seen(definitionOf(readLimeSurveyTsv(writeLimeSurveyTsv(definition).bytes))), seen(definition))
    assert.deepEqual(seen(definitionOf(readXlsForm(writeXlsForm(definition).bytes))), seen(definition))
  }
})
