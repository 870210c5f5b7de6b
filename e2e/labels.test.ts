import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { frameworkId } from '../src/features/frameworks/load-frameworks.ts'
import { fr as labels } from '../src/features/labels/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findEvaluation, findPerson, findPlaces } from './demo-site.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
let school: string
before(async () => {
  house = await openHouse()
  school = (await findPlaces(house.site, (await findEvaluation(house.site, 'Prévenir le décrochage')).id)).organisation
})
after(() => house.stop())

const qualeduc = frameworkId('qualeduc', '2017')
const point = urls.label.point({ organisation: '', framework: qualeduc, code: 'QF19-P2' })
const pointOf = (organisation: string): string => point.replace('/etablissements//', `/etablissements/${organisation}/`)

async function makeProof(title: string): Promise<void> {
  const person = await findPerson(house.site, 'Claire Fontaine')
  await sql`
    insert into evidence (id, organisation_id, title, kind, url, added_by)
    values (${randomUUID()}, ${school}, ${title}, 'link', 'https://exemple.fr/convention', ${person.id})`.execute(house.site.owner)
}

for (const javascript of [true, false]) {
  test(`one agreement joined once serves several labels, at sight, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const title = `Convention avec l’atelier Martin (${javascript ? 'un' : 'deux'})`
    await makeProof(title)
    const head = await house.openAs('Claire Fontaine', { javascript })
    await head.enter(shell.labels)
    await head.sees(labels.board.unlockTitle)
    await head.look()
    await head.open(pointOf(school))
    await head.look()
    await head.field(labels.point.joinField).selectOption({ label: title })
    await head.field(labels.point.page).fill('p. 2')
    await head.press(labels.point.preview)
    await head.sees(/Cette preuve changerait/)
    await head.look()
    if (javascript) await head.page.evaluate(() => Object.assign(window, { keptInPlace: true }))
    await head.press(labels.point.join)
    await head.sees(/Cette preuve change/)
    for (const name of ['Lycée des métiers 2023', 'Évaluation externe', 'Égalité', 'E3D']) await head.page.locator('.q-turned h3', { hasText: name }).waitFor()
    if (javascript) {
      assert.equal(await head.page.evaluate(() => 'keptInPlace' in window), true, 'the page was loaded again')
      assert.equal(await head.page.evaluate(() => document.activeElement?.classList.contains('q-turned')), true, 'what turned is not read aloud')
    }
    await head.look()
    await head.follow(/Conventions|convention|Accord/i)
    await head.sees(/Apporte ici/)
    await head.look()
    await takeBack(head, title)
  })
}

async function takeBack(head: Visit, title: string): Promise<void> {
  await head.open(pointOf(school))
  await head.press(`${labels.point.detach} ${title}`)
  await head.sees(labels.point.detached)
}

test('a head follows a label, says where it stands, shares its progress, and decides an action for a point', async () => {
  const head = await house.openAs('Claire Fontaine')
  await head.enter(shell.labels)
  await head.follow(labels.board.follow)
  await head.look()
  await head.press(labels.follow.save)
  await head.sees(labels.follow.none)
  await head.look()
  await head.page.getByRole('checkbox', { name: /CMQ|Campus/ }).check()
  await head.press(labels.follow.save)
  await head.sees(labels.follow.saved(1))
  await head.follow(/CMQ|Campus/)
  await head.look()
  await head.follow(labels.one.settings)
  await head.look()
  await head.page.getByRole('radio', { name: labels.followStates.preparing }).check()
  await head.field(labels.settings.nextStep).fill('Réunir le comité')
  await head.field(labels.settings.heldFrom).fill('2026-09-01')
  await head.field(labels.settings.heldUntil).fill('2025-09-01')
  await head.press(labels.settings.save)
  await head.sees(labels.settings.badDates)
  await head.look()
  assert.equal(await head.field(labels.settings.nextStep).inputValue(), 'Réunir le comité')
  await head.field(labels.settings.heldUntil).fill('2031-08-31')
  await head.press(labels.settings.save)
  await head.sees(labels.settings.saved)
  await head.follow(labels.one.nearest)
  await head.look()
  await head.enter(shell.labels)
  await head.follow(labels.board.map)
  await head.look()
  await head.fits(390)
  await head.open(urls.label.settings({ organisation: school, framework: frameworkId('cmq', '2019') }))
  await head.press(labels.settings.share)
  await head.sees(labels.settings.shared)
  await head.open(urls.label.point({ organisation: school, framework: frameworkId('lycee-des-metiers', '2023'), code: 'LDM6-P1' }))
  await head.press(labels.point.actionAdd)
  await head.sees(labels.point.actionAdded)
})

test('a member on a phone reads why, and joins; a referent sees several schools together and no school alone', async () => {
  const member = await house.openAs('Leïla Morel', { width: 390 })
  await member.enter(shell.labels).catch(async () => member.open(urls.label.board({ organisation: school })))
  await member.look()
  const referent = await house.openAs('Hélène Marchand')
  await passSecondFactor(referent)
  const { rows } = await sql<{ id: string }>`select id from organisations where kind = 'authority'`.execute(house.site.owner)
  await referent.open(urls.label.authority({ organisation: rows[0]?.id ?? '' }))
  await referent.sees(labels.shared.few)
  await referent.look()
})
