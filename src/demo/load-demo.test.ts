import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/fresh-database.ts'
import type { FreshDatabase } from '../../test/fresh-database.ts'
import { loadDemo } from './load-demo.ts'

let database: FreshDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

const numbers = async (): Promise<Record<string, number>> => {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from organisations where kind = 'school') as schools, (select count(*)::int from persons) as people,
      (select count(distinct state)::int from evaluations) as states, (select count(*)::int from evaluation_answers) as answers,
      (select count(*)::int from ratings) as ratings, (select count(*)::int from actions) as actions`.execute(database.owner)
  return rows[0] ?? {}
}

test('the demo académie has six schools, people of every role and evaluations at every point of the cycle; loading it twice adds nothing', async () => {
  assert.equal(await loadDemo(database.owner, new Date()), true)
  const first = await numbers()
  assert.equal(first['schools'], 6)
  assert.equal(first['states'], 4)
  for (const name of ['people', 'answers', 'ratings', 'actions']) assert.ok((first[name] ?? 0) > 10, name)
  const { rows } = await sql<{ role: string }>`select distinct role from mandates order by 1`.execute(database.owner)
  assert.deepEqual(
    rows.map((row) => row.role),
    ['head', 'lead', 'member', 'national', 'operator', 'referent'],
  )
  assert.equal(await loadDemo(database.owner, new Date()), false)
  assert.deepEqual(await numbers(), first)
})
