import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observation } from './observation.ts'
import { readDataset } from './read-dataset.ts'
import type { DatasetOptions } from './read-dataset.ts'

async function read(content: string | Uint8Array, options: DatasetOptions = {}) {
  const observations: Observation[] = []
  const outcome = await readDataset([typeof content === 'string' ? Buffer.from(content) : content], {
    ...options,
    onRow: (row) => void observations.push(...row),
  })
  return { outcome, observations }
}

async function readWell(content: string | Uint8Array, options: DatasetOptions = {}) {
  const { outcome, observations } = await read(content, options)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  const { rows, loaded, refused } = outcome.counts
  assert.equal(rows, loaded + refused)
  return { reading: outcome, observations, told: observations.map(tell) }
}

function tell({ uai, measure, period, track, public: audience, series, value, missing }: Observation): string {
  return [uai, measure, period, track, audience, series, value ?? missing].map((part) => part ?? '-').join(' ')
}

const ivac = "Session;UAI;Nom de l'établissement;Nb candidats G;Taux de réussite G;VA du taux de réussite G"

test('a mark, windows-1252, commas and line endings change nothing', async () => {
  const text = `${ivac}\n2024;0359901X;Collège été;57.0;81,7%;+3\n`
  const expected = ['0359901X candidats 2024 - - G 57', '0359901X taux-reussite 2024 - - G 81.7', '0359901X va-reussite 2024 - - G 3']
  const forms: Record<string, string | Uint8Array> = {
    plain: text,
    marked: `\ufeff${text}`,
    crlf: text.replaceAll('\n', '\r\n'),
    windows: Buffer.from(text, 'latin1'),
    commas: text.replace('81,7%', '"81,7%"').replaceAll(';', ','),
    tabs: text.replaceAll(';', '\t'),
  }
  for (const [name, form] of Object.entries(forms)) {
    const { told, reading } = await readWell(form)
    assert.deepEqual([told, reading.dataset.code, reading.encoding], [expected, 'ivac', name === 'windows' ? 'windows-1252' : 'utf-8'], name)
  }
})

test('a title broken over two lines keeps the lines’ numbers right', async () => {
  const { reading } = await readWell(`Session;UAI;"Nb\ncandidats G";"Taux de réussite G "\n2024;0359901X;5;80\n2024;0359902Y;5;quatre-vingts\n`)
  assert.deepEqual(reading.refused, [{ line: 4, column: 'Taux de réussite G', value: 'quatre-vingts', reason: 'Cette valeur n’est pas un nombre.' }])
})

test('a missing figure stays missing, with what the file says of it', async () => {
  const { told } = await readWell(`${ivac}\n2024;0359901X;A;40;;ND\n2024;0359902Y;B;nd;N/A;s\n2024;0359903Z;C;0;0;0\n`)
  assert.deepEqual(
    told.map((line) => line.split(' ').at(-1)),
    ['40', 'not-published', 'not-published', 'not-published', 'not-published', 'below-threshold', '0', '0', '0'],
  )
})

test('each row that cannot be read is refused alone, with its line and its reason; a wrong key is only told', async () => {
  const { reading, told } = await readWell(
    [
      ivac,
      '2024;0359901A;Clé;1;1;1',
      '2024;;Sans;1;1;1',
      '2024;359901X;Zéro perdu;1;1;1',
      '2024;40025214;Diplôme;1;1;1',
      'hier;0359901X;Année;1;1;1',
      ';0359901X;Année;1;1;1',
      '2024;0359901X;Taux;1;181;1',
      '2024;0359901X;Nombre;1.5;1;1',
      '2024;0359901X;Court;1',
      '2024;0359901X;Long;1;1;1;9',
      '2024;0359902Y;Bon;1;1;1;;',
      '',
    ].join('\n'),
  )
  assert.deepEqual(reading.counts, { rows: 11, loaded: 2, refused: 9 })
  assert.deepEqual(told.length, 6)
  assert.deepEqual(
    reading.refused.map(({ line, column }) => [line, column]),
    [
      [3, 'UAI'],
      [4, 'UAI'],
      [5, 'UAI'],
      [6, 'Session'],
      [7, 'Session'],
      [8, 'Taux de réussite G'],
      [9, 'Nb candidats G'],
      [10, 'toute la ligne'],
      [11, 'toute la ligne'],
    ],
  )
  assert.ok(reading.refused.every(({ reason }) => reason.endsWith('.')))
  assert.deepEqual(
    reading.warnings.map(({ line, value }) => [line, value]),
    [[2, '0359901A']],
  )
})

test('two rows of one school and period: the same figures are told once, others are refused with the first line', async () => {
  const { reading, observations } = await readWell(
    [ivac, '2024;0359901X;A;1;1;1', '2024;0359901X;Autre nom;1;1;1', '2024;0359901X;A;1;2;1', '2023;0359901X;A;1;2;1'].join('\n'),
  )
  assert.deepEqual(reading.counts, { rows: 4, loaded: 3, refused: 1 })
  assert.deepEqual([observations.length, reading.warnings[0]?.line, reading.refused[0]?.line], [6, 3, 4])
  assert.match(reading.refused[0]?.reason ?? '', /la ligne 2/)
})

test('a typing error of the ministry beside the figures harms nothing', async () => {
  const { told } = await readWell("Rentrée scolaire;Nom de l'établissment;Type de contrat;UAI;IPS voie PRO\n2017-2018;LYCEE;C0NTRAT SIMPLE;0359901X;98.5\n")
  assert.deepEqual(told, ['0359901X ips-pro 2017-2018 pro - - 98.5'])
})

const insertion = 'n°UAI de l’établissement;Région;Dont apprentis en EPLE;Taux;Taux attendu;Valeur ajoutée'

test('up to three rows for a school: everyone, apprentices, pupils', async () => {
  const rows = [
    '0359901X;BRETAGNE;ensemble;54;45;9',
    '0359901X;BRETAGNE;dont apprentis;nd;nd;nd',
    '0359901X;BRETAGNE;dont élèves en voie pro sco;50;45;6',
    '0359901X;BRETAGNE;autres;50;45;5',
  ]
  const { reading, told } = await readWell([insertion, ...rows].join('\n'), { fileName: 'inserjeunes-2021_2022-pro.csv' })
  assert.deepEqual(
    told.filter((line) => line.includes('va-emploi-6')),
    [
      '0359901X va-emploi-6 2021-2022 pro ensemble - 9',
      '0359901X va-emploi-6 2021-2022 pro apprentis - not-published',
      // 50 − 45 is not 6: the published figure stays.
      '0359901X va-emploi-6 2021-2022 pro scolaires - 6',
    ],
  )
  assert.deepEqual([reading.refused[0]?.value, reading.refused[0]?.column], ['autres', 'Dont apprentis en EPLE'])
})

test('the period is asked when neither the file nor its name tells it', async () => {
  const text = `${insertion}\n0359901X;BRETAGNE;ensemble;54;45;9\n`
  const { outcome } = await read(text, { fileName: 'chiffres.csv' })
  assert.deepEqual(outcome.ok ? null : outcome.needs, ['period'])
  assert.deepEqual((await readWell(text, { period: 'cumul 2021-2022' })).reading.periods, ['cumul 2021-2022'])
  const wrong = await read(text, { period: 'bientôt' })
  assert.match(wrong.outcome.ok ? '' : wrong.outcome.reason, /«\sbientôt\s» n’est pas une année/)
})

test('two rows of titles, a line above them, empty and repeated titles', async () => {
  const rows = [
    'InserJeunes cumul 2018-2019;;;;;;;;',
    'UAI;Région;;Taux de poursuite d’études;Taux d’emploi 6 mois après la sortie;;;Taux d’emploi 12 mois après la sortie;',
    ';;;;Taux;Taux attendu;Valeur ajoutée;Taux;',
    '0359901X;BRETAGNE;ensemble;49;47;41;6;51;12',
  ]
  const { reading, told } = await readWell(rows.join('\n'))
  assert.deepEqual(told, [
    '0359901X taux-poursuite cumul 2018-2019 pro ensemble - 49',
    '0359901X taux-emploi-6 cumul 2018-2019 pro ensemble - 47',
    '0359901X taux-emploi-6-attendu cumul 2018-2019 pro ensemble - 41',
    '0359901X va-emploi-6 cumul 2018-2019 pro ensemble - 6',
    '0359901X taux-emploi-12 cumul 2018-2019 pro ensemble - 51',
  ])
  assert.deepEqual([reading.counts, reading.untitled], [{ rows: 1, loaded: 1, refused: 0 }, [8]])
  assert.match(reading.warnings[0]?.sentence ?? '', /La colonne 9 n’a pas de titre/)
})

test('the UAI’s title may stand in the second row of titles, and the first row tells its repeated titles apart', async () => {
  const rows = [';;Emploi à 6 mois;;;Taux d’emploi 12 mois', 'UAI;Public;Taux d’emploi 6 mois;Taux attendu;Valeur ajoutée;Taux', '0359901X;ensemble;47;41;6;51']
  const { told } = await readWell(rows.join('\n'), { period: '2019', fileName: 'inserjeunes-pro.csv' })
  const figures = told.map((line) => [line.split(' ')[1], line.split(' ').at(-1)].join(' '))
  assert.deepEqual(figures, ['taux-emploi-6 47', 'taux-emploi-6-attendu 41', 'va-emploi-6 6', 'taux-emploi-12 51'])
  const { told: under } = await readWell(['Source;DEPP', rows[1], rows[2]].join('\n'), { period: '2019', fileName: 'inserjeunes-pro.csv' })
  assert.ok(under.length >= 3)
})

test('a person may say the title that a column lacks', async () => {
  const text = 'UAI;;;Taux;Taux attendu;Valeur ajoutée;\n0359901X;ensemble;49;47;41;6;51\n'
  const titles = new Map([
    [2, 'Taux de poursuite d’études'],
    [6, 'Taux d’emploi 12 mois'],
  ])
  const { told, reading } = await readWell(text, { period: '2018-2019', titles })
  assert.deepEqual(
    told.map((line) => line.split(' ')[1]),
    ['taux-poursuite', 'taux-emploi-6', 'taux-emploi-6-attendu', 'va-emploi-6', 'taux-emploi-12'],
  )
  assert.deepEqual(reading.warnings, [])
})

test('a repeated title is not guessed: told, or refused when nothing is left', async () => {
  const { reading } = await readWell('UAI;Session;Nb candidats G;Taux de réussite G;VA de la note G;VA de la note G\n0359901X;2024;1;2;3;4\n')
  assert.deepEqual(
    reading.warnings.map(({ column }) => column),
    ['VA de la note G'],
  )
  const { outcome } = await read('UAI;Session;Nb candidats G;Taux de réussite G;Taux de réussite G\n0359901X;2024;1;2;3\n')
  assert.match(outcome.ok ? '' : outcome.reason, /« Taux de réussite G »/)
})

test('the training of a row is its series', async () => {
  const { told } = await readWell(
    'annee;uai;libelle_formation;code_formation_mefstat11;taux_emploi_6_mois\ncumul 2023-2024;0359901X;ASSP;24733005;41\ncumul 2023-2024;0359901X;Vente;24731203;\n',
  )
  assert.deepEqual(told, [
    '0359901X taux-emploi-6 cumul 2023-2024 pro scolaires 24733005 41',
    '0359901X taux-emploi-6 cumul 2023-2024 pro scolaires 24731203 not-published',
  ])
})

test('the next row waits for the one being saved', async () => {
  let busy = 0
  const text = [ivac, ...Array.from({ length: 20 }, (_, year) => `${2000 + year};0359901X;A;1;1;1`)].join('\n')
  const outcome = await readDataset([Buffer.from(text)], {
    async onRow() {
      busy += 1
      assert.equal(busy, 1)
      await new Promise((resolve) => setImmediate(resolve))
      busy -= 1
    },
  })
  assert.ok(outcome.ok && outcome.counts.loaded === 20)
})
