import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestPassword, passwordProblem, shortestPassword } from './password-rules.ts'

const context = { name: 'Camille Martin-Dupré', email: 'camille.martin@lycee-tilleuls.fr', site: 'https://demarche.exemple.fr' }
const strong = 'xvbe qkwz trpf mgjd hnls'

test('the shortest password accepted has just the length asked', () => {
  const password = strong.slice(0, shortestPassword)
  assert.equal(passwordProblem(password, context), null)
  assert.equal(passwordProblem(password.slice(1), context), 'too-short')
})

test('the longest password accepted has just the length allowed', () => {
  const long = strong.repeat(20)
  assert.equal(passwordProblem(long.slice(0, longestPassword), context), null)
  assert.equal(passwordProblem(long.slice(0, longestPassword + 1), context), 'too-long')
})

test('length counts signs as people see them, so that accents and emoji weigh one', () => {
  assert.equal(passwordProblem('é'.normalize('NFD').repeat(shortestPassword - 1), context), 'too-short')
  assert.equal(passwordProblem('🦊'.repeat(shortestPassword - 1), context), 'too-short')
})

const easy = [
  'motdepassemotdepasse',
  'Password123456789',
  'azertyuiopqsdfgh',
  '1234567890123456',
  'aaaaaaaaaaaaaaaaaaaa',
  'abababababababababab',
  'Qualeduc2026Qualeduc!',
  'Lycée des élèves 2026',
  'camille martin dupre',
  'CamilleMartin2026!!',
  'tilleuls demarche exemple',
  'P@ssword P@ssword P@ssword',
  'janvier février mars',
]
for (const password of easy) {
  test(`« ${password} » is refused as too easy`, () => assert.equal(passwordProblem(password, context), 'too-easy'))
}

test('several words that have nothing to do with the person are accepted, common ones among them too', () => {
  for (const password of ['cerf volant tuba moutarde', 'soleil girafe parapluie', 'Un éléphant ça trompe énormément', 'correct horse battery staple']) {
    assert.equal(passwordProblem(password, context), null, password)
  }
})
