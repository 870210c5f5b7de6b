import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { passSecondFactor } from './second-factor.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

/** Each page is sound at once, in English and dark, and fits a small telephone and a wide screen. */
async function lookAt(visit: Visit, paths: readonly string[]): Promise<void> {
  await visit.leavesBy(() => visit.page.getByRole('link', { name: 'English' }).click())
  const wrong: string[] = []
  for (const path of paths) {
    await visit.open(path)
    assert.deepEqual([visit.status(), new URL(visit.page.url()).pathname], [200, new URL(path, visit.page.url()).pathname])
    for (const held of [() => visit.look(), () => visit.fits(320), () => visit.fits(1280)])
      await held().catch((error: Error) => wrong.push(`${path}: ${error.message}`))
  }
  assert.deepEqual(wrong, [])
}

const dark = { colorScheme: 'dark' } as const

async function idOf(name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisations where name = ${name}`.execute(house.site.owner)
  assert.ok(rows[0], name)
  return rows[0].id
}

test('pages of figures of a school', async () => {
  const organisation = await idOf('Lycée professionnel des Tilleuls')
  const at = (code: string) => ({ organisation, code })
  await lookAt(await house.openAs('Karim Benali', dark), [
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
  await lookAt(referent, [
    urls.indicators.authority({ organisation }),
    urls.indicators.published({ organisation }),
    urls.indicators.imports({ organisation }),
    urls.indicators.newOwn({ organisation }),
  ])
})
