import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ExchangeFormat } from '../../frameworks/exchange/formats.ts'
import { changeKinds } from '../content.ts'
import type { ConversionContent, CrosswalkContent } from '../content.ts'
import { relations } from '../relations.ts'
import type { KnownVersion } from './known-versions.ts'
import { readExchangeFile } from './read-file.ts'
import type { Part } from './reading.ts'
import { writeConversion, writeCrosswalk } from './write-crosswalk.ts'

const options = { changedAt: new Date('2026-01-05T08:00:00Z') }

const known: readonly KnownVersion[] = [
  { framework: 'un', version: '2016', codes: ['A1-P1', 'A1-P2', 'A1-D1', 'B.2-X1'] },
  { framework: 'un', version: '2023', codes: ['A1-P1', 'A1-P3', 'C-A1'] },
  { framework: 'deux-bis', version: '1.0', codes: ['Z-1', 'Z-2', 'Z-3', 'Y-1'] },
]

const words = fc.constantFrom(...'élève « charte » l’accueil =1+1 @cmd null 2023 a:b # & ! <b> _x0041_ 🎓 numéro ; \\ "deux"'.split(' '))
const text = (longest: number): fc.Arbitrary<string> =>
  fc.array(words, { minLength: 3, maxLength: 12 }).map((all) =>
    `Parce que ${all.join(' ')}`
      .slice(0, longest)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim(),
  )

const crosswalks: fc.Arbitrary<CrosswalkContent> = fc.constantFrom([0, 1], [0, 2], [2, 1]).chain(([one = 0, other = 0]) => {
  const [from, to] = [known[one], known[other]]
  assert.ok(from && to)
  const pairs = from.codes.slice(0, -1).flatMap((code) => to.codes.slice(0, -1).map((end) => [code, end] as const))
  const link = ([code, end]: readonly [string, string]) =>
    fc.tuple(fc.constantFrom(...relations), text(400), fc.constantFrom(undefined, 'proposed' as const, 'validated' as const)).map(([type, reason, status]) => ({
      from: code,
      to: end,
      type,
      reason,
      ...(status ? { status } : {}),
    }))
  return fc.record(
    {
      from: fc.constant({ framework: from.framework, version: from.version }),
      to: fc.constant({ framework: to.framework, version: to.version }),
      author: text(120),
      status: fc.constantFrom('proposed' as const, 'validated' as const),
      source: fc.record(
        { title: text(250), note: text(500), url: fc.constant('https://exemple.fr/') },
        { requiredKeys: ['title', 'note'], noNullPrototype: true },
      ),
      licence: text(500),
      links: fc.subarray([...pairs], { minLength: 1 }).chain((some) => fc.tuple(...some.map(link))),
      no_equivalent: fc.tuple(text(400), text(400)).map(([first, second]) => [
        { in: 'from' as const, code: from.codes.at(-1) ?? '', reason: first },
        { in: 'to' as const, code: to.codes.at(-1) ?? '', reason: second },
      ]),
    },
    { requiredKeys: ['from', 'to', 'author', 'status', 'source', 'licence', 'links'], noNullPrototype: true },
  )
})

function partOf(bytes: Uint8Array): { part: Part; lost: string[] } {
  const result = readExchangeFile('fichier', bytes, known)
  if ('refusal' in result) assert.fail(JSON.stringify(result.refusal))
  assert.deepEqual(result.reading.problems, [])
  const [part, ...more] = result.reading.parts
  assert.ok(part && more.length === 0)
  return { part, lost: result.reading.notes.map((note) => note.kind) }
}

for (const format of ['yaml', 'case', 'xlsx', 'ods'] as const satisfies readonly ExchangeFormat[])
  test(`a crosswalk that went through ${format} comes back the same, and nothing is reported lost`, () => {
    fc.assert(
      fc.property(crosswalks, (content) => {
        const written = writeCrosswalk(content, format, options)
        const { part, lost } = partOf(written.bytes)
        assert.deepEqual(part, { kind: 'crosswalk', content })
        assert.deepEqual([written.notes, lost], [[], []])
      }),
      { numRuns: format === 'yaml' || format === 'case' ? 60 : 25 },
    )
  })

test('through a library of CISO Assistant the links come back the same; statuses and missing equivalents are reported lost', () => {
  fc.assert(
    fc.property(crosswalks, (content) => {
      const written = writeCrosswalk(content, 'ciso', options)
      const { part, lost } = partOf(written.bytes)
      assert.ok(part.kind === 'crosswalk')
      assert.deepEqual([part.content.from, part.content.to], [content.from, content.to])
      assert.deepEqual(
        part.content.links,
        content.links.map(({ from, to, type, reason }) => ({ from, to, type, reason })),
      )
      assert.deepEqual(
        written.notes.map((note) => note.kind),
        [...(content.no_equivalent ? ['gaps-lost'] : []), 'link-statuses-lost'],
      )
      assert.deepEqual(lost, ['mirrors-left'])
    }),
    { numRuns: 40 },
  )
})

test('a conversion table comes back the same', () => {
  const content: ConversionContent = {
    framework: 'un',
    from: '2016',
    to: '2023',
    author: 'Une équipe',
    note: 'Ce que deviennent les énoncés : table complète.',
    changes: [
      { kind: 'same', from: ['A1-P1'], to: ['A1-P1'], reason: 'Rien ne change.' },
      { kind: 'merged', from: ['A1-P2', 'A1-D1'], to: ['A1-P3'], reason: 'Une seule phrase suffit.' },
      { kind: 'dropped', from: ['B.2-X1'], to: [], reason: 'Ce point n’est plus demandé.' },
      { kind: 'added', from: [], to: ['C-A1'], reason: 'Ce point est nouveau.' },
    ],
  }
  assert.ok(changeKinds.length > 0)
  assert.deepEqual(partOf(writeConversion(content).bytes).part, { kind: 'conversion', content })
})
