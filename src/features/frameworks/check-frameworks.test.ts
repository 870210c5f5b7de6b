import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkFrameworks } from './check-frameworks.ts'
import { formatProblem } from './problem.ts'
import { egalite, folderOf } from '../../../test/framework-folder.ts'
import { frameworksFolder } from './version-files.ts'

const check = async (files: Record<string, string | Uint8Array>) => checkFrameworks(await folderOf(files))
const checkOne = (text: string | Uint8Array) => check({ 'egalite/2022.yaml': text })
const changed = (from: string | RegExp, to: string): string => {
  const text = egalite.replace(from, to)
  assert.notEqual(text, egalite, `${from} is not in the example`)
  return text
}

test('every framework that we ship passes, without advice', async () => {
  const report = await checkFrameworks(frameworksFolder)
  assert.deepEqual(report.problems.map(formatProblem), [])
  assert.deepEqual(report.advice.map(formatProblem), [])
  assert.ok(report.versions.length > 10)
  assert.deepEqual(
    report.versions.filter((one) => one.framework.startsWith('qualeduc')).map(({ framework, version, themes, draft }) => [framework, version, themes, draft]),
    [
      ['qualeduc', '2017', 19, false],
      ['qualeduc-articulation', '2023', 1, false],
      ['qualeduc-blank', '2017', 1, false],
    ],
  )
})

test('the sheet on articulating labels has its 49 entries', async () => {
  const report = await checkFrameworks(frameworksFolder)
  assert.equal(report.versions.find((one) => one.framework === 'qualeduc-articulation')?.items, 49)
})

test('the example of the mode d’emploi passes', async () => {
  const readme = await readFile(join(frameworksFolder, 'README.md'), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1]?.replaceAll(/^ {3}/gm, '').replace('https://…', 'https://www.education.gouv.fr')
  const report = await checkOne(example ?? '')
  assert.deepEqual(report.problems.map(formatProblem), [])
  assert.equal(report.versions[0]?.draft, true)
})

test('a small framework without a fault gives neither problem nor advice', async () => {
  const report = await checkOne(egalite)
  assert.deepEqual([report.ok, report.problems, report.advice], [true, [], []])
})

/** What is broken, the file, where it is told, and words of what is told. */
const faults: [string, string, string, RegExp][] = [
  ['a field missing', changed(/licence: .*\n/, ''), '', /« licence » manque/],
  ['a field unknown', changed('locale: fr', 'locale: fr\nauteur: moi'), '', /« auteur » n’est pas prévu/],
  ['a version that is a number', changed('version: "2022"', 'version: 2022'), '« version »', /Mettez-le entre guillemets : "2022"/],
  ['an id in capitals', changed('id: egalite', 'id: Egalité'), '« id »', /minuscules sans accent/],
  ['another id than the folder', changed('id: egalite', 'id: egalites'), '« id »', /dossier « egalite »/],
  ['another version than the file', changed('"2022"', '"2023"'), '« version »', /version « 2023 »/],
  ['a status unknown', changed('status: confirmed', 'status: ok'), '« status »', /draft, unconfirmed, confirmed/],
  ['unconfirmed without a note', changed('status: confirmed', 'status: unconfirmed'), '« status »', /unconfirmed_note/],
  ['a day that is not in the calendar', changed('2022-03-17', '2022-02-30'), '« valid_from »', /n’existe pas au calendrier/],
  ['a date as people write it', changed('2022-03-17', '17/03/2022'), '« valid_from »', /2017-09-01/],
  ['an end before the start', changed('valid_to: null', 'valid_to: 2021-01-01'), '« valid_to »', /avant le début/],
  ['an address that is a script', changed('  note:', '  url: "javascript:alert(1)"\n  note:'), '« source », « url »', /https:\/\//],
  ['a scale unknown', changed('kind: none', 'kind: stars'), '« scale »', /kind: none, kind: statements ou kind: levels/],
  [
    'levels out of order',
    changed('{ kind: none }', '{ kind: levels, levels: [{ value: 2, label: b }, { value: 1, label: a }] }'),
    '« scale », degré n° 2 de l’échelle',
    /valeur croissante/,
  ],
  [
    'levels with one name',
    changed('{ kind: none }', '{ kind: levels, levels: [{ value: 1, label: a }, { value: 2, label: a }] }'),
    '« scale », degré n° 2 de l’échelle',
    /son propre nom/,
  ],
  [
    'a level without a number',
    changed('{ kind: none }', '{ kind: levels, levels: [{ value: un, label: a }, { value: 2, label: b }] }'),
    '« scale », degré n° 1 de l’échelle, « value »',
    /nombre entier/,
  ],
  [
    'statements that items do not give',
    changed('kind: none', 'kind: statements'),
    'thème EFG1, énoncé EFG1-P1, « statement »',
    /contrast_low et contrast_high/,
  ],
  [
    'a contrast that the scale does not use',
    changed('phase: plan\n', 'phase: plan\n        contrast_low: Chacun seul\n'),
    'thème EFG1, énoncé EFG1-P1, « contrast_low »',
    /n’emploie pas/,
  ],
  ['no theme', egalite.slice(0, egalite.indexOf('themes:')) + 'themes: []\n', '« themes »', /Aucun thème/],
  ['two items with one code', changed('EFG1-P2', 'EFG1-P1'), 'thème EFG1, énoncé EFG1-P1, « code »', /sert deux fois/],
  ['an item of another theme', changed('EFG1-P2', 'EFG2-P2'), 'thème EFG1, énoncé EFG2-P2, « code »', /rangé dans le thème EFG1/],
  ['a letter of another phase', changed('code: EFG1-P2', 'code: EFG1-D9'), 'thème EFG1, énoncé EFG1-D9, « code »', /Terminez-le par P/],
  ['a phase unknown', changed('phase: check', 'phase: verifier'), 'thème EFG1, énoncé EFG1-C1, « phase »', /plan, do, check, act/],
  ['two letters for one phase', changed('EFG1-C2', 'EFG1-K2'), 'thème EFG1, « items »', /mêlent C et K/],
  ['an indicator unknown', changed('[S03]', '[S99]'), 'thème EFG1, énoncé EFG1-P1, « indicators »', /S99 n’est pas connu/],
  ['no proof', changed('[Lettre de mission]', '[]'), 'thème EFG1, énoncé EFG1-P1, « evidence »', /Aucune preuve/],
  ['an audience unknown', changed('[staff]', '[parents]'), 'thème EFG1, énoncé EFG1-P1, « audiences », n° 1', /« parents »/],
  [
    'a statement of five lines',
    changed("L'équipe fait la chose 1 du temps plan.", 'mot '.repeat(150)),
    'thème EFG1, énoncé EFG1-P1, « statement »',
    /400 caractères/,
  ],
  ['a list where a text is wanted', changed('title: Pilotage', 'title: [Pilotage]'), 'thème EFG1, « title »', /un texte/],
  ['a text where items are wanted', egalite.slice(0, egalite.indexOf('    items:')) + '    items: douze\n', 'thème EFG1, « items »', /une liste/],
  ['a theme that is nothing', egalite.slice(0, egalite.indexOf('  - code: EFG1')) + '  -\n', 'thème n° 1', /ensemble de champs/],
]

for (const [name, text, where, told] of faults) {
  test(`${name} is told with its place and what to do`, async () => {
    const report = await checkOne(text)
    assert.equal(report.ok, false)
    const found = report.problems.find((problem) => told.test(`${problem.problem} ${problem.todo}`))
    assert.ok(found, report.problems.map(formatProblem).join('\n'))
    assert.equal(found.where, where)
    assert.equal(found.file, 'egalite/2022.yaml')
    assert.ok(found.problem.length > 10 && found.todo.length > 5)
    assert.equal(report.versions[0]?.ok, false)
  })
}

test('a problem says its line', async () => {
  const text = changed('[S03]', '[S99]')
  const [found] = (await checkOne(text)).problems
  assert.equal(found?.line, text.split('\n').findIndex((line) => line.includes('S99')) + 1)
})

test('a theme whose file has another name is told', async () => {
  const cut = egalite.indexOf('  - code: EFG1')
  const theme = egalite.slice(cut).replaceAll(/^ {4}/gm, '').replace('  - code', 'code')
  const header = egalite.slice(0, cut).replace('themes:', 'themes: []')
  assert.equal((await check({ 'egalite/2022.yaml': header, 'egalite/2022/EFG1.yaml': theme })).ok, true)
  const report = await check({ 'egalite/2022.yaml': header, 'egalite/2022/EFG9.yaml': theme, 'egalite/2022/EFG1.yaml': theme })
  assert.deepEqual(report.problems.map((problem) => [problem.file, /portent le code|s’appelle EFG9|sert deux fois/.exec(problem.problem)?.[0]]).slice(0, 2), [
    ['egalite/2022/EFG9.yaml', 'portent le code'],
    ['egalite/2022/EFG9.yaml', 's’appelle EFG9'],
  ])
})

test('themes both in the header and apart, and files that nothing reads, are told', async () => {
  const report = await check({ 'egalite/2022.yaml': egalite, 'egalite/2022/EFG2.yaml': 'code: EFG2', 'egalite/2022/notes.txt': 'x', 'autre/1/T1.yaml': 'x' })
  assert.deepEqual(
    report.problems.map((problem) => problem.file).sort(),
    [...Array(5).fill('egalite/2022/EFG2.yaml'), 'autre/1', 'egalite/2022/notes.txt'].sort(),
  )
})

test('a thin theme is advice, not a problem, and a blank sheet is spared', async () => {
  const thin = egalite.slice(0, egalite.indexOf('      - code: EFG1-D2'))
  const report = await checkOne(thin)
  assert.equal(report.ok, true)
  assert.deepEqual(
    report.advice.map((one) => /\d+ énoncé|« \w+ »/.exec(one.problem)?.[0]),
    ['4 énoncé', '« do »', '« check »', '« act »'],
  )
  const blank = await checkOne(thin.replace('status: confirmed', 'blank: true\nstatus: confirmed').replaceAll('[Lettre de mission]', '[]'))
  assert.deepEqual([blank.ok, blank.advice], [true, []])
})

test('a statement of more than 30 words is advice', async () => {
  const [advice] = (await checkOne(changed("L'équipe fait la chose 1 du temps plan.", 'mot '.repeat(31)))).advice
  assert.match(advice?.problem ?? '', /31 mots/)
})

const laughs = `a: &a [lol, lol]\n${'bcdefghij'
  .split('')
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`)
  .join('\n')}\n`

/** Files made to harm, and words of what is told. */
const hostile: [string, string | Uint8Array, RegExp][] = [
  ['a billion laughs', laughs, /une ancre ou un renvoi/],
  ['a reference to itself', 'a: &a [*a]', /une ancre ou un renvoi/],
  ['a merge of another map', '<<: *base', /une ancre ou un renvoi/],
  ['a tag that makes a function', 'title: !!js/function "function () { process.exit() }"', /une étiquette de type/],
  ['a tag of our own', 'title: !secret x', /une étiquette de type/],
  ['a directive', '%TAG ! tag:x,2000:\n---\ntitle: x', /une directive/],
  ['two documents', `${egalite}---\n${egalite}`, /plusieurs documents/],
  ['a complex key', '? [a, b]\n: c', /une clé annoncée/],
  ['a key twice', changed('locale: fr', 'locale: fr\nlocale: fr'), /« locale » est écrit deux fois/],
  ['the prototype', changed('locale: fr', 'locale: fr\n__proto__: { polluted: true }'), /« __proto__ » n’est pas prévu/],
  ['lists without end', `themes: ${'['.repeat(60_000)}`, /./],
  ['a file that is not text', new Uint8Array([0xff, 0xfe, 0, 0]), /UTF-8/],
  ['a file with a zero byte', 'id: a\0b', /UTF-8/],
  ['a file of 3 MB', 'x'.repeat(3_000_000), /2 Mo/],
  ['an empty file', '', /ensemble de champs/],
  ['a file that is one word', 'bonjour', /ensemble de champs/],
  ['tabs', 'id: a\n\tversion: b', /./],
  ['a quote never closed', 'title: "abc', /guillemet/],
]

for (const [name, content, told] of hostile) {
  test(`${name} is refused with a sentence`, async () => {
    const folder = await folderOf({ 'egalite/2022.yaml': content })
    const report = await checkFrameworks(folder)
    assert.equal(report.ok, false)
    assert.match(report.problems.map(formatProblem).join('\n'), told)
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })
}

test('50 000 items are refused with a sentence, in one file or in many', async () => {
  const item = (index: number): string => `  - code: EFG1-P${index}\n    statement: abcdefghij\n`
  const one = 'code: EFG1\nitems:\n' + Array.from({ length: 50_000 }, (_, index) => `- {code: EFG1-P${index}}\n`).join('')
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, file) => [
      `egalite/2022/T${file}.yaml`,
      `code: T${file}\nitems:\n${Array.from({ length: 500 }, (__, index) => item(index)).join('')}`,
    ]),
  )
  for (const files of [{ 'egalite/2022.yaml': one }, { 'egalite/2022.yaml': egalite, ...many }]) {
    const folder = await folderOf(files)
    const report = await checkFrameworks(folder)
    assert.match(report.problems.map(formatProblem).join('\n'), /trop long : il peut compter environ 3 000 énoncés/)
  }
})

test('files that only differ by their ends of line are the same version', async () => {
  const { listVersionFiles } = await import('./version-files.ts')
  const [unix, windows] = await Promise.all(
    [folderOf({ 'a/1.yaml': 'id: a\nb: c\n' }), folderOf({ 'a/1.yaml': 'id: a\r\nb: c\r\n' })].map(
      async (folder) => (await listVersionFiles(await folder)).versions[0]?.sha256,
    ),
  )
  assert.equal(unix, windows)
})
