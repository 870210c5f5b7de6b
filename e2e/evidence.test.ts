import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fr as adding } from '../src/features/evidence/add/texts.fr.ts'
import { fr as pointing } from '../src/features/evidence/points/texts.fr.ts'
import { fr as pooling } from '../src/features/evidence/pool/texts.fr.ts'
import { fr as proof } from '../src/features/evidence/proof/texts.fr.ts'
import { fr as overview } from '../src/features/overview/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { pdfSaying } from '../test/make-pdf.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const pdf = (name: string, text: string) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(pdfSaying(text)) })

for (const javascript of [true, false]) {
  test(`the lead adds three proofs at once and makes one of them serve, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const mark = javascript ? 'un' : 'deux'
    const names = [`Convention menuiserie ${mark}`, `CR conseil pédagogique ${mark}`, `Photo atelier ${mark}`]
    const lead = await house.openAs('Karim Benali', { javascript })
    await lead.enter(shell.school)
    await lead.follow(overview.school.evidence)
    await lead.look()
    await lead.follow(pooling.add)
    await lead.look()
    await (javascript ? drop(lead, names) : choose(lead, names))
    await lead.press(adding.button)
    await lead.sees(adding.added(3))
    await lead.look()
    await describe(lead, names[0] ?? '')
    await serve(lead, names[0] ?? '')
    await revise(lead, mark)
    await search(lead, mark)
  })
}

/** The plain field of a form, whatever the browser can do. */
const choose = (lead: Visit, names: readonly string[]): Promise<void> => lead.field(adding.files).setInputFiles(names.map((name) => pdf(name, name)))

/** Files let fall on the field, a fourth taken out again. */
async function drop(lead: Visit, names: readonly string[]): Promise<void> {
  const files = [...names, 'De trop'].map((name) => ({ name: `${name}.pdf`, text: Buffer.from(pdfSaying(name)).toString('latin1') }))
  const transfer = await lead.page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, text } of given) data.items.add(new File([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], name, { type: 'application/pdf' }))
    return data
  }, files)
  await lead.page.locator('drop-files').dispatchEvent('drop', { dataTransfer: transfer })
  await lead.sees('De trop.pdf (1 ko)')
  await lead.look()
  await lead.page.getByRole('button', { name: `${adding.drop.remove} De trop.pdf` }).click()
  await lead.seesNot(/De trop\.pdf/)
}

async function describe(lead: Visit, name: string): Promise<void> {
  const sheet = lead.page.getByRole('group', { name: new RegExp(name) })
  assert.equal(await sheet.getByLabel('Nature').inputValue(), 'agreement')
  await sheet.getByLabel('Titre').fill('')
  await lead.press(adding.describe.button)
  await lead.sees('Il manque le titre.')
  await lead.look()
  await lead.page
    .getByRole('group', { name: new RegExp(name) })
    .getByLabel('Titre')
    .fill(name)
  await lead.press(adding.describe.button)
  await lead.sees(adding.describe.saved(3))
  await lead.look()
}

async function serve(lead: Visit, name: string): Promise<void> {
  await lead.follow(name)
  await lead.sees(proof.servesNowhere)
  await lead.look()
  await lead.follow(proof.say)
  await lead.field(pointing.search).fill('partenaires')
  await lead.press(new RegExp(`^${pointing.searchButton}$`))
  await lead.look()
  const boxes = lead.page.getByRole('checkbox')
  for (const place of [0, 1, 2]) await boxes.nth(place).check()
  await lead.page.getByLabel(pointing.page, { exact: true }).first().fill('p. 2')
  await lead.press(pointing.button)
  await lead.sees(pointing.added(3))
  await lead.sees('– p. 2')
  await lead.look()
  await lead.press(new RegExp(`^${proof.unlink}`))
  await lead.sees(pointing.unlinked)
}

async function revise(lead: Visit, mark: string): Promise<void> {
  await lead.follow(proof.revise)
  await lead.look()
  await lead.press(proof.reviseButton)
  await lead.sees(proof.noSource)
  await lead.look()
  await lead.field(proof.reviseFile).setInputFiles(pdf(`Convention ${mark} 2026`, `Accord signe avec la menuiserie chantourneuse${mark}`))
  await lead.press(proof.reviseButton)
  await lead.sees(proof.revised)
  await lead.sees(proof.versionNumber(1))
  await lead.look()
}

/** The words of the new file are read within moments, and lead to it. */
async function search(lead: Visit, mark: string): Promise<void> {
  const wanted = `chantourneuse${mark}`
  await lead.page.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link').first().click()
  for (let tries = 0; tries < 30; tries += 1) {
    await lead.field(pooling.search).fill(`menuiseries ${wanted}`)
    await lead.press(new RegExp(`^${pooling.searchButton}$`))
    if ((await lead.page.locator('mark').count()) > 0) break
    await lead.page.waitForTimeout(1_000)
  }
  await lead.sees(pooling.foundFor(1, `menuiseries ${wanted}`))
  assert.deepEqual(await lead.page.locator('mark').allInnerTexts(), ['menuiserie', wanted])
  await lead.look()
  await lead.fits(390)
}
