import assert from 'node:assert/strict'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../test/fresh-database.ts'
import { formatProblem } from './problem.ts'
import { frameworkId, loadFrameworks } from './load-frameworks.ts'
import { findFramework, getFramework, listAllThemes, listFrameworks, listItems, listThemes } from './store.ts'
import { egalite, folderOf } from '../../../test/framework-folder.ts'
import { frameworksFolder, listVersionFiles } from './version-files.ts'

let database: FreshDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

const load = (folder: string) => loadFrameworks(database.owner, folder)
const named = (framework: string, version = '2022') => egalite.replace('id: egalite', `id: ${framework}`).replace('"2022"', `"${version}"`)
const id = (framework: string, version = '2022') => frameworkId(framework, version)
const versions = async (framework: string) =>
  (await database.as({}, (db) => listFrameworks(db))).filter((one) => one.framework === framework).map((one) => one.version)

test('what we ship is in the database, once, and loading it again changes nothing', async () => {
  const report = await load(frameworksFolder)
  const { versions: shipped } = await listVersionFiles(frameworksFolder)
  assert.deepEqual([report.loaded, report.problems, report.unchanged.length], [[], [], shipped.length])
  const themes = await database.as({}, (db) => listAllThemes(db, '2026-11-01'))
  assert.deepEqual([themes[0]?.framework, themes.filter((theme) => theme.framework === 'qualeduc').length], ['qualeduc', 19])
  assert.equal(themes.at(-1)?.blank, true)
})

test('loading when nothing changed takes less than 50 ms', async () => {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now()
    await load(frameworksFolder)
    times.push(performance.now() - started)
  }
  assert.ok(Math.min(...times) <= 50, `${times.map(Math.round).join(', ')} ms`)
})

test('a new version is loaded whole, with its order, and its id is the same everywhere', async () => {
  const report = await load(await folderOf({ 'neuf/2022.yaml': named('neuf') }))
  assert.deepEqual(report.loaded, [{ framework: 'neuf', version: '2022' }])
  await database.as({}, async (db) => {
    const framework = await getFramework(db, id('neuf'))
    assert.deepEqual([framework.shortTitle, framework.scale, framework.validFrom, framework.blank], ['Égalité', { kind: 'none' }, '2022-03-17', false])
    assert.deepEqual(
      (await listThemes(db, framework.id)).map((theme) => [theme.code, theme.items, theme.phases]),
      [['EFG1', 12, { plan: 3, do: 3, check: 3, act: 3 }]],
    )
    const items = await listItems(db, framework.id, 'EFG1')
    assert.deepEqual(
      items.slice(2, 4).map((item) => [item.code, item.phase, item.audiences, item.evidence, item.indicators]),
      [
        ['EFG1-P3', 'plan', ['staff'], ['Lettre de mission'], ['S03']],
        ['EFG1-D1', 'do', ['staff'], ['Lettre de mission'], ['S03']],
      ],
    )
    assert.equal(items[0]?.help, 'Qui le sait, hors de la direction\u00a0?')
  })
})

test('a published version whose files changed is refused with what to do, and the database keeps what it has', async () => {
  const folder = await folderOf({ 'fige/2022.yaml': named('fige') })
  await load(folder)
  await appendFile(join(folder, 'fige/2022.yaml'), '# un mot de plus\n')
  const report = await load(folder)
  assert.deepEqual(report.loaded, [])
  assert.match(report.problems.map(formatProblem).join(), /fige\/2022\.yaml : .*est publiée.*nouvelle version/)
  await rm(join(folder, 'fige/2022.yaml'))
  await writeFile(join(folder, 'fige/2023.yaml'), named('fige', '2023'))
  assert.deepEqual((await load(folder)).loaded, [{ framework: 'fige', version: '2023' }])
  assert.deepEqual(await versions('fige'), ['2023', '2022'])
})

test('a draft is checked and left alone, until it is one no more', async () => {
  const folder = await folderOf({ 'brouillon/2022.yaml': named('brouillon').replace('status: confirmed', 'status: draft') })
  assert.deepEqual((await load(folder)).drafts, [{ framework: 'brouillon', version: '2022' }])
  assert.deepEqual(await versions('brouillon'), [])
  await writeFile(join(folder, 'brouillon/2022.yaml'), named('brouillon'))
  assert.deepEqual((await load(folder)).loaded, [{ framework: 'brouillon', version: '2022' }])
})

test('a version with a fault is not loaded, and does not keep the others from it', async () => {
  const report = await load(await folderOf({ 'casse/2022.yaml': named('casse').replace('phase: plan', 'phase: rien'), 'sain/2022.yaml': named('sain') }))
  assert.deepEqual(report.loaded, [{ framework: 'sain', version: '2022' }])
  assert.ok(report.problems.length > 0)
  assert.deepEqual(await versions('casse'), [])
})

test('two processes that start at once load a version once', async () => {
  const folder = await folderOf({ 'ensemble/2022.yaml': named('ensemble') })
  const reports = await Promise.all([load(folder), load(folder)])
  assert.deepEqual(reports.flatMap((report) => report.loaded).length, 1)
  assert.deepEqual(await versions('ensemble'), ['2022'])
})

test('the database refuses to change, remove or add to what is published, even to its owner', async () => {
  const own = id('qualeduc', '2017')
  const refused = [
    sql`update frameworks set title = 'autre' where id = ${own}`,
    sql`delete from frameworks where id = ${own}`,
    sql`update framework_themes set title = 'autre' where framework_id = ${own}`,
    sql`delete from framework_themes where framework_id = ${own}`,
    sql`update framework_items set statement = 'autre' where framework_id = ${own} and code = 'QF10-P1'`,
    sql`delete from framework_items where framework_id = ${own} and code = 'QF10-P1'`,
    sql`insert into framework_themes (framework_id, code, position, title, purpose, status) values (${own}, 'QF99', 99, 'x', 'x', 'confirmed')`,
    sql`insert into framework_items (framework_id, code, theme_code, position, statement) values (${own}, 'QF10-P9', 'QF10', 99, 'x')`,
  ]
  for (const statement of refused) await assert.rejects(statement.execute(database.owner), /append-only|is published/)
})

test('the application reads the frameworks that come with the product, and neither changes one nor adds one', async () => {
  const own = id('qualeduc', '2017')
  await database.as({}, async (db) => assert.ok(await findFramework(db, own)))
  const refused = [
    sql`update frameworks set title = 'autre'`,
    sql`delete from frameworks`,
    sql`insert into framework_themes (framework_id, code, position, title, purpose, status) values (${own}, 'Z', 1, 'x', 'x', 'confirmed')`,
    sql`insert into frameworks (id, framework, version, locale, title, short_title, source, licence, status, scale, content_sha256)
      values (gen_random_uuid(), 'x', '1', 'fr', 'x', 'x', '{}', 'x', 'confirmed', '{}', '')`,
  ]
  for (const statement of refused)
    await assert.rejects(
      database.as({}, (db) => statement.execute(db)),
      /permission denied|row-level security|is published/,
    )
})

test('of several versions the newest in force on the day is listed', async () => {
  const dated = (version: string, from: string, to: string) =>
    named('date', version).replace('valid_from: 2022-03-17', `valid_from: ${from}`).replace('valid_to: null', `valid_to: ${to}`)
  await load(
    await folderOf({
      'date/1.yaml': dated('1', '2010-01-01', '2019-12-31'),
      'date/2.yaml': dated('2', '2020-01-01', 'null'),
      'date/3.yaml': dated('3', '2030-01-01', 'null'),
    }),
  )
  const on = (day: string) => database.as({}, async (db) => (await listFrameworks(db, day)).filter((one) => one.framework === 'date').map((one) => one.version))
  assert.deepEqual([await on('2009-12-31'), await on('2019-12-31'), await on('2020-01-01'), await on('2030-01-01')], [[], ['1'], ['2'], ['3']])
})
