import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fr as answering } from '../src/features/evaluations/answer/texts.fr.ts'
import { fr as overview } from '../src/features/overview/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findEvaluation } from './demo-site.ts'

const telephone = 390
const saved = /^Enregistré à/

let house: House
let evaluation: string
let questions: string[]
before(async () => {
  house = await openHouse()
  const found = await findEvaluation(house.site, 'La vie lycéenne vue par toute l’équipe')
  evaluation = found.id
  questions = found.items
})
after(() => house.stop())

const questionAt = (index: number): string => urls.evaluation.answerItem({ evaluation, item: questions[index] ?? '' })
const reasonOf = (visit: Visit) => visit.field(answering.reason)

for (const javascript of [true, false]) {
  const how = javascript ? 'with JavaScript' : 'without JavaScript'
  /** Each way of browsing has its own person, so that one does not find what the other left. */
  const openAs = (names: [string, string], width = telephone) => house.openAs(javascript ? names[0] : names[1], { javascript, width })

  test(`a member answers on her telephone and goes on elsewhere, ${how}`, async () => {
    const member = await openAs(['Leïla Morel', 'Inès Perrot'])
    await member.look()
    await member.follow(javascript ? overview.mine.awaiting.goOn : overview.mine.awaiting.verbs.answer)
    await member.look()
    await answerByKeyboard(member, javascript)
    await choose(member, answering.notApplicable, javascript)
    await choose(member, answering.unknown, javascript)
    await member.open(questionAt(2))
    await reasonOf(member).fill('Les délégués lisent leurs questions eux-mêmes.')
    if (javascript) await member.sees(saved)
    else await member.press(answering.saveAndContinue)
    await member.look()

    const elsewhere = await openAs(['Leïla Morel', 'Inès Perrot'], 1280)
    await elsewhere.open(questionAt(2))
    assert.equal(await reasonOf(elsewhere).inputValue(), 'Les délégués lisent leurs questions eux-mêmes.')
    await elsewhere.look()
    await elsewhere.open(urls.evaluation.answer({ evaluation }, { vue: 'toutes' }))
    await elsewhere.look()
    await elsewhere.open(urls.evaluation.finish({ evaluation }))
    await elsewhere.look()
    await elsewhere.press(answering.finish.button)
    await elsewhere.sees(answering.finish.notice)
    await elsewhere.look()
  })
}

/** Position, reason and button with Tab, arrows, Space and Enter only. */
async function answerByKeyboard(member: Visit, javascript: boolean): Promise<void> {
  const { keyboard } = member.page
  const first = await member.page.locator('main h1').innerText()
  await member.tabTo(member.page.getByRole('radio').first())
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  assert.ok(await member.page.getByRole('radio').nth(1).isChecked())
  await member.tabTo(reasonOf(member))
  await keyboard.type('Vu en conseil.')
  if (javascript) await member.sees(saved)
  await member.tabTo(member.page.getByRole('button', { name: answering.saveAndContinue }))
  await member.leavesBy(() => keyboard.press('Enter'))
  assert.notEqual(await member.page.locator('main h1').innerText(), first)
}

async function choose(member: Visit, position: string, javascript: boolean): Promise<void> {
  await member.page.getByRole('radio', { name: position }).check()
  if (javascript) await member.sees(saved)
  await member.look()
  await member.press(answering.saveAndContinue)
}
