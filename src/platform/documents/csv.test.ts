import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf, csvStream } from './csv.ts'

const read = async (stream: ReadableStream<Uint8Array>): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(stream).bytes())

test('cells are quoted as they need, no text becomes a formula, and a negative number stays one', () => {
  const text = new TextDecoder().decode(csvOf([['a;b', 'c "d"', '=1+1', '-3,5', '-1+1', '']]))
  assert.equal(text, '"a;b";"c ""d""";\'=1+1;-3,5;\'-1+1;\r\n')
})

test('a stream gives the same as the whole, piece by piece, and asks for no more rows than it sends', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [String(index), 'é'.repeat(10)])
  assert.equal(await read(csvStream(rows)), new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(rows)))
  let asked = 0
  const reader = csvStream(
    (function* () {
      for (const row of rows) {
        asked += 1
        yield row
      }
    })(),
  ).getReader()
  await reader.read()
  assert.ok(asked < rows.length / 2, `${asked} rows were made for the first piece`)
})
