import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccounts } from '../demo/accounts.ts'
import { fr as agreeing } from '../src/features/evaluations/agree/texts.fr.ts'
import { fr as overview } from '../src/features/evaluations/overview/texts.fr.ts'
import { fr as authority } from '../src/features/overview/authority.texts.fr.ts'
import { fr as shell } from '../src/shell/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findEvaluation } from './demo-site.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const referent = 'Hélène Marchand'

for (const javascript of [true, false]) {
  test(`the referent of an académie reads what schools share, and nothing else, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const visit = await house.openAs(referent, { javascript })
    await passSecondFactor(visit)
    await visit.look()
    await visit.enter(shell.authority)
    await visit.sees(authority.authority.sharedTitle)
    await visit.seesNot('Stages : préparer, accompagner, exploiter')
    await visit.seesNot('Les aménagements, deux ans après')
    await visit.look()
    await readsShared(visit)
    await meetsClosedDoors(visit)
  })
}

async function readsShared(visit: Visit): Promise<void> {
  await visit.follow('Prévenir le décrochage')
  await visit.sees(overview.overview.shared)
  await namesNobody(visit)
  await visit.look()
  const { id: evaluation } = await findEvaluation(house.site, 'Prévenir le décrochage')
  for (const path of [urls.evaluation.diagnosis({ evaluation }), urls.evaluation.sheet({ evaluation }), urls.evaluation.report({ evaluation })]) {
    await visit.open(path)
    assert.equal(visit.status(), 200, path)
    await namesNobody(visit)
    await visit.look()
  }
}

/** No page shows who works in a team. */
async function namesNobody(visit: Visit): Promise<void> {
  const said = await visit.page.content()
  const named = demoAccounts.filter(({ name }) => name !== referent && said.includes(name)).map(({ name }) => name)
  assert.deepEqual(named, [], `named on ${visit.page.url()}`)
}

/** What is not shared answers as what does not exist. */
async function meetsClosedDoors(visit: Visit): Promise<void> {
  const shared = await findEvaluation(house.site, 'Prévenir le décrochage')
  await visit.open(urls.evaluation.spread({ evaluation: shared.id }))
  assert.ok(visit.status() >= 400)
  await visit.seesNot(agreeing.widest)
  await visit.look()
  await visit.open(urls.evaluation.show({ evaluation: '00000000-0000-4000-8000-000000000000' }))
  const unknown = await visit.page.getByRole('main').innerText()
  for (const title of ['Les aménagements, deux ans après', 'Stages : préparer, accompagner, exploiter']) {
    const { id } = await findEvaluation(house.site, title)
    await visit.open(urls.evaluation.show({ evaluation: id }))
    assert.deepEqual([visit.status(), await visit.page.getByRole('main').innerText()], [404, unknown])
  }
  await visit.look()
}
