import { fr as words } from '../src/features/accounts/texts.fr.ts'
import type { Visit } from './browser.ts'

/** Sets up the second verification, or passes it: in the demonstration the page says the code that the telephone would. */
export async function passSecondFactor(visit: Visit): Promise<void> {
  const { secondFactor } = words
  const code = await visit.page.getByText(secondFactor.demoCode).locator('strong').innerText()
  await visit.look()
  await visit.field(secondFactor.code).fill('000000')
  const isNew = (await visit.page.getByRole('button', { name: secondFactor.confirm }).count()) > 0
  await visit.press(isNew ? secondFactor.confirm : secondFactor.verify)
  await visit.sees(secondFactor.wrong)
  await visit.look()
  await visit.field(secondFactor.code).fill(code)
  await visit.press(isNew ? secondFactor.confirm : secondFactor.verify)
  if (!isNew) return
  await visit.sees(secondFactor.codesTitle)
  await visit.look()
  await visit.follow(secondFactor.codesDone)
}
