import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDay } from './days.ts'

test('a day exists or it does not: leap years, short months, odd input', () => {
  for (const day of ['2026-11-21', '2024-02-29', '1999-12-31']) assert.equal(isDay(day), true, day)
  for (const text of ['2026-02-30', '2025-02-29', '2026-13-01', '0000-01-01', '21/11/2026', '2026-1-1', '', '2026-11-21T00:00', "2026-11-21'"])
    assert.equal(isDay(text), false, text)
})
