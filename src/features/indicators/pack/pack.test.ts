import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { indicatorNames } from '../../frameworks/indicator-codes.ts'
import { checkPack, indicatorsFolder } from './check-pack.ts'
import { codesIn } from '../formula/codes-in.ts'
import { listFrameworkCodes } from './known-codes.ts'
import type { Indicator } from './indicator.ts'
import { loadPack, readPack } from './load-pack.ts'

const items = await listFrameworkCodes()
const pack = await loadPack()
const findIndicator = (code: string): Indicator | undefined => pack.indicators.find((one) => one.code === code)

const problemsOf = async (folder: string, checkFormula?: (formula: string) => string | null): Promise<string[]> => {
  const { problems } = await checkPack(folder, { items, names: indicatorNames, ...(checkFormula ? { checkFormula } : {}) })
  return problems.map(({ file, where, problem }) => [file, where, problem].filter(Boolean).join(' | '))
}

test('every file is in order, and every indicator that the frameworks know is there once', async () => {
  assert.deepEqual(await problemsOf(indicatorsFolder), [])
  assert.deepEqual(pack.indicators.map((indicator) => indicator.code).toSorted(), Object.keys(indicatorNames).toSorted())
  assert.equal(pack.indicators.length, 87)
})

test('each of the 17 EQAVET entries has an indicator, and the letters that were not read say so', () => {
  assert.equal(pack.eqavet.length, 17)
  for (const { code } of pack.eqavet)
    assert.ok(
      pack.indicators.some((indicator) => indicator.eqavet.includes(code)),
      code,
    )
  assert.deepEqual(
    pack.eqavet.filter((part) => part.status === 'unconfirmed').map((part) => part.code),
    ['2a', '2b', '10a', '10b'],
  )
})

test('only measures that the ministry publishes are given as confirmed', () => {
  const confirmed = pack.indicators.filter((indicator) => indicator.status === 'confirmed')
  assert.ok(confirmed.length >= 10)
  for (const { code, dataset } of confirmed) assert.match(dataset?.id ?? '', /^(ival|inserjeunes|ips)-/, code)
})

test('what the platform cannot count yet waits, and says what to do meanwhile; the rest counts', () => {
  const counted = pack.indicators.filter((indicator) => indicator.platform)
  assert.ok(counted.length >= 30)
  const waiting = counted.filter((indicator) => indicator.platform?.waits)
  for (const { code, platform } of waiting) assert.match(platform?.waits ?? '', /En attendant/, code)
  for (const code of ['Q01', 'Q05', 'Q07', 'Q08', 'Q09', 'Q10', 'Q13', 'C07', 'P10', 'E01']) assert.equal(findIndicator(code)?.platform?.waits, null, code)
})

test('a sensitive figure about people is kept from small groups', () => {
  for (const { code, data_protection, smallest_group, unit } of pack.indicators)
    if (data_protection === 'sensitive-aggregate' && unit !== 'count' && unit !== 'per-100') assert.ok((smallest_group ?? 0) >= 11, code)
  for (const { smallest_group, data_protection } of pack.indicators) if (smallest_group === null) assert.equal(data_protection, 'none')
})

test('questions that a survey indicator stands on are in the ready questionnaires', async () => {
  const folder = fileURLToPath(new URL('../../../../surveys/', import.meta.url))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
  for (const { code, survey } of pack.indicators) {
    for (const questionnaire of survey?.questionnaires ?? []) {
      assert.ok(names.includes(`${questionnaire}.yaml`), `${code} ${questionnaire}`)
      const text = await readFile(join(folder, `${questionnaire}.yaml`), 'utf8')
      for (const question of survey?.questions ?? []) assert.ok(text.includes(`- code: ${question}\n`), `${code} ${questionnaire} ${question}`)
    }
  }
})

test('texts carry the spaces and apostrophes of French, formulas the plain ones', () => {
  assert.match(findIndicator('R01')?.question ?? '', /l’obtiennent\u00a0\?$/)
  assert.ok(!JSON.stringify(pack).includes("'"))
  assert.equal(findIndicator('O02')?.formula, 'PART([O01-eleves] ; [A01-scolaires])')
})

test('the codes of a formula are those between brackets', () => {
  assert.deepEqual(codesIn('PART([A01-apprentis] ; [ A01 ; -1 ]) * 100'), ['A01-apprentis', 'A01'])
  assert.deepEqual(codesIn('100 * 2'), [])
})

for (const [name, file, from, to, told] of [
  ['a field that is missing', 'results.yaml', '    unit: percent\n', '', /results.yaml \| R01 \| « unit » manque/],
  ['a unit that nobody knows', 'results.yaml', 'unit: percent', 'unit: litres', /R01, « unit » \| « litres »/],
  [
    'a card name that is too long',
    'results.yaml',
    'short_name: Réussite au bac pro',
    `short_name: ${'x'.repeat(41)}`,
    /R01, « short_name » \| Le texte est trop long/,
  ],
  ['a code that is taken', 'digital.yaml', 'code: N02', 'code: N01', /N01, « code » \| Ce code est déjà pris/],
  ['a code of another letter', 'digital.yaml', 'code: N02', 'code: R02', /R02, « code » \| Le code ne commence pas par N/],
  ['another name than the frameworks give', 'results.yaml', 'name: Taux de réussite au CAP', 'name: Le CAP', /R06, « name » \| Les référentiels l’appellent/],
  ['an item that no framework has', 'results.yaml', 'code: QF13-C2', 'code: QF13-C99', /R01, « items » \| « QF13-C99 » n’est pas dans qualeduc/],
  ['a framework that is not there', 'results.yaml', 'framework: rnq', 'framework: iso', /R01, « items » \| « RNQ1-3 » n’est pas dans iso/],
  ['a formula on what does not exist', 'openness.yaml', '[O01-eleves]', '[O01-amis]', /O02, « formula » \| « O01-amis » n’est pas un indicateur/],
  ['a formula on itself', 'openness.yaml', '[O01-eleves]', '[O02]', /O02, « formula » \| Elle se cite elle-même/],
  ['a formula on nothing', 'openness.yaml', 'PART([O01-eleves] ; [A01-scolaires])', '100 / 2', /O02, « formula » \| Elle ne cite aucun/],
  ['an EQAVET entry that nothing answers', 'access.yaml', 'eqavet: ["7"]', 'eqavet: []', /eqavet.yaml \| 7 \| Aucun indicateur n’y répond \(règle Z01\)/],
  ['an EQAVET code that does not exist', 'access.yaml', 'eqavet: ["7"]', 'eqavet: ["7", "11"]', /A07, « eqavet » \| L’indicateur EQAVET « 11 »/],
  ['a theme that does not exist', 'results.yaml', 'themes: [results, attendance]', 'themes: [results, food]', /R03, « themes » \| Le thème « food »/],
  ['another first theme', 'results.yaml', 'themes: [results, attendance]', 'themes: [attendance, results]', /R03, « themes » \| Son premier thème/],
  ['another theme than its name', 'digital.yaml', 'theme: digital', 'theme: quality', /digital.yaml \| Le thème « quality » n’est pas le nom du fichier/],
  ['an open data figure without its data set', 'results.yaml', 'dataset: { id: ival-pro, measure: R01 }', 'dataset: null', /R01, « dataset »/],
  ['a measure of another indicator', 'results.yaml', 'measure: R01', 'measure: R02', /R01, « dataset » \| La mesure n’est ni lui/],
  ['people counted without a smallest group', 'results.yaml', 'smallest_group: 5', 'smallest_group: null', /R01, « smallest_group »/],
  ['a survey shown under eleven answers', 'climate.yaml', 'smallest_group: 11', 'smallest_group: 10', /C01, « smallest_group » \| Une enquête/],
  [
    'a computed figure without a formula',
    'companies.yaml',
    'formula: "[E07] / [A01-voie-professionnelle]"',
    'formula: null',
    /E08, « formula » \| Il est calculé/,
  ],
  ['a percentage of nothing', 'results.yaml', 'denominator: candidats présents à l’examen', 'denominator: null', /R01, « denominator »/],
  ['a key written twice', 'results.yaml', 'unit: percent', 'unit: percent\n    unit: points', /écrit deux fois/],
] as const) {
  test(`a file with ${name} is told so`, () =>
    withCopy(async (folder) => {
      const text = await readFile(join(folder, file), 'utf8')
      assert.ok(text.includes(from))
      await writeFile(join(folder, file), text.replace(from, to))
      assert.match((await problemsOf(folder)).join('\n'), told)
    }))
}

test('what the site is said to count and cannot, or can and is said to wait for, is told', async () => {
  const told = async (isCounted: (key: string) => boolean): Promise<string> =>
    (await checkPack(indicatorsFolder, { items, isCounted })).problems.map(({ where, problem }) => `${where} | ${problem}`).join('\n')
  assert.match(await told(() => false), /Q01, « platform » \| Le site ne sait pas le compter\./)
  assert.match(await told(() => true), /« platform » \| Le site sait le compter\./)
})

test('a theme without its file, and a file without its theme, are told', () =>
  withCopy(async (folder) => {
    await writeFile(join(folder, 'food.yaml'), (await readFile(join(folder, 'digital.yaml'), 'utf8')).replace('theme: digital', 'theme: food'))
    await rm(join(folder, 'digital.yaml'))
    const told = (await problemsOf(folder)).join('\n')
    assert.match(told, /Le fichier digital.yaml manque/)
    assert.match(told, /food.yaml \| Le thème « food » n’existe pas/)
  }))

test('a folder without its list of themes is refused, with a sentence', () =>
  withCopy(async (folder) => {
    await rm(join(folder, 'themes.yaml'))
    await assert.rejects(readPack(folder), /indicators\/themes.yaml : Ce fichier manque/)
  }))

test('a formula is given to whoever reads formulas, and what is wrong with it is told', async () => {
  const given: string[] = []
  const told = await problemsOf(indicatorsFolder, (formula) => {
    given.push(formula)
    return formula.startsWith('PART') ? null : 'Elle ne se lit pas.'
  })
  assert.equal(given.length, pack.indicators.filter((indicator) => indicator.formula).length)
  assert.ok(told.includes('companies.yaml | E08, « formula » | Elle ne se lit pas.'))
  assert.ok(!told.join('\n').includes('O02'))
})

async function withCopy(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'indicators-'))
  try {
    await cp(indicatorsFolder, folder, { recursive: true })
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
