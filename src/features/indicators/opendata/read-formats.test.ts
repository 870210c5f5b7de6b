import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import type { Observation } from './observation.ts'
import { readDataset } from './read-dataset.ts'

async function readWell(content: string | Uint8Array) {
  const observations: Observation[] = []
  const outcome = await readDataset([typeof content === 'string' ? Buffer.from(content) : content], { onRow: (row) => void observations.push(...row) })
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  assert.equal(outcome.counts.rows, outcome.counts.loaded + outcome.counts.refused)
  return { reading: outcome, told: observations.map(tell) }
}

function tell({ uai, measure, period, track, public: audience, series, value, missing }: Observation): string {
  return [uai, measure, period, track, audience, series, value ?? missing].map((part) => part ?? '-').join(' ')
}

test('the interface’s answers are read in each of their shapes, and a cut answer is told', async () => {
  const fields = {
    annee: '2025-01-01T00:00:00+00:00',
    uai: '0359901X',
    taux_reu_total: 98.0,
    va_reu_total: null,
    taux_reu_gnle: '97',
    taux_reu_l: null,
    presents_gnle: 12,
  }
  const expected = [
    '0359901X taux-reussite 2025 gt - - 98',
    '0359901X va-reussite 2025 gt - - not-published',
    '0359901X presents 2025 gt - GNLE 12',
    '0359901X taux-reussite 2025 gt - GNLE 97',
  ]
  const answers: unknown[] = [
    { nhits: 1, records: [{ datasetid: 'x', recordid: 'y', fields }] },
    [{ links: [], record: { id: 'x', fields } }],
    { total_count: 1, records: [{ links: [], record: { fields } }] },
    { total_count: 1, results: [fields] },
    [fields],
  ]
  for (const answer of answers) {
    const { told, reading } = await readWell(JSON.stringify(answer, null, 2))
    assert.deepEqual([told, reading.warnings, reading.kind], [expected, [], 'json'])
  }
  const { reading } = await readWell(JSON.stringify({ total_count: 22_458, results: [fields] }))
  assert.match(reading.warnings[0]?.sentence ?? '', /1 lignes? sur 22\s458/)
})

function workbook(sheets: Record<string, WorkSheet>, bookType: 'xlsx' | 'ods'): Uint8Array {
  const content: unknown = write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'buffer', bookType })
  assert.ok(content instanceof Uint8Array)
  return content
}

test('a workbook: numbers kept as text, percentages, two rows of titles, other sheets', async () => {
  const figures = utils.aoa_to_sheet([
    ['InserJeunes, cumul 2021-2022'],
    [],
    ['UAI', 'Public', 'Taux de poursuite d’études', 'Taux d’emploi 6 mois après la sortie', null, null],
    [null, null, null, 'Taux', 'Taux attendu', 'Valeur ajoutée'],
    ['0359901X', 'ensemble', '57', 54, '45,0', '+9'],
    ['0359902Y', 'ensemble', 'nd', 0.817, 0.1 + 8.7, -0.5],
    [null, null],
    ['359903Z', 'ensemble', 1, 1, 1, 1],
  ])
  const percentage = figures.D6
  assert.ok(percentage !== undefined)
  percentage.z = '0.0%'
  const notes = utils.aoa_to_sheet([['Lisez-moi'], ['Source : DEPP']])
  for (const kind of ['xlsx', 'ods'] as const) {
    const { told, reading } = await readWell(workbook({ 'Lisez-moi': notes, Données: figures }, kind))
    assert.deepEqual(
      told,
      [
        '0359901X taux-poursuite cumul 2021-2022 pro ensemble - 57',
        '0359901X taux-emploi-6 cumul 2021-2022 pro ensemble - 54',
        '0359901X taux-emploi-6-attendu cumul 2021-2022 pro ensemble - 45',
        '0359901X va-emploi-6 cumul 2021-2022 pro ensemble - 9',
        '0359902Y taux-poursuite cumul 2021-2022 pro ensemble - not-published',
        '0359902Y taux-emploi-6 cumul 2021-2022 pro ensemble - 81.7',
        '0359902Y taux-emploi-6-attendu cumul 2021-2022 pro ensemble - 8.8',
        '0359902Y va-emploi-6 cumul 2021-2022 pro ensemble - -0.5',
      ],
      kind,
    )
    assert.deepEqual(
      reading.refused.map(({ line, value }) => [line, value]),
      [[8, '359903Z']],
    )
    assert.match(reading.warnings[0]?.sentence ?? '', /Seule la feuille «\sDonnées\s» est lue/)
  }
})
