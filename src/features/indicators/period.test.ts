import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePeriods, readPeriodText } from './period.ts'

for (const [text, read] of [
  ['2024', '2024'],
  ['2024/2025', '2024-2025'],
  ['2024 – 25', '2024-2025'],
  ['Cumul 2023-2024', 'cumul 2023-2024'],
  ['2026 t2', '2026-T2'],
  ['2026-11-26', '2026-11-26'],
  ['2024-2027', null],
  ['2026-T5', null],
  ['24', null],
  ['1789', null],
  ['', null],
] as const) {
  test(`« ${text} » is ${read ?? 'no period'}`, () => assert.equal(readPeriodText(text), read))
}

test('periods of all kinds stand in the order of time', () => {
  const ordered = ['2023', '2022-2023', '2024-T1', '2024', 'cumul 2023-2024', '2024-T4', '2026-11-26']
  assert.deepEqual(ordered.toReversed().sort(comparePeriods), ordered)
})
