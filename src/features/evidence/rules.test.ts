import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessNature } from './nature-rules.ts'
import { readExcerpt } from './pool/excerpt.ts'
import type { Nature } from './tables.ts'
import { datesFault, recallDayOf, recallDays, validityOf } from './validity-rules.ts'

const named: [title: string, fileName: string, nature: Nature][] = [
  ['Lettre de mission du référent', 'LM_ref.pdf', 'mission_letter'],
  ['Convention de partenariat Dupont', 'dupont.pdf', 'agreement'],
  ['', 'CR_conseil_pedagogique_2026-03-12.docx', 'minutes'],
  ['PV du CA du 12 mars', 'scan.pdf', 'minutes'],
  ['Délibération n° 12', 'acte.pdf', 'deliberation'],
  ['Tableau de bord des PFMP', 'suivi.xlsx', 'dashboard'],
  ['Taux d’insertion', 'insersup.csv', 'figure'],
  ['Rapport d’audit participatif', 'audit.pdf', 'audit_report'],
  ['Bilan annuel des stages', 'bilan.odt', 'report'],
  ['Charte d’accueil', 'charte.pdf', 'charter'],
  ['Plan d’actions Erasmus', 'plan.pdf', 'plan'],
  ['Enquête de satisfaction', 'enquete.ods', 'survey'],
  ['Organigramme', 'orga.pdf', 'organisation_chart'],
  ['Planning des visites', 'visites.pdf', 'calendar'],
  ['Projet d’établissement 2024-2029', 'pe.pdf', 'project'],
  ['Dupont', 'dupont.pdf', 'other'],
]

for (const [title, fileName, nature] of named)
  test(`« ${title || fileName} » is taken for ${nature}`, () =>
    assert.equal(guessNature({ title, fileName, mediaType: 'application/pdf', kind: 'file' }), nature))

test('a picture is a photo and an address a publication, unless their title says otherwise', () => {
  assert.equal(guessNature({ title: 'Semaine des mobilités', fileName: 'a.jpg', mediaType: 'image/jpeg', kind: 'file' }), 'photo')
  assert.equal(guessNature({ title: 'Charte', fileName: 'a.jpg', mediaType: 'image/jpeg', kind: 'file' }), 'charter')
  assert.equal(guessNature({ title: 'lycee.exemple.fr', fileName: null, mediaType: null, kind: 'link' }), 'publication')
})

const today = '2026-03-31'
const dated = (validUntil: string | null, remindOn: string | null = null) => ({ validUntil, remindOn })

test('a proof holds to its last day, ends soon from the day of its recall, and is out of date the day after', () => {
  assert.equal(validityOf(dated(null), today), 'holds')
  assert.equal(validityOf(dated('2026-03-30'), today), 'expired')
  assert.equal(validityOf(dated('2026-03-31'), today), 'ending')
  assert.equal(validityOf(dated('2026-04-30'), today), 'ending')
  assert.equal(validityOf(dated('2026-05-01'), today), 'holds')
  assert.equal(validityOf(dated('2026-05-01', '2026-03-01'), today), 'ending')
  assert.equal(validityOf(dated('2026-04-01', '2026-04-01'), today), 'holds')
  assert.equal(validityOf(dated(null, '2026-03-31'), today), 'ending')
})

test('the recall comes on the chosen day, otherwise some days before the end', () => {
  assert.equal(recallDays, 30)
  assert.equal(recallDayOf(dated('2026-03-31')), '2026-03-01')
  assert.equal(recallDayOf(dated('2026-01-10')), '2025-12-11')
  assert.equal(recallDayOf(dated('2026-03-31', '2026-02-02')), '2026-02-02')
  assert.equal(recallDayOf(dated(null)), null)
})

test('dates that contradict each other are told', () => {
  assert.equal(datesFault({ effectiveOn: '2026-01-02', ...dated('2026-01-01') }), 'ends-before')
  assert.equal(datesFault({ effectiveOn: '2026-01-01', ...dated('2026-01-01') }), null)
  assert.equal(datesFault({ effectiveOn: null, ...dated('2026-01-01', '2026-01-02') }), 'recalled-after')
  assert.equal(datesFault({ effectiveOn: null, ...dated(null, '2026-01-02') }), null)
})

test('a passage keeps its accents where what was searched is marked', () => {
  assert.deepEqual(readExcerpt('la \u0002convention\u0003 signee\u0004la Convention signée'), [
    { text: 'la ', marked: false },
    { text: 'Convention', marked: true },
    { text: ' signée', marked: false },
  ])
})
