import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestIndicators } from './beside-rules.ts'
import { loadPack } from './pack/load-pack.ts'

test('beside many items, only the nearest indicators are read: those of the items before those of their themes', async () => {
  const { indicators } = await loadPack()
  const items = indicators.flatMap((one) => one.items)
  assert.equal(nearestIndicators(indicators, items).length, 18)
  assert.ok(indicators.length > 36)
  const [whole] = indicators.filter((one) => one.items.some(({ code }) => code.includes('-')))
  const item = whole?.items.find(({ code }) => code.includes('-'))
  assert.ok(item)
  const found = nearestIndicators(indicators, [item])
  const exact = found.map((one) => one.items.some(({ framework, code }) => framework === item.framework && code === item.code))
  assert.deepEqual(
    exact,
    exact.toSorted((one, other) => Number(other) - Number(one)),
  )
  assert.equal(exact[0], true)
})
