import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleQuestions } from '../../../../test/make-survey.ts'
import { answeredBit, encodeRecord, layoutOf } from './record.ts'
import type { Answered, Layout } from './record.ts'

/** What a record says: the release counts without ever putting one together again. */
function decodeRecord(layout: Layout, record: Uint8Array): Answered {
  const view = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
  const groups: Record<string, number> = {}
  const chosen: Record<string, number[]> = {}
  for (const place of layout.places) {
    if (place.kind === 'group') groups[place.code] = view[place.offset] ?? 0
    else if (place.kind === 'one') {
      const value = view[place.offset] ?? 0
      if (value > 0) chosen[place.code] = [value]
    } else {
      const bits = view.readUInt16LE(place.offset)
      if (bits & answeredBit)
        chosen[place.code] = Array.from({ length: place.categories }, (_, index) => index + 1).filter((option) => bits & (1 << (option - 1)))
    }
  }
  return { groups, chosen }
}

const layout = layoutOf([{ code: 'level', groups: ['2de', '1re', 'Tle'] }], sampleQuestions)

test('a ballot is as long as what is asked: one byte a question, two for a multiple choice, none for words', () => {
  assert.equal(layout.length, 1 + 1 + 1 + 1 + 2 + 1 + 1)
  assert.deepEqual(
    layout.places.map((place) => [place.code, place.categories]),
    [
      ['level', 3],
      ['Q1', 5],
      ['Q2', 2],
      ['Q3', 2],
      ['Q4', 3],
      ['Q5', 4],
    ],
  )
})

test('what is written is what is read, whatever was answered', () => {
  const one = (categories: number) =>
    fc.option(
      fc.integer({ min: 1, max: categories }).map((value) => [value]),
      { nil: undefined },
    )
  const some = (categories: number) => fc.option(fc.subarray(Array.from({ length: categories }, (_, index) => index + 1)), { nil: undefined })
  const answered = fc
    .record({ Q1: one(5), Q2: one(2), Q3: some(2), Q4: one(3), Q5: one(4) })
    .map((all) => Object.fromEntries(Object.entries(all).flatMap(([code, value]) => (value ? [[code, value]] : []))))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), answered, (level, chosen) => {
      const given = { groups: { level }, chosen }
      assert.deepEqual(decodeRecord(layout, encodeRecord(layout, given)), given)
    }),
  )
})

test('an answer that the question does not have is refused, and nothing is silently changed', () => {
  assert.throws(() => encodeRecord(layout, { groups: {}, chosen: { Q1: [6] } }), /Q1 has no answer 6/)
  assert.throws(() => encodeRecord(layout, { groups: { level: 4 }, chosen: {} }), /level has no answer 4/)
})
