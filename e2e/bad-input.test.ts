import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fr as accounts } from '../src/features/accounts/texts.fr.ts'
import { fr as answering } from '../src/features/evaluations/answer/texts.fr.ts'
import { fr as composing } from '../src/features/evaluations/compose/texts.fr.ts'
import { fr as plans } from '../src/features/plans/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { givePassword, password } from '../test/accounts.ts'
import { openHouse, visitOn } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { endSessions, findEvaluation, findPerson } from './demo-site.ts'

const telephone = 390
const saved = /^Enregistré à/
const { autosave } = answering

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

  test(`a session that ends in the middle of a long text loses nothing, ${how}`, async () => {
    const person = await findPerson(house.site, javascript ? 'David Nguyen' : 'Bruno Costa')
    await givePassword(house.site, person)
    const member = await openAs(['David Nguyen', 'Bruno Costa'])
    const text = 'Une phrase qui compte. '.repeat(300).trim()
    await member.open(questionAt(8))
    await endSessions(house.site, person)
    await reasonOf(member).fill(text)
    await (javascript ? signInBeside(member, person.email) : signInAgain(member, person.email, text))
    const elsewhere = await openAs(['David Nguyen', 'Bruno Costa'])
    await elsewhere.open(questionAt(8))
    assert.equal(await reasonOf(elsewhere).inputValue(), text)
  })

  test(`a member removed with the page open is told so and keeps her text, ${how}`, async () => {
    const [name, text] = [javascript ? 'David Nguyen' : 'Bruno Costa', 'Ce que je voulais encore dire.']
    const member = await openAs(['David Nguyen', 'Bruno Costa'])
    await member.open(questionAt(9))
    const lead = await house.openAs('Marc Dubois', { javascript })
    await lead.open(urls.evaluation.members({ evaluation }))
    await lead.press(`${composing.team.remove} ${name}`)
    await lead.sees(composing.team.removed(true))
    await lead.look()
    await reasonOf(member).fill(text)
    if (javascript) {
      await member.sees(new RegExp(answering.refusals.removed.title))
      assert.equal(await reasonOf(member).inputValue(), text)
    } else {
      await member.press(answering.saveAndContinue)
      await member.sees(answering.refusals.removed.title)
      assert.equal(await member.field(answering.yourText).inputValue(), text)
    }
    await member.look()
  })

  test(`two devices of one person: both texts are shown, ${how}`, async () => {
    const [first, second] = [await openAs(['Sophie Laurent', 'Sophie Laurent']), await openAs(['Sophie Laurent', 'Sophie Laurent'])]
    const question = questionAt(javascript ? 10 : 11)
    await first.open(question)
    await second.open(question)
    await save(first, 'Écrit au bureau.', javascript)
    await reasonOf(second).fill('Écrit dans le train.')
    if (!javascript) await second.press(answering.saveAndContinue)
    await second.sees(answering.refusals.conflict.title)
    await second.sees(/Écrit au bureau\./)
    assert.match(await second.page.locator('textarea').inputValue(), /Écrit dans le train\./)
    await second.look()
    if (javascript) {
      await second.page.getByRole('button', { name: autosave.keepMine }).click()
      await second.sees(saved)
    } else await second.press(answering.conflict.button)
    await first.open(question)
    assert.equal(await reasonOf(first).inputValue(), 'Écrit dans le train.')
  })

  test(`a text of five megabytes stays in its field, with a sentence, ${how}`, async () => {
    const member = await openAs(['Sophie Laurent', 'Sophie Laurent'])
    await member.open(questionAt(7))
    // The browser itself needs a while to lay out so much.
    member.context.setDefaultTimeout(60_000)
    const text = `${'Trop long. '.repeat(100)}\n`.repeat(4_800)
    await paste(member, text)
    if (javascript) await member.sees(autosave.tooLong)
    else {
      await member.press(answering.saveAndContinue)
      assert.equal(member.status(), 422)
      // Found by its place: looking for words would read the five megabytes again and again.
      await member.page.locator('.govuk-error-summary').waitFor()
    }
    assert.equal((await reasonOf(member).inputValue()).trim().length, text.trim().length)
  })

  test(`a button pressed twice does its work once, ${how}`, async () => {
    const title = `Une seule fois (${how})`
    const member = await house.openAs('Sophie Laurent', { javascript })
    const { organisation } = await schoolOf()
    await member.open(urls.school.newAction({ organisation }))
    await member.field(plans.fields.title.label).fill(title)
    await sendTwice(member)
    await member.press(plans.form.save)
    await member.sees(plans.sheet.eyebrow)
    await member.open(urls.school.actions({ organisation }))
    assert.equal(await member.page.getByRole('link', { name: title }).count(), 1)
  })
}

async function save(member: Visit, reason: string, javascript: boolean): Promise<void> {
  await reasonOf(member).fill(reason)
  if (javascript) await member.sees(saved)
  else await member.press(answering.saveAndContinue)
}

/** The page says that the session has ended; she signs in beside it, and comes back. */
async function signInBeside(member: Visit, email: string): Promise<void> {
  await member.sees(autosave.session)
  await member.look()
  const link = member.page.getByRole('link', { name: autosave.signIn })
  assert.equal(await link.getAttribute('target'), '_blank')
  const beside = visitOn(member.context, await member.context.newPage())
  await beside.open((await link.getAttribute('href')) ?? '')
  await signIn(beside, email)
  await member.page.bringToFront()
  const retry = member.page.getByRole('button', { name: autosave.retry })
  if (await retry.isVisible()) await retry.click()
  await member.sees(saved)
}

/** The form is kept over sign-in, shown again, and saved by her. */
async function signInAgain(member: Visit, email: string, text: string): Promise<void> {
  await member.press(answering.saveAndContinue)
  await member.sees(accounts.signIn.kept)
  await member.look()
  await signIn(member, email)
  await member.sees(text.slice(0, 100))
  await member.look()
  await member.press(accounts.resume.button)
}

async function signIn(visit: Visit, email: string): Promise<void> {
  await visit.field(accounts.signIn.email).fill(email)
  await visit.field(accounts.signIn.password).fill(password)
  await visit.press(accounts.signIn.button)
}

/** The next form reaches the server twice, as two quick presses on a slow line do. */
async function sendTwice(member: Visit): Promise<void> {
  await member.page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await route.fetch({ maxRedirects: 0 })
    await route.continue()
  })
}

/** As a paste does: the whole text at once. */
async function paste(member: Visit, text: string): Promise<void> {
  await reasonOf(member).evaluate((field, pasted) => {
    if (!(field instanceof HTMLTextAreaElement)) return
    // Out of sight: laying out so much takes the browser a long while, and is not what is tested.
    field.hidden = true
    field.value = pasted
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, text)
}

async function schoolOf(): Promise<{ organisation: string }> {
  const { organisationId } = await house.site.owner
    .withTables<{ evaluations: { id: string; organisation_id: string } }>()
    .selectFrom('evaluations')
    .select('organisation_id as organisationId')
    .where('id', '=', evaluation)
    .executeTakeFirstOrThrow()
  return { organisation: organisationId }
}
