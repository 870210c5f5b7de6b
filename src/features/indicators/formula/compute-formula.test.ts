import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computeFormula } from './compute-formula.ts'
import type { KnownValue, MissingValue, Outcome, Reference } from './formula.ts'
import { parseFormula } from './parse-formula.ts'
import { sayTrace } from './say-trace.ts'
import type { Language } from '../../../platform/language.ts'

const values = new Map<string, number>([
  ['R03', 154],
  ['A01', 200],
  ['A01 -1', 100],
  ['A01 2MV', 12],
  ['A01 1CAP', 8],
  ['R03 2MV', 3],
])
function get({ code, shift, section }: Reference): KnownValue | MissingValue {
  const value = values.get([code, ...(shift === 0 ? [] : [shift]), ...(section === null ? [] : [section])].join(' '))
  return value === undefined ? { missing: 'not-entered' } : { value }
}
function computed(text: string, sections: string[] = ['2MV', '1CAP']): Outcome {
  const read = parseFormula(text)
  assert.ok('formula' in read, 'problem' in read ? read.problem.fault.reason : '')
  return computeFormula(read.formula, get, sections)
}
const names: Readonly<Record<string, string>> = { R03: 'élèves formés', A01: 'effectif' }
const said = (text: string, language: Language = 'fr'): string =>
  sayTrace(computed(text).trace, { nameOf: (code) => names[code] ?? code, language }).replaceAll(/[\u00A0\u202F]/g, ' ')

test('known values give a number', () => {
  const cases: [string, number][] = [
    ['PART([R03] ; [A01])', 77],
    ['1 + 2 * 3 - 8 / 4', 5],
    ['10 - 4 - 3', 3],
    ['-[R03] + 1,5', -152.5],
    ['SOMME(1 ; 2 ; 3)', 6],
    ['MOYENNE(1 ; 2 ; 6)', 3],
    ['MIN(3 ; 1 ; 2)', 1],
    ['MAX(3 ; 1 ; 2)', 3],
    ['SOMME_PÉRIODES([A01] ; 2)', 300],
    ['MOYENNE_PÉRIODES([A01] ; 2)', 150],
    ['SOMME_SECTIONS([A01])', 20],
    ['SI(ET([R03] > 1 ; NON([A01] = 1)) ; 1 ; 2)', 1],
    ['SI(OU(1 > 2 ; 1 ≥ 2) ; 1 ; 2)', 2],
    ['SI(0,1 + 0,2 = 0,3 ; 1 ; 0)', 1],
    ['SI_VIDE([Z99] ; 4)', 4],
    ['SI_VIDE([R03] ; 4)', 154],
    ['SI([A01] > 0 ; 1 ; [Z99])', 1],
    ['ARRONDI(1,005 ; 2)', 1.01],
    ['ARRONDI(-2,5 ; 0)', -3],
    ['[A01 ; -1]', 100],
  ]
  for (const [text, expected] of cases) {
    const outcome = computed(text)
    assert.ok('value' in outcome, text)
    assert.equal(outcome.value, expected, text)
  }
})

test('an unknown value makes the result unknown, with its cause', () => {
  const z99 = { reason: 'not-entered', reference: { code: 'Z99', shift: 0, section: null } }
  for (const text of ['[Z99] * 0', 'SOMME([A01] ; [Z99])', 'SI([Z99] > 1 ; 1 ; 2)', 'SI(OU(1 = 1 ; [Z99] = 1) ; 1 ; 2)', '[Z99] / [Z99]']) {
    const outcome = computed(text)
    assert.ok('missing' in outcome, text)
    assert.deepEqual(outcome.missing, [z99], text)
  }
  const sections = computed('SOMME_SECTIONS([R03])')
  assert.ok('missing' in sections)
  assert.deepEqual(sections.missing, [{ reason: 'not-entered', reference: { code: 'R03', shift: 0, section: '1CAP' } }])
})

test('no denominator, no section, too large: unknown, never a false number', () => {
  const cases: [string, string][] = [
    ['1 / 0', 'no-denominator'],
    ['PART(0 ; [A01] - 200)', 'no-denominator'],
    [Array.from({ length: 29 }, () => '999999999').join(' * '), 'none'],
  ]
  for (const [text, reason] of cases) {
    const outcome = computed(text)
    assert.equal('missing' in outcome ? outcome.missing[0]?.reason : 'none', reason, text)
  }
  const large = computeFormula({ root: { kind: 'reference', reference: { code: 'A', shift: 0, section: null } } }, () => ({ value: Infinity }))
  assert.ok('missing' in large && large.missing[0]?.reason === 'out-of-range')
  const none = computed('SOMME_SECTIONS([A01])', [])
  assert.ok('missing' in none && none.missing[0]?.reason === 'no-sections')
})

test('a trace says the figures and their names', () => {
  assert.equal(said('PART([R03] ; [A01])'), '77 % = 154 (élèves formés, R03) / 200 (effectif, A01)')
  assert.equal(said('SOMME_PÉRIODES([A01] ; 2)'), '300 = 200 (effectif, A01) + 100 (effectif, A01, période précédente)')
  assert.equal(said('SI([A01] > 5 ; 1 ; 2)'), '1 = 1, car 200 (effectif, A01) > 5')
  assert.equal(said('PART(1 ; 0)'), 'Résultat inconnu : dénominateur nul.')
  assert.equal(said('SOMME_SECTIONS([R03])'), 'Résultat inconnu : élèves formés, R03, 1CAP : non saisi.')
})

test('a trace is said in the language of who reads it', () => {
  assert.equal(said('PART([R03] ; [A01])', 'en'), '77% = 154 (élèves formés, R03) / 200 (effectif, A01)')
  assert.equal(said('MOYENNE([A01 ; -1] ; 0,5)', 'en'), '50.25 = the mean of 100 (effectif, A01, the period before); 0.5')
  assert.equal(said('SI([A01] > 5 ; 1 ; 2)', 'en'), '1 = 1, since 200 (effectif, A01) > 5')
  assert.equal(said('PART(1 ; 0)', 'en'), 'Unknown result: the denominator is zero.')
})
