import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { demoAccounts } from '../demo/accounts.ts'
import { fr as accounts } from '../src/features/accounts/texts.fr.ts'
import { fr as composing } from '../src/features/evaluations/compose/texts.fr.ts'
import { fr as report } from '../src/features/evaluations/report/texts.fr.ts'
import { fr as validation } from '../src/features/evaluations/validation/texts.fr.ts'
import { fr as team } from '../src/features/organisations/team/texts.fr.ts'
import { fr as overview } from '../src/features/overview/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { makeSchool } from '../test/make.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findEvaluation } from './demo-site.ts'
import { createHead, openAsOperator } from './operator.ts'

const houses: House[] = []
let house: House
before(async () => {
  house = await openHouse()
  houses.push(house)
})
after(() => Promise.all(houses.map((one) => one.stop())))

for (const javascript of [true, false]) {
  const how = javascript ? 'with JavaScript' : 'without JavaScript'

  test(`a new head goes from the invitation to a first theme, ${how}`, async () => {
    const where = javascript ? 'Lycée des Merisiers' : 'Lycée des Aubépines'
    const email = javascript ? 'maud.perrin@exemple.fr' : 'gilles.roy@exemple.fr'
    await makeSchool(house.site, { name: where })
    const operator = await openAsOperator(house)
    await createHead(operator, { name: 'Maud Perrin', email, where })
    await operator.context.close()
    const head = await house.visit({ javascript })
    await acceptInvitation(head, email)
    await invite(head)
    await chooseTheme(head)
  })

  test(`a head validates, shares and prints, ${how}`, async () => {
    // Validation cannot be undone: each way of browsing has a demonstration of its own.
    const own = await openHouse()
    houses.push(own)
    const { id: evaluation } = await findEvaluation(own.site, 'Stages : préparer, accompagner, exploiter')
    const head = await own.openAs('Claire Fontaine', { javascript })
    await head.look()
    await validate(head, evaluation)
    await share(head, evaluation)
    await print(head, evaluation)
  })
}

async function acceptInvitation(head: Visit, email: string): Promise<void> {
  const words = accounts.invitation
  await head.open(urls.demo.mails())
  await head.sees(new RegExp(email))
  await head.leavesBy(() => head.page.locator('article', { hasText: email }).getByRole('link').first().click())
  await head.sees(words.title)
  await head.look()
  await head.field(words.password).fill('court')
  await head.press(words.button)
  await head.sees(accounts.passwordProblems['too-short'])
  await head.look()
  await head.field(words.password).fill('cerf volant tuba moutarde')
  await head.press(words.button)
  await head.sees(words.done)
  await head.look()
}

async function invite(head: Visit): Promise<void> {
  await head.enter(shell.school)
  await head.sees(overview.school.firstTitle)
  await head.look()
  await head.follow(overview.school.steps.invite.button)
  await head.look()
  await head.press(team.invite.button)
  await head.sees(team.errorTitle)
  await head.look()
  await head.field(team.invite.name).fill('Basile Morin')
  await head.field(team.invite.email).fill('basile.morin@exemple.fr')
  await head.page.getByRole('radio', { name: 'Pilote' }).check()
  await head.press(team.invite.button)
  await head.sees(team.invite.sent('basile.morin@exemple.fr'))
  await head.look()
}

async function chooseTheme(head: Visit): Promise<void> {
  await head.enter(shell.school)
  await head.follow(overview.school.steps.theme.button)
  await head.field(composing.settings.title).fill('Nos premiers pas')
  await head.page.getByRole('checkbox', { name: 'Organisation du temps scolaire' }).check()
  await head.press(composing.settings.create)
  await head.sees(composing.settings.created)
  await head.look()
  await head.press(composing.compose.addAll)
  await head.enter(shell.school)
  await head.sees(overview.school.steps.open.why)
  await head.look()
}

async function validate(head: Visit, evaluation: string): Promise<void> {
  await head.open(urls.evaluation.validate({ evaluation }))
  await head.sees(validation.validate.missingTitle)
  await head.look()
  await head.press(validation.validate.button)
  await head.sees(validation.validate.doneTitle)
  await head.look()
}

async function share(head: Visit, evaluation: string): Promise<void> {
  await head.follow(validation.validate.share)
  await head.look()
  await head.press(validation.share.button)
  await head.sees(validation.share.shared)
  await head.look()
  await head.open(urls.evaluation.sheet({ evaluation }, { vue: 'academie' }))
  await head.look()
}

async function print(head: Visit, evaluation: string): Promise<void> {
  await head.open(urls.evaluation.report({ evaluation }))
  await head.look()
  const files = [
    await download(head, report.page.pdf),
    await download(head, report.page.odt),
    await download(head, report.page.xlsx),
    await download(head, report.page.councilButton),
  ]
  assert.deepEqual(
    files.map((bytes) => strFromU8(bytes.slice(0, 2))),
    ['%P', 'PK', 'PK', '%P'],
  )
  const [, odt, xlsx] = files
  for (const office of [odt, xlsx]) assert.deepEqual(namedIn(office), [])
}

/** What the link gives, as the browser keeps it. */
async function download(head: Visit, name: string): Promise<Uint8Array> {
  const [given] = await Promise.all([head.page.waitForEvent('download'), head.page.getByRole('link', { name }).click()])
  return readFile(await given.path())
}

/** People of the school whose name stands in an office file. */
function namedIn(bytes: Uint8Array | undefined): string[] {
  const text = Object.values(unzipSync(bytes ?? new Uint8Array()))
    .map((part) => strFromU8(part))
    .join('')
  return demoAccounts.map(({ name }) => name).filter((name) => text.includes(name))
}
