import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fr as exchange } from '../src/features/crosswalks/exchange/texts.fr.ts'
import { fr as tables } from '../src/features/crosswalks/versions/texts.fr.ts'
import { fr as writing } from '../src/features/frameworks/edit/texts.fr.ts'
import { fr as frameworks } from '../src/features/frameworks/texts.fr.ts'
import { frameworkId } from '../src/features/frameworks/load-frameworks.ts'
import { fr as versions } from '../src/features/labels/versions/texts.fr.ts'
import { writeXlsx } from '../src/platform/documents/xlsx.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualeduc-files-'))
  house = await openHouse()
})
after(() => house.stop())

const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://exemple.org/${identifier}` })
const under = (child: string, above: string, sequenceNumber: number) => ({
  identifier: `${child}-${above}`,
  associationType: 'isChildOf',
  sequenceNumber,
  originNodeURI: link(child),
  destinationNodeURI: link(above),
})

/** What a neighbour's tool gives: three floors, a field that we do not have, no proofs. */
const neighbour = {
  CFDocument: { identifier: 'doc', title: 'Accueillir les apprentis', creator: 'Un réseau voisin', language: 'fr', version: '2025' },
  CFItems: [
    { identifier: 'd1', humanCodingScheme: 'D1', fullStatement: 'Préparer' },
    { identifier: 'r1', humanCodingScheme: 'D1.1', fullStatement: 'Avec l’entreprise' },
    { identifier: 'p1', humanCodingScheme: 'D1.1.a', fullStatement: 'Le maître d’apprentissage connaît le programme de l’année.', educationLevel: ['11'] },
    { identifier: 'p2', humanCodingScheme: 'D1.1.b', fullStatement: 'Le calendrier est donné avant l’été.' },
  ],
  CFAssociations: [under('d1', 'doc', 1), under('r1', 'd1', 1), under('p1', 'r1', 1), under('p2', 'r1', 2)],
}

const columns = ['Thème', 'Code', 'Temps', 'Énoncé', 'Preuves', 'Avis'].map((header) => ({ header, kind: 'text' as const }))
const sheet = (phase: string): Uint8Array =>
  writeXlsx([
    {
      name: 'Énoncés',
      columns,
      rows: [
        ['A1', 'A1-P1', 'projeter', 'Le livret d’accueil est relu chaque année.', 'Livret d’accueil', 'à garder'],
        ['A1', 'A1-D1', phase, 'Chaque famille est reçue avant la rentrée.', 'Planning', ''],
      ],
    },
  ])

async function send(visit: Visit, name: string, bytes: string | Uint8Array): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  await visit.field(exchange.importFile).setInputFiles(path)
  await visit.press(exchange.importButton)
}

for (const javascript of [true, false]) {
  test(`a referent imports a CASE file and a workbook, sees what was not carried, and gets drafts, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const referent = await house.openAs('Hélène Marchand', { javascript })
    if (new URL(referent.page.url()).pathname !== urls.myPage()) await passSecondFactor(referent)
    await referent.enter(shell.frameworks)
    await referent.follow(frameworks.write)
    await referent.follow(writing.list.import)
    await referent.look()
    const form = referent.page.url()
    await referent.press(exchange.importButton)
    await referent.sees(exchange.importNoFile)
    await referent.look()
    await send(referent, 'notes.txt', 'Bonjour à tous')
    await referent.sees(exchange.refusal({ kind: 'unknown-format' }))
    await referent.look()
    await takesCase(referent)
    await takesWorkbook(referent, form)
  })
}

async function takesCase(referent: Visit): Promise<void> {
  await send(referent, 'voisin.json', JSON.stringify(neighbour))
  await referent.sees(exchange.previewTitle)
  await referent.sees(exchange.notes['fields-left'](1))
  await referent.sees(exchange.notes['evidence-missing'](2))
  await referent.look()
  await referent.fits(390)
  await referent.press(exchange.confirm)
  await referent.sees(exchange.imported)
  await referent.sees('Accueillir les apprentis')
  await referent.look()
}

async function takesWorkbook(referent: Visit, form: string): Promise<void> {
  await referent.open(form)
  await send(referent, 'accueil.xlsx', sheet('demain'))
  await referent.sees('feuille «\u00a0Énoncés\u00a0», ligne 3, colonne «\u00a0Temps\u00a0»')
  await referent.seesNot(exchange.confirm)
  await referent.look()
  await referent.fits(390)
  await referent.follow(exchange.another)
  await send(referent, 'accueil.xlsx', sheet('mettre en œuvre'))
  await referent.sees(exchange.notes['columns-left'](1))
  await referent.look()
  await referent.press(exchange.confirm)
  await referent.sees(exchange.imported)
  await referent.look()
}

const newer = frameworkId('lycee-des-metiers', '2023')

test('a framework is taken out in a format that says before what it cannot carry', async () => {
  const head = await house.openAs('Gérard Noël')
  await head.open(urls.frameworks.show({ framework: newer }))
  await head.follow(frameworks.export)
  await head.sees(exchange.nothingLost)
  await head.look()
  await head.fits(390)
  const [file] = await Promise.all([head.page.waitForEvent('download'), head.page.getByRole('link', { name: exchange.formats.xlsx.name }).click()])
  assert.equal(file.suggestedFilename(), 'lycee-des-metiers-2023.xlsx')
})

test('a school sees what a newer edition changes, moves, goes back, moves again and confirms', async () => {
  const head = await house.openAs('Gérard Noël', { javascript: false })
  await head.enter(shell.labels)
  await head.follow('Lycée des métiers')
  await head.follow(versions.noticeAheadLink)
  await head.sees(versions.groups.reread.title(12))
  await head.look()
  await head.fits(390)
  await head.press(versions.move('2023'))
  await head.sees(versions.moved('2023'))
  await head.look()
  await head.follow(versions.noticeMovedLink)
  await head.look()
  await head.press(versions.back('2016'))
  await head.sees(versions.wentBack('2016'))
  await head.look()
  await head.follow(versions.noticeAheadLink)
  await head.press(versions.move('2023'))
  await head.follow(versions.noticeMovedLink)
  await head.follow(versions.table)
  await head.sees(tables.kinds.split.title(3))
  await head.look()
  await head.fits(390)
  await head.page.goBack()
  await head.press(versions.confirm)
  await head.sees(versions.confirmed)
  await head.seesNot(versions.noticeMovedLink)
  await head.look()
})
