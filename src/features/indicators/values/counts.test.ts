import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { loadPack } from '../pack/load-pack.ts'
import { isCounted, listCounted } from './counts-store.ts'

let site: FreshDatabase
let schoolId: string
before(async () => {
  site = await freshDatabase()
  schoolId = await makeSchool(site)
})
after(() => site.stop())

test('what the directory says that the site counts, it counts; the rest waits with a sentence', async () => {
  for (const { code, platform } of (await loadPack()).indicators) {
    if (!platform) continue
    assert.equal(isCounted(platform.counts), platform.waits === null, code)
    if (platform.waits === null)
      assert.ok(Array.isArray(await listCounted(site.owner, platform.counts, { organisationId: schoolId, today: '2026-11-26' })), code)
  }
})

test('actions on time are those that were due in the year, are past, and were done by their day', async () => {
  const { id } = await makePerson(site, [{ role: 'lead', organisationId: schoolId }])
  const add = (due: string, state: string, done: string | null) =>
    sql`
    insert into actions (id, organisation_id, title, what, for_whom, by_whom, with_whom, place, how, why, comments, indicator, workload, due_on, state, effect, done_on, created_by)
    values (gen_random_uuid(), ${schoolId}, 'A', '', '', '', '', '', '', '', '', '', '', ${due}, ${state}, '', ${done}, ${id})`.execute(site.owner)
  await add('2025-10-01', 'done', '2025-10-01')
  await add('2025-11-01', 'done', '2025-11-02')
  await add('2026-01-01', 'abandoned', null)
  await add('2026-12-01', 'planned', null)
  const counted = await listCounted(site.owner, 'actions-on-time', { organisationId: schoolId, today: '2026-11-26' })
  assert.deepEqual(
    counted.filter(({ denominator }) => (denominator ?? 0) > 0),
    [{ period: '2025-2026', numerator: 1, denominator: 3 }],
  )
})
