import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DirectoryRow } from './directory-row.ts'
import { planImport } from './import-plan.ts'
import type { PlanOptions } from './import-plan.ts'
import type { DirectorySchool } from './school-changes.ts'

const today = '2026-02-01'
const yesterday = '2026-01-31'

function makeRow(values: Partial<DirectoryRow> = {}): DirectoryRow {
  return {
    line: 2,
    uai: '0359901X',
    uaiColumn: 'uai',
    name: 'Lycée des Tilleuls',
    schoolType: 'lycee_pro',
    sector: 'public',
    town: 'Valmont',
    postcode: '35990',
    departmentCode: '35',
    authorityCode: '14',
    authorityWritten: { column: 'academie', value: 'Rennes' },
    latitude: 48.1,
    longitude: -1.6,
    motherUai: null,
    opensOn: '1971-09-01',
    closesOn: null,
    state: 'open',
    updatedOn: null,
    ...values,
  }
}

function makeExisting(values: Partial<DirectorySchool> = {}): DirectorySchool {
  const row = makeRow()
  return {
    id: 'school-1',
    uai: row.uai,
    name: row.name,
    schoolType: row.schoolType,
    sector: row.sector,
    town: row.town,
    postcode: row.postcode,
    departmentCode: row.departmentCode,
    authorityCode: row.authorityCode,
    latitude: row.latitude,
    longitude: row.longitude,
    motherUai: row.motherUai,
    validFrom: row.opensOn,
    validTo: null,
    ...values,
  }
}

function plan(rows: DirectoryRow[], existing: DirectorySchool[], options: Partial<PlanOptions> = {}, refusedUais: string[] = []) {
  const reading = { read: rows.length + refusedUais.length, rows, refused: [], refusedUais, warnings: [] }
  return planImport(reading, existing, { today, ...options })
}

function count(result: ReturnType<typeof plan>): number[] {
  return [result.create.length, result.update.length, result.close.length, result.unchanged.length, result.refused.length]
}

test('an unknown school is created, a known one is updated or left alone', () => {
  assert.deepEqual(count(plan([makeRow()], [])), [1, 0, 0, 0, 0])
  assert.deepEqual(count(plan([makeRow()], [makeExisting()])), [0, 0, 0, 1, 0])
  const result = plan([makeRow({ name: 'Lycée des Grands Tilleuls', town: 'Port-Clair' })], [makeExisting()])
  assert.deepEqual(count(result), [0, 1, 0, 0, 0])
  assert.deepEqual(result.update[0]?.changes, [
    { field: 'name', from: 'Lycée des Tilleuls', to: 'Lycée des Grands Tilleuls' },
    { field: 'town', from: 'Valmont', to: 'Port-Clair' },
  ])
})

test('a gap in the file erases nothing, and « other » does not replace a known kind', () => {
  const poor = makeRow({
    schoolType: null,
    sector: null,
    town: null,
    postcode: null,
    departmentCode: null,
    latitude: null,
    longitude: null,
    opensOn: null,
    state: null,
  })
  assert.deepEqual(count(plan([poor], [makeExisting()])), [0, 0, 0, 1, 0])
  assert.deepEqual(count(plan([makeRow({ schoolType: 'other' })], [makeExisting()])), [0, 0, 0, 1, 0])
  assert.deepEqual(count(plan([makeRow({ schoolType: 'other' })], [makeExisting({ schoolType: null })])), [0, 1, 0, 0, 0])
})

test('the first row of a UAI is kept; the others are refused, saying whether they differ', () => {
  const result = plan([makeRow(), makeRow({ line: 3 }), makeRow({ line: 4, name: 'Autre nom' }), makeRow({ line: 5, town: 'Ailleurs' })], [])
  assert.deepEqual(count(result), [1, 0, 0, 0, 3])
  assert.deepEqual(
    result.refused.map(({ line, column, value, reason }) => [line, column, value, reason]),
    [
      [3, 'uai', '0359901X', 'Cette ligne répète la ligne 2.'],
      [4, 'uai', '0359901X', 'Cet UAI porte un autre nom à la ligne 2 (« Lycée des Tilleuls »). La ligne 2 est gardée.'],
      [5, 'uai', '0359901X', 'Cet UAI figure déjà à la ligne 2, avec d’autres renseignements. La ligne 2 est gardée.'],
    ],
  )
})

test('a closed school is dated: by the file, or by the day before the import', () => {
  const dated = plan([makeRow({ state: 'closed', closesOn: '2025-08-31' })], [makeExisting()])
  assert.deepEqual(count(dated), [0, 0, 1, 0, 0])
  assert.equal(dated.close[0]?.validTo, '2025-08-31')
  assert.equal(plan([makeRow({ state: 'closed' })], [makeExisting()]).close[0]?.validTo, yesterday)
  assert.equal(plan([makeRow({ state: 'closed', opensOn: '2026-09-01' })], [makeExisting()]).close[0]?.validTo, '2026-09-01')
  assert.equal(plan([makeRow({ state: 'closed' })], []).create[0]?.validTo, yesterday)
})

test('closing twice changes nothing, and a school that opens again is open', () => {
  const closed = makeExisting({ validTo: '2025-08-31' })
  assert.deepEqual(count(plan([makeRow({ state: 'closed' })], [closed])), [0, 0, 0, 1, 0])
  assert.deepEqual(count(plan([makeRow({ state: null })], [closed])), [0, 0, 0, 1, 0])
  assert.deepEqual(plan([makeRow({ state: 'open' })], [closed]).update[0]?.changes, [{ field: 'validTo', from: '2025-08-31', to: null }])
})

test('a school about to close stays open until its date', () => {
  assert.deepEqual(count(plan([makeRow({ state: 'closing' })], [makeExisting()])), [0, 0, 0, 1, 0])
  assert.equal(plan([makeRow({ state: 'closing', closesOn: '2026-08-31' })], [makeExisting()]).close[0]?.validTo, '2026-08-31')
})

test('absence says nothing, unless the file is declared complete', () => {
  const absent = makeExisting({ id: 'absent', uai: '0359902Y' })
  assert.deepEqual(count(plan([makeRow()], [makeExisting(), absent])), [0, 0, 0, 1, 0])
  const result = plan([makeRow()], [makeExisting(), absent], { completeBy: 'authority' })
  assert.deepEqual(
    result.close.map(({ school, row, validTo }) => [school.id, row, validTo]),
    [['absent', null, yesterday]],
  )
})

test('a complete file closes only what it covers: its places, its kinds, and not the schools of its refused rows', () => {
  const others = [
    makeExisting({ id: 'other authority', uai: '0440001A', authorityCode: '17', departmentCode: '44' }),
    makeExisting({ id: 'other department', uai: '0560001A', departmentCode: '56' }),
    makeExisting({ id: 'other kind', uai: '0359903Z', schoolType: 'ecole' }),
    makeExisting({ id: 'closed before', uai: '0359904A', validTo: '2020-08-31' }),
    makeExisting({ id: 'refused row', uai: '0359905B' }),
  ]
  const closed = (completeBy: 'authority' | 'department') => plan([makeRow()], others, { completeBy }, ['0359905B']).close.map(({ school }) => school.id)
  assert.deepEqual(closed('department'), [])
  assert.deepEqual(closed('authority'), ['other department'])
})

test('rows of another académie than the importer’s are refused, and so is drawing its schools away', () => {
  const scope = ['14']
  const foreign = makeRow({ authorityCode: '17', authorityWritten: { column: 'academie', value: 'Nantes' } })
  const refused = plan([foreign], [], { scope })
  assert.deepEqual(count(refused), [0, 0, 0, 0, 1])
  assert.deepEqual(refused.refused[0], {
    line: 2,
    column: 'academie',
    value: 'Nantes',
    reason: 'Cet établissement relève de l’académie de Nantes, que vous ne suivez pas.',
  })
  assert.deepEqual(count(plan([makeRow()], [makeExisting({ authorityCode: '17' })], { scope })), [0, 0, 0, 0, 1])
  assert.deepEqual(count(plan([makeRow()], [makeExisting({ authorityCode: null })], { scope })), [0, 0, 0, 0, 1])
  assert.deepEqual(count(plan([makeRow()], [makeExisting()], { scope })), [0, 0, 0, 1, 0])
  const foreignAbsent = makeExisting({ id: 'x', uai: '0359902Y', departmentCode: '35', authorityCode: '17' })
  assert.deepEqual(count(plan([makeRow()], [makeExisting(), foreignAbsent], { scope, completeBy: 'department' })), [0, 0, 0, 1, 0])
})

test('a closing before the opening is refused', () => {
  const result = plan([makeRow({ opensOn: '2020-09-01', closesOn: '2019-08-31' })], [])
  assert.deepEqual(count(result), [0, 0, 0, 0, 1])
})

test('every line read is created, updated, closed, left alone or refused', () => {
  const rows = [
    makeRow(),
    makeRow({ line: 3, uai: '0359902Y' }),
    makeRow({ line: 4, uai: '0359902Y' }),
    makeRow({ line: 5, uai: '0359903Z', state: 'closed' }),
    makeRow({ line: 6, uai: '0359904A', town: 'Port-Clair' }),
  ]
  const existing = [makeExisting(), makeExisting({ uai: '0359903Z' }), makeExisting({ uai: '0359904A' })]
  const result = plan(rows, existing)
  assert.deepEqual(count(result), [1, 1, 1, 1, 1])
  assert.equal(
    count(result).reduce((sum, part) => sum + part),
    result.read,
  )
})
