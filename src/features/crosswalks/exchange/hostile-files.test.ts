import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { egalite } from '../../../../test/framework-folder.ts'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import type { KnownVersion } from './known-versions.ts'
import { readApart } from './read-apart.ts'
import { readExchangeFile } from './read-file.ts'
import { fr } from './texts.fr.ts'

/** When people are told at the latest, in milliseconds of work: how busy the machine is with other things does not count. */
const patience = 2000

const known: readonly KnownVersion[] = [
  { framework: 'egalite', version: '2022', codes: ['EFG1-P1', 'EFG1-P2'] },
  { framework: 'rnq', version: '2023', codes: ['RNQ1-1'] },
]

/** The sentence, or the sentences, with which a file is refused, and that they come in time. */
function refusalOf(content: string | Uint8Array, name = 'fichier'): string {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  const before = process.cpuUsage()
  const result = readExchangeFile(name, bytes, known)
  const { user, system } = process.cpuUsage(before)
  const took = (user + system) / 1000
  assert.ok(took <= patience, `${Math.round(took)} ms`)
  if ('refusal' in result) return fr.refusal(result.refusal)
  const { problems, parts } = result.reading
  assert.ok(problems.length > 0, `taken for sound: ${JSON.stringify(parts).slice(0, 200)}`)
  return problems.map((problem) => [problem.line, problem.where, problem.problem, problem.todo].filter(Boolean).join(' ')).join('\n')
}

const caseFile = (items: object[], associations: object[] = []): string =>
  JSON.stringify({ CFDocument: { identifier: 'd', title: 'Un document', creator: 'Nous' }, CFItems: items, CFAssociations: associations })
const caseItem = (identifier: string, statement = `Ce que dit l’énoncé ${identifier}`) => ({
  identifier,
  humanCodingScheme: identifier,
  fullStatement: statement,
})
const child = (of: string, above: string) => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: of, title: of },
  destinationNodeURI: { identifier: above, title: above },
})
const ciso = (nodes: string): string =>
  `urn: urn:x:risk:library:l\nname: Une bibliothèque\nobjects:\n  framework:\n    urn: urn:x:risk:framework:l\n    ref_id: L\n    name: Un cadre\n    requirement_nodes:\n${nodes}`
const node = (urn: string, parent = ''): string =>
  `    - urn: ${urn}\n      assessable: ${parent !== ''}\n      depth: 1\n      ref_id: ${urn}\n      name: Ce que dit ${urn}\n${parent ? `      parent_urn: ${parent}\n` : ''}`
const sheet = (rows: (string | null)[][]): Uint8Array =>
  writeXlsx([{ name: 'Énoncés', columns: ['Thème', 'Code', 'Temps', 'Énoncé'].map((header) => ({ header, kind: 'text' as const })), rows }])

/** An archive with one entry that says it is small and unfolds into much more. */
function bomb(megabytes: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024))
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': [strToU8('x'), { level: 0 }] })
  const [name, local] = [24, 30]
  const head = Buffer.from(bytes.subarray(0, local + name))
  const central = Buffer.from(bytes.subarray(local + name + 1))
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(1, 24)
  const end = central.length - 22
  central.writeUInt32LE(head.length + packed.length, end + 16)
  return Buffer.concat([head, packed, central])
}

const refusals: [string, () => string | Uint8Array, RegExp][] = [
  ['an empty file', () => '', /vide/],
  ['a file that holds nothing that we know', () => 'bonjour: à tous\n', /ne reconnaissons pas/],
  ['another JSON', () => '{"a": 1}', /ne reconnaissons pas/],
  ['YAML with a tag', () => egalite.replace('title: Label', 'title: !!js/function Label'), /étiquette de type/],
  ['YAML with an anchor', () => egalite.replace('locale: fr', 'locale: &a fr'), /ancre ou un renvoi/],
  [
    'YAML that multiplies itself',
    () =>
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map((name, place) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[place]}`).join(', ')}]\n`)
        .join('')}`,
    /ancre ou un renvoi/,
  ],
  ['YAML nested without end, by brackets', () => `themes: ${'['.repeat(100_000)}`, /emboîtées/],
  ['YAML nested without end, by dashes', () => `themes:\n  ${'- '.repeat(60_000)}x\n`, /emboîtées/],
  [
    'YAML nested without end, by lines',
    () => Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index)}a:\n`).join(''),
    /ne peut pas être lue|emboîtées/,
  ],
  ['JSON nested without end', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /emboîtées/],
  ['JSON cut in the middle', () => caseFile([caseItem('a')]).slice(0, 60), /coupé ou mal formé/],
  ['JSON that reaches into objects', () => `{"CFDocument": {"title": "t", "__proto__": {"polluted": true}}}`, /__proto__/],
  ['JSON that hides it', () => `{"CFDocument": {"title": "t", "\\u005f\\u005fproto__": {"polluted": true}}}`, /__proto__/],
  [
    'CASE whose items stand under one another in a loop',
    () =>
      caseFile(
        ['a', 'b', 'c'].map((id) => caseItem(id)),
        [child('a', 'b'), child('b', 'c'), child('c', 'a')],
      ),
    /au-dessous de lui-même.*Rompez la boucle/,
  ],
  ['CASE with an identifier twice', () => caseFile([caseItem('a'), caseItem('a')]), /sert deux fois/],
  ['CASE with a parent that is missing', () => caseFile([caseItem('a')], [child('a', 'nulle-part')]), /« nulle-part », qui n’est pas dans le fichier/],
  [
    'CASE links to what this site does not hold',
    () =>
      caseFile(
        [],
        [
          {
            associationType: 'exactMatchOf',
            originNodeURI: { identifier: 'x', title: 'Là-bas 1' },
            destinationNodeURI: { identifier: 'y', title: 'Là-bas 2' },
          },
        ],
      ),
    /« Là-bas 1 » n’est pas un énoncé de ce site.*Importez et publiez d’abord/,
  ],
  ['a library whose nodes stand under one another in a loop', () => ciso(`${node('u:a', 'u:b')}${node('u:b', 'u:a')}`), /9 u:a .*au-dessous de lui-même/],
  ['a library with a node twice', () => ciso(`${node('u:t')}${node('u:a', 'u:t')}${node('u:a', 'u:t')}`), /sert deux fois/],
  ['a library with a parent that is missing', () => ciso(node('u:a', 'u:ailleurs')), /« u:ailleurs », qui n’est pas dans le fichier/],
  [
    'a library that relates what is not here',
    () =>
      'urn: u\nname: n\nobjects:\n  requirement_mapping_sets:\n  - source_framework_urn: urn:a:b:framework:inconnu\n    target_framework_urn: urn:qualeduc:risk:framework:rnq-2023\n    requirement_mappings: []\n',
    /pas de référentiel publié sous « urn:a:b:framework:inconnu »/,
  ],
  ['our YAML with a code twice', () => egalite.replace('code: EFG1-P2', 'code: EFG1-P1'), /Le code EFG1-P1 sert deux fois/],
  ['our YAML with a field that does not exist', () => egalite.replace('licence: EUPL-1.2', 'licence: EUPL-1.2\nauteur: moi'), /« auteur » n’est pas prévu/],
  [
    'our crosswalk with an end that is missing',
    () =>
      'from: { framework: egalite, version: "2022" }\nto: { framework: rnq, version: "2023" }\nauthor: Nous\nstatus: proposed\nsource: { title: Essai, note: Une note }\nlicence: EUPL-1.2\nlinks:\n  - { from: EFG1-P1, to: RNQ9-9, type: equal, reason: "Parce que c’est la même chose." }\n',
    /8.*Aucun énoncé ne porte le code RNQ9-9/,
  ],
  [
    'a workbook with a code twice',
    () =>
      sheet([
        ['A1', 'A1-P1', null, 'Une phrase assez longue'],
        ['A1', 'A1-P1', null, 'Une autre phrase longue'],
      ]),
    /3 colonne « Code » Le code A1-P1 sert déjà à la ligne 2/,
  ],
  [
    'a workbook with a word that means nothing',
    () => sheet([['A1', 'A1-P1', 'hier', 'Une phrase assez longue']]),
    /2 colonne « Temps » « hier » n’est pas une valeur possible.*projeter, mettre en œuvre/,
  ],
  ['a workbook with an item without a statement', () => sheet([['A1', 'A1-P1', null, null]]), /2 colonne « Énoncé » L’énoncé manque/],
  [
    'a workbook without a sheet of ours',
    () => writeXlsx([{ name: 'Feuille', columns: [{ header: 'Nom', kind: 'text' }], rows: [['x']] }]),
    /ne contient ni référentiel ni correspondance/,
  ],
  ['an archive that is no workbook', () => Buffer.from('PK\u0003\u0004 rien'), /abîmé/],
  ['an archive cut in the middle', () => sheet([['A1', 'A1-P1', null, 'Une phrase assez longue']]).slice(0, 900), /abîmé/],
  ['a workbook that unfolds without end', () => bomb(64), /bien trop grand/],
  [
    'a workbook of thousands of files',
    () => zipSync(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`xl/${index}.xml`, strToU8('<a/>')]))),
    /trop de fichiers/,
  ],
  [
    'a sheet of ODS that repeats itself a million times',
    () => {
      const cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>Énoncé</text:p></table:table-cell>'
      const body = `<table:table table:name="Énoncés"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`
      const content = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`
      return zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(content) })
    },
    /lignes|bien trop grand|corriger|manque|abîmé|ni référentiel/,
  ],
  ['an old workbook', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /ancien format/],
  ['a text in Latin-1', () => Buffer.from(egalite, 'latin1'), /UTF-8/],
  ['a text in UTF-16', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(egalite, 'utf16le')]), /UTF-8/],
  [
    '50 000 items of CASE',
    () => caseFile(Array.from({ length: 50_000 }, (_, index) => caseItem(`${index}`, 'Un énoncé'))),
    /50[\s\u202f]000 lignes|dépasse 10 Mo/,
  ],
  ['50 000 nodes of a library', () => ciso(Array.from({ length: 50_000 }, (_, index) => node(`u:${index}`)).join('')), /trop long/],
  [
    '50 000 lines of a workbook',
    () => sheet(Array.from({ length: 50_000 }, (_, index) => ['A1', `A1-${index}`, null, 'Une phrase assez longue'])),
    /50[\s\u202f]001 lignes/,
  ],
  [
    '50 000 items of our own',
    () =>
      egalite +
      Array.from(
        { length: 50_000 },
        (_, index) =>
          `      - { code: EFG1-P${index + 9}, phase: plan, statement: Une phrase assez longue, audiences: [staff], evidence: [Lettre], indicators: [] }\n`,
      ).join(''),
    /trop long|dépasse/,
  ],
  ['100 MB', () => new Uint8Array(100 * 1024 * 1024).fill(0x61), /dépasse 10 Mo/],
]

for (const [what, content, sentence] of refusals)
  test(`${what} is refused in time, with a sentence that says what to do`, () => assert.match(refusalOf(content(), 'essai.xlsx'), sentence))

test('nothing of a hostile file reaches the objects of the language', () => {
  refusalOf(`{"CFDocument": {"title": "t"}, "CFItems": [{"__proto__": {"polluted": true}}]}`)
  assert.equal(Reflect.get({}, 'polluted'), undefined)
})

test('a reading apart gives what a reading here gives, and one that lasts is ended', async () => {
  const task = { fileName: 'egalite.yaml', bytes: strToU8(egalite), known }
  assert.deepEqual(await readApart(task), readExchangeFile(task.fileName, task.bytes, known))
  assert.deepEqual(await readApart(task, 1), { refusal: { kind: 'took-too-long' } })
  assert.deepEqual(await readApart({ ...task, bytes: new Uint8Array(11 * 1024 * 1024) }), { refusal: { kind: 'too-large' } })
})
