import { fr as words } from '../src/features/organisations/installation/texts.fr.ts'
import { urls } from '../src/urls.ts'
import type { House, Visit } from './browser.ts'
import { passSecondFactor } from './second-factor.ts'

export async function openAsOperator(house: House): Promise<Visit> {
  const operator = await house.openAs('Agnès Rolland')
  await passSecondFactor(operator)
  return operator
}

/** Opens an account for the head of a school, who receives an invitation. */
export async function createHead(operator: Visit, head: { name: string; email: string; where: string }): Promise<void> {
  await operator.open(urls.operator.createAccount())
  await operator.field(words.create.name).fill(head.name)
  await operator.field(words.create.email).fill(head.email)
  await operator.page.getByRole('radio', { name: 'Chef d’établissement' }).check()
  await operator.field(words.create.where).fill(head.where)
  await operator.press(words.create.button)
  // A name may fit several places: the page asks which one. A key (UAI) does not.
  if (await operator.page.getByText(words.create.candidates).isVisible()) await operator.press(words.create.button)
  await operator.sees(words.create.done(head.email))
}
