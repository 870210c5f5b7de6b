import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bars } from './bars.ts'
import { beforeAfter } from './before-after.ts'
import { spreadDots } from './spread-dots.ts'
import { timeline } from './timeline.ts'

const chart = {
  title: 'Les avis divergent',
  description: 'Répartition des avis',
  tableSummary: 'Voir les chiffres',
  table: { caption: 'Avis', columns: [{ header: 'Niveau' }, { header: 'Avis', numeric: true }], rows: [['1', 3]] },
}

/** Dots of a dotted line: its length over the step, plus one, for each row. */
function countDots(markup: string): number {
  const rows = [...markup.matchAll(/h([\d.]+)(?=M|"\/>)/g)].map((row) => Math.floor(Number(row[1]) / 14) + 1)
  return rows.reduce((sum, dots) => sum + dots, 0)
}

for (const counts of [
  [2, 0, 1, 2],
  [14, 9, 22, 15],
  [60, 0],
  [0, 0, 0, 0, 0, 0, 0],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 15],
]) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  test(`${total} answers on ${counts.length} levels are ${total} dots`, async () => {
    const levels = counts.map((count, index) => ({ value: String(index + 1), label: `Niveau ${index + 1}`, count }))
    assert.equal(countDots(String(await spreadDots({ ...chart, levels }))), total)
  })
}

test('the agreed position marks one level and is said in words', async () => {
  const levels = [1, 2, 3].map((value) => ({ value: String(value), label: `Niveau ${value}`, count: value }))
  const markup = String(await spreadDots({ ...chart, levels, agreed: { value: '2', label: 'Position convenue : 2' } }))
  assert.equal(markup.match(/q-spread__level--agreed/g)?.length, 1)
  assert.ok(markup.includes('Position convenue : 2'))
})

test('an unknown bar has no length, and zero has one', async () => {
  const draw = async (value: number | null) => String(await bars({ ...chart, max: 4, bars: [{ label: 'Projeter', value, text: 'dit' }] }))
  assert.ok(!(await draw(null)).includes('q-bars__fill'))
  assert.match(await draw(0), /q-bars__fill[^>]*width="0%"/)
  assert.match(await draw(1), /q-bars__fill[^>]*width="25%"/)
})

test('a chart of nothing is drawn without a wrong number', async () => {
  const markup = String(await bars({ ...chart, bars: [{ label: 'Projeter', value: 0, text: '0' }] }))
  assert.doesNotMatch(markup, /NaN|Infinity|undefined/)
})

test('a day outside the calendar stays inside the picture', async () => {
  const rows = [{ label: 'Action', from: '2020-01-01', to: '2030-01-01', text: 'longue', state: 'active' as const }]
  const markup = String(await timeline({ ...chart, from: '2026-09-01', to: '2027-07-01', ticks: [], rows }))
  assert.match(markup, /x="0%" y="-8" width="100%"/)
})

test('a question without an earlier position shows one dot only', async () => {
  const rows = [{ label: 'Question', before: null, after: 1, text: 'nouvelle question' }]
  const markup = String(await beforeAfter({ ...chart, levels: ['a', 'b', 'c'], beforeLabel: '2025', afterLabel: '2026', rows }))
  const [, row = ''] = markup.split('q-before-after__row')
  assert.equal(row.match(/<circle/g)?.length, 1)
  assert.doesNotMatch(row, /q-before-after__way/)
})

test('every chart keeps its figures one click away', async () => {
  const markup = String(await bars({ ...chart, bars: [], source: { summary: 'D’où vient ce chiffre ?', content: 'Du constat' } }))
  assert.match(markup, /<details[^]*Voir les chiffres[^]*<td class="q-numeric" data-label="Avis"><div>3<\/div>[^]*D’où vient ce chiffre/)
})
