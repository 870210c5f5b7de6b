import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Definition } from '../questionnaire/definition.ts'
import { readTranslation, writeTranslation } from './translation-file.ts'

const definition: Definition = {
  title: { fr: 'Le climat ; et vous', ar: 'المناخ' },
  intro: { fr: '' },
  sections: [],
  questions: [{ code: 'Q1', section: '', kind: 'scale', scale: 'yes', words: { fr: '=Je dis "oui"' } }],
  languages: [{ tag: 'fr', reviewed: true }],
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytesOf = (written: string): Uint8Array => new TextEncoder().encode(written)

test('the file that is sent out is read back as it is, no text of it a formula', () => {
  const file = writeTranslation(definition, 'ar')
  assert.match(text(file), /'=Je dis/)
  assert.deepEqual(readTranslation(file, definition), { texts: new Map([['title', 'المناخ']]), strange: [] })
  const filled = text(file).replace('"\'=Je dis ""oui""";', '"\'=Je dis ""oui""";أقول نعم')
  assert.deepEqual(readTranslation(bytesOf(filled), definition), {
    texts: new Map([
      ['title', 'المناخ'],
      ['q.Q1', 'أقول نعم'],
    ]),
    strange: [],
  })
})

test('commas, another order of columns and windows-1252 are read too', () => {
  const latin = Uint8Array.from(Buffer.from('fr,pt,code\r\n"Le climat ; et vous",O clima é nosso,title\r\n', 'latin1'))
  assert.deepEqual(readTranslation(latin, definition), { texts: new Map([['title', 'O clima é nosso']]), strange: [] })
})

test('a line whose French has changed meanwhile is told, not taken', () => {
  assert.deepEqual(readTranslation(bytesOf('code;fr;pt\ntitle;Autre titre;Outro\nq.Z;Perdue;Perdida\n'), definition), {
    texts: new Map(),
    strange: ['Autre titre', 'Perdue'],
  })
})

test('a workbook, a torn table, a table without its columns and a huge file are refused, each for its reason', () => {
  const refusals = [bytesOf('PK\u0003\u0004…'), bytesOf('code;fr;pt\n"title'), bytesOf('a;b\nc;d\n'), new Uint8Array(2_000_000)]
  assert.deepEqual(
    refusals.map((bytes) => readTranslation(bytes, definition)),
    ['not-text', 'not-a-table', 'no-columns', 'too-large'].map((refused) => ({ refused })),
  )
})
