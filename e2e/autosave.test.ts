import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createSession } from '../src/features/accounts/sessions.ts'
import { urls } from '../src/urls.ts'
import { freshSite } from '../test/fresh-database.ts'
import type { FreshSite } from '../test/fresh-database.ts'
import { makeEvaluation } from '../test/make-evaluation.ts'
import type { MadeEvaluation } from '../test/make-evaluation.ts'
import { makePerson, makeSchool } from '../test/make.ts'
import type { Person } from '../test/make.ts'

let site: FreshSite
let server: ServerType
let browser: Browser
let address = ''
before(async () => {
  site = await freshSite()
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  address = await new Promise((ready) => {
    server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => ready(`http://localhost:${info.port}`))
  })
})
after(async () => {
  await browser.close()
  server.close()
  await site.stop()
})

interface Round {
  made: MadeEvaluation
  teacher: Person
  colleague: Person
}

async function makeRound(): Promise<Round> {
  const school = await makeSchool(site)
  const [teacher, colleague] = [
    await makePerson(site, [{ role: 'member', organisationId: school }]),
    await makePerson(site, [{ role: 'member', organisationId: school }]),
  ]
  return { made: await makeEvaluation(site, { organisationId: school, state: 'answering', items: 2, members: [teacher, colleague] }), teacher, colleague }
}

interface Device {
  context: BrowserContext
  page: Page
  /** The first question, once its text area is there. */
  open(): Promise<void>
  write(text: string): Promise<void>
  written(): Promise<string>
  /** Waits until this is said beside the field. */
  says(text: string | RegExp): Promise<void>
  press(name: string): Promise<void>
  signInAs(person: Person): Promise<void>
}

async function device(round: Round, person: Person): Promise<Device> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 390, height: 844 }, locale: 'fr-FR' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const state = page.locator('.q-saved__state').first()
  const signInAs = async (who: Person): Promise<void> => {
    const value = await site.as({ personId: who.id }, (db) =>
      createSession(db, { personId: who.id, device: 'test', now: new Date(), secondFactorPassed: true }),
    )
    await context.addCookies([{ name: 'session', value, url: address }])
  }
  await signInAs(person)
  return {
    context,
    page,
    signInAs,
    open: async () => {
      await page.goto(urls.evaluation.answerItem({ evaluation: round.made.id, item: round.made.items[0]?.id ?? '' }))
    },
    write: (text) => page.locator('textarea').fill(text),
    written: () => page.locator('textarea').inputValue(),
    says: (text) =>
      state
        .getByText(text)
        .first()
        .or(state.filter({ hasText: text }))
        .first()
        .waitFor(),
    press: (name) => page.getByRole('button', { name }).click(),
  }
}

test('what is typed is saved by itself, and found again on another device', async () => {
  const round = await makeRound()
  const phone = await device(round, round.teacher)
  await phone.open()
  await phone.page.getByLabel('Le plus souvent').check()
  await phone.says(/Enregistré à/)
  await phone.write('Une visite par stage.')
  await phone.says('Pas encore enregistré')
  await phone.says(/Enregistré à/)
  const office = await device(round, round.teacher)
  await office.open()
  assert.equal(await office.written(), 'Une visite par stage.')
  assert.ok(await office.page.getByLabel('Le plus souvent').isChecked())
})

test('without a connection the text stays, tries again by itself, and survives a reload', async () => {
  const round = await makeRound()
  const phone = await device(round, round.teacher)
  await phone.open()
  await phone.context.setOffline(true)
  await phone.write('Écrit dans le train.')
  await phone.says(/Connexion perdue/)
  await phone.context.setOffline(false)
  await phone.says(/Enregistré à/)
  await phone.page.route('**/repondre/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await phone.write('Écrit dans le train, encore.')
  await phone.says(/Connexion perdue/)
  phone.page.on('dialog', (dialog) => void dialog.accept())
  await phone.page.reload()
  assert.equal(await phone.written(), 'Écrit dans le train, encore.')
  await phone.page.unroute('**/repondre/*')
  await phone.says(/Enregistré à/)
})

test('an acknowledgement lost on the way is not taken for somebody else’s change', async () => {
  const round = await makeRound()
  const phone = await device(round, round.teacher)
  await phone.open()
  let sent = 0
  await phone.page.route('**/repondre/*', async (route) => {
    if (route.request().method() === 'POST' && sent++ === 0) {
      await route.fetch()
      await route.abort()
    } else await route.continue()
  })
  await phone.write('Un')
  await phone.says(/Connexion perdue/)
  await phone.write('Un, deux')
  await phone.says(/Enregistré à/)
  await phone.page.reload()
  assert.equal(await phone.written(), 'Un, deux')
})

test('two devices: both texts are shown, and either may be kept', async () => {
  const round = await makeRound()
  const [phone, office] = [await device(round, round.teacher), await device(round, round.teacher)]
  await phone.open()
  await office.open()
  await office.write('Au bureau.')
  await office.says(/Enregistré à/)
  await phone.write('Au téléphone.')
  await phone.says(/Explication\s: Au bureau\./)
  assert.equal(await phone.written(), 'Au téléphone.')
  await phone.press('Garder ce que je viens d’écrire')
  await phone.says(/Enregistré à/)
  await office.write('Encore au bureau.')
  await office.says(/Au téléphone\./)
  await office.press('Prendre ce qui est enregistré')
  assert.equal(await office.written(), 'Au téléphone.')
})

test('a session that ended: the text waits for its author, and is never sent in the name of another', async () => {
  const round = await makeRound()
  const phone = await device(round, round.teacher)
  await phone.open()
  await phone.context.clearCookies()
  await phone.write('Un long texte.')
  await phone.says(/Votre session a pris fin/)
  await phone.signInAs(round.teacher)
  await phone.press('Réessayer')
  await phone.says(/Enregistré à/)
  await phone.context.clearCookies()
  await phone.write('Un long texte, suite.')
  await phone.says(/Votre session a pris fin/)
  await phone.signInAs(round.colleague)
  await phone.press('Réessayer')
  await phone.says(/Une autre personne/)
  assert.equal(await phone.written(), 'Un long texte, suite.')
})

test('the button waits until everything typed is saved', async () => {
  const round = await makeRound()
  const phone = await device(round, round.teacher)
  await phone.open()
  await phone.write('Juste avant de cliquer.')
  await phone.press('Enregistrer et continuer')
  await phone.page.waitForURL(new RegExp(round.made.items[1]?.id ?? ''))
  await phone.open()
  assert.equal(await phone.written(), 'Juste avant de cliquer.')
})
