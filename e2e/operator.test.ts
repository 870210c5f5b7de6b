import { after, before, test } from 'node:test'
import { fr as imports } from '../src/features/organisations/imports/texts.fr.ts'
import { fr as words } from '../src/features/organisations/installation/texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House } from './browser.ts'
import { createHead, openAsOperator } from './operator.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const directory = 'src/features/organisations/import/fixtures/directory-2026.csv'

test('the operator imports a directory after a preview, finds a school there and opens an account for its head', async () => {
  const operator = await openAsOperator(house)
  await operator.enter(shell.operator)
  await operator.look()
  await operator.open(urls.operator.importSchools())
  await operator.look()
  await operator.press(imports.preview)
  await operator.sees(imports.noFile)
  await operator.look()
  await operator.field(imports.file).setInputFiles(directory)
  await operator.press(imports.preview)
  await operator.sees(imports.refusedTitle)
  await operator.look()
  await operator.press(imports.confirm)
  await operator.sees(/^L’annuaire est enregistré/)
  await operator.look()
  await operator.open(urls.operator.schools({}, { q: 'Grands Tilleuls' }))
  await operator.look()
  await operator.follow('Lycée professionnel des Grands Tilleuls')
  await operator.look()
  await operator.open(urls.operator.createAccount())
  await operator.press(words.create.button)
  await operator.sees(words.create.noRole)
  await operator.look()
  await createHead(operator, { name: 'Maud Perrin', email: 'maud.perrin@demo.exemple', where: '0359901X' })
  await operator.look()
  await operator.follow('Maud Perrin')
  await operator.look()
  await operator.open(urls.demo.mails())
  await operator.sees(/maud\.perrin@demo\.exemple/)
})
