import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/fresh-database.ts'
import type { FreshDatabase } from '../../test/fresh-database.ts'
import { applyScope, connectDatabase, isAnswering, nobody } from './database.ts'
import type { Db, Pool } from './database.ts'
import { isUnavailable } from './web/unavailable.ts'

let database: FreshDatabase
let pool: Pool
before(async () => {
  database = await freshDatabase()
  pool = connectDatabase(database.ownerUrl, { max: 1 })
  await sql`create table notes (text text not null)`.execute(database.owner)
})
after(async () => {
  await pool.destroy()
  await database.stop()
})

const add = (db: Db, text: string) => sql`insert into notes values (${text})`.execute(db)
const notes = async () => (await sql<{ text: string }>`select text from notes order by text`.execute(database.owner)).rows.map((row) => row.text)
const processOf = async (db: Db) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid ?? 0

test('what a transaction asks at the same time is answered each in its place, all in the caller’s scope', async () => {
  const people = await pool.inTransaction(async (db) => {
    await applyScope(db, { ...nobody, personId: '00000000-0000-4000-8000-000000000001' })
    const ask = async (number: number) => (await sql<{ text: string }>`select ${number}::int || ' ' || caller_person() as text`.execute(db)).rows[0]?.text
    return Promise.all([ask(1), ask(2), ask(3)])
  })
  assert.deepEqual(
    people,
    [1, 2, 3].map((number) => `${number} 00000000-0000-4000-8000-000000000001`),
  )
  const { rows } = await sql<{ person: string | null }>`select caller_person() as person`.execute(pool)
  assert.deepEqual(rows, [{ person: null }])
})

test('what is thrown undoes everything, and the connection serves again', async () => {
  const failing = pool.inTransaction(async (db) => {
    await add(db, 'undone')
    throw new Error('changed my mind')
  })
  await assert.rejects(failing, /changed my mind/)
  await pool.inTransaction((db) => add(db, 'kept'))
  assert.deepEqual(await notes(), ['kept'])
})

test('nothing is said to be kept once a statement has failed, even if whoever sent it went on', async () => {
  const careless = pool.inTransaction(async (db) => {
    await add(db, 'lost with the rest')
    await sql`select 1 / 0`.execute(db).catch(() => null)
  })
  await assert.rejects(careless, /could not be kept/)
  assert.deepEqual(await notes(), ['kept'])
})

test('a statement sent after the end is refused, not run in somebody else’s transaction', async () => {
  let escaped: Db | null = null
  await pool.inTransaction(async (db) => {
    escaped = db
  })
  const late = escaped ?? assert.fail()
  await assert.rejects(add(late, 'too late'), /over/)
  assert.deepEqual(await notes(), ['kept'])
})

test('once closed, a pool leaves no connection behind and takes nothing more', async () => {
  const short = connectDatabase(database.ownerUrl, { max: 3 })
  const pids = await Promise.all([1, 2, 3, 4, 5].map(() => short.inTransaction(processOf)))
  const last = short.inTransaction((db) => sql`select pg_sleep(0.2)`.execute(db))
  await short.destroy()
  await last
  await wait(200)
  const { rows } = await sql`select from pg_stat_activity where pid = any (${pids}::int[])`.execute(database.owner)
  assert.equal(rows.length, 0)
  await assert.rejects(short.inTransaction(processOf), /closed/)
})

for (const moment of ['while a statement runs', 'between two statements', 'before the end'] as const) {
  test(`a connection that dies ${moment} undoes the transaction, stops nothing else, and comes back`, async () => {
    const cut = pool.inTransaction(async (db) => {
      await add(db, 'cut off')
      const own = await processOf(db)
      const killed = wait(50).then(() => sql`select pg_terminate_backend(${own})`.execute(database.owner))
      if (moment === 'while a statement runs') await sql`select pg_sleep(5)`.execute(db)
      await killed
      await wait(100)
      if (moment === 'between two statements') await add(db, 'after the cut')
    })
    await assert.rejects(cut, (error) => isUnavailable(error))
    assert.ok(await isAnswering(pool))
    assert.deepEqual(await notes(), ['kept'])
  })
}
