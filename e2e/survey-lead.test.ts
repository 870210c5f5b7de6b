import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { codeOf } from '../src/features/surveys/ballots/codes.ts'
import { findSurveyKey } from '../src/features/surveys/ballots/keys.ts'
import { openHouse } from './browser.ts'
import type { House } from './browser.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const people = 24

/** People answer with the codes of their sheets, as their phones would send it. */
async function answerAll(survey: string): Promise<void> {
  const { site } = house
  const key = await findSurveyKey(site.services.config.dataDir, survey)
  assert.ok(key)
  const { rows } = await sql<{ id: string }>`select id from survey_invitations where survey_id = ${survey}`.execute(site.owner)
  assert.equal(rows.length, people)
  for (const [person, { id }] of rows.entries()) {
    const body = new URLSearchParams({ securite: String(1 + (person % 4)), parler: String(3 + (person % 2)), _step: 'send' })
    const answer: Response = await fetch(`${site.address}/r/${codeOf(key, id)}`, { method: 'POST', body, redirect: 'manual' })
    assert.equal(answer.status, 303)
  }
}

async function waitForRelease(survey: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const { rows } = await sql<{ state: string }>`select state from surveys where id = ${survey}`.execute(house.site.owner)
    if (rows[0]?.state === 'released') return
    await wait(200)
  }
  assert.fail('the survey was never released')
}

const idIn = (address: string): string => /enquetes\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''

test('a head makes a survey of staff, invites, closes, reads what can be said, and tells people what came of it', async () => {
  const head = await house.openAs('Claire Fontaine')
  const { page } = head
  await head.enter('Enquêtes')
  await head.look()
  await page.getByRole('main').getByRole('link', { name: 'Questionnaires' }).first().click()
  await head.follow('Partir d’un questionnaire prêt')
  await head.look()
  await head.follow('Le climat du lycée, vu par les personnels')
  await head.press('Prendre ce questionnaire')
  await head.sees('Les élèves sont en sécurité au lycée.')
  await head.look()
  await head.follow('Ajouter une question')
  await head.look()
  await page.locator('#text').fill('Je recommanderais ce lycée à un ami.')
  await head.press('Enregistrer la question')
  await head.sees('Je recommanderais ce lycée à un ami.')

  await head.enter('Enquêtes')
  await head.follow('Nouvelle enquête')
  await head.look()
  await page.locator('#title').fill('Bien travailler ici')
  await page.locator('#promise').fill('Nous en parlons en assemblée en janvier.')
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.locator('[name=closes]').fill(day(10))
  await page.locator('[name=results]').fill(day(20))
  await head.leavesBy(() => page.locator('main form button').first().click())
  const survey = idIn(page.url())
  await head.look()
  await head.open(`/enquetes/${survey}/publics`)
  await page.locator('[name=questionnaire]').selectOption({ index: 1 })
  await page.locator('[name=access][value=personal]').check()
  await head.leavesBy(() => page.locator('main form button').first().click())
  await head.look()
  await head.open(`/enquetes/${survey}/ouvrir`)
  await head.look()
  await head.leavesBy(() => page.locator('main form button').first().click())
  const { rows } = await sql<{ organisation: string }>`select organisation_id as organisation from surveys where id = ${survey} and state = 'open'`.execute(
    house.site.owner,
  )
  const place = `/enquetes/${survey}/chez/${rows[0]?.organisation}`
  await head.open(`${place}/invitations`)
  await head.look()
  await page.locator('main form input[type=text]').first().fill(String(people))
  await head.leavesBy(() => page.locator('main form button').first().click())
  await answerAll(survey)

  await head.open(`${place}/resultats`)
  await head.sees('Les résultats ne sont pas encore là')
  await head.look()
  await head.open(`/enquetes/${survey}/clore`)
  await head.leavesBy(() => page.locator('main form button').first().click())
  await waitForRelease(survey)
  await head.open(`${place}/resultats`)
  await head.sees('Environ 20 réponses')
  await head.look()
  await head.follow('Vous avez dit, nous avons fait')
  await head.follow('Ajouter une réponse')
  await head.look()
  await page.locator('#said').fill('On ne se sent pas toujours en sécurité')
  await page.locator('#done').fill('La cour est éclairée depuis lundi.')
  await head.press('Enregistrer')
  await head.press('Publier la page')
  await head.look()
  for (const poster of await page.getByRole('link', { name: 'Affiche à imprimer' }).all()) {
    const answer = await page.request.get((await poster.getAttribute('href')) ?? '')
    assert.equal(answer.headers()['content-type'], 'application/pdf')
  }
  const address = (await page.locator('.govuk-inset-text a, main a[href*="vous-avez-dit"]').first().getAttribute('href')) ?? ''
  const colleague = await house.visit({ width: 390, javascript: false })
  await colleague.open(new URL(address).pathname)
  await colleague.sees('La cour est éclairée depuis lundi.')
  await colleague.look()
})
