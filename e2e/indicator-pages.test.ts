import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { lookAt } from './look-at.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

const dark = { colorScheme: 'dark' } as const

const inEnglish = (visit: Visit): Promise<void> => visit.leavesBy(() => visit.page.getByRole('link', { name: 'English' }).click())

async function idOf(name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisations where name = ${name}`.execute(house.site.owner)
  assert.ok(rows[0], name)
  return rows[0].id
}

test('pages of figures of a school', async () => {
  const organisation = await idOf('Lycée professionnel des Tilleuls')
  const at = (code: string) => ({ organisation, code })
  const lead = await house.openAs('Karim Benali', dark)
  await inEnglish(lead)
  await lookAt(lead, [
    urls.indicators.list(),
    urls.indicators.list({}, { q: 'zzz' }),
    urls.indicators.definition({ code: 'A01' }),
    urls.indicators.board({ organisation }),
    urls.indicators.compose({ organisation }),
    urls.indicators.show(at('R01')),
    urls.indicators.show(at('E04')),
    urls.indicators.show(at('D06')),
    urls.indicators.enter(at('E04')),
    urls.indicators.newOwn({ organisation }),
    urls.indicators.ownFiles({ organisation }),
  ])
})

test('pages of figures of an académie', async () => {
  const organisation = await idOf('Académie des Trois-Vallées')
  const referent = await house.openAs('Hélène Marchand', dark)
  await passSecondFactor(referent)
  await inEnglish(referent)
  await lookAt(referent, [
    urls.indicators.authority({ organisation }),
    urls.indicators.published({ organisation }),
    urls.indicators.imports({ organisation }),
    urls.indicators.newOwn({ organisation }),
  ])
})
