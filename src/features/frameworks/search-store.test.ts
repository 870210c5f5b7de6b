import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { freshDatabase } from '../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../test/fresh-database.ts'
import { frameworkId } from './load-frameworks.ts'
import { searchItems, searchQuery, searchThemes } from './search-store.ts'
import type { ItemFilter } from './search-store.ts'
import { findItems } from './store.ts'
import { frequentSearches } from './texts.fr.ts'

let database: FreshDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

const qualeduc = frameworkId('qualeduc', '2017')
const articulation = frameworkId('qualeduc-articulation', '2023')
const blank = frameworkId('qualeduc-blank', '2017')
const codes = (words: string, filter?: ItemFilter) => database.as({}, async (db) => (await searchItems(db, words, filter)).map((item) => item.code))
const themes = (words: string) => database.as({}, async (db) => (await searchThemes(db, words, [qualeduc, articulation, blank])).map((theme) => theme.code))

test('accents, capitals, ligatures and apostrophes make no difference', async () => {
  assert.ok((await codes('chef-d’œuvre')).includes('QF09-D4'))
  assert.deepEqual(await codes("CHEF D'OEUVRE"), await codes('chef-d’œuvre'))
  assert.deepEqual(await themes('DECROCHAGE'), await themes('décrochage'))
  assert.ok((await themes('decrochage')).includes('QF06'))
  const tuteurs = await codes('tuteurs')
  assert.ok(tuteurs.includes('QF10-D2'))
  assert.deepEqual(await codes('tuteur'), tuteurs)
})

test('all words must be there, and the last may be only begun', async () => {
  const both = await codes('tuteurs entreprise')
  assert.ok(both.length > 0 && both.length < (await codes('entreprise')).length)
  assert.deepEqual(await codes('tuteurs entrep'), both)
  assert.deepEqual(await codes('entrep tuteurs'), [])
})

test('a code finds its item', async () => {
  assert.deepEqual(await codes('qf10-p1'), ['QF10-P1'])
})

test('a search can be kept to frameworks, to a phase and to a number', async () => {
  const all = await codes('élèves', { limit: 1000 })
  assert.ok((await codes('élèves', { frameworkIds: [articulation] })).every((code) => code.startsWith('ART-')))
  const plan = await codes('élèves', { phase: 'plan', limit: 1000 })
  assert.ok(plan.length > 0 && plan.length < all.length && plan.every((code) => code.includes('-P')))
  assert.deepEqual(await codes('élèves', { limit: 3 }), all.slice(0, 3))
  assert.deepEqual(await codes('élèves', { frameworkIds: [] }), [])
})

test('words without weight, signs alone and nothing find nothing', async () => {
  for (const words of ['', '   ', 'de la', "& | ! ( ) : * \\ '", '\u0000', '🙂']) assert.deepEqual(await codes(words), [], JSON.stringify(words))
  assert.equal(searchQuery('…?!'), null)
})

test('whatever is typed is answered', async () => {
  await database.as({}, async (db) => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 400 }),
      fc.constantFrom('½', 'x:*', "o'", '<->', 'a\\', '٣', 'ﬁn', 'İ'),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (words) => {
        await searchItems(db, words)
        await searchThemes(db, words, [qualeduc])
      }),
      { numRuns: 150 },
    )
  })
})

test('each word that the page proposes finds a theme', async () => {
  for (const word of frequentSearches) assert.ok((await themes(word)).length > 0, word)
})

test('items are found by framework and code together, and unknown ones are left out', async () => {
  const found = await database.as({}, (db) =>
    findItems(db, [
      { frameworkId: qualeduc, code: 'QF10-A1' },
      { frameworkId: articulation, code: 'QF10-P1' },
      { frameworkId: qualeduc, code: 'QF01-P1' },
      { frameworkId: qualeduc, code: "x'); --" },
    ]),
  )
  assert.deepEqual(
    found.map((item) => item.code),
    ['QF01-P1', 'QF10-A1'],
  )
  assert.deepEqual(await database.as({}, (db) => findItems(db, [])), [])
})
