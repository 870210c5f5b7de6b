import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readDirectoryFile } from './directory-file.ts'
import type { DirectoryReading } from './directory-file.ts'
import { en } from './texts.en.ts'

const fixture = (name: string) => new URL(`./fixtures/${name}`, import.meta.url)

async function read(source: Parameters<typeof readDirectoryFile>[0]): Promise<DirectoryReading> {
  const reading = await readDirectoryFile(source)
  assert.ok(reading.ok, reading.ok ? '' : reading.reason)
  return reading
}

const readText = (text: string) => read([Buffer.from(text)])

async function refusalOf(...chunks: (string | Uint8Array)[]): Promise<string> {
  const reading = await readDirectoryFile(chunks.map((chunk) => Buffer.from(chunk)))
  assert.ok(!reading.ok, 'the file was read')
  return reading.reason
}

const header = 'uai;nom;academie'

test('the 2023 layout is read with its kinds, statuses and dates', async () => {
  const { rows, read: count } = await read(createReadStream(fixture('directory-2023.csv')))
  assert.equal(count, 10)
  assert.deepEqual(
    rows.map((row) => row.schoolType),
    ['lycee_pro', 'lycee_polyvalent', 'section', 'lycee_general_techno', 'college', 'ecole', 'erea', 'other', 'lycee_polyvalent'],
  )
  assert.deepEqual(rows[0], {
    line: 2,
    uai: '0359901X',
    uaiColumn: 'Identifiant_de_l_etablissement',
    name: 'Lycée professionnel des Tilleuls',
    schoolType: 'lycee_pro',
    sector: 'public',
    town: 'Valmont',
    postcode: '35990',
    departmentCode: '35',
    authorityCode: '14',
    authorityWritten: { column: 'Code_academie', value: '14' },
    latitude: 48.1,
    longitude: -1.6,
    motherUai: null,
    opensOn: '1971-09-01',
    closesOn: null,
    state: 'open',
    updatedOn: '2023-06-08',
  })
  assert.equal(rows[2]?.motherUai, '0359904A')
  assert.deepEqual([rows[4]?.sector, rows[4]?.latitude, rows[4]?.longitude], ['private', null, null])
  assert.equal(rows[6]?.state, 'closing')
  assert.equal(rows[7]?.opensOn, null)
})

test('line numbers are those of the file when a cell spans two lines', async () => {
  const { rows, refused } = await read(createReadStream(fixture('directory-2023.csv')))
  assert.equal(rows[5]?.name, 'Ecole primaire publique les Hirondelles')
  assert.deepEqual(
    rows.map((row) => row.line),
    [2, 3, 4, 5, 6, 7, 9, 10, 11],
  )
  assert.deepEqual(refused, [{ line: 12, column: 'Nom_etablissement', value: '', reason: 'Le nom de l’établissement manque.' }])
})

test('a later layout is read by the names of its columns, and a merged académie leads to the one of today', async () => {
  const { rows, refused, absentColumns } = await read(createReadStream(fixture('directory-2026.csv')))
  assert.deepEqual(
    rows.map((row) => [row.uai, row.postcode, row.authorityCode, row.state]),
    [
      ['0359901X', '35990', '14', 'open'],
      ['0359904A', '35990', '14', 'closed'],
      ['0149901L', '35990', '70', 'open'],
    ],
  )
  assert.deepEqual(
    refused.map(({ line, column, value }) => [line, column, value]),
    [[5, 'Code_academie', '99']],
  )
  assert.deepEqual(absentColumns, ['date_fermeture'])
})

test('the simplified list is read; what it does not say is null and what it lacks is named', async () => {
  const { rows, warnings, delimiter, absentColumns } = await read(createReadStream(fixture('simple-list.csv')))
  assert.equal(delimiter, ',')
  assert.deepEqual(
    rows.map((row) => [row.schoolType, row.sector, row.departmentCode, row.authorityCode]),
    [
      ['college', 'public', '2A', '27'],
      ['lycee_polyvalent', 'private', '35', '14'],
      [null, 'private', '35', '14'],
      ['lycee_pro', 'public', '35', '14'],
      ['college', 'public', '988', '40'],
    ],
  )
  assert.deepEqual([rows[2]?.latitude, rows[2]?.longitude, rows[2]?.postcode, rows[2]?.state], [null, null, null, null])
  assert.deepEqual(
    warnings.map(({ line, column }) => [line, column]),
    [[4, 'longitude']],
  )
  assert.ok(absentColumns.includes('Code postal') && !absentColumns.includes('latitude'))
})

test('UTF-8 with or without its mark, windows-1252 and UTF-16 give the same schools, in pieces of any size', async () => {
  const bytes = await readFile(fixture('directory-2023.csv'))
  const expected = (await read([bytes])).rows
  const text = bytes.toString('utf8')
  const versions: [Buffer, string][] = [
    [Buffer.from(text.replace('\ufeff', '')), 'utf-8'],
    [Buffer.from(text.replace('\ufeff', ''), 'latin1'), 'windows-1252'],
    [Buffer.from(text, 'utf16le'), 'utf-16le'],
    [Buffer.from(text.replaceAll('\r\n', '\n')), 'utf-8'],
    [Buffer.from(text.replaceAll('\r\n', '\r')), 'utf-8'],
  ]
  for (const [version, encoding] of versions) {
    for (const size of [1, 7, 1000, version.length]) {
      const pieces = Array.from({ length: Math.ceil(version.length / size) }, (_, index) => version.subarray(index * size, (index + 1) * size))
      const reading = await read(pieces)
      assert.equal(reading.encoding, encoding)
      assert.deepEqual(reading.rows, expected)
    }
  }
})

test('quotes and dashes of windows-1252 are read as such', async () => {
  const reading = await read([
    Buffer.concat([Buffer.from(`${header}\n0359901X;Lyc`), Buffer.from([0xe9]), Buffer.from('e de l'), Buffer.from([0x92]), Buffer.from('Orme;Rennes\n')]),
  ])
  assert.equal(reading.rows[0]?.name, 'Lycée de l’Orme')
})

test('odd titles are understood: line break inside, other case, spaces, an empty one, a very long one', async () => {
  const long = 'Une note '.repeat(240)
  const { rows } = await readText(`" UAI ";"Nom_\nétablissement ";;"${long}";Libellé Académie;"CODE\tPOSTAL"\r\n0359901X;Lycée;;;rennes;35990\r\n`)
  assert.deepEqual([rows[0]?.line, rows[0]?.name, rows[0]?.postcode], [3, 'Lycée', '35990'])
})

test('needed columns that are missing are named in one sentence', async () => {
  assert.equal(
    await refusalOf('uai;commune\n0359901X;Valmont\n'),
    'Il manque 2 colonnes nécessaires : « Nom_etablissement » ou « nom » ; « Code_academie », « Libelle_academie », « Code_departement » ou « Libelle_departement ».',
  )
  assert.match(await refusalOf('nom;academie\nLycée;Rennes\n'), /^Il manque une colonne nécessaire : « Identifiant_de_l_etablissement » ou « uai »\.$/)
  assert.match(await refusalOf('uai;UAI ;nom;academie\n'), /Un même titre désigne plusieurs colonnes : « uai »/)
})

test('sentences come in the language asked for', async () => {
  const reading = await readDirectoryFile([Buffer.from('nom;academie\nLycée;Rennes\n')], { texts: en })
  assert.ok(!reading.ok)
  assert.match(reading.reason, /^A needed column is missing/)
})

test('each unusable row is refused alone with its line, column, value and reason', async () => {
  const { rows, refused, refusedUais } = await readText(
    [
      `${header};code_academie;latitude`,
      '352072M;Sans zéro;Rennes;;',
      '0352O72M;Lettre O;Rennes;;',
      ';Sans UAI;Rennes;;',
      '0359901X;ND;Rennes;;',
      '0359901X;Ailleurs;Atlantide;;',
      '0359901X;Contradiction;Nantes;14;',
      '0359901X;Sans académie;;;',
      '0359901X;Trop;Rennes;14;48;1',
      '0359901X;Pas assez',
      `0359901X;${'x'.repeat(301)};Rennes;;`,
      '0359901X;Nul\u0000;Rennes;;',
      '0359901X;À l’envers\u202e;Rennes;;',
      ';;;;',
      '',
      '0359902Y;Bon;Rennes;;',
    ].join('\n'),
  )
  assert.deepEqual(
    refused.map(({ line, column, value }) => [line, column, value.slice(0, 20)]),
    [
      [2, 'uai', '352072M'],
      [3, 'uai', '0352O72M'],
      [4, 'uai', ''],
      [5, 'nom', 'ND'],
      [6, 'academie', 'Atlantide'],
      [7, 'academie', 'Nantes'],
      [8, 'code_academie', ''],
      [9, null, '0359901X ; Trop ; Re'],
      [10, null, '0359901X ; Pas assez'],
      [11, 'nom', 'x'.repeat(20)],
      [12, 'nom', 'Nul'],
      [13, 'nom', 'À l’envers'],
    ],
  )
  assert.equal(new Set(refused.map((finding) => finding.reason)).size, 11)
  assert.ok(refused.every((finding) => finding.value.length <= 120))
  assert.deepEqual(
    rows.map((row) => [row.line, row.uai]),
    [[16, '0359902Y']],
  )
  assert.equal(refusedUais.length, 9)
})

test('doubtful cells are warned about and the school is kept, unknown staying unknown', async () => {
  const { rows, refused, warnings } = await readText(
    [
      'uai;nom;academie;departement;secteur;latitude;longitude;date_ouverture;etat;etablissement_mere',
      '0359901A;=1+1;Rennes;Calvados;mixte;91;2;2023-02-30;EN TRAVAUX;rien',
      '0359902Y;Lycée;Rennes;Nulle-Part;public;"48,1";"-1,6";08/06/2023;Fermé;0359901x',
    ].join('\n'),
  )
  assert.deepEqual(refused, [])
  const [doubtful, good] = rows
  assert.deepEqual(
    [doubtful?.name, doubtful?.departmentCode, doubtful?.sector, doubtful?.latitude, doubtful?.opensOn, doubtful?.state, doubtful?.motherUai],
    ['=1+1', '14', null, null, null, null, null],
  )
  assert.deepEqual([good?.latitude, good?.longitude, good?.opensOn, good?.state, good?.motherUai], [48.1, -1.6, '2023-06-08', 'closed', '0359901X'])
  assert.deepEqual(
    warnings.map(({ line, column }) => `${line} ${column}`),
    ['2 uai', '2 nom', '2 departement', '2 secteur', '2 latitude', '2 etablissement_mere', '2 date_ouverture', '2 etat', '3 departement'],
  )
  assert.match(warnings[0]?.reason ?? '', /devrait être X/)
})

test('a code that is no académie leaves the department to tell it', async () => {
  const { rows } = await readText('uai;nom;code_academie;code_departement\n0359901X;Lycée;#;035\n0359902Y;Lycée;$;02A\n')
  assert.deepEqual(
    rows.map((row) => [row.authorityCode, row.departmentCode]),
    [
      ['14', '35'],
      ['27', '2A'],
    ],
  )
})

test('results files are not directories', async () => {
  assert.match(await refusalOf("Session;UAI;Nom de l'établissement;Académie\n2024;0359901X;LYCEE;RENNES\n"), /Il manque une colonne nécessaire/)
})
