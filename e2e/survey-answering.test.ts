import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Definition, Question } from '../src/features/surveys/questionnaire/definition.ts'
import type { WishedPart } from '../test/make-survey.ts'
import { openHouse } from './browser.ts'
import type { House } from './browser.ts'
import { ballotsOf as countBallots, openSurvey as open } from './open-survey.ts'
import type { OpenSurvey } from './open-survey.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const scale = (code: string, fr: string, ar: string): Question => ({
  code,
  section: 'S1',
  kind: 'scale',
  scale: 'agreement',
  words: { fr, ar },
  pictogram: '🙂',
})

const definition: Definition = {
  title: { fr: 'La vie au lycée', ar: 'الحياة في الثانوية' },
  intro: { fr: 'Ton avis compte.', ar: 'رأيك مهم.' },
  sections: [{ code: 'S1', words: { fr: 'Tous les jours', ar: 'كل يوم' } }],
  questions: [
    scale('Q1', 'Je me sens bien au lycée.', 'أشعر بالراحة في الثانوية.'),
    scale('Q2', 'Je sais à qui parler.', 'أعرف مع من أتحدث.'),
    scale('Q3', 'Les cours m’intéressent.', 'الدروس تهمني.'),
    {
      code: 'Q4',
      section: 'S1',
      kind: 'single',
      words: { fr: 'As-tu fait un stage ?', ar: 'هل قمت بتدريب؟' },
      options: [
        { code: 'oui', words: { fr: 'Oui', ar: 'نعم' } },
        { code: 'non', words: { fr: 'Non', ar: 'لا' } },
      ],
    },
    { ...scale('Q5', 'Mon stage m’a plu.', 'أعجبني تدريبي.'), when: { question: 'Q4', answers: ['oui'] } },
  ],
  languages: [
    { tag: 'fr', reviewed: true },
    { tag: 'ar', reviewed: false },
  ],
}

const openSurvey = (part: WishedPart, ways: number): Promise<OpenSurvey> => open(house, { definition, ...part }, ways)
const ballotsOf = (surveyId: string): Promise<number> => countBallots(house, surveyId)

test('a pupil on a phone without JavaScript types the code of a sheet, answers, reads again, corrects and sends', async () => {
  const { id, codes } = await openSurvey({}, 1)
  const pupil = await house.visit({ javascript: false, width: 390 })
  await pupil.open('/r')
  await pupil.look()
  await pupil.page.locator('#code').fill((codes[0] ?? '').toLowerCase())
  await pupil.press('Commencer')
  await pupil.sees('Je me sens bien au lycée.')
  await pupil.look()
  await pupil.page.locator('[name=Q1][value="4"]').check()
  await pupil.page.locator('[name=Q4][value="2"]').check()
  await pupil.page.locator('[name=Q5][value="1"]').check()
  await pupil.press('Relire mes réponses')
  await pupil.sees('Tout à fait d’accord')
  await pupil.seesNot('Mon stage m’a plu.')
  await pupil.look()
  await pupil.press('Modifier')
  assert.ok(await pupil.page.locator('[name=Q1][value="4"]').isChecked())
  await pupil.press('Relire mes réponses')
  await pupil.press('Envoyer')
  await pupil.sees('Merci')
  await pupil.sees('3018')
  await pupil.look()
  assert.equal(await ballotsOf(id), 1)
  assert.deepEqual(await pupil.context.cookies(), [], 'nothing of ours stays on the phone')
})

test('a family reads Arabic from right to left, with French beside, and sends', async () => {
  const { id, codes } = await openSurvey({ audience: 'family' }, 1)
  const family = await house.visit({ width: 390 })
  await family.open(`/r/${codes[0]}`)
  await family.page.locator('button[lang=ar]').click()
  await family.sees('أشعر بالراحة في الثانوية.')
  assert.equal(await family.page.locator('html').getAttribute('dir'), 'rtl')
  await family.look()
  await family.open(`/r/${codes[0]}?l=ar&f=1`)
  await family.sees('Je me sens bien au lycée.')
  await family.page.locator('[name=Q1][value="3"]').check()
  for (let step = 0; step < 4; step++) {
    const next = family.page.locator('.steps button:not(.second)')
    if (await next.isVisible()) await next.click()
  }
  await family.page.locator('[name=_step][value=review]').click()
  await family.page.locator('[name=_step][value=send]').click()
  await family.page.waitForURL(/merci/)
  await family.look()
  assert.equal(await ballotsOf(id), 1)
})

test('the network goes in the middle: what was chosen stays, the answer waits, and goes once, by itself, when the network is back', async () => {
  const { id, codes } = await openSurvey({}, 1)
  const pupil = await house.visit({ width: 1280 })
  await pupil.open(`/r/${codes[0]}`)
  await pupil.page.locator('[name=Q1][value="2"]').check()
  await pupil.page.reload()
  assert.ok(await pupil.page.locator('[name=Q1][value="2"]').isChecked(), 'kept on this device')
  await pupil.page.locator('[name=_step][value=review]').click()
  await pupil.page.locator('[name=_step][value=send]').waitFor()
  await pupil.context.setOffline(true)
  await pupil.page.locator('[name=_step][value=send]').click()
  await pupil.sees('Pas de réseau')
  assert.equal(await ballotsOf(id), 0)
  await pupil.context.setOffline(false)
  await pupil.page.waitForURL(/merci/, { timeout: 20_000 })
  assert.equal(await ballotsOf(id), 1)
})

test('in a class session two pupils answer one after the other on the same tablet, and the second sees nothing of the first', async () => {
  const { id, codes } = await openSurvey({ access: 'session' }, 1)
  const tablet = await house.visit({ width: 1280 })
  for (const answer of ['1', '4']) {
    await tablet.open(`/r/${codes[0]}`)
    assert.equal(await tablet.page.locator(':checked').count(), 0)
    await tablet.page.locator(`[name=Q1][value="${answer}"]`).check()
    await tablet.page.locator('[name=_step][value=review]').click()
    await tablet.page.locator('[name=_step][value=send]').click()
    await tablet.page.waitForURL(/merci/)
  }
  assert.equal(await ballotsOf(id), 2)
})
