import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orRefusal } from './carried.ts'
import type { ReadOutcome } from './carried.ts'
import type { Draft, DraftOption, DraftQuestion } from './draft.ts'
import { finishDraft, freeCode } from './finish-draft.ts'
import { picturesOf, plainText } from './plain-text.ts'

const fr = (text: string): Map<string, string> => new Map([['fr', text]])
const options = (...texts: string[]): DraftOption[] => texts.map((text, index) => ({ code: `A${index + 1}`, words: fr(text) }))
const ofOptions = (name: string, count: number) => new Map([[name, new Map(Array.from({ length: count }, (_, index) => [`A${index + 1}`, `A${index + 1}`]))]])

const choice = (code: string, ...texts: string[]): DraftQuestion => ({
  kind: 'choice',
  code,
  place: `Question ${code}`,
  section: '',
  words: fr('Alors ?'),
  options: options(...texts),
  answers: ofOptions(code, texts.length),
})
const draft = (questions: DraftQuestion[], more: Partial<Draft> = {}): Draft => ({
  base: 'fr',
  tags: ['fr'],
  title: fr('T'),
  intro: fr(''),
  sections: [],
  questions,
  ...more,
})
const read = (value: Draft): Exclude<ReadOutcome, { refused: string }> => {
  const outcome = finishDraft(value, [])
  if ('refused' in outcome) assert.fail(outcome.refused)
  return outcome
}

test('the words of a scale are recognised from either end, with or without doubt, whatever the apostrophe', () => {
  const down = choice('Q1', "Tout à fait d'accord", 'Plutôt d’accord', 'Plutôt pas d’accord', 'Pas du tout d’accord', 'Je ne sais pas')
  const next: DraftQuestion = {
    ...choice('Q2', 'Oui', 'Non'),
    when: [
      { name: 'Q1', value: 'A1' },
      { name: 'Q1', value: 'A2' },
    ],
  }
  const { definition, notCarried } = read(draft([down, next]))
  assert.deepEqual(definition.questions[0], { kind: 'scale', scale: 'agreement', code: 'Q1', section: '', words: { fr: 'Alors ?' } })
  assert.deepEqual(definition.questions[1]?.when, { question: 'Q1', answers: ['4', '3'] })
  assert.deepEqual(notCarried, [])
})

test('other words are a choice', () => {
  assert.equal(read(draft([choice('Q1', 'Oui', 'Non')])).definition.questions[0]?.kind, 'single')
})

test('a condition on two questions, on a later one or on doubt is left and said', () => {
  const one = choice('Q1', 'Non', 'En partie', 'Oui', 'Je ne sais pas')
  for (const when of [
    [{ name: 'Q1', value: 'A4' }],
    [{ name: 'Q9', value: 'A1' }],
    [
      { name: 'Q1', value: 'A1' },
      { name: 'Q2', value: 'A1' },
    ],
  ]) {
    const { definition, notCarried } = read(draft([one, choice('Q2', 'Oui', 'Non'), { ...choice('Q3', 'Oui', 'Non'), when }]))
    assert.equal(definition.questions[2]?.when, undefined)
    assert.deepEqual(
      notCarried.map(({ place }) => place),
      ['Question Q3'],
    )
  }
})

test('what has too many answers or too few is left, what is beyond eighty too, and a list without end is refused', () => {
  const many = choice('Q2', ...Array.from({ length: 16 }, (_, index) => `Ville ${index}`))
  const { definition, notCarried } = read(draft([choice('Q1', 'Oui', 'Non'), many, choice('Q3', 'Seule')]))
  assert.deepEqual(
    definition.questions.map(({ code }) => code),
    ['Q1'],
  )
  assert.equal(notCarried.length, 2)
  const long = read(draft(Array.from({ length: 90 }, (_, index) => choice(`Q${index}`, 'Oui', 'Non'))))
  assert.equal(long.definition.questions.length, 80)
  assert.match(long.notCarried[0]?.what ?? '', /^10 questions/)
  const endless = orRefusal(() => finishDraft(draft([choice('Q1', ...Array.from({ length: 10_000 }, String))]), []))
  assert.match('refused' in endless ? endless.refused : '', /plus de 1000 réponses/)
  const none = orRefusal(() => finishDraft(draft([]), []))
  assert.match('refused' in none ? none.refused : '', /aucune question/)
})

test('without French the first language stands in for it and stays; with French it is French', () => {
  const words = new Map([
    ['en', 'Why?'],
    ['de', 'Warum?'],
  ])
  const text: DraftQuestion = { kind: 'text', code: 'Q1', place: 'Question Q1', section: '', words }
  const { definition, notCarried } = read(draft([text], { base: 'en', tags: ['en', 'de'], title: words }))
  assert.deepEqual(definition.questions[0]?.words, { fr: 'Why?', en: 'Why?', de: 'Warum?' })
  assert.deepEqual(definition.languages, [
    { tag: 'fr', reviewed: false },
    { tag: 'en', reviewed: false },
    { tag: 'de', reviewed: false },
  ])
  assert.match(notCarried[0]?.why ?? '', /anglais/)
  const french = read(
    draft(
      [
        {
          ...text,
          words: new Map([
            ['en', 'Why?'],
            ['fr', 'Pourquoi ?'],
          ]),
        },
      ],
      { base: 'en', tags: ['en', 'fr'] },
    ),
  )
  assert.deepEqual(french.definition.questions[0]?.words, { fr: 'Pourquoi ?', en: 'Why?' })
  assert.deepEqual(french.notCarried, [])
})

test('codes become ours and never come twice', () => {
  const taken = new Set<string>()
  assert.deepEqual(
    ['Q1_SQ1', 'Q1 SQ1', 'é', '', '_', 'x'.repeat(40), 'x'.repeat(41)].map((code) => freeCode(code, taken)),
    ['Q1-SQ1', 'Q1-SQ1-2', 'e', 'Q', 'Q-2', 'x'.repeat(32), `${'x'.repeat(27)}-2`],
  )
})

test('marks go, signs stay', () => {
  assert.equal(
    plainText('<p style="a">L&#39;&eacute;cole &amp; vous&nbsp;?</p>\r\n<p>a < b, b > c</p><ul><li>un</li><li>deux</li></ul>'),
    "L'école & vous\u00a0?\n\na < b, b > c\nun\ndeux",
  )
  assert.deepEqual(picturesOf('<img alt="" src="/upload/fire.png" /><img src="a.png" alt="Un chat">'), ['fire.png', 'Un chat'])
  const start = performance.now()
  plainText('<p '.repeat(300_000))
  plainText('<script>'.repeat(100_000))
  plainText('<!--'.repeat(100_000))
  assert.ok(performance.now() - start < 1500)
})

test('words that the other tool put in by itself are told', () => {
  const text: DraftQuestion = { kind: 'text', code: 'Q1', place: 'Question Q1', section: '', words: fr('Bonjour {TOKEN:FIRSTNAME}, ça va ?') }
  assert.match(read(draft([text])).notCarried[0]?.why ?? '', /TOKEN:FIRSTNAME/)
})

test('a condition never looks ahead', () => {
  const first: DraftQuestion = { ...choice('Q1', 'Oui', 'Non'), when: [{ name: 'Q2', value: 'A1' }] }
  const { definition, notCarried } = read(draft([first, choice('Q2', 'Oui', 'Non')]))
  assert.equal(definition.questions[0]?.when, undefined)
  assert.equal(notCarried.length, 1)
})
