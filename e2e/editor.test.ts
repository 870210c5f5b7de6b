import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fr as composing } from '../src/features/evaluations/compose/texts.fr.ts'
import { fr as linking } from '../src/features/crosswalks/edit/texts.fr.ts'
import { fr as reading } from '../src/features/crosswalks/read/texts.fr.ts'
import { fr as fields } from '../src/features/frameworks/edit/form-texts.fr.ts'
import { fr as writing } from '../src/features/frameworks/edit/texts.fr.ts'
import { fr as frameworks } from '../src/features/frameworks/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const themes = [
  {
    title: 'Accueillir avant la rentrée',
    purpose: 'Ce que vit une famille entre l’inscription et le premier jour.',
    statements: [
      { text: 'Chaque élève entrant a rencontré un tuteur du lycée avant la rentrée.', proof: 'Planning des rendez-vous' },
      { text: 'Les familles savent qui appeler pendant l’été.', proof: 'Courrier aux familles' },
      { text: 'Un bilan de l’accueil est fait en octobre avec les élèves.', proof: 'Compte rendu de réunion' },
    ],
  },
  {
    title: 'Préparer le premier stage',
    purpose: 'Ce qui est prêt avant le départ en entreprise.',
    statements: [
      { text: 'Chaque période en entreprise a un tuteur qui a accepté sa mission.', proof: 'Convention signée' },
      { text: 'L’élève sait dire ce qu’il va apprendre en stage.', proof: 'Annexe pédagogique' },
    ],
  },
]

for (const javascript of [true, false]) {
  test(`a referent writes a framework, links it to ours and publishes both; a school composes from it, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const title = `Rentrée réussie ${javascript ? 'un' : 'deux'}`
    const referent = await house.openAs('Hélène Marchand', { javascript })
    if (new URL(referent.page.url()).pathname !== urls.myPage()) await passSecondFactor(referent)
    await begin(referent, title)
    await writeThemes(referent)
    await reorder(referent, javascript)
    await publishFramework(referent, title)
    await link(referent, title)
    await referent.context.close()
    await compose(title, javascript)
  })
}

async function begin(referent: Visit, title: string): Promise<void> {
  await referent.enter(shell.frameworks)
  await referent.look()
  await referent.follow(frameworks.write)
  await referent.look()
  await referent.follow(writing.list.start)
  await referent.look()
  await referent.press(writing.start.blankButton)
  await referent.sees(fields.faults.missing(0))
  await referent.look()
  await referent.field(fields.forms.about.labels['title'] ?? '').fill(title)
  await referent.press(writing.start.blankButton)
  await referent.look()
}

async function writeThemes(referent: Visit): Promise<void> {
  for (const [index, theme] of themes.entries()) {
    if (index > 0) await referent.follow(writing.draft.addTheme)
    await referent.field(fields.forms.theme.labels['title'] ?? '').fill(theme.title)
    await referent.field(fields.forms.theme.labels['purpose'] ?? '').fill(theme.purpose)
    await referent.press(fields.save)
    await referent.sees(writing.theme.emptyTitle)
    await referent.look()
    await referent.follow(writing.theme.add)
    await referent.look()
    for (const [place, statement] of theme.statements.entries()) {
      await referent.field(fields.forms.statement.labels['statement'] ?? '').fill(statement.text)
      await referent.page.getByRole('radio', { name: 'Mettre en œuvre' }).check()
      await referent.field(fields.forms.statement.labels['evidence'] ?? '').fill(statement.proof)
      await referent.press(place < theme.statements.length - 1 ? fields.saveAndNext : fields.save)
    }
    await referent.sees(writing.statements(theme.statements.length))
    await referent.look()
    await referent.leavesBy(() => referent.page.getByRole('navigation', { name: shell.breadcrumbs }).getByRole('link').last().click())
    await referent.look()
  }
}

/** The second theme before the first, by the keyboard alone. */
async function reorder(referent: Visit, javascript: boolean): Promise<void> {
  const { keyboard } = referent.page
  if (javascript) {
    await referent.tabTo(referent.page.getByRole('button', { name: writing.drag.handle.replace('{n}', '2') }))
    await keyboard.press('Space')
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await referent.sees(writing.drag.dropped.replace('{n}', '1').replace('{total}', '2'))
    await referent.page.reload()
  } else {
    await referent.tabTo(referent.page.getByRole('button', { name: writing.up }).first())
    await referent.leavesBy(() => keyboard.press('Enter'))
  }
  const lines = await referent.page.locator('order-list > ol > li').allTextContents()
  assert.ok(lines[0]?.includes(themes[1]?.title ?? '') && lines.length === 2, lines.join('\n'))
}

async function publishFramework(referent: Visit, title: string): Promise<void> {
  await referent.follow(writing.draft.review)
  await referent.sees(writing.review.ready)
  await referent.look()
  await referent.press(writing.review.send)
  await referent.sees(writing.review.aloneNotice)
  await referent.look()
  await referent.press(writing.review.publish)
  await referent.sees(writing.review.published)
  await referent.sees(frameworks.version(title, String(new Date().getFullYear())))
  await referent.look()
}

async function link(referent: Visit, title: string): Promise<void> {
  const { work } = linking
  await referent.follow(frameworks.crosswalksOf)
  await referent.look()
  await referent.follow(reading.write)
  await referent.press(linking.start.button)
  await referent.sees(linking.start.errors.from)
  await referent.look()
  const ours = await referent.page
    .locator('#to option', { hasText: /^Qualéduc, édition/ })
    .first()
    .innerText()
  await referent.field(linking.start.from).selectOption({ label: reading.end(title, String(new Date().getFullYear())) })
  await referent.field(linking.start.to).selectOption({ label: ours })
  await referent.press(linking.start.button)
  await referent.look()
  await referent.follow(themes[1]?.statements[0]?.text ?? '')
  await referent.sees(/En commun/)
  await referent.look()
  await referent.press(work.add)
  await referent.sees(work.errors.target)
  await referent.look()
  await referent.page.locator('#far').check()
  await referent.page.getByRole('radio', { name: work.types.overlaps.text }).check()
  await referent.field(work.reason).fill('Les deux demandent qu’un tuteur ait dit oui.')
  await referent.press(work.add)
  await referent.sees(work.added)
  await referent.sees(work.linked(1))
  await referent.look()
  await referent.follow(work.next)
  await referent.page.locator('summary', { hasText: work.gapTitle }).click()
  await referent.field(work.gapReason).fill('Aucune fiche ne parle de ce point.')
  await referent.press(work.gapButton)
  await referent.look()
  await referent.follow(work.review)
  await referent.look()
  await referent.press(linking.review.send)
  await referent.look()
  await referent.press(linking.review.publish)
  await referent.sees(linking.review.published)
  await referent.look()
}

/** The lead of a school of the académie evaluates it on what was just published. */
async function compose(title: string, javascript: boolean): Promise<void> {
  const lead = await house.openAs('Karim Benali', { javascript })
  await lead.enter(shell.frameworks)
  await lead.sees(frameworks.ownGroup)
  await lead.follow(title)
  await lead.look()
  await lead.follow(themes[1]?.title ?? '')
  await lead.look()
  await lead.follow(frameworks.start)
  await lead.look()
  await lead.field(composing.settings.title).fill(`S’évaluer : ${title}`)
  await lead.press(composing.settings.create)
  await lead.sees(themes[1]?.statements[0]?.text ?? '')
  await lead.press(composing.compose.addAll)
  await lead.sees(composing.compose.added(2))
  await lead.look()
  await lead.enter(shell.evaluations)
  await lead.sees(`S’évaluer : ${title}`)
  await lead.context.close()
}
