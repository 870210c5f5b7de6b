import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSchoolType } from './school-type.ts'
import type { SchoolType, SchoolTypeClues } from './school-type.ts'

const noClue: SchoolTypeClues = {
  natureLabel: null,
  natureCode: null,
  type: null,
  general: false,
  technological: false,
  vocational: false,
  name: '',
}
const typeOf = (clues: Partial<SchoolTypeClues>) => readSchoolType({ ...noClue, ...clues })

test('the official nature decides, whatever the name says', () => {
  const cases: [string, SchoolType][] = [
    ['LYCEE PROFESSIONNEL', 'lycee_pro'],
    ['LYCEE POLYVALENT', 'lycee_polyvalent'],
    ['LYCEE ENS GENERAL TECHNO PROF AGRICOLE', 'lycee_polyvalent'],
    ['LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE', 'lycee_general_techno'],
    ['LYCEE D ENSEIGNEMENT GENERAL', 'lycee_general_techno'],
    ['LYCEE D ENSEIGNEMENT TECHNOLOGIQUE', 'lycee_general_techno'],
    ['COLLEGE', 'college'],
    ['ECOLE MATERNELLE', 'ecole'],
    ['ECOLE DE NIVEAU ELEMENTAIRE', 'ecole'],
    ['ETAB REGIONAL/LYCEE ENSEIGNEMENT ADAPTE', 'erea'],
    ['SECTION D ENSEIGNEMENT PROFESSIONNEL', 'section'],
    ['SECTION ENSEIGT GEN. ET PROF. ADAPTE', 'section'],
    ["CENTRE DE FORMATION D'APPRENTIS", 'training_centre'],
    ['MAISON FAMILIALE RURALE EDUCATION ORIENT', 'other'],
    ['INSTITUT MEDICO-EDUCATIF', 'other'],
    ['RECTORAT', 'other'],
    ['ECOLES COMPOSEES UNIQT DE STS ET OU CPGE', 'other'],
  ]
  for (const [natureLabel, expected] of cases) assert.equal(typeOf({ natureLabel, type: 'Lycée', name: 'Collège du Nom' }), expected, natureLabel)
  assert.equal(typeOf({ natureCode: '320', type: 'Lycée' }), 'lycee_pro')
})

test('without a nature, the voies decide, then the name', () => {
  assert.equal(typeOf({ type: 'Lycée', vocational: true }), 'lycee_pro')
  assert.equal(typeOf({ type: 'Lycée', vocational: true, technological: true }), 'lycee_polyvalent')
  assert.equal(typeOf({ natureLabel: 'LYCEE EXPERIMENTAL', type: 'Lycée', general: true }), 'lycee_general_techno')
  assert.equal(typeOf({ type: 'lycee', name: 'Lycée professionnel - Lycée des métiers du bois' }), 'lycee_pro')
  assert.equal(typeOf({ type: 'lycee', name: 'Lycée professionnel agricole de la Lande' }), 'lycee_pro')
  assert.equal(typeOf({ type: 'lycee', name: 'L.P. du Port' }), 'lycee_pro')
  assert.equal(typeOf({ type: 'lycee', name: "Etablissement régional d'enseignement adapté du Bocage" }), 'erea')
  assert.equal(typeOf({ type: 'lycee', name: 'Lycée général et technologique du Parc' }), 'lycee_general_techno')
  assert.equal(typeOf({ type: 'college', name: 'Lycée et collège' }), 'college')
})

test('a lycée whose voie nobody tells stays unknown, and so does a school without any clue', () => {
  assert.equal(typeOf({ type: 'lycee', name: 'Lycée privé Saint-Michel' }), null)
  assert.equal(typeOf({ type: 'lycee', name: 'Ecole secondaire privée du Lac' }), null)
  assert.equal(typeOf({ name: 'Institution du Lac' }), null)
})
