import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { saveBoard } from '../src/features/indicators/board/board-store.ts'
import { fr as importing } from '../src/features/indicators/imports/texts.fr.ts'
import { fr as indicators } from '../src/features/indicators/texts.fr.ts'
import { formatUai } from '../src/features/organisations/import/uai.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse, unfold } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findPerson } from './demo-site.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const fileName = 'fr-en-indicateurs-de-resultat-des-lycees-pro_v2.csv'
const header = 'Etablissement;Annee;UAI;Presents - Total;Taux de reussite - Total;Valeur ajoutee du taux de reussite - Total'
const results = (...lines: string[]): Buffer => Buffer.from([header, ...lines, ''].join('\n'))
/** Schools of the demonstration, as demo/organisations.ts numbers them. */
const tilleuls = formatUai(9_990_001)
const polyvalent = formatUai(9_990_002)
const arsenal = formatUai(9_990_006)

/** No-break spaces are what is written, and what the browser shows as any space. */
const spaced = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'))

async function findOrganisation(uai: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisations where uai = ${uai}`.execute(house.site.owner)
  assert.ok(rows[0], `the demonstration has no school ${uai}`)
  return rows[0].id
}

test('a référent imports a year of results, repairs two bad lines, reads the account, and undoes it', async () => {
  const visit = await house.openAs('Hélène Marchand')
  await passSecondFactor(visit)
  await visit.enter(shell.indicators)
  await visit.look()
  await visit.press(importing.read)
  await visit.sees(importing.noFile)
  await visit.look()
  const buffer = results(
    `Lycée professionnel des Tilleuls;2025;${tilleuls};120;81,7%;+3`,
    `Lycée polyvalent de la Vère;2025;${polyvalent};80;douze;1`,
    `Lycée des métiers de l’Arsenal;2025;${arsenal};60;140;2`,
    `Lycée d’ailleurs;2025;${formatUai(9_990_099)};50;ND;`,
  )
  await visit.field(importing.file).setInputFiles({ name: fileName, mimeType: 'text/csv', buffer })
  await visit.press(importing.read)
  await visit.sees(importing.unknownHint)
  await visit.look()
  await visit.fits(390)
  const cells = visit.page.getByRole('table').getByRole('textbox')
  assert.deepEqual(await cells.evaluateAll((all) => all.map((one) => one.getAttribute('value'))), ['douze', '140'])
  await cells.nth(0).fill('72')
  await cells.nth(1).fill('94')
  await visit.press(importing.check)
  await visit.sees(importing.correctedTitle)
  await visit.seesNot(importing.refusedLead)
  await visit.look()
  await visit.press(importing.confirm)
  await visit.sees(importing.done('4'))
  await visit.sees('douze')
  await visit.look()
  await visit.fits(390)
  await visit.enter(shell.indicators)
  await visit.look()
  await visit.follow(importing.see)
  await visit.press(importing.undo)
  await visit.sees(importing.undone)
  await visit.look()
})

const journeys = [
  { lead: 'Karim Benali', uai: tilleuls, action: 'Un entretien individuel pour chaque entrant avant la Toussaint', javascript: true },
  { lead: 'Lucie Barbier', uai: arsenal, action: 'Passer de sept à trois priorités', javascript: false },
]

for (const { lead, uai, action, javascript } of journeys) {
  test(`a quality lead composes a dashboard, types values and follows one by an action, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const visit = await house.openAs(lead, { javascript })
    const organisation = await findOrganisation(uai)
    await findsInDirectory(visit)
    await composes(visit)
    await typesValues(visit, organisation)
    await readsBeforeAndAfter(visit, action)
  })
}

async function findsInDirectory(visit: Visit): Promise<void> {
  await visit.enter(shell.indicators)
  await visit.follow(indicators.board.directory)
  await visit.look()
  await visit.fits(390)
  await visit.field(indicators.list.search).fill('SOLUTION')
  await visit.leavesBy(() => visit.page.getByRole('main').getByRole('button', { name: indicators.list.button }).click())
  await visit.follow(followed.name)
  await visit.sees(indicators.definition.comparability)
  await visit.look()
  await visit.fits(390)
}

/** Two that no dashboard of the demonstration shows. */
const followed = { code: 'D03', name: 'Part d’élèves partis sans solution en cours d’année' }
const other = { code: 'D02', name: 'Part d’élèves très souvent absents' }

/** Ticks two indicators, then puts the second first and says why it is followed. */
async function composes(visit: Visit): Promise<void> {
  await visit.enter(shell.indicators)
  await visit.follow(indicators.board.compose)
  for (const code of [other.code, followed.code]) {
    const box = visit.page.locator(`#suivre-${code}`)
    await unfold(box)
    await box.check()
  }
  await visit.look()
  await visit.press(indicators.save)
  await visit.sees(indicators.board.none)
  await visit.follow(indicators.board.compose)
  await visit.page.locator(`#place-${followed.code}`).fill('premier')
  await visit.press(indicators.save)
  await visit.sees(indicators.compose.noPlace)
  await visit.look()
  await visit.page.locator(`#place-${followed.code}`).fill('1')
  await visit.page.locator(`#note-${followed.code}`).fill('Notre priorité de l’année.')
  await visit.look()
  await visit.fits(390)
  await visit.press(indicators.save)
  await visit.sees('Notre priorité de l’année.')
  const names = await visit.page.locator('.q-board__card h2').allInnerTexts()
  assert.deepEqual([names[0], names.at(-1)], [followed.name, other.name])
}

const year = new Date().getFullYear()
/** School years that end before the actions of the demonstration began, and after. */
const yearBefore = `${year - 3}-${year - 2}`
const yearAfter = `${year - 1}-${year}`

async function typesValues(visit: Visit, organisation: string): Promise<void> {
  await visit.follow(followed.name)
  await visit.look()
  await visit.follow(indicators.figure.enter)
  await visit.look()
  await visit.fits(390)
  await visit.page.locator('#period').fill('hier')
  await visit.page.locator('#numerator').fill('48')
  await visit.page.locator('#denominator').fill('400')
  await visit.press(indicators.save)
  await visit.sees(indicators.errorTitle)
  assert.equal(await visit.page.locator('#numerator').inputValue(), '48')
  await visit.look()
  await visit.page.locator('#period').fill(yearBefore)
  await visit.press(indicators.save)
  await visit.sees(spaced('12 %'))
  await visit.follow(indicators.figure.enter)
  await visit.page.locator('#period').fill(yearAfter)
  await visit.page.locator('#numerator').fill('20')
  await visit.page.locator('#denominator').fill('400')
  await visit.page.locator('#note').fill('Relevé du logiciel de vie scolaire.')
  await visit.press(indicators.save)
  await visit.sees(indicators.enter.entered)
  await visit.look()
  await visit.fits(390)
  await visit.open(urls.indicators.board({ organisation }))
  await visit.sees(spaced('5 %'))
  await visit.look()
  await visit.fits(390)
}

async function readsBeforeAndAfter(visit: Visit, action: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from actions where title = ${action}`.execute(house.site.owner)
  await visit.open(urls.action.show({ action: rows[0]?.id ?? '' }))
  await visit.sees(indicators.action.none)
  await visit.look()
  await visit.page.locator('#measure').selectOption(followed.code)
  await visit.press(indicators.action.add)
  await visit.sees(indicators.action.added)
  const row = visit.page.getByRole('row', { name: followed.name })
  const said = (await row.innerText()).replaceAll(/\s+/g, ' ')
  assert.match(said, new RegExp(`12 % \\(${yearBefore}\\) 5 % \\(${yearAfter}\\)`))
  await visit.look()
  await visit.fits(390)
}

/** A dashboard of what is published of the lycée, and of an absence of figures. */
async function giveBoard(): Promise<void> {
  const lead = await findPerson(house.site, 'Marc Dubois')
  const cards = ['R01', 'R02', 'D01'].map((measure, index) => ({ measure, wide: index === 0, note: '' }))
  assert.ok(await saveBoard(house.site.owner, await findOrganisation(polyvalent), lead.id, cards, 0))
}

test('a reader asks a figure where it comes from by the keyboard alone, and prints the dashboard', async () => {
  await giveBoard()
  const visit = await house.openAs('Leïla Morel')
  const { page } = visit
  await visit.enter(shell.indicators)
  await visit.sees(spaced('83 %'))
  await visit.look()
  await visit.fits(390)
  const board = page.url()
  await visit.tabTo(page.getByRole('main').getByRole('link', { name: 'Taux de réussite au bac pro' }).first())
  await visit.leavesBy(() => page.keyboard.press('Enter'))
  const source = page.locator('summary', { hasText: indicators.figure.source })
  const answer = page.getByText(/ligne \d+, .*Repris tel quel/).first()
  assert.equal(await answer.isVisible(), false)
  await visit.tabTo(source)
  await page.keyboard.press('Enter')
  await answer.waitFor()
  await visit.look()
  await visit.open(board)
  const figures = page.getByRole('row', { name: spaced('83 %') })
  assert.equal(await figures.count(), 0, 'folded on the screen')
  await page.emulateMedia({ media: 'print' })
  await figures.first().waitFor()
  assert.equal(await page.getByRole('link', { name: indicators.board.directory }).count(), 0, 'nothing to press on paper')
  await visit.look()
})
