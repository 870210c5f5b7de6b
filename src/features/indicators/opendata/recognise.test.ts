import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datasets, findMeasures } from './datasets.ts'
import { normaliseHeader } from './normalise-header.ts'
import { recogniseDataset } from './recognise.ts'
import type { Hints } from './recognise.ts'

function recognise(titles: string, hints: Hints = {}) {
  const found = recogniseDataset(titles.split(';'), hints)
  return (
    found && {
      code: found.dataset.code,
      others: found.others,
      columns: found.columns.map(({ measure, series, position }) => `${measure.code}${series === null ? '' : `/${series}`}@${position}`),
      found,
    }
  )
}

test('every year’s names of the lycées’ results are one measure', () => {
  for (const [titles, expected] of [
    ['uai;annee;taux_reu_total;va_reu_total;taux_reu_gnle', 'ival-gt'],
    ['UAI;Année;Taux de réussite - Toutes séries;Valeur ajoutée du taux de réussite - Toutes séries;Taux de réussite - Gnle', 'ival-gt'],
    ['code_etablissement;annee;taux_brut_de_reussite_total_series;va_reu_total;taux_reu_brut_gnle', 'ival-gt'],
  ] as const) {
    const found = recognise(titles)
    assert.equal(found?.code, expected)
    assert.deepEqual(found.columns, ['taux-reussite@2', 'va-reussite@3', 'taux-reussite/GNLE@4'])
  }
  const pro = recognise('code_etablissement;annee;taux_brut_de_reussite_total_secteurs;taux_acces_brut_seconde_bac;va_acc_seconde')
  assert.deepEqual([pro?.code, pro?.columns], ['ival-pro', ['taux-reussite@2', 'taux-acces-2nde@3', 'va-acces-2nde@4']])
  assert.deepEqual(
    pro?.found.columns.map(({ measure }) => measure.indicator),
    ['R01', 'R03', 'R04'],
  )
})

test('an expected rate of an old layout is not taken for a series', () => {
  const found = recognise('uai;annee;taux_brut_de_reussite_total_series;taux_reu_attendu_l;taux_brut_de_reussite_serie_l')
  assert.deepEqual(found?.columns, ['taux-reussite@2', 'taux-reussite/L@4'])
  assert.deepEqual(found?.found.unknown, ['taux_reu_attendu_l'])
})

test('columns in another order, renamed, added or absent', () => {
  const found = recognise("Département;IPS voie PRO;uai ;Nouveauté;Rentrée\nscolaire;Nom de l'établissment")
  assert.equal(found?.code, 'ips-lycees')
  assert.deepEqual(found.columns, ['ips-pro@1'])
  assert.deepEqual(found.found.unknown, ['Département', 'Nouveauté'])
  assert.ok(found.found.missingColumns.includes('Écart-type de l’indice, voie professionnelle'))
  assert.deepEqual([found.found.roles.uai, found.found.roles.period], [2, 4])
  const later = recognise('uai;rentree_scolaire;ips_voie_pro;ips_etab;ecart_type_voie_pro;effectifs_voie_pro')
  assert.deepEqual(later?.columns, ['ips-etablissement@3', 'ips-pro@2', 'ecart-type-pro@4', 'effectif-pro@5'])
})

test('what titles leave open is settled by the file’s name, then by the first row, else said', () => {
  const ips = 'UAI;Rentrée scolaire;Nom de l’établissement;IPS'
  assert.deepEqual(
    [recognise(ips, { fileName: 'fr-en-ips-ecoles-ap2022.csv' })?.code, recognise(ips, { fileName: 'fr-en-ips-ecoles-ap2022.csv' })?.others],
    ['ips-ecoles', []],
  )
  assert.equal(recognise(ips, { firstRow: ['0350001A', '2022-2023', 'COLLEGE LES PINS', '100'] })?.code, 'ips-colleges')
  assert.deepEqual([recognise(ips)?.code, recognise(ips)?.others], ['ips-colleges', ['ips-ecoles']])
  assert.deepEqual(recognise(ips, { dataset: 'ips-ecoles' })?.others, [])
  const lycees = 'uai;annee;taux_reu_total'
  assert.deepEqual(recognise(lycees)?.others, ['ival-pro'])
  assert.equal(recognise(lycees, { fileName: 'fr-en-indicateurs-de-resultat-des-lycees-pro_v2.csv' })?.code, 'ival-pro')
})

test('the four InserJeunes files are told apart', () => {
  assert.equal(recognise('annee;uai;taux_emploi_6_mois;va_emploi_6_mois;taux_contrats_interrompus')?.code, 'inserjeunes-cfa')
  assert.equal(recognise('annee;uai;type_diplome;libelle_formation;code_formation_mefstat11;taux_emploi_6_mois')?.code, 'inserjeunes-lycee-formation')
  assert.equal(recognise('n°UAI de l’établissement;Dont apprentis en EPLE;Taux;Taux attendu;Valeur ajoutée')?.code, 'inserjeunes-pro')
  const titles = 'n°UAI de l’établissement;Taux;Taux attendu;Valeur ajoutée'
  assert.equal(recognise(titles, { fileName: 'inserjeunes-etab-2021_2022-apprentissage.csv' })?.code, 'inserjeunes-apprentissage')
  assert.deepEqual(recognise(titles)?.others, ['inserjeunes-apprentissage'])
})

test('a title that stands twice says nothing', () => {
  const found = recognise('uai;Dont apprentis en EPLE;Taux d’emploi 6 mois;Taux attendu;Taux attendu')
  assert.deepEqual(found?.columns, ['taux-emploi-6@2'])
})

test('a list of schools, a survey or nothing is no data set', () => {
  for (const titles of ['nom;uai;type_etablissement;commune', 'id;q1;q2', '', 'uai', 'taux_reu_total']) assert.equal(recognise(titles), null, titles)
})

test('the table is coherent: codes once, columns in normalised spelling and of one measure, breaks of known measures', () => {
  assert.equal(new Set(datasets.map(({ code }) => code)).size, datasets.length)
  for (const { code, measures, breaks } of datasets) {
    assert.equal(new Set(measures.map((measure) => measure.code)).size, measures.length, code)
    const columns = measures.flatMap(({ parts }) => parts.flatMap((part) => [...new Set(part.columns)]))
    assert.deepEqual(
      columns.filter((column, index) => columns.indexOf(column) !== index),
      [],
      code,
    )
    for (const column of columns) assert.equal(normaliseHeader(column), column)
    for (const { measure } of breaks) assert.ok(measure === null || measures.some((known) => known.code === measure))
  }
})

test('an indicator finds the measures that feed it', () => {
  for (const [packCode, indicator] of [
    ['ival-pro', 'R01'],
    ['ival-pro', 'R05'],
    ['ips-lycees', 'A06-indice'],
    ['inserjeunes-cfa', 'P05'],
    ['inserjeunes-cfa', 'D08'],
    ['inserjeunes-lycee', 'P03'],
    ['inserjeunes-lycee', 'D09'],
  ] as const) {
    assert.ok(findMeasures(packCode, indicator).length > 0, indicator)
  }
  assert.deepEqual(findMeasures('ival-pro', 'Z99'), [])
})
