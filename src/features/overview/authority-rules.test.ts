import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewestSchools, sayCount } from './authority-rules.ts'

test('fewer than five schools are never counted, nor those that would be left over', () => {
  assert.equal(fewestSchools, 5)
  for (let total = 0; total <= 40; total += 1) {
    for (let number = 0; number <= total; number += 1) {
      const counted = sayCount(number, total)
      if (counted.say === 'exact') assert.ok(number >= 5 && total - number >= 5, `${number} of ${total}`)
      else assert.ok(number < 5 || total - number < 5, `${number} of ${total} is hidden for no reason`)
    }
  }
})

test('the words say on which side the count lies', () => {
  assert.deepEqual(sayCount(4, 400), { say: 'few' })
  assert.deepEqual(sayCount(5, 400), { say: 'exact', number: 5 })
  assert.deepEqual(sayCount(395, 400), { say: 'exact', number: 395 })
  assert.deepEqual(sayCount(396, 400), { say: 'most' })
  assert.deepEqual(sayCount(5, 6), { say: 'most' })
})
