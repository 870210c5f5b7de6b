import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Directory, KnownMeasure } from '../known.ts'
import { loadPack } from '../pack/load-pack.ts'
import { checkMapping } from './mapping-rules.ts'
import type { FileMapping } from './mapping-rules.ts'
import { findMeasureNamed } from './measure-names.ts'
import { findTitles, headersKey, proposeMapping, recallMapping, rememberMapping } from './propose-mapping.ts'
import { readFigures } from './read-figures.ts'
import { readOwnTable } from './read-table.ts'
import { readOwnPeriod } from './read-own-period.ts'

const pack = await loadPack()
const measures = new Map<string, KnownMeasure>()
for (const indicator of pack.indicators) {
  measures.set(indicator.code, { ...indicator, indicator })
  for (const part of indicator.parts ?? []) measures.set(part.code, { ...part, indicator })
}
const directory: Directory = { pack, indicators: pack.indicators, measures, own: new Map() }
const propose = (...titles: string[]): FileMapping => proposeMapping(titles, directory, 'fichier.csv')

for (const [written, period] of [
  ['2024/2025', '2024-2025'],
  ['Année scolaire 2024-2025', '2024-2025'],
  ['2024.0', '2024'],
  ['2024-01-01', '2024'],
  ['T2 2026', '2026-T2'],
  ['15/03/2026', '2026-03-15'],
  ['cumul 2023-2024', 'cumul 2023-2024'],
  ['hier', null],
] as const) {
  test(`« ${written} » is the period ${period}`, () => assert.equal(readOwnPeriod(written), period))
}

for (const [written, code] of [
  ['r01', 'R01'],
  ['R01 – Bac pro', 'R01'],
  ['Taux d’absentéisme (%)', 'D01'],
  ['ABSENTEISME', 'D01'],
  ['R08-filles', 'R08-filles'],
] as const) {
  test(`« ${written} » is ${code}`, () => {
    const found = findMeasureNamed(directory, written)
    assert.equal(typeof found === 'string' ? found : found.code, code)
  })
}

test('a name that several figures have is not guessed', () => {
  assert.equal(findMeasureNamed(directory, 'Actions menées dans l’année'), 'several')
  assert.equal(findMeasureNamed(directory, 'Température'), 'unknown')
})

test('the layout and the columns are proposed from the titles', () => {
  assert.deepEqual(
    propose('Code', 'Indicateur', 'Période', 'Valeur', 'Unité').columns.map(({ role }) => role),
    ['measure', null, 'period', 'value', null],
  )
  assert.deepEqual(propose('Classe', 'D01', 'Autre').columns, [
    { role: 'section', which: '' },
    { role: 'measure-values', which: 'D01' },
    { role: null, which: '' },
  ])
  assert.deepEqual(propose('Indicateur', '2023-2024', '2024-2025').columns.at(-1), { role: 'period-values', which: '2024-2025' })
})

test('titles are found below a heading', () => {
  const rows = [['Tableau 2024'], ['Code', 'Valeur', 'Période'], ['D01', '3', '2024-2025']].map((cells, index) => ({ cells, line: index + 1 }))
  assert.equal(findTitles(rows, directory), 1)
})

test('what was said is found again when a year was added', () => {
  const before = ['Intitulé', 'Zone', '2023']
  const after = [...before, '2024']
  assert.equal(headersKey(before), headersKey(after))
  assert.notEqual(headersKey(before), headersKey(['Autre', '2023']))
  const said: FileMapping = {
    ...propose(...before),
    columns: [
      { role: 'measure', which: '' },
      { role: 'section', which: '' },
      { role: 'period-values', which: '2023' },
    ],
  }
  const recalled = recallMapping(rememberMapping(before, said), after, propose(...after))
  assert.deepEqual(
    recalled.columns.map(({ role, which }) => which || role),
    ['measure', 'section', '2023', '2024'],
  )
})

for (const [name, change, fault] of [
  ['nothing', {}, null],
  ['no period', { period: '' }, 'no-period'],
  ['a period that is none', { period: 'hier' }, 'unknown-period'],
  ['an unknown indicator', { columns: [{ role: 'measure-values', which: 'ZZ99' }] }, 'unknown-measure'],
  ['no figures', { columns: [{ role: 'section', which: '' }] }, 'no-values'],
  [
    'the same twice',
    {
      columns: [
        { role: 'measure-values', which: 'D01' },
        { role: 'measure-values', which: 'd01' },
      ],
    },
    'same-which',
  ],
] as const) {
  test(`${name} stands in the way`, () => {
    const mapping: FileMapping = { layout: 'measures', columns: [{ role: 'measure-values', which: 'D01' }], period: '2024-2025', measure: '', ...change }
    assert.equal(checkMapping(mapping, directory)[0]?.fault ?? null, fault)
  })
}

test('an absence keeps its kind, zero stays zero, and an empty cell says nothing', () => {
  const mapping: FileMapping = { layout: 'measures', columns: [{ role: 'measure-values', which: 'D01' }], period: '2024-2025', measure: '' }
  const read = (cell: string) => readFigures([{ cells: [cell], line: 2 }], { mapping, directory, uai: null })
  assert.equal(read('0').values[0]?.entered.value, 0)
  assert.equal(read('ND').values[0]?.entered.missing, 'not-published')
  assert.equal(read('s').values[0]?.entered.missing, 'below-threshold')
  assert.deepEqual(read(''), { values: [], refused: [], blanks: 1 })
  assert.equal(read('beaucoup').refused[0]?.refusal.kind, 'fault')
})

const name = 'inserjeunes-cfa.csv'
const real = new URL(`../../../../../shared/data/opendata/${name}`, import.meta.url)

test(
  'of a real file of many schools, only the rows of one’s own are read',
  { skip: existsSync(real) ? false : `${name} is not in ../shared/data/opendata` },
  async () => {
    const { rows } = await readOwnTable(readFileSync(real))
    const place = findTitles(rows, directory)
    const titles = rows[place]?.cells ?? []
    const proposed = proposeMapping(titles, directory, name, 'measures')
    const columns = proposed.columns.map((column, position) =>
      titles[position] === 'DEVENIR Part poursuite études' ? { role: 'measure-values' as const, which: 'Taux de poursuite d’études' } : column,
    )
    const below = rows.slice(place + 1)
    const uai = below[0]?.cells[titles.indexOf('UAI')] ?? ''
    const { values, refused, blanks } = readFigures(below, { mapping: { ...proposed, columns }, directory, uai })
    const mine = below.filter(({ cells }) => cells[titles.indexOf('UAI')] === uai).length
    assert.ok(mine > 0 && values.length > 0)
    assert.equal(values.length + blanks + refused.filter(({ refusal }) => refusal.kind !== 'other-school').length, mine)
    assert.equal(refused.filter(({ refusal }) => refusal.kind === 'other-school').length, below.length - mine)
  },
)
