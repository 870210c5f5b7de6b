import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { writeXlsx } from '../../../platform/documents/xlsx.ts'
import { itemId } from '../../frameworks/exchange/stable-ids.ts'
import type { NoteKind } from '../../frameworks/exchange/formats.ts'
import type { FrameworkHeader } from '../../frameworks/content.ts'
import type { CrosswalkContent } from '../content.ts'
import type { KnownVersion } from './known-versions.ts'
import { readExchangeFile } from './read-file.ts'
import type { Part, Reading } from './reading.ts'

const known: readonly KnownVersion[] = [
  { framework: 'rnq', version: '2023', codes: ['RNQ1-1', 'RNQ1-2'] },
  { framework: 'guide-qualite', version: '2', codes: ['A-A.1', 'A-A.2', 'B-1'] },
]

function read(content: string | Uint8Array, name = 'fichier.yaml'): Reading {
  const result = readExchangeFile(name, typeof content === 'string' ? strToU8(content) : content, known)
  if ('refusal' in result) assert.fail(JSON.stringify(result.refusal))
  assert.deepEqual(result.reading.problems, [])
  return result.reading
}

const frameworkOf = (reading: Reading, place = 0): FrameworkHeader => {
  const part: Part | undefined = reading.parts[place]
  return part?.kind === 'framework' ? part.content : assert.fail('no framework was read')
}
const crosswalkOf = (reading: Reading): CrosswalkContent => {
  const [part] = reading.parts
  return part?.kind === 'crosswalk' ? part.content : assert.fail('no crosswalk was read')
}
const noteOf = (reading: Reading, kind: NoteKind): readonly string[] =>
  reading.notes.find((note) => note.kind === kind)?.examples ?? assert.fail(`nothing is noted of ${kind}: ${JSON.stringify(reading.notes)}`)

const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://exemple.org/${identifier}` })
const under = (origin: string, above: string, sequenceNumber: number) => ({
  identifier: `${origin}-${above}`,
  associationType: 'isChildOf',
  sequenceNumber,
  originNodeURI: link(origin),
  destinationNodeURI: link(above),
})

/** Four floors, as documents of school systems have them. */
const deep = {
  CFDocument: {
    identifier: 'doc',
    uri: 'https://exemple.org/doc',
    creator: 'Ministère d’un pays',
    title: 'Cadre des compétences professionnelles',
    language: 'fr',
    version: 'v2.1',
    adoptionStatus: 'Adopted',
    statusStartDate: '2024-09-01',
    subject: ['Formation'],
    lastChangeDateTime: '2024-09-01T00:00:00Z',
  },
  CFItems: [
    { identifier: 'i1', humanCodingScheme: '1', fullStatement: 'Accueillir', CFItemType: 'Domaine' },
    { identifier: 'i2', humanCodingScheme: '1.1', fullStatement: 'Accueillir un élève', CFItemType: 'Bloc' },
    { identifier: 'i4', humanCodingScheme: '1.1.2', fullStatement: 'L’élève reçoit un livret qui dit qui fait quoi.', educationLevel: ['10'] },
    {
      identifier: 'i3',
      humanCodingScheme: '1.1.1',
      fullStatement: 'Un adulte nommé attend chaque nouvel élève.',
      abbreviatedStatement: 'Un adulte pour chacun',
      educationLevel: ['10'],
    },
    { identifier: 'i5', humanCodingScheme: '2', fullStatement: 'Former', CFItemType: 'Domaine' },
    { identifier: 'i6', humanCodingScheme: '2.1', fullStatement: `${'Une phrase qui compte assez de mots. '.repeat(15)}Fin.` },
    { identifier: 'i7', humanCodingScheme: '3', fullStatement: 'Lire' },
  ],
  CFAssociations: [
    under('i1', 'doc', 1),
    under('i5', 'doc', 2),
    under('i7', 'doc', 3),
    under('i2', 'i1', 1),
    under('i4', 'i2', 2),
    under('i3', 'i2', 1),
    under('i3', 'i5', 9),
    under('i6', 'i5', 1),
    { associationType: 'exactMatchOf', originNodeURI: link('i3'), destinationNodeURI: link('ailleurs') },
  ],
  CFRubrics: [
    {
      identifier: 'r',
      CFRubricCriteria: [
        {
          identifier: 'c',
          CFRubricCriterionLevels: [
            { quality: 'Expert', score: 3, description: 'Le fait faire aux autres.' },
            { quality: 'Débutant', score: 1 },
            { quality: 'Confirmé', score: 2 },
          ],
        },
      ],
    },
  ],
}

test('a CASE document of several floors comes down to themes and items, in its order, and says what became of the rest', () => {
  const reading = read(JSON.stringify({ CFPackage: deep }))
  const content = frameworkOf(reading)
  assert.deepEqual(
    [content.id, content.version, content.valid_from, content.status],
    ['cadre-des-competences-professionnelles', '2.1', '2024-09-01', 'unconfirmed'],
  )
  assert.deepEqual(
    content.themes.map((theme) => [theme.code, theme.title, theme.items.map((item) => [item.code, item.title])]),
    [
      [
        'T1.1',
        'Accueillir un élève',
        [
          ['T1.1-1.1.1', '1.1.1 Un adulte pour chacun'],
          ['T1.1-1.1.2', '1.1.2'],
        ],
      ],
      ['T2', 'Former', [['T2-2.1', '2.1']]],
      ['T3', 'Autres points', [['T3-3', undefined]]],
    ],
  )
  assert.deepEqual(content.scale, {
    kind: 'levels',
    levels: [
      { value: 1, label: 'Débutant' },
      { value: 2, label: 'Confirmé' },
      { value: 3, label: 'Expert', descriptor: 'Le fait faire aux autres.' },
    ],
  })
  const long = content.themes[1]?.items[0]
  assert.ok(long && long.statement.length <= 400 && long.statement.endsWith('.') && long.help?.endsWith('Fin.'))
  assert.equal(content.themes[2]?.items[0]?.statement, 'Point à regarder : Lire')
  assert.deepEqual(noteOf(reading, 'several-parents'), ['i3'])
  assert.deepEqual(noteOf(reading, 'associations-left'), ['exactMatchOf'])
  assert.deepEqual(noteOf(reading, 'fields-left'), ['subject', 'educationLevel'])
  assert.deepEqual(noteOf(reading, 'loose-items'), ['3 Lire'])
  assert.ok(noteOf(reading, 'recoded').includes('1.1.1 → T1.1-1.1.1'))
  assert.equal(reading.parts[0]?.kind === 'framework' && reading.parts[0].later.length, 4)
})

test('more headings than people can hold come down to fewer, and those in between are told with each item', () => {
  const items = Array.from({ length: 50 }, (_, index) => [
    { identifier: `h${index}`, humanCodingScheme: `H.${index}`, fullStatement: `Rubrique ${index}` },
    { identifier: `p${index}`, humanCodingScheme: `H.${index}.1`, fullStatement: `Ce point ${index} est tenu par toute l’équipe.` },
  ]).flat()
  const associations = Array.from({ length: 50 }, (_, index) => [under(`h${index}`, 'top', index), under(`p${index}`, `h${index}`, 1)]).flat()
  const top = { identifier: 'top', humanCodingScheme: 'H', fullStatement: 'Le domaine' }
  const reading = read(JSON.stringify({ CFDocument: deep.CFDocument, CFItems: [top, ...items], CFAssociations: [under('top', 'doc', 1), ...associations] }))
  const content = frameworkOf(reading)
  assert.deepEqual(
    content.themes.map((theme) => [theme.code, theme.items.length]),
    [['H', 50]],
  )
  assert.equal(content.themes[0]?.items[7]?.help, 'Rubrique 7')
  assert.equal(noteOf(reading, 'flattened').length, 8)
})

test('links of CASE between items that this site holds make a crosswalk, proposed, read from one side', () => {
  const [a1, a2, r1, r2] = [
    itemId('guide-qualite', '2', 'A-A.1'),
    itemId('guide-qualite', '2', 'A-A.2'),
    itemId('rnq', '2023', 'RNQ1-1'),
    itemId('rnq', '2023', 'RNQ1-2'),
  ]
  const association = (associationType: string, origin: string, destination: string, notes = '') => ({
    associationType,
    originNodeURI: link(origin),
    destinationNodeURI: link(destination),
    notes,
  })
  const reading = read(
    JSON.stringify({
      CFDocument: { identifier: 'x', title: 'Rapprochement', creator: 'Un groupe de travail' },
      CFAssociations: [
        association('isPartOf', a1, r1, 'La charte n’est qu’un des documents attendus.'),
        association('isPartOf', r2, a1),
        association('isRelatedTo', a2, r1),
        association('precedes', a1, a2),
      ],
    }),
  )
  const content = crosswalkOf(reading)
  assert.deepEqual(
    [content.from, content.to, content.status],
    [{ framework: 'guide-qualite', version: '2' }, { framework: 'rnq', version: '2023' }, 'proposed'],
  )
  assert.deepEqual(
    content.links.map(({ from, to, type }) => [from, type, to]),
    [
      ['A-A.1', 'narrower', 'RNQ1-1'],
      ['A-A.1', 'broader', 'RNQ1-2'],
      ['A-A.2', 'overlaps', 'RNQ1-1'],
    ],
  )
  assert.equal(content.links[0]?.reason, 'La charte n’est qu’un des documents attendus.')
  assert.equal(reading.notes.find((note) => note.kind === 'reasons-assumed')?.count, 2)
})

const library = `
urn: urn:outil:risk:library:hygiene
locale: fr
ref_id: HYGIENE
name: Guide d'hygiène
description: Un guide en trois points, https://exemple.org/guide
copyright: Licence ouverte
version: 3
publication_date: 2025-02-01
provider: Une agence
packager: outil
translations:
  en:
    name: Hygiene
objects:
  reference_controls:
  - urn: urn:outil:risk:function:hygiene:c1
    ref_id: c1
    name: Une mesure
  frameworks:
  - urn: urn:outil:risk:framework:hygiene
    ref_id: HYGIENE
    name: Guide d'hygiène
    description: En trois points
    scores_definition:
    - { score: 0, name: Rien, description: null }
    - { score: 1, name: Un peu, description: On commence. }
    implementation_groups_definition:
    - { ref_id: S, name: standard, description: null }
    - { ref_id: R, name: renforcé, description: null }
    requirement_nodes:
    - urn: urn:outil:risk:req_node:hygiene:i
      assessable: false
      depth: 1
      ref_id: I
      name: Former
    - urn: urn:outil:risk:req_node:hygiene:1
      assessable: true
      depth: 2
      parent_urn: urn:outil:risk:req_node:hygiene:i
      ref_id: '1'
      name: Former les équipes
      description: Chaque équipe suit une formation à son arrivée puis tous les deux ans.
      annotation: Regardez les dates.
      typical_evidence: "Plan de formation\\nListe d'émargement"
      implementation_groups: [S, R]
      reference_controls: ['urn:outil:risk:function:hygiene:c1']
    - urn: urn:outil:risk:req_node:hygiene:1.r
      assessable: true
      depth: 2
      ref_id: 1.R
      name: Former davantage les équipes
      implementation_groups: [R]
  - urn: urn:outil:risk:framework:second
    ref_id: SECOND
    name: Un second cadre
    requirement_nodes:
    - urn: urn:outil:risk:req_node:second:a
      assessable: true
      depth: 1
      ref_id: A
      name: Un seul point à tenir
`

test('a library of CISO Assistant gives each of its frameworks, with its scale, its levels and its proofs', () => {
  const reading = read(library)
  assert.deepEqual(
    reading.parts.map((part) => part.kind),
    ['framework', 'framework'],
  )
  const content = frameworkOf(reading)
  assert.deepEqual(
    [content.id, content.version, content.title, content.source.publisher, content.source.url],
    ['hygiene', '2025', "Guide d'hygiène", 'Une agence', 'https://exemple.org/guide'],
  )
  assert.deepEqual(content.scale, {
    kind: 'levels',
    levels: [
      { value: 0, label: 'Rien' },
      { value: 1, label: 'Un peu', descriptor: 'On commence.' },
    ],
  })
  assert.deepEqual(content.grades, [
    { value: 1, label: 'standard' },
    { value: 2, label: 'renforcé' },
  ])
  assert.deepEqual(content.themes[0]?.items, [
    {
      code: 'I-1',
      title: '1 Former les équipes',
      statement: 'Chaque équipe suit une formation à son arrivée puis tous les deux ans.',
      help: 'Regardez les dates.',
      audiences: ['staff'],
      evidence: ['Plan de formation', "Liste d'émargement"],
      indicators: [],
    },
    { code: 'I-1.R', title: '1.R', statement: 'Former davantage les équipes', audiences: ['staff'], evidence: [], indicators: [], grade: 2 },
  ])
  assert.deepEqual(noteOf(reading, 'fields-left'), ['translations', 'reference_controls'])
  assert.deepEqual(noteOf(reading, 'objects-left'), ['reference_controls'])
  assert.equal(frameworkOf(reading, 1).themes[0]?.title, 'Autres points')
})

test('groups that do not hold one another become questions', () => {
  const content = frameworkOf(read(library.replace('implementation_groups: [S, R]', 'implementation_groups: [S]')))
  assert.deepEqual(content.conditions, [
    { code: 'S', question: 'Êtes-vous concernés par « standard » ?' },
    { code: 'R', question: 'Êtes-vous concernés par « renforcé » ?' },
  ])
  assert.deepEqual(
    content.themes[0]?.items.map((item) => item.conditions),
    [['S'], ['R']],
  )
})

const mappings = `
urn: urn:outil:risk:library:mapping
locale: fr
ref_id: mapping
name: Guide vers RNQ
description: Un rapprochement
copyright: Licence ouverte
version: 1
provider: Une agence
packager: outil
objects:
  requirement_mapping_sets:
  - urn: urn:outil:risk:req_mapping_set:m
    ref_id: m
    name: Guide vers RNQ
    source_framework_urn: urn:outil:risk:framework:guide-qualite
    target_framework_urn: urn:qualeduc:risk:framework:rnq-2023
    requirement_mappings:
    - { source_requirement_urn: 'urn:outil:risk:req_node:guide-qualite:a.1', target_requirement_urn: 'urn:qualeduc:risk:req_node:rnq-2023:rnq1-1', relationship: superset, rationale: semantic, strength_of_relationship: 8 }
    - { source_requirement_urn: 'urn:outil:risk:req_node:guide-qualite:a.1', target_requirement_urn: 'urn:qualeduc:risk:req_node:rnq-2023:rnq1-2', relationship: not_related }
    - { source_requirement_urn: 'urn:outil:risk:req_node:guide-qualite:a.2', target_requirement_urn: 'urn:qualeduc:risk:req_node:rnq-2023:rnq1-2', relationship: not_related }
    - { source_requirement_urn: 'urn:outil:risk:req_node:guide-qualite:b.1', target_requirement_urn: 'urn:qualeduc:risk:req_node:rnq-2023:rnq1-2', relationship: intersect, annotation: Les deux parlent de l'accueil. }
`

test('mappings of CISO Assistant between frameworks of this site make a crosswalk', () => {
  const reading = read(mappings.replace('guide-qualite:b.1', 'guide-qualite:b-1'))
  assert.deepEqual(crosswalkOf(reading).links, [
    { from: 'A-A.1', to: 'RNQ1-1', type: 'broader', reason: 'Les deux énoncés ont le même sens, selon le fichier importé.' },
    { from: 'B-1', to: 'RNQ1-2', type: 'overlaps', reason: "Les deux parlent de l'accueil." },
  ])
  assert.deepEqual(crosswalkOf(reading).no_equivalent, [{ in: 'from', code: 'A-A.2', reason: 'Repris d’un fichier qui ne dit pas pourquoi.' }])
  assert.deepEqual(noteOf(reading, 'strengths-left'), ['8'])
  assert.deepEqual(noteOf(reading, 'unrelated-left'), ['A-A.1'])
})

test('a sheet that somebody typed, with the column of statements alone, makes a framework', () => {
  const columns = ['Énoncé', 'thème', 'Preuves', 'Commentaire'].map((header) => ({ header, kind: 'text' as const }))
  const rows = [
    ['Le livret d’accueil est remis à tous.', 'Accueil', 'Livret ; Émargement', 'à voir'],
    ['Un adulte est nommé pour chaque élève.', 'Accueil', null, null],
    ['=HYPERLINK("http://exemple.org")', 'Suivi', null, null],
  ]
  const reading = read(writeXlsx([{ name: 'Énoncés', columns, rows }]), 'Notre charte d’accueil.xlsx')
  const content = frameworkOf(reading)
  assert.deepEqual([content.id, content.title], ['notre-charte-d-accueil', 'Notre charte d’accueil'])
  assert.deepEqual(
    content.themes.map((theme) => [theme.code, theme.title, theme.items.map((item) => item.code)]),
    [
      ['ACCUEIL', 'Accueil', ['ACCUEIL-1', 'ACCUEIL-2']],
      ['SUIVI', 'Suivi', ['SUIVI-1']],
    ],
  )
  assert.deepEqual(content.themes[0]?.items[0]?.evidence, ['Livret', 'Émargement'])
  assert.equal(content.themes[1]?.items[0]?.statement, '=HYPERLINK("http://exemple.org")')
  assert.deepEqual(noteOf(reading, 'columns-left'), ['Commentaire'])
  assert.equal(reading.notes.find((note) => note.kind === 'evidence-missing')?.count, 2)
})
