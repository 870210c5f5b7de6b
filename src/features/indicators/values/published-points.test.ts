import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDataset } from '../opendata/datasets.ts'
import { publishedBreaks } from './published-points.ts'
import { comparableOf } from './series.ts'
import type { Point } from './series.ts'

test('figures that the ministry published before it changed its way of counting are not compared with those after', () => {
  const comparable = (code: 'inserjeunes-cfa' | 'ips-lycees' | 'ivac', ...periods: string[]): string[] => {
    const dataset = findDataset(code)
    const [measure] = dataset.measures.filter((one) => code !== 'ips-lycees' || one.code === 'ips-pro')
    assert.ok(measure)
    const points = periods.map((period): Point => ({
      period,
      value: 1,
      missing: null,
      numerator: null,
      denominator: null,
      provenance: { kind: 'counted', counts: '' },
    }))
    return comparableOf({ measure: measure.code, points, breaks: publishedBreaks([{ dataset, measure }]) }).map(({ period }) => period)
  }
  assert.deepEqual(comparable('inserjeunes-cfa', 'cumul 2021-2022', 'cumul 2022-2023', 'cumul 2023-2024'), ['cumul 2022-2023', 'cumul 2023-2024'])
  assert.deepEqual(comparable('inserjeunes-cfa', 'cumul 2019-2020', 'cumul 2021-2022'), ['cumul 2019-2020', 'cumul 2021-2022'])
  assert.deepEqual(comparable('ips-lycees', '2021-2022', '2022-2023'), ['2022-2023'])
  assert.deepEqual(comparable('ivac', '2021', '2024'), ['2021', '2024'])
})
