import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { readBody } from './visit.ts'

const limit = 1000
const type = 'application/x-www-form-urlencoded'
const app = new Hono()
app.post('/', async (context) => {
  const form = await readBody(context, limit)
  return form ? context.text(form.text('a')) : context.text('too large', 413)
})

const body = (length: number): string => `a=${'b'.repeat(length - 2)}`

test('a body as long as the limit is read, a longer one is not, whatever it declares', async () => {
  for (const length of [limit, limit + 1]) {
    const headers = { 'content-type': type, 'content-length': String(length) }
    assert.equal((await app.request('/', { method: 'POST', headers, body: body(length) })).status, length > limit ? 413 : 200)
    assert.equal((await app.request('/', { method: 'POST', headers: { 'content-type': type }, body: body(length) })).status, length > limit ? 413 : 200)
  }
})

test('of a body that declares more than the limit not one byte is read', async () => {
  let pulled = 0
  const stream = new ReadableStream(
    {
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(1024))
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { 'content-type': type, 'content-length': '120000000' }
  // Node asks for it; the type of the browsers' own does not know it.
  const asked: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body: stream, duplex: 'half' }
  const answer = await app.request(new Request('http://site/', asked))
  assert.equal(answer.status, 413)
  assert.equal(pulled, 0)
  assert.equal((await app.request('/', { method: 'POST', headers: { 'content-type': type, 'content-length': 'many' }, body: body(10) })).status, 413)
})
