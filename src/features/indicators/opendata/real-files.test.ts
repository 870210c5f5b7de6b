import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Observation } from './observation.ts'
import { readDataset } from './read-dataset.ts'

// The ministry's files stay out of the project: they stand beside the checkout, where there are any.
const folder = new URL('../../../../../shared/data/opendata/', import.meta.url)

// Number of figures, and what they add up to, counted apart from this reader; null where they are 0 or 1 and not measured here.
const files = [
  { name: 'fr-en-annuaire-education.dep35.csv', dataset: 'annuaire', rows: 996, refused: 2, values: null, sum: null },
  { name: 'inserjeunes-cfa.csv', dataset: 'inserjeunes-cfa', rows: 11_314, refused: 0, values: 70_371, sum: 3_145_780 },
  { name: 'inserjeunes-etab-2018_2019-pro.csv', dataset: 'inserjeunes-pro', rows: 4569, refused: 0, values: 11_796, sum: 355_762 },
  { name: 'inserjeunes-etab-2021_2022-apprentissage.csv', dataset: 'inserjeunes-apprentissage', rows: 2288, refused: 0, values: 11_413, sum: 432_928 },
  { name: 'inserjeunes-etab-2021_2022-pro.csv', dataset: 'inserjeunes-pro', rows: 5325, refused: 0, values: 31_580, sum: 1_119_137 },
  { name: 'ips-lycees.csv', dataset: 'ips-lycees', rows: 21_777, refused: 0, values: 62_810, sum: 5_450_362.5 },
  { name: 'ivac-colleges.csv', dataset: 'ivac', rows: 20_053, refused: 0, values: 249_555, sum: 12_677_050.8 },
  { name: 'ival-gt_v2.pays-loire.api.json', dataset: 'ival-gt', rows: 329, refused: 0, values: 9845, sum: 639_740 },
]

async function readFile(name: string) {
  const observations: Observation[] = []
  const reading = await readDataset(createReadStream(new URL(name, folder)), { fileName: name, onRow: (row) => void observations.push(...row) })
  assert.ok(reading.ok, reading.ok ? '' : reading.reason)
  return { reading, observations }
}

describe('real files', () => {
  for (const { name, dataset, rows, refused, values, sum } of files) {
    const skip = existsSync(new URL(name, folder)) ? false : `${name} is not in ../shared/data/opendata`
    test(`${name}: every row is loaded, or refused with its reason`, { skip }, async () => {
      const { reading, observations } = await readFile(name)
      assert.equal(reading.dataset.code, dataset)
      assert.deepEqual(reading.counts, { rows, loaded: rows - refused, refused })
      assert.equal(reading.refused.length, refused)
      assert.equal(observations.length, reading.observations)
      assert.ok(observations.every(({ value, missing }) => (value === null) !== (missing === null)))
      const published = observations.flatMap(({ value }) => (value === null ? [] : [value]))
      if (values !== null) assert.deepEqual([published.length, Math.round(published.reduce((total, value) => total + value, 0) * 10) / 10], [values, sum])
    })
  }

  const directory = 'fr-en-annuaire-education.dep35.csv'
  test(
    'in the directory, an empty flag is neither yes nor no',
    { skip: existsSync(new URL(directory, folder)) ? false : `${directory} is not in ../shared/data/opendata` },
    async () => {
      const { observations } = await readFile(directory)
      const flags = observations.filter(({ measure }) => measure === 'lycee-des-metiers')
      const count = (wanted: number | null) => flags.filter(({ value }) => value === wanted).length
      // 996 lines hold 780, 201 and 15; three of them name a school again.
      assert.deepEqual([count(null) + count(0) + count(1), count(1)], [993, 15])
      assert.ok(count(null) >= 777 && count(0) <= 201)
    },
  )

  const ivac = new URL('ivac-colleges.csv', folder)
  test(
    'of 20 053 rows every figure is given, and memory does not grow with them',
    { skip: existsSync(ivac) ? false : 'ivac-colleges.csv is not in ../shared/data/opendata' },
    async () => {
      const before = process.memoryUsage().rss
      let figures = 0
      const reading = await readDataset(createReadStream(ivac), { onRow: (row) => void (figures += row.length) })
      assert.ok(reading.ok && figures === reading.observations && figures > 300_000)
      assert.ok(process.memoryUsage().rss - before < 150_000_000)
    },
  )

  const list = new URL('annuaire-etablissements.national-collegelycee.csv', folder)
  test(
    'a list of schools with an index and no year asks for the year, then all of it is taken',
    { skip: existsSync(list) ? false : 'the list is not in ../shared/data/opendata' },
    async () => {
      const asked = await readDataset(createReadStream(list))
      assert.deepEqual(asked.ok ? null : asked.needs, ['period'])
      const reading = await readDataset(createReadStream(list), { period: '2023-2024' })
      assert.ok(reading.ok)
      assert.deepEqual([reading.dataset.code, reading.counts.rows, reading.counts.loaded + reading.counts.refused], ['ips-liste', 12_455, 12_455])
      assert.ok(reading.counts.loaded > 12_000)
    },
  )
})
