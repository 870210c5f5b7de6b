import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import postgres from 'postgres'
import { freshDatabase } from '../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../test/fresh-database.ts'
import { listStoredTables } from './tables.ts'

let database: FreshDatabase

before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

test('every table is kept, each after those it refers to', async () => {
  const client = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const kept = (await listStoredTables(client)).map((table) => table.name)
  const all = await client<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by tablename`
  const references = await client<{ from: string; to: string }[]>`
    select c.relname as from, r.relname as to from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      where k.contype = 'f' and k.conrelid <> k.confrelid and c.relnamespace = 'public'::regnamespace`
  await client.end()
  const left = all.map((row) => row.name).filter((name) => !kept.includes(name))
  assert.deepEqual(left, ['form_submissions', 'migrations', 'sessions', 'sign_in_failures'])
  const early = references.filter(({ from, to }) => kept.includes(from) && kept.indexOf(to) > kept.indexOf(from))
  assert.deepEqual(early, [])
})
