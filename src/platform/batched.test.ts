import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { batched } from './batched.ts'

test('those who come meanwhile go together, some at a time, and each has its own answer', async () => {
  const turns: number[][] = []
  const double = batched(3, async (some: readonly number[]) => {
    turns.push([...some])
    await wait(5)
    return some.map((one) => one * 2)
  })
  const first = double(1)
  while (turns.length === 0) await new Promise(setImmediate)
  assert.deepEqual(await Promise.all([first, ...[2, 3, 4, 5].map(double)]), [2, 4, 6, 8, 10])
  assert.deepEqual(turns, [[1], [2, 3, 4], [5]])
  assert.equal(await double(6), 12, 'and it goes on afterwards')
})

test('a turn that fails fails for its own, and not for those who come after', async () => {
  let turn = 0
  const once = batched(10, async (some: readonly string[]) => {
    turn += 1
    if (turn === 1) throw new Error('no database')
    return turn === 2 ? some.slice(1) : some
  })
  const failed = await Promise.allSettled([once('a'), once('b')])
  assert.deepEqual(
    failed.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await assert.rejects(once('c'), /1 were asked and 0 answered/)
  assert.equal(await once('d'), 'd')
})
