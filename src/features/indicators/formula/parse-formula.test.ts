import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse as parseYaml } from 'yaml'
import { formatFormula } from './format-formula.ts'
import type { Formula } from './formula.ts'
import { findCycle, namesIn } from './names-in.ts'
import { parseFormula } from './parse-formula.ts'
import { textsIn } from './texts.en.ts'

function parsed(text: string): Formula {
  const read = parseFormula(text)
  assert.ok('formula' in read, 'problem' in read ? read.problem.fault.reason : '')
  return read.formula
}
const canonical = (text: string): string => formatFormula(parsed(text))
const plainSpaces = (text: string): string => text.replaceAll('\u00A0', ' ')

test('spellings come back to one canonical text, which reads as itself', () => {
  const cases: [string, string][] = [
    ['part([r03];[A01 étudiants])', 'PART([R03] ; [A01-etudiants])'],
    ['1.50+2×3−(4-5)', '1,5 + 2 * 3 - (4 - 5)'],
    ['si([a01]>=2;1;-3)', 'SI([A01] ≥ 2 ; 1 ; -3)'],
    ['Somme_periodes([E07;-1];3)', 'SOMME_PÉRIODES([E07 ; -1] ; 3)'],
    ['SI([A01]<>2;1;0)', 'SI([A01] ≠ 2 ; 1 ; 0)'],
    ['((1+2))*3/(4/5)', '(1 + 2) * 3 / (4 / 5)'],
    ['-(-[E07;0])', '-(-[E07])'],
    ['[__proto__]+[constructor]', '[__proto__] + [constructor]'],
  ]
  for (const [typed, expected] of cases) {
    assert.equal(canonical(typed), expected)
    assert.deepEqual(parsed(expected), parsed(typed))
  }
})

test('a problem says what was expected and where', () => {
  const cases: [string, string, number][] = [
    ['', 'La formule est vide', 0],
    ['PART([R03] ; [A01]', 'Il manque une parenthèse fermante après PART(.', 18],
    ['1 2', 'Il manque un signe', 2],
    ['[A01', 'Il manque un crochet fermant', 0],
    ['[A01]]', 'Ce crochet fermant est en trop', 5],
    ['1 +', 'Il manque une valeur après « + ».', 3],
    ['(1))', 'Cette parenthèse fermante est en trop', 3],
    ['TOTO(1)', '« TOTO » n’est pas une fonction', 0],
    ['PART', 'Il manque une parenthèse ouvrante après PART.', 0],
    ['E07', '« E07 » n’est pas compris', 0],
    ['1;2', 'Le point-virgule ne sert', 1],
    ['PART([R03],[A01])', 'Séparez les éléments par un point-virgule', 10],
    ['PART(1)', 'PART( attend 2 éléments', 0],
    ['1 < 2', 'Une formule doit donner un nombre', 0],
    ['SI(1 < 2 < 3 ; 1 ; 0)', 'Une comparaison n’en suit pas une autre', 9],
    ['SI(1 ; 2 ; 3)', 'Dans SI(, « 1 » est un nombre, et une condition est attendue', 3],
    ['1 + NON(1 = 2)', '« NON(1 = 2) » répond par oui ou non', 4],
    ['SOMME_SECTIONS(1)', 'Dans SOMME_SECTIONS(, le premier élément', 15],
    ['[E07 ; 1]', 'Après le point-virgule, écrivez de combien', 0],
    ['[]', 'Il manque un code', 0],
    ['50 %', 'Le signe % ne s’écrit pas', 3],
  ]
  for (const [typed, sentence, at] of cases) {
    const read = parseFormula(typed)
    assert.ok('problem' in read, typed)
    const said = textsIn('fr').problem(read.problem.fault)
    assert.ok(plainSpaces(said).startsWith(sentence), `${typed} : ${said}`)
    assert.doesNotMatch(textsIn('en').problem(read.problem.fault), /«|[éèàê]| (manque|est|et|un|une) /, typed)
    assert.equal(read.problem.at, at, typed)
  }
})

test('names lists each value once, periods one by one', () => {
  const names = namesIn(parsed('SOMME_PÉRIODES([E07] ; 2) + [E07] + SOMME_SECTIONS([A01])'))
  assert.deepEqual(names, [
    { code: 'E07', shift: 0, section: null, eachSection: false },
    { code: 'E07', shift: -1, section: null, eachSection: false },
    { code: 'A01', shift: 0, section: null, eachSection: true },
  ])
})

test('a cycle is found, whatever its length, and through the past', () => {
  const map = (all: Record<string, string>) => new Map(Object.entries(all).map(([code, text]) => [code, parsed(text)]))
  assert.equal(findCycle(map({ A: '[B] + [C]', B: '[C]', C: '[D]' })), null)
  assert.deepEqual(findCycle(map({ X: '[A]', A: '[B]', B: '[C]', C: '[A]' })), ['A', 'B', 'C', 'A'])
  assert.deepEqual(findCycle(map({ A: '[A ; -1] + 1' })), ['A', 'A'])
})

test('every formula of the directory is read', () => {
  const folder = new URL('../../../../indicators/', import.meta.url)
  const formulas = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseYaml(readFileSync(new URL(name, folder), 'utf8')).indicators ?? [])
    .map((indicator) => indicator.formula)
    .filter((formula) => typeof formula === 'string')
  assert.ok(formulas.length >= 5)
  for (const formula of formulas) assert.deepEqual(parsed(canonical(formula)), parsed(formula))
})
