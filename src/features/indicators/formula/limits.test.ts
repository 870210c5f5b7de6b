import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import fc from 'fast-check'
import { computeFormula } from './compute-formula.ts'
import { formatFormula } from './format-formula.ts'
import { deepestNesting, longestFormula, mostNodes, mostPeriods, mostReferences } from './limits.ts'
import { namesIn } from './names-in.ts'
import { parseFormula } from './parse-formula.ts'
import { sayTrace } from './say-trace.ts'
import { textsIn } from './texts.en.ts'

const isRead = (text: string): boolean => 'formula' in parseFormula(text)
const list = (count: number, one: string): string => Array.from({ length: count }, () => one).join('+')
const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`

test('each limit lets its last value through, and not the next', () => {
  assert.deepEqual([nested(deepestNesting), nested(deepestNesting + 1)].map(isRead), [true, false])
  assert.deepEqual([list(mostNodes / 2, '1'), list(mostNodes / 2 + 1, '1')].map(isRead), [true, false])
  const cited = (count: number): string => `SOMME(${Array.from({ length: count }, () => '[A01]').join(';')})`
  assert.deepEqual([cited(mostReferences), cited(mostReferences + 1)].map(isRead), [true, false])
  const periods = (count: number): string => `SOMME_PÉRIODES([A01];${count})`
  assert.deepEqual([periods(0), periods(1), periods(mostPeriods), periods(mostPeriods + 1)].map(isRead), [false, true, true, false])
  assert.deepEqual([`[A01;-${mostPeriods}]`, `[A01;-${mostPeriods + 1}]`].map(isRead), [true, false])
  const long = (length: number): string => `[${'a'.repeat(37)}] + `.repeat(11) + `[${'a'.repeat(length - 11 * 42 - 2)}]`
  assert.deepEqual([long(longestFormula), long(longestFormula + 1)].map(isRead), [true, false])
})

const pieces = [
  '(',
  ')',
  '[',
  ']',
  ';',
  ',',
  '.',
  '+',
  '-',
  '*',
  '/',
  '=',
  '<',
  '>',
  '≠',
  ' ',
  '\n',
  '\u0000',
  '1',
  '0',
  '12,5',
  '999999999',
  '[A01]',
  '[E07 ; -1]',
]
const names = [
  '[__proto__]',
  '[constructor]',
  'constructor',
  '__proto__',
  'SI(',
  'PART(',
  'SOMME(',
  'SOMME_PÉRIODES(',
  'SOMME_SECTIONS(',
  'ET(',
  'ARRONDI(',
  'NON(',
]
const soup = fc.array(fc.constantFrom(...pieces, ...names), { maxLength: 40 }).map((all) => all.join(''))

const { number } = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('0', '1', '12,5', '0,000001', '999999999', '[A01]', '[A02 apprentis]', '[__proto__]', '[constructor ; -2]', 'SOMME_SECTIONS([E07])'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map((all) => all.join('')),
    fc
      .tuple(fc.constantFrom('SOMME', 'MOYENNE', 'PART', 'MIN', 'SI_VIDE'), tie('number'), tie('number'))
      .map(([name, one, other]) => `${name}(${one};${other})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([when, then, otherwise]) => `SI(${when};${then};${otherwise})`),
    tie('number').map((one) => `ARRONDI(-(${one});2)`),
  ),
  truth: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(tie('number'), fc.constantFrom('=', '<>', '<=', '>'), tie('number')).map((all) => all.join(' ')),
    fc.tuple(tie('truth'), tie('truth')).map(([one, other]) => `ET(${one};NON(${other}))`),
  ),
}))
const mutated = fc
  .tuple(number, fc.nat(), fc.nat(5), fc.constantFrom(...pieces, ''))
  .map(([text, place, cut, piece]) => text.slice(0, place % (text.length + 1)) + piece + text.slice((place % (text.length + 1)) + cut))

const asked = (code: string) => (code === 'E07' ? ({ missing: 'below-threshold' } as const) : { value: code === 'A01' ? 0 : 1e300 })

function tryOne(text: string): 'read' | 'refused' {
  const read = parseFormula(text)
  if ('problem' in read) {
    const { fault, at } = read.problem
    assert.ok(at >= 0 && at <= text.length)
    for (const language of ['fr', 'en'] as const) assert.ok(textsIn(language).problem(fault).length > 10)
    return 'refused'
  }
  const again = parseFormula(formatFormula(read.formula))
  assert.deepEqual(again, read)
  const known = new Set(namesIn(read.formula).map(({ code, shift }) => `${code} ${shift}`))
  const outcome = computeFormula(
    read.formula,
    ({ code, shift }) => {
      assert.ok(known.has(`${code} ${shift}`), 'only what is named is asked')
      return asked(code)
    },
    ['1', '2'],
  )
  assert.ok('value' in outcome ? Number.isFinite(outcome.value) : outcome.missing.length > 0)
  assert.doesNotMatch(sayTrace(outcome.trace, { nameOf: (code) => code, language: 'fr' }), /NaN|Infinity|undefined|∞/)
  return 'read'
}

test('100 000 texts: none throws, none is slow, each gives a finite number, a cause, or a problem', () => {
  const counts = { read: 0, refused: 0 }
  let slowest = 0
  const text = fc.oneof(number, mutated, soup, fc.string({ unit: 'binary', maxLength: 60 }))
  fc.assert(
    fc.property(text, (one) => {
      const before = process.cpuUsage()
      counts[tryOne(one)] += 1
      const { user, system } = process.cpuUsage(before)
      slowest = Math.max(slowest, (user + system) / 1000)
    }),
    { numRuns: 100_000 },
  )
  assert.ok(counts.read > 10_000 && counts.refused > 10_000, JSON.stringify(counts))
  assert.ok(slowest < 50, `${slowest} ms`)
})

test('it all runs where making code from text is forbidden', () => {
  const parse = new URL('./parse-formula.ts', import.meta.url).href
  const script = `const { parseFormula } = await import(${JSON.stringify(parse)}); process.exit('formula' in parseFormula('PART([R03] ; [A01])') ? 0 : 1)`
  const ran = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  })
  assert.equal(ran.status, 0, ran.stderr)
})
