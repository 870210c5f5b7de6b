import assert from 'node:assert/strict'
import { test } from 'node:test'
import { academicRegions, authorities, departments, formerAuthorities } from './authorities.ts'
import { readAuthority, readDepartment } from './find-authority.ts'

const codeOf = (written: string) => {
  const reading = readAuthority(written)
  return reading.found ? reading.authority.code : reading.reason
}

test('an académie is found by its name in any spelling and by its code', () => {
  for (const written of ['Rennes', 'RENNES', ' rennes ', 'Académie de Rennes', '14', '014']) assert.equal(codeOf(written), '14')
  for (const written of ['ORLEANS-TOURS', 'Orléans Tours', "ACADEMIE D'ORLEANS-TOURS"]) assert.equal(codeOf(written), '18')
  for (const written of ['La Réunion', 'REUNION', 'Académie de La Réunion', '28']) assert.equal(codeOf(written), '28')
  for (const written of ['Nouvelle Calédonie', 'Vice-rectorat de Nouvelle-Calédonie', '40']) assert.equal(codeOf(written), '40')
  for (const written of ['St-Pierre-et-Miquelon', 'Saint Pierre et Miquelon']) assert.equal(codeOf(written), '44')
  assert.equal(codeOf('1'), '01')
})

test('Caen and Rouen lead to Normandie, and their former name is kept', () => {
  for (const written of ['CAEN', 'Rouen', '05', '21', 'NORMANDIE', '70']) assert.equal(codeOf(written), '70')
  const reading = readAuthority('Caen')
  assert.ok(reading.found)
  assert.equal(reading.formerName, 'Caen')
})

test('codes of aggregates, of abroad and of the unknown are no académie', () => {
  for (const written of ['#', '$', '99', '00', '0', '61', '91']) assert.equal(codeOf(written), 'not_an_authority')
  for (const written of ['Atlantide', '75', '', 'constructor']) assert.equal(codeOf(written), 'unknown')
})

test('a department is found by its code of two or three characters and by its name', () => {
  const cases: [string, string | null][] = [
    ['035', '35'],
    ['35', '35'],
    ['1', '01'],
    ['001', '01'],
    ['02A', '2A'],
    ['2b', '2B'],
    ['974', '974'],
    ['ALPES-DE-HTE-PROVENCE', '04'],
    ['Seine-St-Denis', '93'],
    ["COTES D'ARMOR", '22'],
    ['Saint-Barthélémy', '977'],
    ['LA REUNION', '974'],
    ['000', null],
    ['20', null],
    ['Atlantide', null],
  ]
  for (const [written, code] of cases) assert.equal(readDepartment(written)?.code ?? null, code, written)
})

test('the tables hold together: codes once, every academic region and académie named exists', () => {
  for (const table of [academicRegions, authorities, departments]) {
    assert.equal(new Set(table.map(({ code }) => code)).size, table.length)
    assert.equal(new Set(table.map(({ name }) => name)).size, table.length)
  }
  const regionCodes = new Set(academicRegions.map(({ code }) => code))
  const authorityCodes = new Set(authorities.map(({ code }) => code))
  for (const { academicRegionCode } of authorities) assert.ok(academicRegionCode === null || regionCodes.has(academicRegionCode))
  for (const { authorityCode } of departments) assert.ok(authorityCodes.has(authorityCode))
  for (const { code, mergedInto } of formerAuthorities) assert.ok(!authorityCodes.has(code) && authorityCodes.has(mergedInto))
  assert.deepEqual([academicRegions.length, authorities.length, departments.length], [18, 34, 107])
})
