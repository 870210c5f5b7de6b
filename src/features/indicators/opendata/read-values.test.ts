import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headerNames, joinHeaderRows, normaliseHeader } from './normalise-header.ts'
import { readNumber } from './read-number.ts'
import { findPeriod, readPeriod } from './read-period.ts'

test('numbers are read as files write them', () => {
  const cases: [string, number][] = [
    ['81,7%', 81.7],
    ['81,7 %', 81.7],
    ['+3', 3],
    ['57.0', 57],
    ['-4.0', -4],
    ['−2', -2],
    ['-0.0', 0],
    ['0', 0],
    ['1 234', 1234],
    ['1\u202f234,5', 1234.5],
    [' 12 ', 12],
  ]
  for (const [written, value] of cases) assert.deepEqual(readNumber(written), { kind: 'value', value }, written)
})

test('a missing figure is never zero, and is explained only as far as the file explains it', () => {
  const cases: [string, string][] = [
    ['', 'not-published'],
    ['  ', 'not-published'],
    ['ND', 'not-published'],
    ['nd', 'not-published'],
    ['N/A', 'not-published'],
    ['.', 'not-published'],
    ['s', 'below-threshold'],
    ['<5', 'below-threshold'],
    ['sans objet', 'not-applicable'],
    ['non renseigné', 'not-entered'],
    ['à confirmer', 'to-confirm'],
  ]
  for (const [written, missing] of cases) assert.deepEqual(readNumber(written), { kind: 'missing', missing }, written)
})

test('what is no number is not guessed', () => {
  for (const written of ['douze', '1e3', '1.234,5', '12-15', '0x10', '1,2,3', '=1+1', '--3', 'Infinity', '1 23', '9'.repeat(40)]) {
    assert.deepEqual(readNumber(written), { kind: 'unreadable' }, written)
  }
})

test('periods have one spelling', () => {
  const cases: [string, string | null][] = [
    ['2024', '2024'],
    ['2024.0', '2024'],
    ['Session 2024', '2024'],
    ['2018-2019', '2018-2019'],
    ['2018_2019', '2018-2019'],
    ['2018/19', '2018-2019'],
    ['2018–2019', '2018-2019'],
    ['cumul 2023-2024', 'cumul 2023-2024'],
    ['Cumul  2023 - 2024', 'cumul 2023-2024'],
    ['2025-01-01T00:00:00+00:00', '2025'],
    ['2024-12-31T23:00:00+00:00', '2025'],
    ['2024-01-01', '2024'],
    ['2023-06-08', '2023-06-08'],
    ['2023-02-30', null],
    ['2018-2021', null],
    ['35', null],
    ['0350022', null],
    ['9999', null],
    ['', null],
  ]
  for (const [written, period] of cases) assert.equal(readPeriod(written), period, written)
})

test('a file’s name tells a period when it tells one only', () => {
  assert.equal(findPeriod('inserjeunes-etab-2018_2019-pro.csv'), '2018-2019')
  assert.equal(findPeriod('InserJeunes cumul 2023-2024.xlsx'), 'cumul 2023-2024')
  assert.equal(findPeriod('ival_2024.csv'), '2024')
  assert.equal(findPeriod('fr-en-ips-lycees-ap2023.csv'), null)
  assert.equal(findPeriod('2023 et 2024.csv'), null)
  assert.equal(findPeriod('export-20240512.csv'), null)
  assert.equal(findPeriod('chiffres.csv'), null)
})

test('titles have one spelling, whatever their accents, apostrophes, spaces and line breaks', () => {
  const same = ["Taux d'accès 6eme 3eme", 'taux_d_acces_6eme_3eme', ' TAUX D’ACCÈS\n6eme  3eme ', 'Taux d\u2019acces 6eme-3eme']
  assert.deepEqual([...new Set(same.map(normaliseHeader))], ['taux_d_acces_6eme_3eme'])
  assert.equal(normaliseHeader("n°UAI de l'établissement"), 'n_uai_de_l_etablissement')
  assert.equal(normaliseHeader('  '), '')
})

test('two rows of titles are joined, a wide cell standing for the ones beside it', () => {
  const joined = joinHeaderRows(['UAI', 'Emploi à 6 mois', '', '', 'Région'], ['', 'Taux', 'Taux attendu', 'Valeur ajoutée', ''])
  assert.deepEqual(joined, ['UAI', 'Emploi à 6 mois › Taux', 'Emploi à 6 mois › Taux attendu', 'Emploi à 6 mois › Valeur ajoutée', 'Région'])
  assert.deepEqual(headerNames('Emploi à 6 mois › Taux'), ['emploi_a_6_mois_taux', 'emploi_a_6_mois', 'taux'])
  assert.deepEqual(headerNames('Emploi à 6 mois › Taux attendu'), ['emploi_a_6_mois_taux_attendu', 'taux_attendu'])
})
