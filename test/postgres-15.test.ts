import assert from 'node:assert/strict'
import { test } from 'node:test'
import postgres from 'postgres'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres15IfPresent, withoutPostgres15 } from './postgres-15.ts'

test('every migration runs on PostgreSQL 15, the oldest that an operator may bring, and row-level security holds there', async (context) => {
  const server = await startPostgres15IfPresent()
  if (!server) return context.skip(withoutPostgres15)
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  const application = postgres(server.appUrl, { max: 1, onnotice: () => {} })
  try {
    assert.ok((await migrate(server.ownerUrl)).length > 3)
    assert.deepEqual(await migrate(server.ownerUrl), [], 'a second run has nothing left to do')
    const [open] =
      await owner`select count(*)::int as tables from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relforcerowsecurity`
    assert.ok(Number(open?.['tables']) > 15)
    assert.deepEqual([...(await application`select id from evaluations`)], [])
    await assert.rejects(application`insert into evaluations (id, organisation_id, title, scope_kind, school_year, scale, created_by)
      select gen_random_uuid(), gen_random_uuid(), 'x', 'school', '2026-2027', '{}', gen_random_uuid()`)
  } finally {
    await owner.end({ timeout: 5 })
    await application.end({ timeout: 5 })
    await server.stop()
  }
})
