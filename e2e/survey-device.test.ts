import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { Definition, Question } from '../src/features/surveys/questionnaire/definition.ts'
import type { WishedPart } from '../test/make-survey.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { ballotsOf, openSurvey } from './open-survey.ts'
import type { OpenSurvey } from './open-survey.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const yesNo = (code: string, fr: string, after?: string): Question => ({
  code,
  section: 'S1',
  kind: 'single',
  words: { fr },
  options: [
    { code: 'oui', words: { fr: 'Oui' } },
    { code: 'non', words: { fr: 'Non' } },
  ],
  ...(after ? { when: { question: after, answers: ['oui'] } } : {}),
})

/** Codes that are also names of what every form of a page has. */
const definition: Definition = {
  title: { fr: 'La vie au lycée', en: 'Life at school' },
  intro: { fr: 'Ton avis compte.', en: 'Your opinion counts.' },
  sections: [{ code: 'S1', words: { fr: 'Tous les jours', en: 'Every day' } }],
  questions: [
    {
      code: 'append',
      section: 'S1',
      kind: 'scale',
      scale: 'agreement',
      words: { fr: 'Je me sens bien.', en: 'I feel well.' },
      help: { fr: 'En classe et dehors.', en: 'In class and outside.' },
    },
    yesNo('querySelector', 'As-tu fait un stage ?'),
    yesNo('method', 'Était-il loin ?', 'querySelector'),
    yesNo('dataset', 'Étais-tu hébergé ?', 'method'),
    { code: 'elements', section: 'S1', kind: 'number', words: { fr: 'Combien de stages ?' }, from: [0, 1, 3] },
    { code: 'action', section: 'S1', kind: 'date', words: { fr: 'Depuis quand ?' }, by: 'year', first: '2023-01', last: '2026-12' },
  ],
  languages: [
    { tag: 'fr', reviewed: true },
    { tag: 'en', reviewed: true },
  ],
}

const open = (ways: number, part: WishedPart = {}): Promise<OpenSurvey> => openSurvey(house, { definition, ...part }, ways)

const tick = (page: Page, name: string, value: string): Promise<void> => page.locator(`[name=${name}][value="${value}"]`).check()
const isTicked = (page: Page, name: string, value: string): Promise<boolean> => page.locator(`[name=${name}][value="${value}"]`).isChecked()
const review = (page: Page): Promise<void> => page.locator('[name=_step][value=review]').click()
const send = (page: Page): Promise<void> => page.locator('.end [name=_step][value=send]').click()
const arrived = (page: Page): Promise<void> => page.waitForURL(/merci/)
const keptBy = ({ page }: Visit): Promise<string[]> => page.evaluate(() => Object.keys(localStorage))
const comesBack = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new Event('online')))

test('on a phone: one question at a time, only what is asked is numbered, « OK » leads on, and one answer is changed from where it is read again', async () => {
  const { id, codes } = await open(1)
  const pupil = await house.visit({ width: 390 })
  const { page } = pupil
  const number = page.locator('.n:visible')
  const next = page.getByRole('button', { name: 'Suivant' })
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize)))
  await pupil.open(`/r/${codes[0]}`)
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  assert.ok(sizes.length <= 3 && bytes < 8192, `${bytes} bytes in ${sizes.length} requests`)
  assert.equal(await number.innerText(), 'Question 1 sur 4')
  await next.click()
  assert.equal(await page.getByRole('progressbar').getAttribute('aria-label'), 'Question 2 sur 4')
  const { y } = (await next.boundingBox()) ?? { y: Infinity }
  assert.ok(y < 700, `what stands above the questions is folded: « Suivant » is at ${y}`)
  await pupil.look()
  await page.locator('summary').click()
  await pupil.sees('Personne ne saura ce que tu réponds')
  await tick(page, 'querySelector', '1')
  assert.equal(await number.innerText(), 'Question 2 sur 5')
  await next.click()
  await tick(page, 'method', '1')
  await page.getByRole('button', { name: 'Précédent' }).click()
  await tick(page, 'querySelector', '2')
  assert.equal(await number.innerText(), 'Question 2 sur 4', 'a question that hangs on one that is not asked is not asked')
  await next.click()
  assert.equal(await number.innerText(), 'Question 3 sur 4')
  await page.locator('[name=elements]').fill('2')
  await page.keyboard.press('Enter')
  await pupil.sees('Depuis quand ?')
  await review(page)
  await pupil.sees('Tes réponses')
  await pupil.look()
  await page.getByRole('button', { name: 'Modifier : Combien de stages ?' }).click()
  assert.equal(await number.innerText(), 'Question 3 sur 4')
  await page.locator('[name=elements]').fill('3')
  await page.keyboard.press('Enter')
  await review(page)
  await pupil.sees('Tes réponses')
  await page.goBack()
  await pupil.sees('Depuis quand ?')
  await page.goForward()
  await pupil.sees('Tes réponses')
  await send(page)
  await arrived(page)
  assert.equal(await ballotsOf(house, id), 1)
  await page.goBack()
  await pupil.sees('Ton avis compte.')
  assert.equal(await page.locator('input:checked').count(), 0, 'nothing of the answer comes back')
})

test('what was chosen is found again, erased on demand, and nothing of it stays once it has arrived or is refused', async () => {
  const { id, codes } = await open(3)
  const pupil = await house.visit()
  const { page } = pupil
  await page.addInitScript(() => localStorage.setItem('answers /r/OLD', JSON.stringify({ at: Date.now() - 8 * 86_400_000, values: [] })))
  await pupil.open(`/r/${codes[0]}`)
  await tick(page, 'append', '2')
  await page.locator('[name=action]').selectOption('2025')
  await page.reload()
  assert.ok(await isTicked(page, 'append', '2'))
  assert.equal(await page.locator('[name=action]').inputValue(), '2025')
  assert.deepEqual(await keptBy(pupil), [`answers /r/${codes[0]}`], 'no draft stays for ever')
  await tick(page, 'append', '3')
  await page.getByRole('button', { name: 'Effacer de cet appareil' }).click()
  assert.deepEqual([await page.locator('input:checked').count(), await page.locator('[name=action]').inputValue(), await keptBy(pupil)], [0, '', []])
  await tick(page, 'append', '3')
  await review(page)
  await pupil.sees('Tes réponses')
  await page.reload()
  await review(page)
  await page.locator('.end [value=change]').click()
  assert.ok(await isTicked(page, 'append', '3'))
  await review(page)
  await send(page)
  await arrived(page)
  assert.deepEqual(await keptBy(pupil), [])
  await pupil.open(`/r/${codes[1]}`)
  await tick(page, 'append', '3')
  await pupil.open(`/r/${codes[1]}?merci=1`)
  assert.deepEqual(await keptBy(pupil), [], 'sent before the script was there')
  await pupil.open(`/r/${codes[2]}`)
  await tick(page, 'append', '3')
  await review(page)
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${id}`.execute(house.site.owner)
  await send(page)
  await pupil.sees('Cette enquête est terminée.')
  assert.deepEqual(await keptBy(pupil), [])
})

test('a site that fails keeps the form on the page, says so, and has the answer once it is well, from this page or when it is opened again', async () => {
  const { id, codes } = await open(2)
  const pupil = await house.visit()
  const { page } = pupil
  await pupil.open(`/r/${codes[0]}`)
  await tick(page, 'append', '2')
  await page.route('**/r/*', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<main><h1>Le site se repose</h1></main>' }))
  await review(page)
  await pupil.sees('Le site ne répond pas. Rien n’est encore envoyé.')
  assert.ok(await isTicked(page, 'append', '2'))
  await page.unrouteAll()
  await page.route('**/r/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>A gateway’s page</p>' }))
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await pupil.sees('Garde cette page ouverte : ta réponse partira toute seule.')
  await page.unrouteAll()
  assert.equal(await ballotsOf(house, id), 0)
  await comesBack(page)
  await arrived(page)
  assert.equal(await ballotsOf(house, id), 1)
  assert.deepEqual(await keptBy(pupil), [])
  await pupil.open(`/r/${codes[1]}`)
  await review(page)
  await pupil.sees('Tes réponses')
  await page.route('**/r/*', (route) => route.abort())
  await send(page)
  await pupil.sees('Sinon, rouvre-la plus tard sur cet appareil.')
  await page.unrouteAll()
  await pupil.open(`/r/${codes[1]}`)
  await arrived(page)
  assert.equal(await ballotsOf(house, id), 2)
})

test('on a shared tablet what waits of one pupil goes without touching the page of another, and equal answers of two codes are two', async () => {
  const session = await open(1, { access: 'session' })
  const alone = await open(2)
  const tablet = await house.visit()
  const tabs: Page[] = []
  for (const code of [session.codes[0], session.codes[0], ...alone.codes]) {
    const page = await tablet.context.newPage()
    await page.goto(`/r/${code}`)
    await tick(page, 'append', '2')
    tabs.push(page)
  }
  const [first, second, third, fourth] = tabs
  assert.ok(first && second && third && fourth)
  await tablet.context.setOffline(true)
  for (const page of [first, third, fourth]) {
    await review(page)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.getByText('Garde cette page ouverte').waitFor()
  }
  await tablet.context.setOffline(false)
  await Promise.all([first, third, fourth].map(arrived))
  assert.deepEqual([await ballotsOf(house, session.id), await ballotsOf(house, alone.id)], [1, 2])
  assert.ok(await isTicked(second, 'append', '2'), 'the second pupil goes on')
  assert.doesNotMatch(second.url(), /merci/)
  await tablet.open(`/r/${alone.codes[0]}`)
  assert.deepEqual(await keptBy(tablet), [])
})

test('a device that can keep nothing: all works, and what could not go waits in the page, which can be sent again at once', async () => {
  const { id, codes } = await open(2)
  const full = await house.visit()
  await full.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await full.open(`/r/${codes[0]}`)
  await tick(full.page, 'append', '2')
  await review(full.page)
  await full.sees('Tes réponses')
  await full.context.setOffline(true)
  await send(full.page)
  await full.sees('cet appareil ne peut pas la conserver')
  assert.ok(await full.page.locator('.end [value=send]').isEnabled())
  await full.context.setOffline(false)
  await arrived(full.page)

  const blocked = await house.visit({ width: 390 })
  await blocked.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await blocked.open(`/r/${codes[1]}`)
  await tick(blocked.page, 'append', '2')
  for (let step = 0; step < 3; step++) await blocked.page.getByRole('button', { name: 'Suivant' }).click()
  await review(blocked.page)
  await send(blocked.page)
  await arrived(blocked.page)
  await blocked.look()
  assert.equal(await ballotsOf(house, id), 2)
})

test('larger letters or another language in the middle: nothing typed is lost, and a lost network loses nothing either', async () => {
  const { codes } = await open(1, { access: 'session' })
  const tablet = await house.visit()
  const { page } = tablet
  await tablet.open(`/r/${codes[0]}`)
  await tick(page, 'append', '2')
  await page.getByRole('button', { name: 'Texte plus grand' }).click()
  await page.waitForURL(/g=1/)
  assert.equal(await page.locator('html.g').count(), 1)
  assert.ok(await isTicked(page, 'append', '2'))
  await tablet.context.setOffline(true)
  await page.getByRole('button', { name: 'English' }).click()
  await tablet.sees('Pas de réseau. Rien n’est perdu')
  assert.deepEqual(await keptBy(tablet), [], 'that is not an answer to be sent')
  await tablet.context.setOffline(false)
  await page.getByRole('button', { name: 'English' }).click()
  await tablet.sees('I feel well.')
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.ok(await isTicked(page, 'append', '2'))
})

test('a question is read aloud with its help, French by a French voice, and stops when it is told to, and at the next question', async () => {
  const { codes } = await open(1)
  const pupil = await house.visit({ width: 390 })
  const { page } = pupil
  await page.addInitScript(() => {
    const heard: string[] = []
    let playing: SpeechSynthesisUtterance[] = []
    const speech = {
      speaking: false,
      speak: (part: SpeechSynthesisUtterance) => {
        playing.push(part)
        heard.push(`${part.lang}: ${part.text}`)
      },
      cancel: () => {
        for (const part of playing.splice(0)) part.dispatchEvent(new Event('error'))
        heard.push('stop')
      },
      finish: () => {
        for (const part of playing.splice(0)) part.dispatchEvent(new Event('end'))
      },
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.assign(window, { heard })
  })
  const heard = (): Promise<string[]> => page.evaluate(() => (Reflect.get(window, 'heard') as string[]).splice(0))
  await pupil.open(`/r/${codes[0]}?l=en&f=1`)
  const card = page.locator('.q:visible')
  await card.getByRole('button', { name: 'Listen' }).click()
  const said = await heard()
  assert.deepEqual(said.slice(0, 4), ['en: I feel well.', 'fr: Je me sens bien.', 'en: In class and outside.', 'fr: En classe et dehors.'])
  assert.ok(said.every((part) => part !== 'stop'))
  await card.getByRole('button', { name: 'Stop' }).click()
  assert.deepEqual(await heard(), ['stop'])
  await card.getByRole('button', { name: 'Listen' }).click()
  await page.evaluate(() => Reflect.get(speechSynthesis, 'finish')())
  await card.getByRole('button', { name: 'Listen' }).click()
  await heard()
  await page.getByRole('button', { name: 'Next' }).click()
  assert.deepEqual(await heard(), ['stop'])
  assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0)
})
