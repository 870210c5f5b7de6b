import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fr as agreeing } from '../src/features/evaluations/agree/texts.fr.ts'
import { fr as answering } from '../src/features/evaluations/answer/texts.fr.ts'
import { fr as composing } from '../src/features/evaluations/compose/texts.fr.ts'
import { fr as diagnosis } from '../src/features/evaluations/diagnosis/texts.fr.ts'
import { fr as overview } from '../src/features/evaluations/overview/texts.fr.ts'
import { fr as validation } from '../src/features/evaluations/validation/texts.fr.ts'
import { schoolScales } from '../src/features/frameworks/scale.ts'
import { fr as plans } from '../src/features/plans/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { answerEverything } from './answering.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const scale = schoolScales.find((one) => one.key === 'levels')?.scale
const degrees = scale?.kind === 'levels' ? scale.levels.map((level) => level.label) : []
const [low = '', , , high = ''] = degrees
const team = ['Claire Fontaine', 'Nadia Roche', 'Julien Mercier']
const action = 'Un parrain pour chaque nouvel élève'

for (const javascript of [true, false]) {
  test(`the lead of a school brings a whole evaluation to an action, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const title = `Accueillir les nouveaux élèves (${javascript ? 'un' : 'deux'})`
    const lead = await house.openAs('Karim Benali', { javascript })
    const evaluation = await create(lead, title)
    await compose(lead, javascript)
    await openRound(lead, evaluation, title)
    await answerAll(lead, evaluation)
    await closeRound(lead, evaluation)
    await agree(lead, javascript)
    await diagnose(lead, evaluation)
    await decide(lead)
    await validate(lead, evaluation, javascript)
  })
}

const theme = 'Organisation du temps scolaire'
const ownQuestion = 'Chaque nouvel élève déjeune accompagné pendant sa première semaine.'
const reworded = 'Les horaires laissent à chacun le temps de déjeuner.'
const minority = 'Deux personnes voient des élèves seuls chaque midi.'
const frank = 'La salle d’étude est pleine à midi.'

async function create(lead: Visit, title: string): Promise<string> {
  await lead.look()
  await lead.enter(shell.evaluations)
  await lead.follow(overview.list.create)
  await lead.look()
  await lead.press(composing.settings.create)
  await lead.sees(composing.settings.errors.title)
  await lead.look()
  await lead.field(composing.settings.title).fill(title)
  await lead.field(composing.settings.purpose).fill('Que personne ne mange seul en septembre.')
  await lead.page.getByRole('checkbox', { name: theme }).check()
  await lead.page.locator('summary', { hasText: composing.settings.moreTeam }).first().click()
  for (const name of team) await lead.page.getByRole('checkbox', { name }).check()
  await lead.page.locator('summary', { hasText: composing.settings.moreSettings }).click()
  await lead.page.getByRole('radio', { name: composing.settings.scales.levels.text }).check()
  await lead.look()
  await lead.press(composing.settings.create)
  await lead.sees(composing.settings.created)
  await lead.look()
  return new URL(lead.page.url()).pathname.split('/')[2] ?? ''
}

async function compose(lead: Visit, javascript: boolean): Promise<void> {
  const words = composing.compose
  for (const phase of ['plan', 'do', 'check', 'act']) await lead.page.locator(`#bank-${phase}`).check()
  await lead.press(words.add)
  await lead.sees(words.added(4))
  await lead.look()
  await lead.follow(`${words.edit} ${words.about(1)}`)
  await lead.look()
  await lead.field(composing.question.statement).fill(reworded)
  await lead.press(composing.question.save)
  await lead.sees(words.reworded)
  await lead.follow(words.own)
  await lead.press(composing.question.add)
  await lead.sees(composing.question.errors.statement)
  await lead.look()
  await lead.field(composing.question.statement).fill(ownQuestion)
  await lead.page.getByRole('radio', { name: 'Évaluer' }).check()
  await lead.press(composing.question.add)
  await lead.sees(composing.question.added)
  await moveUpByKeyboard(lead, javascript)
  const lines = await lead.page.locator('order-list > ol > li').allTextContents()
  assert.equal(lines.length, 5)
  assert.ok(lines[0]?.includes(reworded) && lines[3]?.includes(ownQuestion), lines.join('\n'))
  await lead.look()
}

/** From the fifth place to the fourth, without a mouse. */
async function moveUpByKeyboard(lead: Visit, javascript: boolean): Promise<void> {
  const { keyboard } = lead.page
  if (javascript) {
    await lead.tabTo(lead.page.getByRole('button', { name: composing.compose.drag.handle.replace('{n}', '5') }))
    await keyboard.press('Space')
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await lead.sees(composing.compose.drag.dropped.replace('{n}', '4').replace('{total}', '5'))
    await lead.page.reload()
  } else {
    await lead.tabTo(lead.page.getByRole('button', { name: `${composing.compose.up} ${composing.compose.about(5)}` }))
    await lead.leavesBy(() => keyboard.press('Enter'))
  }
}

async function openRound(lead: Visit, evaluation: string, title: string): Promise<void> {
  await lead.follow(composing.compose.open)
  await lead.look()
  await lead.press(composing.opening.open)
  await lead.sees(composing.opening.opened(team.length + 1))
  await lead.look()
  await lead.open(urls.evaluation.members({ evaluation }))
  await lead.look()
  await lead.open(urls.demo.mails())
  await lead.sees(composing.mails.invitationSubject(title))
  await lead.look()
}

/** Everyone answers alone; what one wrote is on no page of the lead's before the round is closed. */
async function answerAll(lead: Visit, evaluation: string): Promise<void> {
  const wide = [{ position: low, reason: frank }, { position: high }, { position: low }, { position: high }, { position: high }]
  const near = wide.map(() => ({ position: high }))
  for (const [index, name] of team.entries()) {
    const member = await house.openAs(name, { javascript: false })
    await answerEverything(member, evaluation, index === 0 ? wide : near)
    await member.context.close()
  }
  await answerEverything(lead, evaluation, wide)
  await lead.sees(overview.overview.participation)
  await lead.seesNot(frank)
  await lead.look()
  await lead.open(urls.evaluation.spread({ evaluation }))
  await lead.sees(agreeing.empty.title)
  await lead.seesNot(frank)
  await lead.look()
}

async function closeRound(lead: Visit, evaluation: string): Promise<void> {
  await lead.open(urls.evaluation.show({ evaluation }))
  await lead.follow(overview.overview.steps.close.button)
  await lead.look()
  await lead.press(answering.close.button)
  await lead.sees(answering.close.done)
  await lead.sees(agreeing.widest)
  for (const name of team) await lead.seesNot(name)
  await lead.look()
}

async function agree(lead: Visit, javascript: boolean): Promise<void> {
  await lead.follow(agreeing.toAgree)
  await lead.look()
  await lead.sees(frank)
  await lead.page.getByRole('radio', { name: degrees[1], exact: true }).check()
  await lead.field(agreeing.page.reason).fill('La moitié des classes a un horaire commun.')
  await lead.field(agreeing.page.minority).fill(minority)
  if (javascript) await lead.sees(/^Enregistré à/)
  await lead.press(agreeing.page.saveNext)
  await lead.sees(agreeing.page.saved)
  for (let left = 4; left > 0; left -= 1) {
    await lead.page.getByRole('radio', { name: left === 4 ? high : low, exact: true }).check()
    await lead.press(left === 1 ? agreeing.page.save : agreeing.page.saveNext)
  }
  await lead.sees(agreeing.page.last)
  await lead.sees(agreeing.agreedWord(5, 5))
  await lead.look()
}

async function diagnose(lead: Visit, evaluation: string): Promise<void> {
  await lead.open(urls.evaluation.diagnosis({ evaluation }))
  await lead.look()
  await lead.follow(diagnosis.add.weakness)
  await lead.press(diagnosis.form.save)
  await lead.sees(diagnosis.errors['no-text'])
  await lead.look()
  await lead.field(diagnosis.form.text).fill('Des élèves déjeunent seuls.')
  await lead.page.getByRole('checkbox', { name: ownQuestion }).check()
  await lead.press(diagnosis.form.save)
  await lead.sees(diagnosis.saved)
  await lead.follow(diagnosis.suggestions.take.strength)
  await lead.look()
  await lead.press(diagnosis.form.save)
  await lead.look()
}

async function decide(lead: Visit): Promise<void> {
  await lead.follow(diagnosis.toAction)
  await lead.look()
  await lead.press(plans.form.save)
  await lead.sees(plans.form.emptyTitle)
  await lead.field(plans.fields.title.label).fill(action)
  await lead.press(plans.form.save)
  await lead.sees(plans.form.created)
  await lead.look()
  await lead.field(plans.steps.label).fill('Trouver six volontaires')
  await lead.press(plans.steps.add)
  await lead.sees(plans.steps.added)
  await lead.look()
  await lead.enter(shell.actions)
  await lead.look()
  await lead.follow(plans.list.calendar)
  await lead.look()
  await lead.follow(plans.list.board)
  await lead.look()
  await lead.press(`${plans.list.start} ${action}`)
  await lead.press(`${plans.list.finish} ${action}`)
  await lead.sees(plans.progress.saved)
}

async function validate(lead: Visit, evaluation: string, javascript: boolean): Promise<void> {
  const head = await house.openAs('Claire Fontaine', { javascript })
  await head.open(urls.evaluation.show({ evaluation }))
  await head.follow(overview.overview.steps.validate.button)
  await head.look()
  await head.press(validation.validate.button)
  await head.sees(validation.validate.doneTitle)
  await head.look()
  await head.context.close()
  await lead.open(urls.evaluation.sheet({ evaluation }))
  await lead.sees(minority)
  await lead.look()
}
