import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { nobody } from '../../../platform/database.ts'
import { importSchools } from './import-schools.ts'

// The ministry's files stay out of the project: they stand beside the checkout, where there are any.
const folder = new URL('../../../../../shared/data/opendata/', import.meta.url)
const nationalList = new URL('annuaire-etablissements.national-collegelycee.csv', folder)
const directory = new URL('fr-en-annuaire-education.dep35.csv', folder)
const absent = existsSync(nationalList) && existsSync(directory) ? false : 'the real files are not in ../shared/data/opendata'

describe('real files', { skip: absent }, () => {
  let database: FreshDatabase
  before(async () => {
    database = await freshDatabase()
  })
  after(() => database.stop())

  const options = { today: '2026-02-01', fileName: 'annuaire.csv' }

  async function importFile(file: URL) {
    const outcome = await importSchools(database.pool, { ...nobody, operator: true }, createReadStream(file), options)
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
    return outcome.report
  }

  test('12 455 schools are imported, and the two without a name are told line by line', async () => {
    const report = await importFile(nationalList)
    assert.deepEqual([report.read, report.created, report.refused.length], [12_455, 12_453, 2])
    assert.deepEqual(
      report.refused.map(({ line, column, value }) => [line, column, value]),
      [
        [5977, 'nom', ''],
        [11_312, 'nom', ''],
      ],
    )
  })

  test('the directory of one department adds to them; importing it again changes nothing, and nothing is ever doubled', async () => {
    const report = await importFile(directory)
    assert.deepEqual([report.read, report.created, report.updated, report.refused.length], [996, 805, 188, 3])
    assert.ok(report.refused.some(({ line, value }) => line === 940 && value === '0352072M'))
    const again = await importFile(directory)
    assert.deepEqual([again.created, again.updated, again.closed, again.unchanged], [0, 0, 0, 993])
    const list = await importFile(nationalList)
    assert.deepEqual([list.created, list.closed, list.refused.length], [0, 0, 2])
  })
})
