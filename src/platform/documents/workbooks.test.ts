import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import type { SheetModel } from './document.ts'
import { writeOds } from './ods.ts'
import { hostileTexts } from './sample-document.ts'
import { tagsOf } from './well-formed.ts'
import { writeXlsx } from './xlsx.ts'

const writers = { ODS: writeOds, XLSX: writeXlsx }

const sheet: SheetModel = {
  name: 'Réponses',
  columns: [
    { header: 'Question', kind: 'text' },
    { header: 'Nombre', kind: 'number' },
    { header: 'Jour', kind: 'date' },
  ],
  rows: [
    ['Accueil', 3.5, '2026-03-03'],
    ['', 0, null],
    ['12', null, 'bientôt'],
    ['_x0041_', -1e-7, '2026-02-30'],
  ],
}

function opened(file: Uint8Array): WorkBook {
  return read(file, { cellDates: true, UTC: true, cellFormula: true })
}

function cell(book: WorkBook, place: string, name = book.SheetNames[0] ?? ''): CellObject | undefined {
  return book.Sheets[name]?.[place]
}

for (const [format, write] of Object.entries(writers)) {
  test(`${format}: numbers, dates and texts come back as what they are`, () => {
    const book = opened(write([sheet]))
    assert.deepEqual(book.SheetNames, ['Réponses'])
    assert.equal(cell(book, 'A1')?.v, 'Question')
    assert.deepEqual([cell(book, 'A2')?.t, cell(book, 'A2')?.v], ['s', 'Accueil'])
    assert.deepEqual([cell(book, 'B2')?.t, cell(book, 'B2')?.v], ['n', 3.5])
    assert.equal(cell(book, 'C2')?.t, 'd')
    assert.equal(JSON.stringify(cell(book, 'C2')?.v).slice(1, 11), '2026-03-03')
    assert.deepEqual([cell(book, 'A4')?.t, cell(book, 'A4')?.v], ['s', '12'])
    assert.equal(cell(book, 'B5')?.v, -1e-7)
  })

  test(`${format}: an unknown value is an empty cell and zero is zero`, () => {
    const book = opened(write([sheet]))
    assert.equal(cell(book, 'B3')?.v, 0)
    assert.equal(cell(book, 'B4')?.v, undefined)
    assert.equal(cell(book, 'C3')?.v, undefined)
  })

  test(`${format}: what does not fit its column is kept as text`, () => {
    const book = opened(write([sheet]))
    assert.deepEqual([cell(book, 'C4')?.t, cell(book, 'C4')?.v], ['s', 'bientôt'])
    assert.deepEqual([cell(book, 'C5')?.t, cell(book, 'C5')?.v], ['s', '2026-02-30'])
  })

  test(`${format}: no text becomes a formula`, () => {
    const texts = ['=1+1', '+33 1', '-2', '@SUM(A1)', '=HYPERLINK("https://exemple.fr")', '\t=1', '=cmd|x!A0']
    const book = opened(
      write([
        {
          name: 'F',
          columns: [
            { header: '=1+1', kind: 'text' },
            { header: 'n', kind: 'number' },
          ],
          rows: texts.map((text) => [text, text]),
        },
      ]),
    )
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets['F'] ?? {}, { header: 1 })
    assert.deepEqual(
      rows.slice(1).map((row) => row[0]),
      texts.map((text) => text.replace('\t', ' ')),
    )
    for (const place of Object.keys(book.Sheets['F'] ?? {}).filter((key) => /^[A-Z]/.test(key))) {
      assert.equal(cell(book, place, 'F')?.f, undefined, place)
      assert.equal(cell(book, place, 'F')?.t, 's', place)
    }
  })

  test(`${format}: hostile texts leave every part well-formed`, () => {
    const file = write([{ name: '<&"\'>', columns: [{ header: '<&"', kind: 'text' }], rows: hostileTexts.map((text) => [text]) }])
    for (const [name, content] of Object.entries(unzipSync(file))) {
      if (/\.(xml|rels)$/.test(name)) assert.ok(tagsOf(strFromU8(content)).length > 0, name)
    }
  })

  test(`${format}: names that a workbook refuses, or has twice, are made right`, () => {
    const named = (name: string): SheetModel => ({ name, columns: [{ header: 'a', kind: 'text' }], rows: [] })
    const book = opened(write([named('a/b:c'), named('A B C'), named(''), named('x'.repeat(40)), named('x'.repeat(40))]))
    assert.deepEqual(book.SheetNames, ['a b c', 'A B C 2', '3', 'x'.repeat(31), `${'x'.repeat(26)} 2`])
  })

  test(`${format}: the first row is frozen`, () => {
    const parts = Object.values(unzipSync(write([sheet])))
      .map((content) => strFromU8(content))
      .join('')
    assert.match(parts, /ySplit="1"[^>]*state="frozen"|VerticalSplitMode" config:type="short">2</)
  })

  test(`${format}: twelve thousand rows are written, and come back`, () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => [`établissement ${index}`, index, '2026-03-03'])
    const parts = Object.values(unzipSync(write([{ ...sheet, rows }])))
      .map((content) => strFromU8(content))
      .join('')
    assert.match(parts, /établissement 11999/)
  })
}

test('XLSX: a text that looks like one of its character codes comes back as typed', () => {
  assert.equal(cell(opened(writeXlsx([sheet])), 'A5')?.v, '_x0041_')
})

test('XLSX: a text longer than Excel bears is cut so that the file opens', () => {
  const book = opened(writeXlsx([{ ...sheet, rows: [['😀'.repeat(20_000), null, null]] }]))
  const text = cell(book, 'A2')?.v
  assert.ok(typeof text === 'string' && text.length <= 32_767 && text.isWellFormed())
})
